#pragma once

// A small model, and a site that differs from where it learnt: cubes of another brightness, other
// words, a finding and an anatomy that it never saw.

#include "model/checkpoint/ModelPackage.h"
#include "model/engine/Engine.h"
#include "model/training/Trainer.h"
#include "tests/training/Cubes.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace fovea {

struct SiteOptions {
    bool aortaSegmented = true;
    bool onlyIll = false;   ///< All of one class.
    double wrongLabels = 0; ///< Share.
    bool statements = true;
};

/// Of every eight: "calcified" in four (bright, but less so than where the model learnt), the new
/// "fatty" in others (dark), and the aorta's "wide" (bright) in others still.
inline StudySource siteCubes(std::uint64_t seed, std::size_t count, SiteOptions options = {})
{
    StudySource source;
    source.count = count;
    source.load = [seed, options](std::size_t index) -> Result<LabelledStudy> {
        std::mt19937_64 random(seed * 1000 + index);
        const bool calcified = options.onlyIll || index % 2 == 0;
        const bool fatty = options.onlyIll || index % 4 < 2;
        const bool wide = options.onlyIll || index % 8 < 4;
        ImageGeometry geometry;
        geometry.size = {12, 12, 12};
        std::vector<std::int16_t> hu(geometry.voxelCount());
        std::vector<std::uint16_t> labels(hu.size());
        for (int k = 0; k < 12; ++k) {
            for (int j = 0; j < 12; ++j) {
                for (int i = 0; i < 12; ++i) {
                    const std::size_t at = geometry.offset({i, j, k});
                    const bool inside = j > 1 && j < 10 && k > 1 && k < 10;
                    const bool heart = inside && i > 1 && i < 8;
                    const bool aorta = inside && i > 8 && i < 11;
                    int value = static_cast<int>(random() % 160);
                    if (heart && calcified && (i + j + k) % 3 == 0)
                        value += 350;
                    if (heart && fatty && (i + j + k) % 3 == 1)
                        value -= 400;
                    if (aorta && wide)
                        value += 300;
                    hu[at] = static_cast<std::int16_t>(value);
                    labels[at] = heart ? 1 : aorta && options.aortaSegmented ? 2 : 0;
                }
            }
        }
        LabelledStudy study;
        study.volume = Volume::create(geometry, std::move(hu));
        std::vector<Structure> structures(2);
        structures[0].label = 1;
        structures[0].name = structures[0].anatomyId = "heart";
        structures[1].label = 2;
        structures[1].name = structures[1].anatomyId = "aorta";
        study.labels = LabelMap::create(geometry, std::move(labels), structures);
        const auto wrong = [&] {
            return static_cast<double>(random() % 1000) / 1000 < options.wrongLabels;
        };
        const auto region = [&](const char* anatomy,
                                const std::vector<std::pair<const char*, bool>>& truth) {
            LabelledStudy::Region said;
            said.anatomyId = anatomy;
            for (const auto& [id, there] : truth) {
                const bool present = there != wrong();
                if (present)
                    said.findings.emplace_back(id);
                const std::string sentence =
                    std::string(present ? "Seen : " : "Not seen : ") + id + ".";
                said.text += (said.text.empty() ? "" : " ") + sentence;
                if (options.statements)
                    said.statements.push_back({id, present, {sentence}});
            }
            return said;
        };
        study.regions = {region("heart", {{"calcified", calcified}, {"fatty", fatty}}),
                         region("aorta", {{"wide", wide}})};
        return study;
    };
    return source;
}

/// A package that was trained on cubes(), made once per program and removed at its end.
class ParentModel : public testing::Environment {
public:
    void SetUp() override
    {
        s_folder = std::filesystem::temp_directory_path() /
                   ("fovea-tune-parent-" + std::to_string(std::random_device{}()));
        std::filesystem::create_directories(s_folder);
        nlohmann::json recipe = smallRecipe();
        recipe["network"]["stem"] = {8};
        recipe["network"]["windows"] = {{0.3, 0.9}};
        recipe["network"]["anatomyChannel"] = true;
        recipe["network"]["regionStatistics"] = true;
        recipe["training"]["epochs"] = 8;
        std::ofstream(s_folder / "recipe.json") << recipe.dump();
        TrainOptions options;
        options.outputPackage = package();
        options.recipe = s_folder / "recipe.json";
        const Result<ModelInfo> info = trainModel(cubes(1, 48), cubes(1000, 12), options, {});
        ASSERT_TRUE(info.ok()) << info.error().detail;
    }
    void TearDown() override { std::filesystem::remove_all(s_folder); }

    static std::filesystem::path package() { return s_folder / "parent"; }

private:
    inline static std::filesystem::path s_folder;
};

class TuneTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::temp_directory_path() /
                   ("fovea-tune-" + std::to_string(std::random_device{}()));
        std::filesystem::create_directories(m_folder);
        m_options.parentPackage = ParentModel::package();
        m_options.outputPackage = m_folder / "tuned";
        m_options.cacheFolder = m_folder / "cache";
        m_options.calibratedOn = "Site B";
        m_options.newFindings = {
            {"heart", "fatty", "Fatty heart", {{"Seen : fatty."}, {"Not seen : fatty."}}, {}}};
        m_options.epochs = 25;
        m_options.batch = 16;
        m_options.seed = 3;
        m_options.learningRate = 0.01;
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void withAorta()
    {
        m_options.newAnatomies = {{"aorta", "Aorta", {}}};
        m_options.newFindings.push_back(
            {"aorta", "wide", "Wide aorta", {{"Seen : wide."}, {"Not seen : wide."}}, {}});
    }

    static std::string bytes(const std::filesystem::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }

    std::filesystem::path m_folder;
    TuneOptions m_options;
};

} // namespace fovea
