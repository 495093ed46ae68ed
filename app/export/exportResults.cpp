#include "app/export/exportResults.h"

#include "app/export/ResultsReport.h"
#include "app/work/resultsTable.h"
#include "storage/AtomicFile.h"
#include "storage/EncapsulatedPdf.h"
#include "storage/KeyObjects.h"
#include "storage/MeasurementReport.h"
#include "storage/ownSentences.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace fovea {

namespace fs = std::filesystem;

namespace {

const char* fileName(ExportPart part)
{
    switch (part) {
    case ExportPart::MeasurementReport:
        return "measurement-report.dcm";
    case ExportPart::Segmentation:
        return "segmentation.dcm";
    case ExportPart::Captures:
        return "capture-001.dcm";
    case ExportPart::KeyObjects:
        return "key-objects.dcm";
    case ExportPart::PdfReport:
        return "report.pdf";
    case ExportPart::DicomReport:
        return "report.dcm";
    case ExportPart::Csv:
        return "results.csv";
    case ExportPart::Json:
        return "results.json";
    }
    return "";
}

/// Numbers of the series that are made, far from those of scanners.
int seriesNumber(ExportPart part)
{
    return 901 + static_cast<int>(part);
}

std::vector<fs::path> filesOf(const ExportRequest& request, const StudyResults& results)
{
    std::vector<fs::path> files;
    for (const ExportPart part : request.parts) {
        const std::size_t count =
            part == ExportPart::Captures ? std::max<std::size_t>(1, results.keyImages.size()) : 1;
        for (std::size_t i = 1; i <= count; ++i) {
            char capture[32];
            std::snprintf(capture, sizeof capture, "capture-%03zu.dcm", i);
            files.push_back(request.folder /
                            (part == ExportPart::Captures ? capture : fileName(part)));
        }
    }
    return files;
}

Result<std::string> bytesOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream)
        return makeError(ErrorCode::FileNotReadable, {path.string()});
    return bytes;
}

/// The files of a part are on the disk: they stay, and join `written`, where that can be told.
Status tellWritten(ExportPart part, const std::vector<fs::path>& files,
                   const PartWritten& partWritten, std::vector<fs::path>& written)
{
    if (Status told = partWritten(part); !told) {
        std::error_code ignored;
        for (const fs::path& file : files)
            fs::remove(file, ignored);
        return told;
    }
    written.insert(written.end(), files.begin(), files.end());
    return Done{};
}

/// One export of one series; the steps follow each other.
class Export {
public:
    Export(const ExportMaterial& material, const AnatomyCatalog& catalog,
           const ExportRequest& request, const PartWritten& partWritten, const Progress& progress)
        : m_material(material)
        , m_results(material.results)
        , m_catalog(catalog)
        , m_request(request)
        , m_partWritten(partWritten)
        , m_progress(progress)
    {
    }

    Result<std::vector<fs::path>> run()
    {
        for (const auto step :
             {&Export::segmentation, &Export::report, &Export::pictures, &Export::captures,
              &Export::keyObjects, &Export::pdf, &Export::tables})
        {
            if (m_progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            if (const Status done = (this->*step)(); !done)
                return done.error();
            m_progress.report(++m_done / 7.0);
        }
        return m_written;
    }

private:
    bool wants(ExportPart part) const { return m_request.parts.contains(part); }
    fs::path path(ExportPart part) const { return m_request.folder / fileName(part); }
    DerivedOptions options(ExportPart part, const char* description) const
    {
        DerivedOptions options;
        options.seriesNumber = seriesNumber(part);
        options.seriesDescription = description;
        options.softwareVersion = m_request.softwareVersion.toStdString();
        return options;
    }
    Status wrote(ExportPart part, const Status& status)
    {
        return status ? tellWritten(part, {path(part)}, m_partWritten, m_written) : status;
    }
    template <typename T> Status wrote(ExportPart part, const Result<T>& result)
    {
        return wrote(part, result ? Status(Done{}) : Status(result.error()));
    }

    bool keptAsDicom() const
    {
        return m_results.labelMap && m_results.labelMap->kind == LabelMapKind::DicomSegmentation;
    }

    Status segmentation()
    {
        if (keptAsDicom()) {
            auto reference = segmentationReference(m_results.labelMap->path, m_results);
            if (!reference)
                return reference.error();
            if (isSegmentation(*reference))
                m_segmentation = std::move(*reference);
        }
        if (!wants(ExportPart::Segmentation))
            return Done{};
        const fs::path file = path(ExportPart::Segmentation);
        if (m_segmentation) { // As it is: other objects may refer to it.
            const auto bytes = bytesOf(m_results.labelMap->path);
            return bytes ? wrote(ExportPart::Segmentation, writeFileAtomically(file, *bytes))
                         : Status(bytes.error());
        }
        SegmentationOptions options;
        options.seriesNumber = seriesNumber(ExportPart::Segmentation);
        options.algorithmName = m_results.labelMap->label;
        const auto uid = writeSegmentation(*m_material.labels, m_catalog, m_results.ctFiles, file,
                                           options, m_progress.part(0.0, 0.1));
        if (!uid)
            return uid.error();
        auto reference = writtenSegmentation(file, m_results);
        if (!reference)
            return reference.error();
        m_segmentation = std::move(*reference);
        return wrote(ExportPart::Segmentation, Status(Done{}));
    }

    Status report()
    {
        constexpr ExportPart part = ExportPart::MeasurementReport;
        if (!wants(part))
            return Done{};
        return wrote(part, writeMeasurementReport(m_results, m_catalog, m_segmentation,
                                                  englishResearchNotice, path(part),
                                                  options(part, "Measurement report")));
    }

    Status pictures()
    {
        if (wants(ExportPart::Captures) || wants(ExportPart::PdfReport) ||
            wants(ExportPart::DicomReport))
            m_pictures = keyPictures(m_results, m_material.look, m_progress.part(0.3, 0.4));
        return Done{};
    }

    Status captures()
    {
        if (!wants(ExportPart::Captures))
            return Done{};
        std::vector<CapturedPicture> captured;
        for (const KeyPicture& picture : m_pictures)
            captured.push_back(capturedPicture(picture));
        auto written = writeSecondaryCaptures(captured, m_results.ctFiles, m_request.folder,
                                              options(ExportPart::Captures, "Key images"));
        if (!written) {
            // Those before the one that failed stay.
            std::error_code ignored;
            if (fs::exists(path(ExportPart::Captures), ignored))
                (void)m_partWritten(ExportPart::Captures);
            return written.error();
        }
        m_captures = std::move(*written);
        std::vector<fs::path> files;
        for (const WrittenObject& object : m_captures)
            files.push_back(object.path);
        return tellWritten(ExportPart::Captures, files, m_partWritten, m_written);
    }

    Status keyObjects()
    {
        constexpr ExportPart part = ExportPart::KeyObjects;
        if (!wants(part))
            return Done{};
        std::vector<KeyPlane> planes;
        for (const KeyImageRecord& key : m_results.keyImages) {
            const Vec3 normal = key.plane == KeyImagePlane::Axial     ? Vec3{0, 0, 1}
                                : key.plane == KeyImagePlane::Coronal ? Vec3{0, 1, 0}
                                                                      : Vec3{1, 0, 0};
            planes.push_back({key.positionMm, normal});
        }
        return wrote(part, writeKeyObjects(planes, m_captures, m_results.ctFiles, {}, path(part),
                                           options(part, "Key images")));
    }

    Status pdf()
    {
        if (!wants(ExportPart::PdfReport) && !wants(ExportPart::DicomReport))
            return Done{};
        const QByteArray bytes = ResultsReport(m_results, m_pictures,
                                               {m_request.namesPatient, m_request.softwareVersion,
                                                QDateTime::currentDateTime()})
                                     .pdf();
        const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
        if (wants(ExportPart::PdfReport)) {
            constexpr ExportPart part = ExportPart::PdfReport;
            if (const Status done = wrote(part, writeFileAtomically(path(part), view)); !done)
                return done;
        }
        constexpr ExportPart part = ExportPart::DicomReport;
        if (!wants(part))
            return Done{};
        return wrote(part,
                     writeEncapsulatedPdf(view, "CT results", m_request.namesPatient,
                                          m_results.ctFiles, path(part), options(part, "Report")));
    }

    Status tables()
    {
        auto written = exportTables({m_results}, m_request, m_partWritten);
        if (!written)
            return written.error();
        m_written.insert(m_written.end(), written->begin(), written->end());
        return Done{};
    }

    const ExportMaterial& m_material;
    const StudyResults& m_results;
    const AnatomyCatalog& m_catalog;
    const ExportRequest& m_request;
    const PartWritten& m_partWritten;
    const Progress& m_progress;
    std::optional<SegmentationReference> m_segmentation;
    std::vector<KeyPicture> m_pictures;
    std::vector<WrittenObject> m_captures;
    std::vector<fs::path> m_written;
    int m_done = 0;
};

/// The folder is there, no file would be replaced unasked, and every part has something to say.
Status prepare(const ExportRequest& request, const StudyResults* results)
{
    if (results) {
        const auto possible = possibleParts(*results);
        for (const ExportPart part : request.parts) {
            if (!possible.contains(part))
                return makeError(ErrorCode::BadOption, {fileName(part), "nothing to write"});
        }
    }
    if (!request.overwrite) {
        const auto there = filesThere(request, results ? *results : StudyResults());
        if (!there.empty())
            return makeError(ErrorCode::BadOption, {there.front().string(), "exists already"});
    }
    std::error_code error;
    fs::create_directories(request.folder, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {request.folder.string()}, error.message());
    return Done{};
}

} // namespace

std::set<ExportPart> possibleParts(const StudyResults& results)
{
    std::set<ExportPart> parts{ExportPart::MeasurementReport, ExportPart::PdfReport,
                               ExportPart::DicomReport, ExportPart::Csv, ExportPart::Json};
    if (results.labelMap)
        parts.insert(ExportPart::Segmentation);
    if (!results.keyImages.empty())
        parts.insert({ExportPart::Captures, ExportPart::KeyObjects});
    return parts;
}

std::vector<fs::path> filesThere(const ExportRequest& request, const StudyResults& results)
{
    std::vector<fs::path> there;
    std::error_code ignored;
    for (const fs::path& file : filesOf(request, results)) {
        if (fs::exists(file, ignored))
            there.push_back(file);
    }
    return there;
}

Result<std::vector<fs::path>> exportResults(const ExportMaterial& material,
                                            const AnatomyCatalog& catalog,
                                            const ExportRequest& request,
                                            const PartWritten& partWritten,
                                            const Progress& progress)
{
    if (const Status ready = prepare(request, &material.results); !ready)
        return ready.error();
    return Export(material, catalog, request, partWritten, progress).run();
}

Result<std::vector<fs::path>> exportTables(const std::vector<StudyResults>& studies,
                                           const ExportRequest& request,
                                           const PartWritten& partWritten)
{
    ExportRequest tables = request;
    std::erase_if(tables.parts, [](ExportPart part) {
        return part != ExportPart::Csv && part != ExportPart::Json;
    });
    if (const Status ready = prepare(tables, nullptr); !ready)
        return ready.error();
    std::vector<fs::path> written;
    for (const ExportPart part : tables.parts) {
        const fs::path file = request.folder / fileName(part);
        // Bytes that are no UTF-8 may come from foreign files; JSON would refuse them.
        const std::string text =
            part == ExportPart::Csv ? resultsCsv(studies)
                                    : resultsJson(studies).dump(
                                          2, ' ', false, nlohmann::json::error_handler_t::replace) +
                                          '\n';
        if (const Status done = writeFileAtomically(file, text); !done)
            return done.error();
        if (const Status told = tellWritten(part, {file}, partWritten, written); !told)
            return told.error();
    }
    return written;
}

} // namespace fovea
