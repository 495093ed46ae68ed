#include "app/cli/ListCommand.h"

#include "app/cli/Table.h"

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

struct ListedSeries {
    SeriesRecord series;
    std::vector<LabelMapRecord> labelMaps;
    std::vector<AnalysisRecord> analyses;
};

struct ListedStudy {
    StudyRecord study;
    std::vector<ListedSeries> series;
};

Result<std::vector<ListedStudy>> listed(const StudyDatabase& database, const std::string& text)
{
    StudyQuery query;
    query.text = text;
    const auto studies = database.studies(query);
    if (!studies)
        return studies.error();
    std::vector<ListedStudy> out;
    for (const StudyRecord& study : *studies) {
        ListedStudy& entry = out.emplace_back(ListedStudy{study, {}});
        const auto series = database.seriesOf(study.id);
        if (!series)
            return series.error();
        for (const SeriesRecord& record : *series) {
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

nlohmann::json json(const std::vector<ListedStudy>& studies)
{
    nlohmann::json out{{"studies", nlohmann::json::array()}};
    for (const ListedStudy& listed : studies) {
        nlohmann::json study{{"study_id", listed.study.id},
                             {"study_instance_uid", listed.study.studyInstanceUid},
                             {"patient_name", listed.study.patient.name},
                             {"patient_id", listed.study.patient.patientId},
                             {"date", listed.study.date},
                             {"description", listed.study.description},
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
    parser().text("text", m_text, tr("Only studies in which these words occur"), "TEXT");
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
    for (const ListedStudy& study : *studies) {
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
