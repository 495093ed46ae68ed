#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Standard C++ only; everything is inline, because app/ does not link fovea_model.

namespace fovea {

/// What a verification compares, one row of its table each.
enum class Quantity {
    // Network
    ParameterShapes,
    ImageWindows,
    TokenCounts,
    CropValues,
    FeatureLevels,
    UnitVectors,
    TextVectors,
    Scores,
    HalfUnitVectors,  ///< 1 - cosine in the precision that the engine chooses here, where not fp32.
    HalfScores,       ///< In that precision.
    AnatomiesPresent, ///< 1 where an anatomy has a region, 0 where it has none.
    // Training
    AnatomyLosses,
    TotalLoss,
    GradientNorms,
    VanishingGradients, ///< Norms that are 0 but for rounding.
    // Preprocessing
    ResampledSizes,
    UnionCrops,
    FinalSizes,
    ImageSums,
    LabelCounts,
    ImageSamples,
    // Tokenizer
    TokenIds,
    Tokens,
    // Model package
    Tensors,
    VocabularySize,
    PromptVectors, ///< Length of each prompt's vector, which must be 1.
    // Segmentation (nnU-Net)
    WindowLogits,        ///< Logits of one window.
    WindowLabels,        ///< Voxels per label in one window.
    WindowStarts,        ///< Where the sliding window stops.
    WindowWeights,       ///< In units in the last place of half precision.
    SlidLogits,          ///< Logits of a whole image, fp32 sums.
    SlidLabels,          ///< Voxels per label of a whole image, fp32 sums.
    HalfSlidLogits,      ///< Logits of a whole image, sums in half precision as the reference's.
    HalfSlidLabels,      ///< Share of the voxels whose label differs at least, the same sums.
    Orientations,        ///< Where each voxel comes from.
    ZoomedImages,        ///< Values before they are cut to whole HU.
    WholeHu,             ///< HU at the model's spacing; more than rounding noise explains.
    LabelsBack,          ///< Labels brought back to the volume's grid.
    NonzeroBoxes,        ///< Boxes of what is not 0.
    CropBoxes,           ///< Boxes of a mask and a margin around it, and where they lie.
    LabelPieces,         ///< Labels after pieces were removed.
    SeparateAxes,        ///< The axis that is treated apart, -1 for none.
    NormalizedImages,    ///< The network's input.
    ResampledLogits,     ///< Logits brought to the volume's grid.
    SegmentedVoxels,     ///< Share of the voxels whose label differs at least, fp32 sums.
    HalfSegmentedVoxels, ///< The same, sums in half precision.
    LabelSamples,        ///< Share of sampled voxels whose label differs, sums in half precision.
};

/// Stable key of a quantity, for JSON.
constexpr std::string_view quantityKey(Quantity quantity)
{
    switch (quantity) {
    case Quantity::ParameterShapes:
        return "parameter_shapes";
    case Quantity::ImageWindows:
        return "image_windows";
    case Quantity::TokenCounts:
        return "token_counts";
    case Quantity::CropValues:
        return "crop_values";
    case Quantity::FeatureLevels:
        return "feature_levels";
    case Quantity::UnitVectors:
        return "unit_vectors";
    case Quantity::TextVectors:
        return "text_vectors";
    case Quantity::Scores:
        return "scores";
    case Quantity::HalfUnitVectors:
        return "half_precision_unit_vectors";
    case Quantity::HalfScores:
        return "half_precision_scores";
    case Quantity::AnatomiesPresent:
        return "anatomies_present";
    case Quantity::AnatomyLosses:
        return "anatomy_losses";
    case Quantity::TotalLoss:
        return "total_loss";
    case Quantity::GradientNorms:
        return "gradient_norms";
    case Quantity::VanishingGradients:
        return "vanishing_gradients";
    case Quantity::ResampledSizes:
        return "resampled_sizes";
    case Quantity::UnionCrops:
        return "union_crops";
    case Quantity::FinalSizes:
        return "final_sizes";
    case Quantity::ImageSums:
        return "image_sums";
    case Quantity::LabelCounts:
        return "label_counts";
    case Quantity::ImageSamples:
        return "image_samples";
    case Quantity::TokenIds:
        return "token_ids";
    case Quantity::Tokens:
        return "tokens";
    case Quantity::Tensors:
        return "tensors";
    case Quantity::VocabularySize:
        return "vocabulary_size";
    case Quantity::PromptVectors:
        return "prompt_vectors";
    case Quantity::WindowLogits:
        return "window_logits";
    case Quantity::WindowLabels:
        return "window_labels";
    case Quantity::WindowStarts:
        return "window_starts";
    case Quantity::WindowWeights:
        return "window_weights";
    case Quantity::SlidLogits:
        return "slid_logits";
    case Quantity::SlidLabels:
        return "slid_labels";
    case Quantity::HalfSlidLogits:
        return "half_slid_logits";
    case Quantity::HalfSlidLabels:
        return "half_slid_labels";
    case Quantity::Orientations:
        return "orientations";
    case Quantity::ZoomedImages:
        return "zoomed_images";
    case Quantity::WholeHu:
        return "whole_hu";
    case Quantity::LabelsBack:
        return "labels_back";
    case Quantity::NonzeroBoxes:
        return "nonzero_boxes";
    case Quantity::CropBoxes:
        return "crop_boxes";
    case Quantity::LabelPieces:
        return "label_pieces";
    case Quantity::SeparateAxes:
        return "separate_axes";
    case Quantity::NormalizedImages:
        return "normalized_images";
    case Quantity::ResampledLogits:
        return "resampled_logits";
    case Quantity::SegmentedVoxels:
        return "segmented_voxels";
    case Quantity::HalfSegmentedVoxels:
        return "half_segmented_voxels";
    case Quantity::LabelSamples:
        return "label_samples";
    }
    return {};
}

/// All values of one quantity in one file.
struct Comparison {
    enum class Measure {
        Exact,    ///< The tolerance is 0.
        Absolute, ///< |found - expected|
        Relative, ///< |found - expected| over a magnitude that the quantity has.
    };
    Quantity quantity = Quantity::Scores;
    Measure measure = Measure::Exact;
    std::size_t values = 0; ///< How many were compared.
    std::size_t beyond = 0; ///< How many of them differ by more than the tolerance.
    /// In the measure's terms; infinite where two lists differ in length or a value is not finite.
    double largestDifference = 0.0;
    double tolerance = 0.0;
    std::string where; ///< Of the largest difference, e.g. "roi_sized, lung, Emphysema".

    bool passed() const { return beyond == 0; }
};

/// What came out of comparing this program with one file of reference figures, or of checking one
/// model package.
struct Verification {
    enum class Kind { Network, Preprocessing, Tokenizer, ModelPackage, Segmentation };

    Kind kind = Kind::Network;
    std::vector<Comparison> comparisons; ///< In the order in which they were met.
    /// Members of the file that this version has nothing to compare with, e.g.
    /// "cases[0].organs[1].entropy": they are neither passed nor failed, and must be shown.
    std::vector<std::string> notCompared;
    std::string fingerprint; ///< Of a model package, else empty.

    /// Something was compared and all of it is within its tolerance.
    bool passed() const { return !comparisons.empty() && firstFailed() == nullptr; }
    const Comparison* firstFailed() const
    {
        for (const Comparison& comparison : comparisons) {
            if (!comparison.passed())
                return &comparison;
        }
        return nullptr;
    }
};

} // namespace fovea
