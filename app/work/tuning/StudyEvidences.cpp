#include "app/work/tuning/StudyEvidences.h"

#include "model/evaluate/ValueTable.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fovea {

namespace {

using Code = TuningProblem::Code;

std::string rowName(const StudyText& text)
{
    return text.line > 0 ? std::to_string(text.line) : text.file;
}

/// The study that the text is of; 0 and a problem where that cannot be told.
std::int64_t studyOf(const StudyText& text, const StudyFinder& finder,
                     std::vector<TuningProblem>& problems)
{
    const bool byNumber = !text.accessionNumber.empty() && !finder.knows(text.study);
    return finder.find(byNumber ? text.accessionNumber : text.study, rowName(text), problems);
}

void addOnce(std::vector<std::string>& ids, const std::string& id)
{
    if (std::ranges::find(ids, id) == ids.end())
        ids.push_back(id);
}

/// Whole reports, by study: the last row of each counts.
Result<std::map<std::int64_t, std::string>> readReports(const std::filesystem::path& path,
                                                        const StudyFinder& finder,
                                                        std::vector<TuningProblem>& problems)
{
    std::map<std::int64_t, std::string> reports;
    if (path.empty())
        return reports;
    auto texts = readStudyTexts(path);
    if (!texts)
        return texts.error();
    std::map<std::int64_t, std::string> rows;
    for (StudyText& text : *texts) {
        const std::string row = rowName(text);
        const std::int64_t study = studyOf(text, finder, problems);
        if (study == 0)
            continue;
        const auto earlier = rows.find(study);
        if (earlier != rows.end())
            problems.push_back({Code::RowRepeated, {earlier->second}});
        rows[study] = row;
        reports[study] = std::move(text.text);
    }
    return reports;
}

const ModelFinding* askedColumn(const TuningRequest& request, const std::string& column)
{
    const auto found = std::ranges::find_if(request.asked, [&](const ModelFinding& finding) {
        return column == finding.findingId || column == finding.anatomyId + "/" + finding.findingId;
    });
    return found == request.asked.end() ? nullptr : &*found;
}

Status readLabels(const TuningRequest& request, const StudyFinder& finder, StudyEvidences& out)
{
    if (request.labels.empty())
        return Done{};
    const auto table = readValueTable(request.labels, CellRule::Label);
    if (!table)
        return table.error();
    std::vector<FindingKey> keys;
    for (const std::string& column : table->columns) {
        const ModelFinding* finding = askedColumn(request, column);
        if (!finding)
            return makeError(ErrorCode::TableColumnUnknown,
                             {request.labels.string(), column, request.modelName});
        keys.push_back({finding->anatomyId, finding->findingId});
    }
    for (std::size_t n = 0; n < table->rows.size(); ++n) {
        const ValueTable::Row& row = table->rows[n];
        // The header is line 1.
        const std::int64_t study = finder.find(row.volume, std::to_string(n + 2), out.problems);
        if (study == 0)
            continue;
        for (std::size_t column = 0; column < keys.size(); ++column) {
            if (!std::isnan(row.values[column]))
                out.studies[study].table[keys[column]] = row.values[column] > 0.5;
        }
    }
    return Done{};
}

} // namespace

void correctReport(DecomposedReport& report, const std::string& anatomyId, const std::string& text,
                   const ReportRules& rules)
{
    for (ReportClause& clause : report.clauses) {
        std::erase(clause.anatomyIds, anatomyId);
        std::erase_if(clause.mentions,
                      [&](const FindingMention& one) { return one.anatomyId == anatomyId; });
    }
    std::erase_if(report.clauses,
                  [](const ReportClause& clause) { return clause.anatomyIds.empty(); });
    std::erase_if(report.anatomies,
                  [&](const AnatomyReport& one) { return one.anatomyId == anatomyId; });

    AnatomyReport corrected;
    corrected.anatomyId = anatomyId;
    for (ReportClause& clause : decomposeReport("Findings: " + text, rules).clauses) {
        std::erase_if(clause.mentions,
                      [&](const FindingMention& one) { return one.anatomyId != anatomyId; });
        for (const FindingMention& mention : clause.mentions)
            addOnce(mention.negated ? corrected.negated : corrected.asserted, mention.findingId);
        corrected.findings.push_back(clause.text);
        clause.anatomyIds = {anatomyId};
        report.clauses.push_back(std::move(clause));
    }
    std::erase_if(corrected.negated, [&](const std::string& finding) {
        return std::ranges::find(corrected.asserted, finding) != corrected.asserted.end();
    });
    corrected.normal = corrected.asserted.empty();
    report.anatomies.push_back(std::move(corrected));
}

Result<StudyEvidences> readEvidences(const TuningRequest& request,
                                     const std::vector<StudyText>& pasted,
                                     const StudyFinder& finder, const ReportRules& rules)
{
    StudyEvidences out;
    auto reports = readReports(request.reports, finder, out.problems);
    if (!reports)
        return reports.error();
    std::vector<std::pair<std::int64_t, StudyText>> ofAnatomies;
    std::map<std::int64_t, std::vector<StudyText>> ofPasted;
    for (const StudyText& text : pasted) {
        // Of a study that is no longer in the archive nothing need be said.
        if (!finder.knows(text.study))
            continue;
        const std::int64_t study = studyOf(text, finder, out.problems);
        if (study == 0)
            continue;
        reports->erase(study);
        ofPasted[study].push_back(text);
    }
    if (!request.corrections.empty()) {
        auto corrections = readStudyTexts(request.corrections);
        if (!corrections)
            return corrections.error();
        for (StudyText& text : *corrections) {
            const std::int64_t study = studyOf(text, finder, out.problems);
            if (study == 0)
                continue;
            if (text.anatomyId.empty()) {
                (*reports)[study] = std::move(text.text);
                ofPasted.erase(study);
            } else {
                ofAnatomies.emplace_back(study, std::move(text));
            }
        }
    }
    std::map<std::int64_t, DecomposedReport> decomposed;
    for (const auto& [study, text] : *reports)
        decomposed[study] = decomposeReport(text, rules);
    for (const auto& [study, texts] : ofPasted) {
        for (const StudyText& text : texts)
            correctReport(decomposed[study], text.anatomyId, text.text, rules);
    }
    for (const auto& [study, text] : ofAnatomies)
        correctReport(decomposed[study], text.anatomyId, text.text, rules);
    for (auto& [study, report] : decomposed) {
        if (report.anatomies.empty())
            out.notUnderstood.insert(study);
        else
            out.studies[study].report = std::move(report);
    }
    if (const Status read = readLabels(request, finder, out); !read)
        return read.error();
    return out;
}

} // namespace fovea
