#pragma once

#include "model/evaluate/HitRate.h"

#include <optional>
#include <string>
#include <vector>

// What an evaluation measures beside the findings' scores. Standard C++ only.

namespace fovea {

/// Expected calibration error (CalibrationError.h) of the probabilities that a package states, with
/// nothing fitted to the cases.
struct PackageCalibration {
    struct Entry {
        std::string anatomyId;
        std::string findingId;
        double error = 0.0;
        int cases = 0;
    };
    std::vector<Entry> findings; ///< Those with a calibration in the package.
    double mean = 0.0;           ///< Over them.
    double worst = 0.0;
    std::string worstFindingId;
};

/// AUC of one finding in other words.
struct ParaphraseMetrics {
    std::string anatomyId;
    std::string findingId;
    double own = 0.0;         ///< With the model's own prompts.
    std::vector<double> aucs; ///< Per pair of paraphrases: cosine with positive less negative.
    double mean = 0.0;        ///< Of `aucs`.
    double worst = 0.0;
};

/// Where the map of a region peaks, against where the finding is (the pointing game of Zhang et
/// al., "Top-Down Neural Attention by Excitation Backprop", IJCV 2018, by side and by lobe).
struct PointingMetrics {
    enum class Map {
        Attention,
        AttentionWeightedValue,
        GradientTimesInput,
        LeaveOneOut,
        LeaveNeighborsOut
    };
    enum class Asked {
        Nothing, ///< The attention map, which no text changes.
        Finding,
        FindingAndSide, ///< "Right pleural effusion."
        FindingAndLobe  ///< "Consolidation in the right lower lobe."
    };
    Map map = Map::Attention;
    Asked asked = Asked::Nothing;
    HitRate side; ///< The peak token lies on the finding's side.
    HitRate lobe; ///< It lies in one of the finding's structures.
};

/// Of one finding, over studies that have it on one side alone.
struct LocalizationMetrics {
    std::string anatomyId;
    std::string findingId;
    std::vector<PointingMetrics> pointing;
    /// What a token picked at random would hit, on average; empty where there is no such case.
    std::optional<double> sideByChance;
    std::optional<double> lobeByChance;
};

/// How well being unusual (UnusualRegion.h) finds the studies in which an anatomy has any finding.
/// Normal studies with an even index are the bank, all with an odd one the test.
struct UnusualMetrics {
    std::string anatomyId;
    int bank = 0;      ///< Normal regions of the bank.
    int positives = 0; ///< Of the test: regions with a finding.
    int negatives = 0;
    double nearest = 0.0;         ///< AUC by RegionBank::nearest().
    double nearestWhitened = 0.0; ///< AUC by RegionBank::nearestWhitened().
    double mahalanobis = 0.0;     ///< AUC by RegionBank::mahalanobis().
};

/// What a finding's ensemble of prompts, and what is measured of its anatomy, add to its score.
struct AddedMetrics {
    std::string anatomyId;
    std::string findingId;
    /// AUC of the first positive against the first negative prompt alone, of the ensemble, and of
    /// the ensemble with the anatomy's scalars (logistic regression). All on studies with an odd
    /// index; fitted on those with an even one.
    std::optional<double> single;
    double ensemble = 0.0;
    std::optional<double> withScalars; ///< Empty where the even half cannot be fitted.
    int positives = 0;
    int negatives = 0;
};

} // namespace fovea
