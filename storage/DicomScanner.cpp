#include "storage/DicomScanner.h"

#include "storage/CtImageHeader.h"
#include "storage/DicomDirectory.h"
#include "storage/DicomHeader.h"
#include "storage/SegmentationHeader.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <iterator>
#include <span>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace fovea {

namespace {

namespace fs = std::filesystem;

bool samePart(const ScannedSeries& a, const ScannedSeries& b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) < 1e-4; };
    return a.rows == b.rows && a.columns == b.columns &&
           norm(a.rowDirection - b.rowDirection) < 1e-3 &&
           norm(a.columnDirection - b.columnDirection) < 1e-3 &&
           close(a.pixelSpacingMm[0], b.pixelSpacingMm[0]) &&
           close(a.pixelSpacingMm[1], b.pixelSpacingMm[1]);
}

/// The study that a file belongs to, without its series.
ScannedStudy studyOf(const DicomHeader& header)
{
    ScannedStudy study;
    study.studyInstanceUid = header.studyInstanceUid();
    study.patient = {header.text(DCM_PatientName), header.text(DCM_PatientID),
                     header.text(DCM_PatientBirthDate), header.text(DCM_PatientSex)};
    study.date = header.text(DCM_StudyDate);
    study.time = header.text(DCM_StudyTime).substr(0, 6);
    study.description = header.text(DCM_StudyDescription);
    study.accessionNumber = header.text(DCM_AccessionNumber);
    return study;
}

/// What one file is, whatever the others are. A DICOMDIR has nothing of all this.
struct ReadFile {
    std::optional<Error> fault;   ///< Ends the scan.
    std::optional<Error> leftOut; ///< Why the file takes no part.
    std::string sopInstanceUid;
    ScannedStudy study;
    std::optional<ScannedSegmentation> segmentation;
    std::optional<CtImage> image;
};

ReadFile readFile(const fs::path& path)
{
    ReadFile file;
    const Result<DicomHeader> loaded =
        DicomHeader::load(path, DicomHeader::Extent::BeforePixelData);
    if (!loaded) {
        file.leftOut = loaded.error();
        return file;
    }
    const DicomHeader header = loaded->indexed();
    if (header.isDirectory())
        return file;
    file.sopInstanceUid = header.sopInstanceUid();
    const auto keep = [&](auto read, auto& into) {
        if (!read) {
            file.leftOut = read.error();
            return;
        }
        into = std::move(*read);
        file.study = studyOf(header);
    };
    if (isSegmentationClass(header.sopClassUid()))
        keep(readSegmentationHeader(header, path), file.segmentation);
    else
        keep(readCtImageHeader(header, path), file.image);
    return file;
}

ReadFile readFileOrFault(const fs::path& path)
{
    ReadFile file;
    try {
        return readFile(path);
    } catch (const std::bad_alloc&) {
        file.fault = makeError(ErrorCode::OutOfMemory, {path.string()});
    } catch (const std::exception& exception) {
        file.fault = makeError(ErrorCode::Internal, {}, exception.what());
    }
    return file;
}

/// Reads files on two threads that take the next one from a common counter; each writes only what
/// it took. This thread does something else before. False: cancelled, and not all are read.
bool readFiles(std::span<const fs::path> paths, std::span<ReadFile> files, const Progress& progress,
               const std::function<void()>& before)
{
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> finished{0};
    std::atomic<bool> cancelled{false};
    const auto work = [&](bool reports) {
        for (std::size_t i = next++; i < paths.size() && !cancelled; i = next++) {
            if (progress.cancelled()) {
                cancelled = true;
                return;
            }
            files[i] = readFileOrFault(paths[i]);
            ++finished;
            if (reports)
                progress.report(static_cast<double>(finished) / static_cast<double>(paths.size()));
        }
    };
    // A header takes less time than a thread, some 0.1 ms.
    constexpr std::size_t fewFiles = 4;
    if (paths.size() < fewFiles) {
        before();
        work(true);
    } else {
        const std::jthread helper([&] { work(false); });
        before();
        work(true);
    }
    if (cancelled || progress.cancelled())
        return false;
    progress.report(1.0);
    return !progress.cancelled();
}

/// Builds the report file by file.
class Scan {
public:
    void add(fs::path path, ReadFile file);
    ScanReport finish();

private:
    void leaveOut(const fs::path& path, Error reason)
    {
        m_report.leftOut.push_back({path, std::move(reason)});
    }
    ScannedStudy& studyLike(ScannedStudy study);
    static void addImage(ScannedStudy& study, CtImage image);

    ScanReport m_report;
    std::unordered_map<std::string, std::size_t> m_studyPlaces; ///< In m_report, by UID.
    std::unordered_set<std::string> m_sopInstanceUids;
};

ScannedStudy& Scan::studyLike(ScannedStudy study)
{
    const auto [place, isNew] =
        m_studyPlaces.emplace(study.studyInstanceUid, m_report.studies.size());
    if (!isNew)
        return m_report.studies[place->second];
    return m_report.studies.emplace_back(std::move(study));
}

void Scan::addImage(ScannedStudy& study, CtImage image)
{
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

void Scan::add(fs::path path, ReadFile file)
{
    ++m_report.filesSeen;
    if (file.leftOut)
        return leaveOut(path, std::move(*file.leftOut));
    if (!file.segmentation && !file.image)
        return;
    if (!m_sopInstanceUids.insert(file.sopInstanceUid).second)
        return leaveOut(path, makeError(ErrorCode::InconsistentSeries, {"SOPInstanceUID"},
                                        "another file has the same SOP Instance UID"));
    ScannedStudy& study = studyLike(std::move(file.study));
    if (file.segmentation) {
        study.segmentations.push_back(std::move(*file.segmentation));
    } else {
        file.image->instance.path = std::move(path);
        addImage(study, std::move(*file.image));
    }
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

namespace {

/// Takes the list, whose paths go as soon as the report has them.
Result<ScanReport> scanList(std::vector<fs::path> files, const Progress& progress)
{
    // Read in parts, so that a folder of any size needs no more than the report and two parts, and
    // put together in order, so that threads do not show, while the next part is being read.
    constexpr std::size_t part = 1024;
    Scan scan;
    std::vector<ReadFile> last;
    std::size_t firstOfLast = 0;
    std::optional<Error> fault;
    const auto addLast = [&] {
        for (std::size_t i = 0; i < last.size() && !fault; ++i) {
            fault = std::move(last[i].fault);
            scan.add(std::move(files[firstOfLast + i]), std::move(last[i]));
        }
        last.clear();
    };
    for (std::size_t first = 0; first < files.size() && !fault; first += part) {
        const std::size_t count = std::min(part, files.size() - first);
        const auto share = [&](std::size_t n) {
            return static_cast<double>(n) / static_cast<double>(files.size());
        };
        std::vector<ReadFile> read(count);
        if (!readFiles({files.data() + first, count}, read,
                       progress.part(share(first), share(first + count)), addLast))
            return makeError(ErrorCode::Cancelled);
        last = std::move(read);
        firstOfLast = first;
    }
    addLast();
    if (fault)
        return std::move(*fault);
    return scan.finish();
}

} // namespace

Result<ScanReport> scanFiles(const std::vector<fs::path>& files, const Progress& progress)
{
    return scanList(files, progress);
}

namespace {

/// What a DICOMDIR names, or, where it is empty, all that lies beside it. Empty: `file` is none.
Result<std::optional<ScanReport>> scanDirectoryFile(const fs::path& file, const Progress& progress)
{
    const Result<DicomHeader> header =
        DicomHeader::load(file, DicomHeader::Extent::BeforePixelData);
    if (!header || !header->isDirectory())
        return std::optional<ScanReport>();
    DirectoryFiles named = readDirectory(*header, file);
    const bool empty = named.files.empty() && named.leftOut.empty();
    Result<ScanReport> report =
        empty ? scanFolder(file.parent_path(), progress) : scanFiles(named.files, progress);
    if (!report)
        return report.error();
    std::ranges::move(named.leftOut, std::back_inserter(report->leftOut));
    return std::optional(std::move(*report));
}

Result<ScanReport> scanFile(const fs::path& file, const Progress& progress)
{
    try {
        auto directory = scanDirectoryFile(file, progress);
        if (!directory)
            return directory.error();
        return *directory ? std::move(**directory) : scanFiles({file}, progress);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {file.string()});
    } catch (const std::exception& exception) {
        return makeError(ErrorCode::Internal, {}, exception.what());
    }
}

} // namespace

namespace {

/// As paths compare, folder by folder, without taking them apart for each comparison.
bool inOrderOfPath(const fs::path& a, const fs::path& b)
{
    const auto [left, right] = std::ranges::mismatch(a.native(), b.native());
    if (right == b.native().end())
        return false;
    if (left == a.native().end() || *left == '/')
        return true;
    return *right != '/' && static_cast<unsigned char>(*left) < static_cast<unsigned char>(*right);
}

} // namespace

Result<ScanReport> scanFolder(const fs::path& folder, const Progress& progress)
{
    std::error_code failure;
    const fs::file_status status = fs::status(folder, failure);
    if (!fs::exists(status))
        return makeError(ErrorCode::FileNotFound, {folder.string()});
    if (fs::is_regular_file(status))
        return scanFile(folder, progress);

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
    std::ranges::sort(files, inOrderOfPath);
    return scanList(std::move(files), progress);
}

} // namespace fovea
