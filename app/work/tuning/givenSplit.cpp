#include "app/work/tuning/givenSplit.h"

#include "model/evaluate/CsvTable.h"

#include <optional>

namespace fovea {

namespace {

using Code = TuningProblem::Code;

std::optional<TuningSplit> splitNamed(const std::string& id)
{
    for (std::size_t s = 0; s < TuningSplits; ++s) {
        if (id == tuningSplitId(static_cast<TuningSplit>(s)))
            return static_cast<TuningSplit>(s);
    }
    return std::nullopt;
}

} // namespace

Status applyGivenSplit(const std::filesystem::path& file, const StudyFinder& finder, TuningSet& set)
{
    const auto table = readCsv(file);
    if (!table)
        return table.error();
    if (table->columns.size() < 2)
        return makeError(ErrorCode::TableColumnMissing, {file.string()});
    std::map<std::int64_t, TuningSplit> given;
    for (const CsvTable::Row& row : table->rows) {
        const std::string line = std::to_string(row.line);
        const auto split = splitNamed(row.cells[1]);
        if (!split)
            return makeError(ErrorCode::TableCellInvalid, {file.string(), line, table->columns[1],
                                                           "{training, validation, test}"});
        if (const std::int64_t study = finder.find(row.cells[0], line, set.problems); study != 0)
            given[study] = *split;
    }
    std::map<std::string, std::int64_t> first; // By patient.
    std::vector<TuningStudy> kept;
    for (TuningStudy& study : set.studies) {
        const auto split = given.find(study.studyId);
        if (split == given.end()) {
            set.problems.push_back({Code::StudyWithoutSplit, {std::to_string(study.studyId)}});
            continue;
        }
        study.split = split->second;
        const auto known = set.split.patients.find(study.patient);
        const auto earlier = first.find(study.patient);
        if (known != set.split.patients.end() && known->second != study.split)
            set.problems.push_back(
                {Code::PatientInTwoSplits,
                 {std::to_string(study.studyId),
                  std::to_string(earlier == first.end() ? 0 : earlier->second)}});
        set.split.patients.emplace(study.patient, study.split);
        first.emplace(study.patient, study.studyId);
        kept.push_back(std::move(study));
    }
    set.studies = std::move(kept);
    return Done{};
}

} // namespace fovea
