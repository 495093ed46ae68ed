#include "app/cli/SegmentArchive.h"

#include "app/cli/SeriesSelection.h"
#include "app/cli/Table.h"
#include "app/text/errorText.h"
#include "app/text/names.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <vector>

namespace fovea {

namespace {

constexpr double Mm3PerMl = 1000.0;

Result<std::vector<SeriesRecord>> everyUnsegmentedCt(const StudyDatabase& database)
{
    const auto studies = database.studies();
    if (!studies)
        return studies.error();
    std::vector<SeriesRecord> chosen;
    for (const StudyRecord& study : *studies) {
        const auto series = database.seriesOf(study.id);
        if (!series)
            return series.error();
        std::ranges::copy_if(*series, std::back_inserter(chosen), [](const SeriesRecord& one) {
            return one.modality == "CT" && !one.hasLabelMap;
        });
    }
    if (chosen.empty())
        return makeError(ErrorCode::NoCases, {}, "every CT series has a segmentation");
    return chosen;
}

Result<std::vector<SeriesRecord>> chosenSeries(const StudyDatabase& database,
                                               const std::string& asked)
{
    if (asked.empty())
        return everyUnsegmentedCt(database);
    SeriesSelection selection;
    selection.series = asked;
    const auto series = selection.resolve(database);
    if (!series)
        return series.error();
    return std::vector<SeriesRecord>{*series};
}

struct Made {
    LoadedLabelMap labels;
    bool stored = false;
};

Result<Made> segmentOne(StudyDatabase& database, std::int64_t seriesId, const Segmenter& segmenter,
                        const AnatomyCatalog& catalog, const Progress& progress)
{
    const auto before = storedSegmentation(database, seriesId, segmenter.fingerprint);
    if (!before)
        return before.error();
    const auto series = loadSeries(database, seriesId, progress.part(0.0, 0.05));
    if (!series)
        return series.error();
    const auto record =
        segmentSeries(database, *series, segmenter, catalog, progress.part(0.05, 0.97));
    if (!record)
        return record.error();
    auto labels = loadLabelMap(*series, *record, catalog, progress.part(0.97, 1.0));
    if (!labels)
        return labels.error();
    return Made{std::move(*labels), before->has_value()};
}

nlohmann::json structuresJson(const LoadedLabelMap& map)
{
    nlohmann::json all = nlohmann::json::array();
    for (const Structure& structure : map.labels->structures()) {
        const auto known =
            std::ranges::find(map.confidence, structure.label, &StructureConfidence::label);
        const bool said = known != map.confidence.end();
        all.push_back({{"label", structure.label},
                       {"name", structure.name},
                       {"voxels", structure.voxelCount},
                       {"volume_ml", static_cast<double>(structure.voxelCount) *
                                         map.labels->geometry().voxelVolumeMm3() / Mm3PerMl},
                       {"probability", said ? nlohmann::json(known->probability) : nullptr},
                       {"rim_entropy_bits", said ? nlohmann::json(known->rimEntropy) : nullptr}});
    }
    return all;
}

} // namespace

Status SegmentArchive::run(CommandContext& context, const Request& request)
{
    auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    const auto series = chosenSeries(*database, request.series);
    if (!series)
        return series.error();
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto segmenter = makeSegmenter(request.choice, ModelLibrary::installedLibrary(), *catalog,
                                         context.progress(tr("Reading the network")));
    if (!segmenter)
        return segmenter.error();

    nlohmann::json out{{"segmenter", segmenter->name},
                       {"fingerprint", segmenter->fingerprint},
                       {"results", nlohmann::json::array()},
                       {"failed", nlohmann::json::array()}};
    Table table(std::vector<Table::Column>{{tr("Series"), Table::Align::Right},
                                           {tr("Segmentation"), Table::Align::Right},
                                           {tr("Structures"), Table::Align::Right},
                                           {tr("Note")}});
    Status outcome = Done{};
    for (const SeriesRecord& one : *series) {
        const auto made = segmentOne(*database, one.id, *segmenter, *catalog,
                                     context.timedProgress(tr("Segmenting series %1").arg(one.id)));
        if (!made) {
            if (!request.series.empty() || made.error().code == ErrorCode::Cancelled)
                return made.error();
            outcome = made.error();
            const QString reason = errorText(made.error());
            out["failed"].push_back({{"series_id", one.id}, {"reason", reason.toStdString()}});
            table.addRow({QString::number(one.id), QStringLiteral("–"), QStringLiteral("–"),
                          printable(reason.toStdString())});
            continue;
        }
        if (Status noted = context.noteOpened(one.studyId, "segment"); !noted)
            return noted;
        out["results"].push_back({{"series_id", one.id},
                                  {"label_map_id", made->labels.record.id},
                                  {"stored", made->stored},
                                  {"structures", structuresJson(made->labels)}});
        table.addRow({QString::number(one.id), QString::number(made->labels.record.id),
                      QString::number(made->labels.labels->structures().size()),
                      made->stored ? tr("was there already") : QString()});
    }
    if (context.json())
        context.console().print(out);
    else
        context.console().print(table.text());
    return outcome;
}

} // namespace fovea
