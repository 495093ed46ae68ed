#pragma once

#include "app/work/RegionSearcher.h"
#include "app/work/promptScores.h"

#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// One study with the prompts before and after a change.
struct TriedStudy {
    std::int64_t studyId = 0;
    std::int64_t seriesId = 0;
    std::string studyDate;        ///< YYYYMMDD or empty.
    std::optional<double> before; ///< Raw score, in [0, 1]; empty where there was no prompt before.
    double after = 0.0;
};

/// What a change of prompts would do to the scores of all studies in the archive.
struct PromptTrial {
    std::size_t studies = 0;         ///< With this anatomy.
    std::optional<double> threshold; ///< Of the raw score.
    std::size_t aboveBefore = 0;     ///< Studies above the threshold.
    std::size_t aboveAfter = 0;
    std::size_t crossedUp = 0; ///< Below before, above after.
    std::size_t crossedDown = 0;
    std::size_t accepted = 0; ///< Studies with a reader's verdict on the finding.
    std::size_t rejected = 0;
    std::optional<double> aucBefore; ///< Against those; empty where one kind is missing.
    std::optional<double> aucAfter;
    std::vector<TriedStudy> largest; ///< By falling change, of a new finding by falling score.
};

/// What is to be tried.
struct TrialRequest {
    std::string findingId;
    std::optional<RegionPrompts> before; ///< Empty: a finding that is new.
    RegionPrompts after;
    std::optional<double> threshold; ///< Of the raw score with the prompts before.
    std::size_t listed = 20;         ///< How many studies PromptTrial::largest has at most.
};

/// Scores every study of the archive with both sets of prompts from the region vectors that are
/// stored; no image is encoded. On the engine's thread. EmptyText, NoCases, errors of the database.
Result<PromptTrial> tryPrompts(const StudyDatabase& database, Engine& engine,
                               RegionSearcher& searcher, const TrialRequest& request,
                               const Progress& progress);

} // namespace fovea
