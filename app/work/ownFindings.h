#pragma once

#include "app/work/RegionSearcher.h"
#include "app/work/promptScores.h"
#include "model/domain/FindingReading.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fovea {

/// A finding that a site has written itself. No package has it and nothing of it is calibrated: it
/// is read by its percentile in the archive alone.
struct OwnFinding {
    std::string id; ///< Begins with ownFindingPrefix; stable.
    std::string name;
    RegionPrompts prompts;
    bool operator==(const OwnFinding&) const = default;
};

/// `<archive>/catalogs/own-findings.json`: beside the archive's records, so that it goes where they
/// go, and is no part of any model.
std::filesystem::path ownFindingsFile(const std::filesystem::path& archiveFolder);
/// None where there is no file. FileNotReadable, MetadataBroken (path, what is wrong).
Result<std::vector<OwnFinding>> readOwnFindings(const std::filesystem::path& archiveFolder);
/// Replaces the file. Errors of writing.
Status writeOwnFindings(const std::filesystem::path& archiveFolder,
                        const std::vector<OwnFinding>& findings);

/// Own findings on one study.
struct OwnScores {
    std::vector<Finding> findings;             ///< Their score is the margin (StudyMargin).
    std::map<FindingKey, ArchivePlace> places; ///< Among other studies of its kind.
};

/// Of those whose anatomy the study has; a patient is ranked among patients, a synthetic chest
/// among synthetic chests. On the engine's thread.
Result<OwnScores> scoreOwnFindings(const StudyDatabase& database, Engine& engine,
                                   RegionSearcher& searcher,
                                   const std::vector<OwnFinding>& findings,
                                   const std::vector<RegionEmbedding>& regions,
                                   std::int64_t studyId, const Progress& progress);

} // namespace fovea
