#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Result.h"
#include "model/segment/SegmentationConfig.h"
#include "model/segment/writeSegmentationModel.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// What segmentation network to train and how: a JSON file.
///
///     { "name": "Dataset801_…", "description", "licence": strings,
///       "spacingMm", "patch": [z, y, x], "features": [per stage], "encoder", "decoder":
///       [convolutions per stage, per step up], "clip": [low, high], "mean", "std": HU,
///       "structures": [{"name", "of": [names of structures in label maps]}, …],
///       "training": { "steps", "batch", "learningRate", "warmupSteps", "weightDecay",
///           "gradientClip", "foreground", "noise", "contrast", "brightness",
///           "bfloat16", "checkpointEvery" } }
///
/// The network is nnU-Net's PlainConvUNet with kernels of 3 and strides of 2. All members are
/// needed; unknown ones are refused.
struct SegmenterRecipe {
    SegmentationConfig config; ///< Labels 1, 2, … are the structures in their order.
    SegmentationModelNotes notes;
    std::vector<std::vector<std::string>> sources; ///< "of" per structure.

    std::int64_t steps = 0;
    int batch = 1; ///< Patches per step.
    double learningRate = 0;
    std::int64_t warmupSteps = 0;
    double weightDecay = 0;
    double gradientClip = 0;
    double foreground = 0; ///< Share of patches drawn around a structure, each as likely.
    double noise = 0;      ///< Largest deviation of the noise added, after normalisation.
    double contrast = 0;   ///< Intensities are scaled by up to 1 ± this …
    double brightness = 0; ///< … and shifted by up to ± this.
    /// Convolutions in bf16, several times faster on processors with instructions for it.
    bool bfloat16 = false;
    std::int64_t checkpointEvery = 0;

    std::string source; ///< The JSON.
};

/// FileNotFound, MetadataBroken (file, what is wrong).
Result<SegmenterRecipe> readSegmenterRecipe(const std::filesystem::path& path);

/// The network's label for every label of a map, from 0 to its largest; 0 where a structure is
/// not learnt.
std::vector<std::uint8_t> learntLabels(const SegmenterRecipe& recipe, const LabelMap& labels);

} // namespace fovea
