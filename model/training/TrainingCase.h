#pragma once

#include "model/domain/Result.h"
#include "model/engine/Engine.h"
#include "model/preprocess/PreparedStudy.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Standard C++ only.

namespace fovea {

/// A prepared study kept for many epochs: the image in 256 steps (finer than a CT's noise) and its
/// anatomies, two bytes per voxel.
struct TrainingCase {
    struct Region {
        int anatomyIndex = 0;
        std::string text;
        std::vector<std::string> rewordings; ///< See LabelledStudy.
        std::vector<std::string> findings;
        std::vector<FindingStatement> statements; ///< See LabelledStudy.
        std::vector<std::string> unknown;         ///< See LabelledStudy.
        bool normal = false;                      ///< Nothing was found or nothing said.

        /// The text or one of its rewordings. Draws nothing where there are none.
        const std::string& wording(std::mt19937_64& random) const;
        /// Empty where nobody knows.
        std::optional<bool> has(std::string_view findingId) const;
    };
    Index3 size{0, 0, 0}; ///< D, H, W
    std::vector<std::uint8_t> image;
    std::vector<std::uint8_t> labels;
    std::vector<PreparedRegion> boxes;
    std::vector<Region> regions; ///< Those that are spoken of and segmented.

    const PreparedRegion* box(int anatomyIndex) const;
    /// As prepareStudy() made it, up to the image's steps; patient geometry is not kept.
    PreparedStudy restore() const;
};

/// What a study says of the anatomies that are segmented in it (asked by index).
std::vector<TrainingCase::Region> regionsOf(const LabelledStudy& study,
                                            const std::vector<std::string>& anatomyIds,
                                            const std::function<bool(int anatomyIndex)>& segmented);

/// A prepared study in fewer bytes; nothing is said of it.
TrainingCase compactCase(const PreparedStudy& prepared);

/// Prepares one study. Errors of prepareStudy().
Result<TrainingCase> makeTrainingCase(const LabelledStudy& study,
                                      const std::vector<std::string>& anatomyIds,
                                      const PreprocessSettings& settings, const Progress& progress);

/// Loads and prepares every study of a source. Those without any of the anatomies are left out and
/// counted in `skipped`; any other error ends it. NoCases where nothing is left.
struct TrainingCases {
    std::vector<TrainingCase> cases;
    std::vector<std::size_t> studies; ///< Which study of the source each case is.
    std::size_t skipped = 0;
};
Result<TrainingCases> loadCases(const StudySource& source,
                                const std::vector<std::string>& anatomyIds,
                                const PreprocessSettings& settings, const Progress& progress);

} // namespace fovea
