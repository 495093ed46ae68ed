#include "app/export/exportResults.h"

#include "app/export/ResultsReport.h"
#include "app/export/researchNotice.h"
#include "app/work/resultsTable.h"
#include "storage/AtomicFile.h"
#include "storage/EncapsulatedPdf.h"
#include "storage/KeyObjects.h"
#include "storage/MeasurementReport.h"

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

/// One export of one series; the steps follow each other.
class Export {
public:
    Export(const ExportMaterial& material, const AnatomyCatalog& catalog,
           const ExportRequest& request, const Progress& progress)
        : m_material(material)
        , m_results(material.results)
        , m_catalog(catalog)
        , m_request(request)
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
    Status wrote(const Status& status, const fs::path& file)
    {
        if (status)
            m_written.push_back(file);
        return status;
    }
    template <typename T> Status wrote(const Result<T>& result, const fs::path& file)
    {
        return wrote(result ? Status(Done{}) : Status(result.error()), file);
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
            return bytes ? wrote(writeFileAtomically(file, *bytes), file) : Status(bytes.error());
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
        return wrote(Status(Done{}), file);
    }

    Status report()
    {
        if (!wants(ExportPart::MeasurementReport))
            return Done{};
        const fs::path file = path(ExportPart::MeasurementReport);
        return wrote(writeMeasurementReport(
                         m_results, m_catalog, m_segmentation, englishResearchNotice, file,
                         options(ExportPart::MeasurementReport, "Measurement report")),
                     file);
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
        if (!written)
            return written.error();
        m_captures = std::move(*written);
        for (const WrittenObject& object : m_captures)
            m_written.push_back(object.path);
        return Done{};
    }

    Status keyObjects()
    {
        if (!wants(ExportPart::KeyObjects))
            return Done{};
        std::vector<KeyPlane> planes;
        for (const KeyImageRecord& key : m_results.keyImages) {
            const Vec3 normal = key.plane == KeyImagePlane::Axial     ? Vec3{0, 0, 1}
                                : key.plane == KeyImagePlane::Coronal ? Vec3{0, 1, 0}
                                                                      : Vec3{1, 0, 0};
            planes.push_back({key.positionMm, normal});
        }
        const fs::path file = path(ExportPart::KeyObjects);
        return wrote(writeKeyObjects(planes, m_captures, m_results.ctFiles, {}, file,
                                     options(ExportPart::KeyObjects, "Key images")),
                     file);
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
            const fs::path file = path(ExportPart::PdfReport);
            if (const Status done = wrote(writeFileAtomically(file, view), file); !done)
                return done;
        }
        if (!wants(ExportPart::DicomReport))
            return Done{};
        const fs::path file = path(ExportPart::DicomReport);
        return wrote(writeEncapsulatedPdf(view, "CT results", m_request.namesPatient,
                                          m_results.ctFiles, file,
                                          options(ExportPart::DicomReport, "Report")),
                     file);
    }

    Status tables()
    {
        auto written = exportTables({m_results}, m_request);
        if (!written)
            return written.error();
        m_written.insert(m_written.end(), written->begin(), written->end());
        return Done{};
    }

    const ExportMaterial& m_material;
    const StudyResults& m_results;
    const AnatomyCatalog& m_catalog;
    const ExportRequest& m_request;
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
                                            const ExportRequest& request, const Progress& progress)
{
    if (const Status ready = prepare(request, &material.results); !ready)
        return ready.error();
    return Export(material, catalog, request, progress).run();
}

Result<std::vector<fs::path>> exportTables(const std::vector<StudyResults>& studies,
                                           const ExportRequest& request)
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
        written.push_back(file);
    }
    return written;
}

} // namespace fovea
