#pragma once

#include "model/domain/RegionScalar.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// How the network sees one anatomy of one study.
struct RegionEmbedding {
    std::string anatomyId;
    std::vector<float> vector; ///< L2 norm 1; comparable only within one model fingerprint.
    /// Attention over the region's tokens, head-averaged and summed over feature levels,
    /// together 1. One value per token of tokenGrid (D-major, then H, then W); 0 where the region
    /// has no token.
    std::vector<float> attention;
    std::array<int, 3> tokenGrid{0, 0, 0}; ///< D, H, W tokens of the crop.
    /// Patient position (LPS, mm) of the centre of token (0,0,0), and the patient-space step from
    /// one token to the next along D, H and W (rows in that order): the heat map's geometry.
    std::array<double, 3> tokenOriginMm{0, 0, 0};
    std::array<std::array<double, 3>, 3> tokenStepMm{};
};

/// Least and largest of several scores.
struct ScoreRange {
    double low = 0.0;
    double high = 0.0;
    bool operator==(const ScoreRange&) const = default;
};

/// One entry of the model's prompt catalog, answered for one anatomy of one study.
struct Finding {
    std::string anatomyId;
    std::string findingId;   ///< Stable key, e.g. "pleural_effusion". Never translated.
    std::string displayName; ///< English; app/ translates known ids.
    /// softmax over (negative, positive) of cosine / temperature. A raw score, not a probability
    /// of disease.
    double score = 0.0;
    /// Platt-calibrated probability; empty where the model has no calibration for this finding.
    std::optional<double> calibrated;
    /// The raw score above which the model's own validation calls it present; empty if unknown.
    std::optional<double> threshold;
    /// Scores of the single pairs (one positive, one negative prompt) whose ensemble `score` is:
    /// how much hangs on the wording. Empty where there is one pair, and with analyses stored
    /// before it was measured.
    std::optional<ScoreRange> promptRange{};
};

/// An anatomy of the model that this study could not be scored for.
struct SkippedAnatomy {
    enum class Reason { NotSegmented, TooSmall };
    std::string anatomyId;
    Reason reason = Reason::NotSegmented;
};

/// What happened on the way that a user should know. Not stored.
enum class AnalysisNote {
    SmallerBatches,  ///< The GPU's memory did not do for all windows at once.
    CpuInsteadOfGpu, ///< It did not do for a single window: the CPU did the rest.
};

/// Everything one model says about one study. A value; stored under (series, label map, model
/// fingerprint).
struct StudyAnalysis {
    std::string modelFingerprint;
    std::vector<RegionEmbedding> embeddings;
    std::vector<Finding> findings;
    std::vector<SkippedAnatomy> skipped;
    std::vector<RegionScalar> scalars{}; ///< Measured on the volume's own voxels; no model's word.
    std::vector<AnalysisNote> notes;
    double seconds = 0.0; ///< Wall time of preprocessing and network.
};

/// What stands out most in an anatomy, for sorting and colouring.
struct AnatomyScore {
    std::string anatomyId;
    /// In [0, 1]: the largest of its findings' calibrated probabilities, or of their raw scores
    /// where any of them has no calibration (then calibrated is false).
    double abnormality = 0.0;
    bool calibrated = false;
};

/// Anatomies by falling abnormality; ties by catalog order of first finding.
std::vector<AnatomyScore> rankAnatomies(const std::vector<Finding>& findings);

} // namespace fovea
