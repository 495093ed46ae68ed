#pragma once

#include "app/work/studyWork.h"
#include "model/domain/Analysis.h"
#include "storage/StudyResults.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Everything that leaves the program about a series, put together. No Qt.

namespace fovea {

/// Empty values where there is none; all outlive the call.
struct ResultsSource {
    const LoadedSeries& series;
    const LoadedLabelMap* labels = nullptr;
    const StudyAnalysis* analysis = nullptr; ///< Of those labels, by `model`.
    std::optional<ResultsModel> model{};
    /// What is to be said of the analysis, where it is already known, as a reader sees it; empty:
    /// read here as the site shows findings. Findings that the site asks with prompts of its own
    /// need the model and are then left out.
    std::optional<std::vector<AnatomyReading>> readings{};
};

/// Adds what the archive has of the study: verdicts, measures, key images (axial, coronal,
/// sagittal, each in reading order), files. Not for the GUI thread. Errors of the database and of
/// the site's files.
Result<StudyResults> gatherResults(const StudyDatabase& database, const ResultsSource& source);

/// The same from nothing but the archive: reads the voxels of the series and its newest label map,
/// and takes the newest analysis that the model, if any, has stored of it. Takes seconds. Errors
/// besides: those of loadSeries() and loadLabelMap().
struct LoadedResults {
    StudyResults results;
    LoadedSeries series;
    std::optional<LoadedLabelMap> labels;
};
Result<LoadedResults> loadResults(const StudyDatabase& database, std::int64_t seriesId,
                                  const AnatomyCatalog& catalog,
                                  const std::optional<ResultsModel>& model,
                                  const Progress& progress);

/// A series of which nothing could be put together, and why.
struct LeftOutSeries {
    std::int64_t seriesId = 0;
    Error reason;
};
struct ResultsOfStudies {
    std::vector<StudyResults> results; ///< Without ctFiles.
    std::vector<LeftOutSeries> leftOut;
};

/// loadResults() of every CT series of these studies, in their order: what tables of many studies
/// are made of. A series that cannot be read is left out and the others go on. Errors: those of the
/// database, OutOfMemory, Cancelled.
Result<ResultsOfStudies> loadResultsOfStudies(const StudyDatabase& database,
                                              const std::vector<std::int64_t>& studyIds,
                                              const AnatomyCatalog& catalog,
                                              const std::optional<ResultsModel>& model,
                                              const Progress& progress);

} // namespace fovea
