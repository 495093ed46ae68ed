#include "app/work/siteLabels.h"

#include "model/evaluate/ValueTable.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fovea {

namespace {

/// Numbers patients from 0 as they come.
class Patients {
public:
    std::uint32_t number(std::int64_t id)
    {
        return m_numbers.emplace(id, static_cast<std::uint32_t>(m_numbers.size())).first->second;
    }
    std::size_t count() const { return m_numbers.size(); }

private:
    std::map<std::int64_t, std::uint32_t> m_numbers;
};

void add(FindingCases& finding, double score, bool positive, std::uint32_t patient)
{
    finding.cases.scores.push_back(score);
    finding.cases.positive.push_back(positive);
    finding.groups.push_back(patient);
}

/// The model's newest analysis of any series of the study.
Result<std::optional<StudyAnalysis>>
newestAnalysis(const StudyDatabase& database, std::int64_t studyId, const std::string& fingerprint)
{
    const auto series = database.seriesOf(studyId);
    if (!series)
        return series.error();
    AnalysisRecord newest;
    for (const SeriesRecord& one : *series) {
        const auto analyses = database.analysesOf(one.id);
        if (!analyses)
            return analyses.error();
        for (const AnalysisRecord& analysis : *analyses) {
            if (analysis.modelFingerprint == fingerprint && analysis.id > newest.id)
                newest = analysis;
        }
    }
    if (newest.id == 0)
        return std::optional<StudyAnalysis>();
    return database.analysis(newest.seriesId, newest.labelMapId, fingerprint);
}

const ModelFinding* findingNamed(const ModelInfo& model, const std::string& column)
{
    const auto found = std::ranges::find_if(model.findings, [&](const ModelFinding& finding) {
        return column == finding.findingId || column == finding.anatomyId + "/" + finding.findingId;
    });
    return found == model.findings.end() ? nullptr : &*found;
}

} // namespace

Result<SiteLabels> labelsFromVerdicts(const StudyDatabase& database, const ModelInfo& model)
{
    const auto labelled = database.labelledScores(model.fingerprint);
    if (!labelled)
        return labelled.error();
    SiteLabels labels;
    Patients patients;
    for (const LabelledScore& one : *labelled) {
        // They come sorted by finding.
        if (labels.findings.empty() || labels.findings.back().anatomyId != one.anatomyId ||
            labels.findings.back().findingId != one.findingId)
            labels.findings.push_back({one.anatomyId, one.findingId, {}, {}, 0});
        add(labels.findings.back(), one.score, one.accepted, patients.number(one.patientId));
    }
    labels.patients = patients.count();
    return labels;
}

Result<SiteLabels> labelsFromTable(const StudyDatabase& database, const ModelInfo& model,
                                   const std::filesystem::path& file)
{
    const auto table = readValueTable(file, CellRule::Label);
    if (!table)
        return table.error();
    SiteLabels labels;
    for (const std::string& column : table->columns) {
        const ModelFinding* finding = findingNamed(model, column);
        if (!finding)
            return makeError(ErrorCode::TableColumnUnknown, {file.string(), column, model.name});
        labels.findings.push_back({finding->anatomyId, finding->findingId, {}, {}, 0});
    }
    Patients patients;
    for (const ValueTable::Row& row : table->rows) {
        const auto study = database.studyByUid(row.volume);
        if (!study)
            return study.error();
        Result<std::optional<StudyAnalysis>> analysis = std::optional<StudyAnalysis>();
        if (*study)
            analysis = newestAnalysis(database, (*study)->id, model.fingerprint);
        if (!analysis)
            return analysis.error();
        if (!*analysis) {
            ++labels.withoutScore;
            continue;
        }
        for (std::size_t n = 0; n < labels.findings.size(); ++n) {
            FindingCases& finding = labels.findings[n];
            const auto said = std::ranges::find_if((*analysis)->findings, [&](const Finding& one) {
                return one.anatomyId == finding.anatomyId && one.findingId == finding.findingId;
            });
            if (said != (*analysis)->findings.end() && !std::isnan(row.values[n]))
                add(finding, said->score, row.values[n] > 0.5,
                    patients.number((*study)->patient.id));
        }
    }
    if (patients.count() == 0)
        return makeError(ErrorCode::TableNoCommonRow, {file.string(), database.folder().string()});
    std::erase_if(labels.findings,
                  [](const FindingCases& finding) { return finding.cases.scores.empty(); });
    labels.patients = patients.count();
    return labels;
}

} // namespace fovea
