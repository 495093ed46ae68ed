#pragma once

#include "model/domain/Analysis.h"

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// What a finding's score may be read as: which of its numbers mean anything on this study, and
// where each of them comes from. The window shows a FindingReading and adds nothing to it.

namespace fovea {

/// "phantoms" (ModelInfo::calibratedOn): synthetic chests alone.
inline constexpr const char* phantomReference = "phantoms";
/// Of numbers that were fitted to this site's own labels.
inline constexpr const char* siteReference = "site";

/// How ids of findings begin that a site has written itself, with prompts of its own: no package
/// has them, and nothing of them is calibrated.
inline constexpr std::string_view ownFindingPrefix = "own:";
inline bool isOwnFinding(std::string_view findingId)
{
    return findingId.starts_with(ownFindingPrefix);
}

/// Of fewer other studies no percentile is told: it would jump by more than 5 points per study.
inline constexpr int fewestForPercentile = 20;

struct FindingKey {
    std::string anatomyId;
    std::string findingId;
    auto operator<=>(const FindingKey&) const = default;
};

/// Where a value lies among those of other studies.
struct ArchivePlace {
    int studies = 0; ///< Others with such a value.
    /// 0 to 100: the share of them below, those that are equal counting half. Empty where they are
    /// fewer than fewestForPercentile.
    std::optional<double> percentile;
    /// These studies are synthetic chests, as the one that is read; else none of them is.
    bool phantoms = false;
    bool operator==(const ArchivePlace&) const = default;
};

/// `sorted`: the values of the other studies, ascending.
ArchivePlace archivePlace(const std::vector<double>& sorted, double value);

/// What a site's own labels say of one finding.
struct SiteReference {
    double a = 1.0; ///< Platt scaling: probability = sigmoid(a * logit(score) + b).
    double b = 0.0;
    std::optional<double> threshold;
    int labels = 0; ///< That it was fitted to.
};

/// What is measured of an anatomy, and where that lies in the archive.
struct ScalarReading {
    ScalarKind kind = ScalarKind::VolumeMl;
    double value = 0.0;
    ArchivePlace place;
};

/// What a study's findings are read with, beside the model's own answer.
struct ReadingContext {
    std::string calibratedOn;  ///< ModelInfo's.
    bool phantomStudy = false; ///< The open study is a synthetic chest.
    std::map<FindingKey, ArchivePlace> places{};
    std::map<FindingKey, SiteReference> site{};
    std::map<std::string, ArchivePlace> unusual{}; ///< By anatomy.
    std::map<std::string, std::vector<ScalarReading>> scalars{};
    /// Findings of the model that the site asks with other prompts: their score is a margin
    /// (cosine less cosine), and what was fitted to the score of the model's own prompts is not
    /// applied.
    std::set<FindingKey> reworded{};

    /// The model's own numbers come from synthetic chests and the study is none.
    bool withholds() const { return calibratedOn == phantomReference && !phantomStudy; }
};

struct FindingReading {
    std::string anatomyId;
    std::string findingId;
    std::string displayName; ///< English.
    double score = 0.0;      ///< Raw.
    std::optional<ScoreRange> promptRange;
    std::optional<double> probability; ///< Calibrated; empty where nothing applies to this study.
    std::optional<double> threshold;   ///< Of the raw score; empty likewise.
    /// Where probability and threshold come from: siteReference, or what the model says.
    std::string reference;
    int siteLabels = 0; ///< That the site's calibration was fitted to; 0 with any other.
    /// The model has numbers for this finding, but from synthetic chests, and the study is none:
    /// they are not applied.
    bool withheld = false;
    bool reworded = false; ///< ReadingContext::reworded.
    ArchivePlace place;

    bool above() const { return threshold && score > *threshold; }
    FindingKey key() const { return {anatomyId, findingId}; }
};

/// Site's calibration before the model's own. A model that was calibrated on phantoms says nothing
/// about a patient's probability: there both probability and threshold are withheld.
FindingReading readFinding(const Finding& finding, const ReadingContext& context);

/// An anatomy with its findings, those that need a look first: above their threshold before the
/// others, then by probability, then by percentile, then by score.
struct AnatomyReading {
    std::string anatomyId;
    std::vector<FindingReading> findings;
    /// The largest probability of its findings: its place on the colour scale. Empty where none
    /// has one.
    std::optional<double> abnormality;
    /// How far its embedding lies from normal ones of the archive, among those (RegionBank): needs
    /// no prompt.
    ArchivePlace unusual{};
    std::vector<ScalarReading> scalars{};

    bool above() const { return !findings.empty() && findings.front().above(); }
};

/// Anatomies in the order of their first findings.
std::vector<AnatomyReading> readFindings(const std::vector<Finding>& findings,
                                         const ReadingContext& context);

} // namespace fovea
