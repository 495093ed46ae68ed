#pragma once

// A problem that a tiny network learns in a second, shared by the tests of training.

#include "model/engine/Engine.h"

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

namespace fovea {

inline nlohmann::json smallRecipe()
{
    return nlohmann::json::parse(R"({
      "name": "Test", "licence": "Apache-2.0", "provenance": "Made by a test.", "demo": true,
      "network": {"hidden": 16, "mlp": 32, "heads": 2, "layers": 1, "patch": [4, 4, 4],
        "grid": [3, 3, 3], "levels": [], "poolingHeads": 2, "textHidden": 16, "textLayers": 1,
        "textHeads": 2, "textIntermediate": 32, "maxPositions": 32, "embedding": 8,
        "anatomies": ["heart"]},
      "preprocess": {"spacingMm": [1, 1, 1], "windowLow": -1000, "windowHigh": 1000,
        "marginLow": [1, 1, 1], "marginHigh": [1, 1, 1], "minimumSize": [12, 12, 12],
        "roi": [12, 12, 12]},
      "findings": [{"anatomy": "heart", "id": "calcified", "name": "Calcified",
        "positive": ["Calcified."], "negative": ["The heart is normal."]}],
      "promptAlternatives": [{"finding": "calcified", "positive": ["The heart is normal."],
        "negative": ["Calcified."]}],
      "training": {"epochs": 12, "batch": 8, "learningRate": 0.005, "warmupSteps": 5,
        "weightDecay": 0.01, "gradientClip": 1, "sentenceDropout": 0.2}})");
}

/// Cubes of tissue: half of them bright ("Calcified."), the others not.
inline StudySource cubes(std::uint64_t seed, std::size_t count)
{
    StudySource source;
    source.count = count;
    source.load = [seed](std::size_t index) -> Result<LabelledStudy> {
        std::mt19937_64 random(seed + index);
        const bool ill = index % 2 == 0;
        ImageGeometry geometry;
        geometry.size = {12, 12, 12};
        std::vector<std::int16_t> hu(geometry.voxelCount());
        std::vector<std::uint16_t> labels(hu.size());
        for (int k = 0; k < 12; ++k) {
            for (int j = 0; j < 12; ++j) {
                for (int i = 0; i < 12; ++i) {
                    const std::size_t at = geometry.offset({i, j, k});
                    const bool inside = i > 1 && i < 10 && j > 1 && j < 10 && k > 1 && k < 10;
                    const bool bright = inside && ill && (i + j + k) % 3 == 0;
                    hu[at] = static_cast<std::int16_t>(static_cast<int>(random() % 100) +
                                                       (bright ? 600 : 0));
                    labels[at] = inside ? 1 : 0;
                }
            }
        }
        LabelledStudy study;
        study.volume = Volume::create(geometry, std::move(hu));
        Structure heart;
        heart.label = 1;
        heart.name = "heart";
        heart.anatomyId = "heart";
        study.labels = LabelMap::create(geometry, std::move(labels), {heart});
        study.regions = {
            {"heart", ill ? "Calcified." : "The heart is normal.",
             ill ? std::vector<std::string>{"calcified"} : std::vector<std::string>{}}};
        return study;
    };
    return source;
}

} // namespace fovea
