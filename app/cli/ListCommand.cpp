#include "app/cli/ListCommand.h"

#include "app/cli/Table.h"
#include "app/text/namesForSearch.h"
#include "storage/StudyList.h"

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

struct ListedSeries {
    SeriesRecord series;
    std::vector<LabelMapRecord> labelMaps;
    std::vector<AnalysisRecord> analyses;
};

struct StudyWithSeries {
    StudyRecord study;
    StudyNote note;
    std::vector<ListedSeries> series;
};

Result<std::vector<StudyWithSeries>> listed(const StudyDatabase& database, const std::string& text)
{
    StudyListQuery query;
    query.text = text;
    query.names = namesForSearch();
    const auto found = listStudies(database, query);
    if (!found)
        return found.error();
    std::vector<StudyWithSeries> out;
    for (const ListedStudy& study : found->studies) {
        StudyWithSeries& entry = out.emplace_back(StudyWithSeries{study.study, study.note, {}});
        for (const SeriesRecord& record : study.series) {
            auto maps = database.labelMapsOf(record.id);
            if (!maps)
                return maps.error();
            auto analyses = database.analysesOf(record.id);
            if (!analyses)
                return analyses.error();
            entry.series.push_back({record, std::move(*maps), std::move(*analyses)});
        }
    }
    return out;
}

nlohmann::json json(const ListedSeries& listed)
{
    const SeriesRecord& series = listed.series;
    nlohmann::json out{{"series_id", series.id},
                       {"series_instance_uid", series.seriesInstanceUid},
                       {"part", series.part},
                       {"number", series.number},
                       {"modality", series.modality},
                       {"description", series.description},
                       {"slices", series.sliceCount},
                       {"size", series.size},
                       {"spacing_mm", series.spacingMm},
                       {"label_maps", nlohmann::json::array()},
                       {"analyses", nlohmann::json::array()}};
    for (const LabelMapRecord& map : listed.labelMaps)
        out["label_maps"].push_back({{"label_map_id", map.id}, {"label", map.label}});
    for (const AnalysisRecord& analysis : listed.analyses) {
        out["analyses"].push_back({{"label_map_id", analysis.labelMapId},
                                   {"model_fingerprint", analysis.modelFingerprint},
                                   {"created_at", analysis.createdAt}});
    }
    return out;
}

nlohmann::json json(const std::vector<StudyWithSeries>& studies)
{
    nlohmann::json out{{"studies", nlohmann::json::array()}};
    for (const StudyWithSeries& listed : studies) {
        nlohmann::json study{{"study_id", listed.study.id},
                             {"study_instance_uid", listed.study.studyInstanceUid},
                             {"patient_name", listed.study.patient.name},
                             {"patient_id", listed.study.patient.patientId},
                             {"date", listed.study.date},
                             {"description", listed.study.description},
                             {"read", listed.note.isRead},
                             {"tags", listed.note.tags},
                             {"note", listed.note.note},
                             {"series", nlohmann::json::array()}};
        for (const ListedSeries& series : listed.series)
            study["series"].push_back(json(series));
        out["studies"].push_back(std::move(study));
    }
    return out;
}

} // namespace

ListCommand::ListCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "list", tr("List the archive's studies and series"))
{
    parser().text("text", m_text,
                  tr("Only studies in which these words occur, or for example \"nodule > 0.8\""),
                  "TEXT");
}

Status ListCommand::run(CommandContext& context)
{
    const auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    const auto studies = listed(*database, m_text);
    if (!studies)
        return studies.error();
    if (context.json()) {
        context.console().print(json(*studies));
        return Done{};
    }
    Table table({{tr("Study"), Table::Align::Right},
                 {tr("Series"), Table::Align::Right},
                 {tr("Date")},
                 {tr("Patient")},
                 {tr("Description")},
                 {tr("Slices"), Table::Align::Right},
                 {tr("Segmentations"), Table::Align::Right},
                 {tr("Analysed")}});
    for (const StudyWithSeries& study : *studies) {
        for (const ListedSeries& entry : study.series) {
            table.addRow({QString::number(study.study.id), QString::number(entry.series.id),
                          printable(study.study.date), printable(study.study.patient.name),
                          printable(entry.series.description),
                          QString::number(entry.series.sliceCount),
                          QString::number(entry.labelMaps.size()),
                          entry.analyses.empty() ? tr("no") : tr("yes")});
        }
    }
    context.console().print(table.isEmpty() ? tr("No studies.") + QLatin1Char('\n') : table.text());
    return Done{};
}

} // namespace fovea
