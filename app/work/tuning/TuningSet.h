#pragma once

#include "app/work/tuning/PatientSplit.h"
#include "app/work/tuning/TuningLabels.h"
#include "app/work/tuning/TuningProblem.h"
#include "model/domain/Progress.h"
#include "storage/StudyDatabase.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

// What a site's own studies have for a model to learn from, and what is wrong with it. No Qt.

namespace fovea {

/// Below these a tuning, or its judgement, has nothing to go by.
inline constexpr std::array<int, TuningSplits> fewestTuningStudies{6, 4, 10};
/// Cases of each class that a finding should have, by split: to learn, to choose a threshold, and
/// to be tested (JudgeOptions::fewestPerClass).
inline constexpr std::array<int, TuningSplits> fewestTuningCases{5, 2, 5};

struct TuningRequest {
    StudyQuery query; ///< Which studies.
    /// Reports: a table or a folder of text files (StudyTexts.h). Empty: none.
    std::filesystem::path reports;
    /// Texts instead of these, of the same form; with an anatomy, instead of what its report says
    /// of that anatomy. Empty: none.
    std::filesystem::path corrections;
    /// A CSV of labels (ValueTable.h): the first column names a study by accession number or
    /// StudyInstanceUID, the others a finding, as "finding" or "anatomy/finding". Empty: none.
    std::filesystem::path labels;
    bool verdicts = true; ///< What readers accepted and rejected.
    /// A CSV of two columns, study and "training", "validation" or "test", instead of a split by
    /// chance. Empty: by chance.
    std::filesystem::path split;
    Silence silence = Silence::Absent;
    std::vector<ModelFinding> asked;     ///< What the model answers or is to learn.
    std::vector<std::string> anatomyIds; ///< Likewise.
    std::string modelName;               ///< For errors.
    std::uint64_t seed = 1;              ///< Of the split.
    /// Looks for the same images under several studies: reads a file of each series.
    bool compareImages = true;
};

struct TuningStudy {
    std::int64_t studyId = 0;
    std::int64_t seriesId = 0;
    std::int64_t labelMapId = 0;
    std::string patient; ///< PatientSplit::keyOf().
    TuningSplit split = TuningSplit::Training;
    StudyLabels labels;
    std::vector<LabelledStudy::Region> regions;
};

/// How many studies say what of a finding, by split.
struct LabelCount {
    FindingKey key;
    std::array<int, TuningSplits> present{};
    std::array<int, TuningSplits> absent{};
    std::array<int, TuningSplits> unknown{};
};

struct TuningSet {
    std::vector<TuningStudy> studies; ///< By id; those that can be learnt from.
    std::vector<LabelCount> counts;   ///< In the order that was asked.
    std::vector<TuningProblem> problems;
    /// With this set's patients in it, not written yet: writePatientSplit().
    PatientSplit split;
    std::set<std::string> remembered; ///< Patients that it knew before this set.

    std::vector<const TuningStudy*> of(TuningSplit split) const;
    /// Why nothing may be learnt from it: one of `problems`, or null.
    const TuningProblem* obstacle() const;
};

/// Every study of the query with a label map and something known of it, reports that were pasted
/// (pastedReports.h) before those of the request. Patients are split as
/// `<archive>/tuning/split.json` remembers, new ones are dealt out. Errors: those of the database,
/// of reading reports, labels and split; TableColumnUnknown (file, column, model);
/// TableCellInvalid (split); Cancelled.
Result<TuningSet> gatherTuningSet(const StudyDatabase& database, const TuningRequest& request,
                                  const ReportRules& rules, const Progress& progress);

/// Counts of the set's studies, and what is wrong with them.
std::vector<LabelCount> countLabels(const std::vector<TuningStudy>& studies,
                                    const std::vector<ModelFinding>& asked);
std::vector<TuningProblem> labelProblems(const std::vector<TuningStudy>& studies,
                                         const std::vector<LabelCount>& counts);

} // namespace fovea
