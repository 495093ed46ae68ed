#include "app/cli/ImportCommand.h"

#include "app/cli/Table.h"
#include "app/text/errorText.h"
#include "app/text/notes.h"
#include "app/work/ImportSource.h"
#include "app/work/leftOutGroups.h"
#include "storage/DicomScanner.h"
#include "storage/Importer.h"
#include "storage/VolumeFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

namespace {

struct ImportedStudy {
    StudyRecord study;
    std::vector<SeriesRecord> series;
    std::vector<std::size_t> labelMaps; ///< As series.
};

Result<std::vector<ImportedStudy>> importedStudies(const StudyDatabase& database,
                                                   const ImportSummary& summary)
{
    std::vector<ImportedStudy> studies;
    for (const std::int64_t studyId : summary.studyIds) {
        ImportedStudy imported;
        auto study = database.study(studyId);
        if (!study)
            return study.error();
        imported.study = std::move(*study);
        const auto series = database.seriesOf(studyId);
        if (!series)
            return series.error();
        for (const SeriesRecord& record : *series) {
            if (std::ranges::find(summary.seriesIds, record.id) == summary.seriesIds.end())
                continue;
            const auto maps = database.labelMapsOf(record.id);
            if (!maps)
                return maps.error();
            imported.series.push_back(record);
            imported.labelMaps.push_back(maps->size());
        }
        studies.push_back(std::move(imported));
    }
    return studies;
}

struct FileNote {
    std::string path;
    QString text;
};

std::vector<FileNote> notesOn(const std::vector<std::string>& paths)
{
    std::vector<FileNote> notes;
    for (const std::string& path : paths) {
        if (const double apartMm = niftiPlacesApartMm(path); apartMm > 0)
            notes.push_back({path, twoPlacesText(apartMm)});
    }
    return notes;
}

nlohmann::json json(const std::vector<ImportedStudy>& studies, const ImportSummary& summary,
                    const std::vector<FileNote>& notes)
{
    nlohmann::json out{{"studies", nlohmann::json::array()},
                       {"studies_added", summary.studiesAdded},
                       {"series_added", summary.seriesAdded},
                       {"instances_taken", summary.instancesTaken},
                       {"instances_already_there", summary.instancesAlreadyThere},
                       {"label_maps_taken", summary.labelMapsTaken},
                       {"label_maps_already_there", summary.labelMapsAlreadyThere},
                       {"left_out", nlohmann::json::array()},
                       {"notes", nlohmann::json::array()}};
    for (const ImportedStudy& imported : studies) {
        nlohmann::json study{{"study_id", imported.study.id},
                             {"study_instance_uid", imported.study.studyInstanceUid},
                             {"date", imported.study.date},
                             {"description", imported.study.description},
                             {"series", nlohmann::json::array()}};
        for (std::size_t i = 0; i < imported.series.size(); ++i) {
            const SeriesRecord& series = imported.series[i];
            study["series"].push_back({{"series_id", series.id},
                                       {"series_instance_uid", series.seriesInstanceUid},
                                       {"part", series.part},
                                       {"number", series.number},
                                       {"description", series.description},
                                       {"slices", series.sliceCount},
                                       {"label_maps", imported.labelMaps[i]}});
        }
        out["studies"].push_back(std::move(study));
    }
    for (const LeftOutFile& file : summary.leftOut) {
        out["left_out"].push_back(
            {{"path", file.path.string()}, {"reason", errorText(file.reason).toStdString()}});
    }
    for (const FileNote& note : notes)
        out["notes"].push_back({{"path", note.path}, {"text", note.text.toStdString()}});
    return out;
}

/// An image that should have come in: left out, it leaves a study incomplete.
bool incomplete(const LeftOutFile& file)
{
    return file.reason.code == ErrorCode::BrokenFile ||
           file.reason.code == ErrorCode::FileNotReadable ||
           file.reason.code == ErrorCode::FileNotFound;
}

} // namespace

ImportCommand::ImportCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "import", tr("Take DICOM studies into the archive"))
{
    parser().texts(
        "path", m_paths,
        tr("Files, folders, DICOMDIRs or zip files with DICOM images, or research volumes"),
        "PATH");
    parser().flag("--reference", m_reference,
                  tr("Leave the files where they are and remember their place"));
}

Status ImportCommand::run(CommandContext& context)
{
    // Everything is read before the archive is touched: a mistyped path changes nothing. (What is
    // in a zip passes through the archive's folder.)
    std::vector<ImportSource> sources;
    for (const std::string& path : m_paths) {
        auto source = ImportSource::open(std::filesystem::absolute(path), context.archiveFolder(),
                                         context.progress(tr("Reading headers")));
        if (!source)
            return source.error();
        const std::vector<LeftOutFile>& leftOut = source->report().leftOut;
        if (source->report().studies.empty()) // Of one file, its own reason says more.
            return leftOut.size() == 1 && !std::filesystem::is_directory(path)
                       ? leftOut.front().reason
                       : makeError(ErrorCode::NoCtFound, {path});
        sources.push_back(std::move(*source));
    }
    auto database = context.openArchive();
    if (!database)
        return database.error();
    const ImportMode mode = m_reference ? ImportMode::Reference : ImportMode::Copy;
    const auto summary = ImportSource::importAll(*database, std::move(sources), mode,
                                                 context.progress(tr("Importing")));
    if (!summary)
        return summary.error();
    const auto studies = importedStudies(*database, *summary);
    if (!studies)
        return studies.error();

    const std::vector<FileNote> notes = notesOn(m_paths);
    if (context.json()) {
        context.console().print(json(*studies, *summary, notes));
    } else {
        Table table({{tr("Study"), Table::Align::Right},
                     {tr("Series"), Table::Align::Right},
                     {tr("Date")},
                     {tr("Description")},
                     {tr("Slices"), Table::Align::Right},
                     {tr("Segmentations"), Table::Align::Right}});
        for (const ImportedStudy& imported : *studies) {
            for (std::size_t i = 0; i < imported.series.size(); ++i) {
                const SeriesRecord& series = imported.series[i];
                table.addRow({QString::number(imported.study.id), QString::number(series.id),
                              printable(imported.study.date), printable(series.description),
                              QString::number(series.sliceCount),
                              QString::number(imported.labelMaps[i])});
            }
        }
        QString text = table.text();
        text += tr("Images: %1 taken, %2 already there; segmentations: %3 taken, %4 already there")
                    .arg(summary->instancesTaken)
                    .arg(summary->instancesAlreadyThere)
                    .arg(summary->labelMapsTaken)
                    .arg(summary->labelMapsAlreadyThere) +
                QLatin1Char('\n');
        if (!summary->leftOut.empty())
            text += tr("Left out:") + QLatin1Char('\n');
        for (const LeftOutGroup& group : groupLeftOut(summary->leftOut)) {
            // Most reasons name the file themselves.
            const QString path = printable(group.first->path.string());
            const QString reason = errorText(group.first->reason);
            text += QLatin1String("  ") +
                    (reason.contains(path) ? reason : path + QLatin1String(": ") + reason);
            if (group.count > 1)
                text += QLatin1Char(' ') +
                        tr("(and %n more for this reason)", nullptr, int(group.count - 1));
            text += QLatin1Char('\n');
        }
        for (const FileNote& note : notes)
            text += tr("Note: %1").arg(printable(note.path)) + QLatin1String(": ") + note.text +
                    QLatin1Char('\n');
        context.console().print(text);
    }
    const auto failed = std::ranges::find_if(summary->leftOut, incomplete);
    if (failed != summary->leftOut.end())
        return failed->reason;
    return Done{};
}

} // namespace fovea
