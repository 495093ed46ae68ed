#include "app/cli/ExportCommand.h"

#include "app/export/exportNotes.h"
#include "app/export/exportStudyTables.h"
#include "app/text/errorText.h"
#include "app/text/namesForSearch.h"
#include "storage/StudyList.h"
#include "viewer/ViewState.h"

#include <QGuiApplication>

#include <nlohmann/json.hpp>

#include <utility>

namespace fovea {

ExportCommand::ExportCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "export",
              tr("Write what is known of a series: DICOM objects, a report, tables"))
{
    m_selection.declare(parser(), tr("Every CT series of the archive, or of the studies that "
                                     "--search finds; tables only"));
    parser().text("--search", m_search,
                  tr("What the studies must have, with --all: words, dates, tags, findings"),
                  "TEXT");
    parser().text("--out", m_out, tr("Folder to write into; made where missing"), "DIR",
                  CommandParser::Needed::Required);
    parser().flag("--sr", m_report, tr("Measurement report (DICOM SR, TID 1500)"));
    parser().flag("--seg", m_segmentation, tr("Segmentation (DICOM SEG)"));
    parser().flag("--capture", m_captures, tr("Key images (DICOM secondary captures)"));
    parser().flag("--key-objects", m_keyObjects,
                  tr("Selection of the key images (DICOM key object selection)"));
    parser().flag("--pdf", m_pdf, tr("Report (PDF)"));
    parser().flag("--pdf-dicom", m_dicomPdf, tr("Report (DICOM encapsulated PDF)"));
    parser().flag("--csv", m_csv, tr("Table of everything (CSV)"));
    parser().flag("--json-table", m_jsonTable, tr("Table of everything (JSON)"));
    parser().flag("--without-patient", m_withoutPatient,
                  tr("The report does not say who the patient is"));
    parser().flag("--overwrite", m_overwrite, tr("Replace files that are there"));
    addModelOptions(parser(), options, m_package);
}

bool ExportCommand::isWanted(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        if (argv[i][0] != '-')
            return std::string_view(argv[i]) == "export";
    }
    return false;
}

std::unique_ptr<QCoreApplication> ExportCommand::makeApplication(int& argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

ExportRequest ExportCommand::request() const
{
    ExportRequest request;
    request.folder = m_out;
    request.namesPatient = !m_withoutPatient;
    request.overwrite = m_overwrite;
    request.softwareVersion = QCoreApplication::applicationVersion();
    for (const auto& [wanted, part] : {std::pair(m_report, ExportPart::MeasurementReport),
                                       {m_segmentation, ExportPart::Segmentation},
                                       {m_captures, ExportPart::Captures},
                                       {m_keyObjects, ExportPart::KeyObjects},
                                       {m_pdf, ExportPart::PdfReport},
                                       {m_dicomPdf, ExportPart::DicomReport},
                                       {m_csv, ExportPart::Csv},
                                       {m_jsonTable, ExportPart::Json}})
    {
        if (wanted)
            request.parts.insert(part);
    }
    return request;
}

Result<std::optional<ResultsModel>> ExportCommand::model(CommandContext& context) const
{
    const auto engine = context.engine(CommandContext::modelPackage(m_package));
    if (!engine) {
        // Without any model there is still all that readers and segmentations say.
        if (m_package.empty() && (engine.error().code == ErrorCode::ModelNotFound ||
                                  engine.error().code == ErrorCode::ModelLibraryMissing))
            return std::optional<ResultsModel>();
        return engine.error();
    }
    const ModelInfo& info = (*engine)->info();
    return std::optional(
        ResultsModel{info.name, info.fingerprint, info.calibratedOn, info.demo, {}});
}

Result<std::vector<std::filesystem::path>>
ExportCommand::writeOne(CommandContext& context, const StudyDatabase& database) const
{
    const auto series = m_selection.resolve(database);
    if (!series)
        return series.error();
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto speaking = model(context);
    if (!speaking)
        return speaking.error();
    auto loaded = loadResults(database, series->id, *catalog, *speaking,
                              context.progress(tr("Reading images")));
    if (!loaded)
        return loaded.error();
    // As the window shows a study that nobody has changed anything of.
    ViewState state;
    state.show(loaded->series.volume, loaded->labels ? loaded->labels->labels : nullptr);
    const ExportMaterial material{std::move(loaded->results), SliceCapture::of(state),
                                  loaded->labels ? loaded->labels->labels : nullptr};
    const auto notes = exportNotes(database.folder(), {material.results.study.id});
    if (!notes)
        return notes.error();
    return exportResults(material, *catalog, request(), *notes, context.progress(tr("Exporting")));
}

Result<std::vector<std::filesystem::path>>
ExportCommand::writeAll(CommandContext& context, const StudyDatabase& database,
                        std::vector<LeftOutSeries>& leftOut) const
{
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto speaking = model(context);
    if (!speaking)
        return speaking.error();
    StudyListQuery query;
    query.text = m_search;
    query.names = namesForSearch();
    const auto listing = listStudies(database, query);
    if (!listing)
        return listing.error();
    std::vector<std::int64_t> studies;
    for (const ListedStudy& listed : listing->studies)
        studies.push_back(listed.study.id);
    auto written = exportStudyTables(database, studies, *catalog, *speaking, request(),
                                     context.timedProgress(tr("Reading images")));
    if (!written)
        return written.error();
    leftOut = std::move(written->leftOut);
    return std::move(written->files);
}

Status ExportCommand::run(CommandContext& context)
{
    const ExportRequest wanted = request();
    if (wanted.parts.empty())
        return makeError(ErrorCode::BadOption, {"export", "nothing to write was named"});
    if (m_selection.all) {
        for (const ExportPart part : wanted.parts) {
            if (part != ExportPart::Csv && part != ExportPart::Json)
                return makeError(ErrorCode::BadOption, {"--all", "tables only"});
        }
    } else if (!m_search.empty()) {
        return makeError(ErrorCode::BadOption, {"--search", "needs --all"});
    }
    const auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    std::vector<LeftOutSeries> leftOut;
    const auto written =
        m_selection.all ? writeAll(context, *database, leftOut) : writeOne(context, *database);
    if (!written)
        return written.error();
    for (const LeftOutSeries& series : leftOut)
        context.console().log(
            tr("Series %1 left out: %2").arg(series.seriesId).arg(errorText(series.reason)));
    const Status complete = leftOut.empty() ? Status(Done{}) : Status(leftOut.front().reason);
    if (context.json()) {
        nlohmann::json files = nlohmann::json::array();
        for (const std::filesystem::path& file : *written)
            files.push_back(file.string());
        nlohmann::json missing = nlohmann::json::array();
        for (const LeftOutSeries& series : leftOut)
            missing.push_back({{"series_id", series.seriesId},
                               {"reason", errorText(series.reason).toStdString()}});
        context.console().print(
            nlohmann::json{{"files", std::move(files)}, {"left_out", std::move(missing)}});
        return complete;
    }
    for (const std::filesystem::path& file : *written)
        context.console().print(QString::fromStdString(file.string()) + QLatin1Char('\n'));
    return complete;
}

} // namespace fovea
