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
    enum class Kind { Network, Preprocessing, Tokenizer, ModelPackage };

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
