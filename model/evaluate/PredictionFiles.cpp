#include "model/evaluate/PredictionFiles.h"

#include "model/evaluate/ValueTable.h"
#include "model/evaluate/ctRateFindings.h"
#include "model/evaluate/patientOfVolume.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

namespace fovea {
namespace {

/// Where the truth of a column of answers stands.
struct ColumnMatch {
    std::size_t truthColumn = 0;
    std::string anatomyId;
    std::string findingId;
};

std::optional<std::size_t> indexOf(const std::vector<std::string>& columns, std::string_view title)
{
    const auto it = std::ranges::find(columns, title);
    if (it == columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(it - columns.begin());
}

std::optional<ColumnMatch> match(const std::string& title, const std::vector<std::string>& columns)
{
    std::string_view label = title;
    std::string_view organ;
    std::optional<std::size_t> column = indexOf(columns, title);
    if (!column) {
        const std::optional<FvlmColumn> fvlm = fvlmColumn(title);
        if (!fvlm)
            return std::nullopt;
        label = fvlm->finding;
        organ = fvlm->organ;
        column = indexOf(columns, label);
        if (!column)
            return std::nullopt;
    }
    if (const CtRateFinding* known = ctRateFinding(label))
        return ColumnMatch{*column, std::string(known->anatomyId), std::string(known->findingId)};
    return ColumnMatch{*column, std::string(organ), std::string(label)};
}

Result<std::vector<ColumnMatch>> matchColumns(const ValueTable& scores, const ValueTable& truth)
{
    std::vector<ColumnMatch> matches;
    for (const std::string& title : scores.columns) {
        const std::optional<ColumnMatch> found = match(title, truth.columns);
        if (!found)
            return makeError(ErrorCode::TableColumnUnknown,
                             {scores.path.string(), title, truth.path.string()});
        if (std::ranges::find(matches, found->truthColumn, &ColumnMatch::truthColumn) !=
            matches.end())
            return makeError(ErrorCode::TableColumnRepeated,
                             {scores.path.string(), truth.columns[found->truthColumn]});
        matches.push_back(*found);
    }
    return matches;
}

/// Numbers patients in the order in which they are first asked for.
class PatientNumbers {
public:
    std::uint32_t numberOf(const ValueTable::Row& truth)
    {
        std::optional<std::string> patient = truth.patient;
        if (patient->empty())
            patient = patientOfVolume(truth.volume);
        if (!patient) {
            ++m_unnamed;
            return m_next++;
        }
        const auto [known, isNew] = m_numbers.emplace(*patient, m_next);
        if (isNew)
            ++m_next;
        return known->second;
    }

    std::size_t count() const { return m_next; }
    std::size_t unnamed() const { return m_unnamed; }

private:
    std::map<std::string, std::uint32_t> m_numbers;
    std::uint32_t m_next = 0;
    std::size_t m_unnamed = 0;
};

void addVolume(PredictedCases& all, const std::vector<ColumnMatch>& matches,
               const ValueTable::Row& scores, const ValueTable::Row& truth, std::uint32_t patient)
{
    for (std::size_t column = 0; column < matches.size(); ++column) {
        const double label = truth.values[matches[column].truthColumn];
        if (std::isnan(label)) {
            ++all.emptyLabels;
            continue;
        }
        FindingCases& finding = all.findings[column];
        finding.cases.scores.push_back(scores.values[column]);
        finding.cases.positive.push_back(label == 1.0);
        finding.groups.push_back(patient);
    }
}

} // namespace

Result<PredictedCases> readPredictedCases(const std::filesystem::path& predictions,
                                          const std::filesystem::path& truth)
{
    const Result<ValueTable> scores = readValueTable(predictions, CellRule::Score);
    if (!scores)
        return scores.error();
    const Result<ValueTable> labels = readValueTable(truth, CellRule::Label);
    if (!labels)
        return labels.error();
    const Result<std::vector<ColumnMatch>> matches = matchColumns(*scores, *labels);
    if (!matches)
        return matches.error();

    PredictedCases all;
    for (const ColumnMatch& column : *matches)
        all.findings.push_back({column.anatomyId, column.findingId, {}, {}, 0});
    for (std::size_t column = 0; column < labels->columns.size(); ++column) {
        if (std::ranges::find(*matches, column, &ColumnMatch::truthColumn) == matches->end())
            all.unansweredLabels.push_back(labels->columns[column]);
    }
    std::map<std::string_view, const ValueTable::Row*> truthOf;
    for (const ValueTable::Row& row : labels->rows)
        truthOf.emplace(row.volume, &row);
    PatientNumbers patients;
    for (const ValueTable::Row& row : scores->rows) {
        const auto known = truthOf.find(row.volume);
        if (known == truthOf.end()) {
            ++all.onlyPredicted;
            continue;
        }
        addVolume(all, *matches, row, *known->second, patients.numberOf(*known->second));
        ++all.volumes;
    }
    if (all.volumes == 0)
        return makeError(ErrorCode::TableNoCommonRow, {predictions.string(), truth.string()});
    all.onlyLabelled = labels->rows.size() - all.volumes;
    all.patients = patients.count();
    all.unnamedPatients = patients.unnamed();
    return all;
}

} // namespace fovea
