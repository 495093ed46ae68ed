#include "storage/DicomScanner.h"

#include "storage/CtImageHeader.h"
#include "storage/DicomHeader.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fovea {

namespace {

namespace fs = std::filesystem;

bool isSegmentationClass(const std::string& sopClass)
{
    constexpr const char* labelMapSegmentationStorage = "1.2.840.10008.5.1.4.1.1.66.7";
    return sopClass == UID_SegmentationStorage || sopClass == labelMapSegmentationStorage;
}

void collectReferences(DcmItem& item, const DcmTagKey& sequence, const DicomHeader& header,
                       std::vector<std::string>& out)
{
    for (long i = 0; DcmItem* reference = itemAt(item, sequence, i); ++i) {
        const std::string uid = header.text(*reference, DCM_ReferencedSOPInstanceUID);
        if (isUid(uid))
            out.push_back(uid);
    }
}

Result<ScannedSegmentation> readSegmentationHeader(const DicomHeader& header, const fs::path& path)
{
    DcmDataset& data = header.dataset();
    ScannedSegmentation out;
    out.path = path;
    out.sopInstanceUid = header.sopInstanceUid();
    out.seriesInstanceUid = header.seriesInstanceUid();
    if (!isUid(out.sopInstanceUid) || !isUid(out.seriesInstanceUid) ||
        !isUid(header.studyInstanceUid()))
        return makeError(ErrorCode::BrokenFile, {path.string()},
                         "no valid SOP, Series or Study Instance UID");
    out.frameOfReferenceUid = header.text(DCM_FrameOfReferenceUID);
    out.description = header.text(DCM_SeriesDescription);
    if (out.description.empty())
        out.description = header.text(DCM_ContentLabel);
    for (long i = 0; DcmItem* series = itemAt(data, DCM_ReferencedSeriesSequence, i); ++i) {
        const std::string uid = header.text(*series, DCM_SeriesInstanceUID);
        if (isUid(uid))
            out.referencedSeriesUids.push_back(uid);
        collectReferences(*series, DCM_ReferencedInstanceSequence, header,
                          out.referencedInstanceUids);
    }
    for (long i = 0; DcmItem* segment = itemAt(data, DCM_SegmentSequence, i); ++i)
        out.segmentLabels.push_back(header.text(*segment, DCM_SegmentLabel));
    return out;
}

bool samePart(const ScannedSeries& a, const ScannedSeries& b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) < 1e-4; };
    return a.rows == b.rows && a.columns == b.columns &&
           norm(a.rowDirection - b.rowDirection) < 1e-3 &&
           norm(a.columnDirection - b.columnDirection) < 1e-3 &&
           close(a.pixelSpacingMm[0], b.pixelSpacingMm[0]) &&
           close(a.pixelSpacingMm[1], b.pixelSpacingMm[1]);
}

/// Builds the report file by file.
class Scan {
public:
    void add(const fs::path& path);
    ScanReport finish();

private:
    void leaveOut(const fs::path& path, Error reason)
    {
        m_report.leftOut.push_back({path, std::move(reason)});
    }
    ScannedStudy& studyOf(const DicomHeader& header);
    void addImage(const DicomHeader& header, CtImage image);

    ScanReport m_report;
    std::set<std::string> m_sopInstanceUids;
};

ScannedStudy& Scan::studyOf(const DicomHeader& header)
{
    const std::string uid = header.studyInstanceUid();
    const auto known = std::ranges::find(m_report.studies, uid, &ScannedStudy::studyInstanceUid);
    if (known != m_report.studies.end())
        return *known;
    ScannedStudy study;
    study.studyInstanceUid = uid;
    study.patient = {header.text(DCM_PatientName), header.text(DCM_PatientID),
                     header.text(DCM_PatientBirthDate), header.text(DCM_PatientSex)};
    study.date = header.text(DCM_StudyDate);
    study.time = header.text(DCM_StudyTime).substr(0, 6);
    study.description = header.text(DCM_StudyDescription);
    study.accessionNumber = header.text(DCM_AccessionNumber);
    return m_report.studies.emplace_back(std::move(study));
}

void Scan::addImage(const DicomHeader& header, CtImage image)
{
    ScannedStudy& study = studyOf(header);
    int parts = 0;
    for (ScannedSeries& series : study.series) {
        if (series.seriesInstanceUid != image.series.seriesInstanceUid)
            continue;
        if (samePart(series, image.series)) {
            series.instances.push_back(std::move(image.instance));
            return;
        }
        ++parts;
    }
    image.series.part = parts;
    image.series.instances.push_back(std::move(image.instance));
    study.series.push_back(std::move(image.series));
}

void Scan::add(const fs::path& path)
{
    ++m_report.filesSeen;
    const Result<DicomHeader> header =
        DicomHeader::load(path, DicomHeader::Extent::BeforePixelData);
    if (!header)
        return leaveOut(path, header.error());
    if (header->isDirectory())
        return;

    const std::string sopInstanceUid = header->sopInstanceUid();
    const auto isCopy = [&] { return !m_sopInstanceUids.insert(sopInstanceUid).second; };
    const Error copy = makeError(ErrorCode::InconsistentSeries, {"SOPInstanceUID"},
                                 "another file has the same SOP Instance UID");
    if (isSegmentationClass(header->sopClassUid())) {
        Result<ScannedSegmentation> segmentation = readSegmentationHeader(*header, path);
        if (!segmentation)
            return leaveOut(path, segmentation.error());
        if (isCopy())
            return leaveOut(path, copy);
        studyOf(*header).segmentations.push_back(std::move(*segmentation));
        return;
    }
    Result<CtImage> image = readCtImageHeader(*header, path);
    if (!image)
        return leaveOut(path, image.error());
    if (isCopy())
        return leaveOut(path, copy);
    addImage(*header, std::move(*image));
}

ScanReport Scan::finish()
{
    for (ScannedStudy& study : m_report.studies) {
        for (ScannedSeries& series : study.series) {
            std::ranges::stable_sort(series.instances, {}, [](const ScannedInstance& instance) {
                return std::pair(instance.instanceNumber, instance.path);
            });
        }
    }
    return std::move(m_report);
}

} // namespace

int ScannedSeries::frameCount() const
{
    std::size_t count = 0;
    for (const ScannedInstance& instance : instances)
        count += instance.frames.size();
    return static_cast<int>(count);
}

std::vector<const ScannedSeries*> ScanReport::allSeries() const
{
    std::vector<const ScannedSeries*> out;
    for (const ScannedStudy& study : studies) {
        for (const ScannedSeries& series : study.series)
            out.push_back(&series);
    }
    return out;
}

Result<ScanReport> scanFiles(const std::vector<fs::path>& files, const Progress& progress)
{
    Scan scan;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        try {
            scan.add(files[i]);
        } catch (const std::bad_alloc&) {
            return makeError(ErrorCode::OutOfMemory, {files[i].string()});
        } catch (const std::exception& exception) {
            return makeError(ErrorCode::Internal, {}, exception.what());
        }
        progress.report(static_cast<double>(i + 1) / static_cast<double>(files.size()));
    }
    return scan.finish();
}

Result<ScanReport> scanFolder(const fs::path& folder, const Progress& progress)
{
    std::error_code failure;
    const fs::file_status status = fs::status(folder, failure);
    if (!fs::exists(status))
        return makeError(ErrorCode::FileNotFound, {folder.string()});
    if (fs::is_regular_file(status))
        return scanFiles({folder}, progress);

    std::vector<fs::path> files;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           failure);
    if (failure)
        return makeError(ErrorCode::FileNotReadable, {folder.string()}, failure.message());
    for (; entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            files.push_back(entry->path());
    }
    if (failure)
        return makeError(ErrorCode::FileNotReadable, {folder.string()}, failure.message());
    std::ranges::sort(files);
    return scanFiles(files, progress);
}

} // namespace fovea
