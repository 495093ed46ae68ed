#include "storage/Importer.h"

#include "storage/StagingFolder.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace fovea {

namespace fs = std::filesystem;

namespace {

StudyRecord studyRecord(const ScannedStudy& study)
{
    StudyRecord record;
    record.patient.name = study.patient.name;
    record.patient.patientId = study.patient.id;
    record.patient.birthDate = study.patient.birthDate;
    record.patient.sex = study.patient.sex;
    record.studyInstanceUid = study.studyInstanceUid;
    record.date = study.date;
    record.time = study.time;
    record.description = study.description;
    record.accessionNumber = study.accessionNumber;
    return record;
}

/// The median distance between neighbours; 0 where there are none.
double sliceSpacing(const ScannedSeries& series, const Vec3& normal)
{
    std::vector<double> positions;
    for (const ScannedInstance& instance : series.instances) {
        for (const ScannedFrame& frame : instance.frames)
            positions.push_back(dot(frame.positionMm, normal));
    }
    if (positions.size() < 2)
        return series.sliceThicknessMm.value_or(0.0);
    std::ranges::sort(positions);
    std::vector<double> steps;
    for (std::size_t i = 1; i < positions.size(); ++i)
        steps.push_back(positions[i] - positions[i - 1]);
    const auto middle = steps.begin() + std::ssize(steps) / 2;
    std::ranges::nth_element(steps, middle);
    return *middle;
}

SeriesRecord seriesRecord(const ScannedSeries& series, const Vec3& normal)
{
    SeriesRecord record;
    record.seriesInstanceUid = series.seriesInstanceUid;
    record.part = series.part;
    record.modality = series.modality;
    record.description = series.description;
    record.number = series.seriesNumber;
    record.bodyPart = series.bodyPart;
    record.frameOfReferenceUid = series.frameOfReferenceUid;
    record.convolutionKernel = series.convolutionKernel;
    record.manufacturer = series.manufacturer;
    record.scannerModel = series.scannerModel;
    record.size = {series.columns, series.rows, series.frameCount()};
    record.spacingMm = {series.pixelSpacingMm[1], series.pixelSpacingMm[0],
                        sliceSpacing(series, normal)};
    record.rowDirection = series.rowDirection;
    record.columnDirection = series.columnDirection;
    return record;
}

/// Part numbers count within one scan, so a stored part is recognised by what splits a series.
bool sameStack(const SeriesRecord& a, const SeriesRecord& b)
{
    constexpr double tolerance = 1e-3;
    return a.size[0] == b.size[0] && a.size[1] == b.size[1] &&
           std::abs(a.spacingMm[0] - b.spacingMm[0]) < tolerance &&
           std::abs(a.spacingMm[1] - b.spacingMm[1]) < tolerance &&
           norm(a.rowDirection - b.rowDirection) < tolerance &&
           norm(a.columnDirection - b.columnDirection) < tolerance;
}

InstanceRecord instanceRecord(const ScannedInstance& instance, const Vec3& normal)
{
    InstanceRecord record;
    record.sopInstanceUid = instance.sopInstanceUid;
    record.sopClassUid = instance.sopClassUid;
    record.number = instance.instanceNumber;
    record.frames = static_cast<int>(instance.frames.size());
    if (!instance.frames.empty())
        record.positionMm = dot(instance.frames.front().positionMm, normal);
    return record;
}

bool isSourceFault(const Error& error)
{
    return error.code == ErrorCode::FileNotReadable || error.code == ErrorCode::FileNotFound;
}

Result<fs::path> absolutePath(const fs::path& path)
{
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    if (error)
        return makeError(ErrorCode::FileNotReadable, {path.string()}, error.message());
    return absolute.lexically_normal();
}

template <typename T> void addOnce(std::vector<T>& list, const T& value)
{
    if (std::ranges::find(list, value) == list.end())
        list.push_back(value);
}

/// One scan under way. The caller keeps the report.
struct ScanUnderWay {
    const ScanReport* report = nullptr;
    ImportMode mode = ImportMode::Copy;
};

class Import {
public:
    Import(StudyDatabase& database, std::vector<ScanUnderWay> scans, const Progress& progress)
        : m_database(database)
        , m_scans(std::move(scans))
        , m_progress(progress)
    {
        for (const ScanUnderWay& scan : m_scans) {
            for (const ScannedStudy& study : scan.report->studies) {
                m_filesInAll += study.segmentations.size();
                for (const ScannedSeries& series : study.series)
                    m_filesInAll += series.instances.size();
            }
        }
    }

    /// Without what the scans left out.
    Result<ImportSummary> run()
    {
        // All images first: a segmentation may refer to a study further down.
        for (const ScanUnderWay& scan : m_scans) {
            m_mode = scan.mode;
            for (const ScannedStudy& study : scan.report->studies) {
                for (const ScannedSeries& series : study.series) {
                    if (Status taken = takeSeries(study, series); !taken)
                        return taken.error();
                }
            }
        }
        for (const ScanUnderWay& scan : m_scans) {
            m_mode = scan.mode;
            for (const ScannedStudy& study : scan.report->studies) {
                for (const ScannedSegmentation& segmentation : study.segmentations) {
                    if (Status taken = takeSegmentation(study, segmentation); !taken)
                        return taken.error();
                }
            }
        }
        return std::move(m_summary);
    }

private:
    Status takeSeries(const ScannedStudy& study, const ScannedSeries& series);
    Result<std::set<std::string>> knownInstances(const ScannedStudy& study, SeriesRecord& series);
    Status gather(const ScannedSeries& series, const Vec3& normal, std::set<std::string> known,
                  StagingFolder* staging, SeriesEntry& entry);
    Status takeSegmentation(const ScannedStudy& study, const ScannedSegmentation& segmentation);
    Result<std::optional<SeriesRecord>> seriesOf(const ScannedStudy& study,
                                                 const ScannedSegmentation& segmentation);
    /// False when cancelled.
    bool fileDone()
    {
        m_progress.report(static_cast<double>(++m_filesDone) / static_cast<double>(m_filesInAll));
        return !m_progress.cancelled();
    }

    StudyDatabase& m_database;
    std::vector<ScanUnderWay> m_scans;
    ImportMode m_mode = ImportMode::Copy; ///< Of the scan at hand.
    const Progress& m_progress;
    ImportSummary m_summary;
    std::size_t m_filesInAll = 0;
    std::size_t m_filesDone = 0;
};

/// Sets the part under which the series is, or is to be, stored, and returns the instances there.
Result<std::set<std::string>> Import::knownInstances(const ScannedStudy& study,
                                                     SeriesRecord& series)
{
    const auto stored = m_database.seriesByUid(series.seriesInstanceUid);
    if (!stored)
        return stored.error();
    std::set<std::string> known;
    series.part = 0;
    for (const SeriesRecord& record : *stored) {
        const auto owner = m_database.study(record.studyId);
        if (!owner)
            return owner.error();
        if (owner->studyInstanceUid != study.studyInstanceUid)
            continue;
        if (!sameStack(record, series)) {
            series.part = std::max(series.part, record.part + 1);
            continue;
        }
        series.part = record.part;
        const auto instances = m_database.instancesOf(record.id);
        if (!instances)
            return instances.error();
        for (const InstanceRecord& instance : *instances)
            known.insert(instance.sopInstanceUid);
        break;
    }
    return known;
}

/// Fills entry.instances with what is new, copied where there is a staging folder.
Status Import::gather(const ScannedSeries& series, const Vec3& normal, std::set<std::string> known,
                      StagingFolder* staging, SeriesEntry& entry)
{
    for (const ScannedInstance& scanned : series.instances) {
        if (!fileDone())
            return makeError(ErrorCode::Cancelled);
        // Without them, images of several people could not be told apart.
        if (scanned.sopInstanceUid.empty() || series.seriesInstanceUid.empty()) {
            m_summary.leftOut.push_back(
                {scanned.path, makeError(ErrorCode::BrokenFile, {scanned.path.string()},
                                         "no SOP or Series Instance UID")});
            continue;
        }
        if (!known.insert(scanned.sopInstanceUid).second) {
            ++m_summary.instancesAlreadyThere;
            continue;
        }
        InstanceRecord record = instanceRecord(scanned, normal);
        if (staging) {
            const std::string name = fileNameStem(scanned.sopInstanceUid) + ".dcm";
            if (Status copied = staging->copyIn(scanned.path, name); !copied) {
                if (!isSourceFault(copied.error()))
                    return copied;
                m_summary.leftOut.push_back({scanned.path, copied.error()});
                continue;
            }
            record.path = staging->publishedPath(name);
            record.managed = true;
        } else {
            Result<fs::path> path = absolutePath(scanned.path);
            if (!path)
                return path.error();
            record.path = std::move(*path);
        }
        entry.instances.push_back(std::move(record));
    }
    return Done{};
}

Status Import::takeSeries(const ScannedStudy& study, const ScannedSeries& series)
{
    const Vec3 normal = cross(series.rowDirection, series.columnDirection);
    SeriesEntry entry{studyRecord(study), seriesRecord(series, normal), {}, {}};
    const auto known = knownInstances(study, entry.series);
    if (!known)
        return known.error();

    const bool anythingNew = std::ranges::any_of(series.instances, [&](const ScannedInstance& i) {
        return !known->contains(i.sopInstanceUid);
    });
    std::optional<StagingFolder> staging;
    if (m_mode == ImportMode::Copy && anythingNew) {
        Result<StagingFolder> created = StagingFolder::create(m_database, series.seriesInstanceUid);
        if (!created)
            return created.error();
        staging.emplace(std::move(*created));
    }
    if (Status done = gather(series, normal, *known, staging ? &*staging : nullptr, entry); !done)
        return done;
    if (entry.instances.empty() && known->empty())
        return Done{}; // Nothing of it could be read: no row for an empty series.
    if (staging && !entry.instances.empty()) {
        if (Status published = staging->publish(); !published)
            return published;
        entry.pendingFolder = staging->relativeFolder();
    }
    const auto stored = m_database.addSeries(entry);
    if (!stored)
        return stored.error();
    if (staging && stored->taken > 0)
        staging->keep();

    m_summary.instancesTaken += stored->taken;
    m_summary.instancesAlreadyThere += stored->alreadyThere;
    m_summary.seriesAdded += stored->seriesAdded ? 1 : 0;
    m_summary.studiesAdded += stored->studyAdded ? 1 : 0;
    addOnce(m_summary.studyIds, stored->studyId);
    addOnce(m_summary.seriesIds, stored->seriesId);
    return Done{};
}

/// The stored series that a segmentation is of: the one it names (the part that holds most of the
/// instances it names), else the only one of its study in its frame of reference.
Result<std::optional<SeriesRecord>> Import::seriesOf(const ScannedStudy& study,
                                                     const ScannedSegmentation& segmentation)
{
    const std::set<std::string> named(segmentation.referencedInstanceUids.begin(),
                                      segmentation.referencedInstanceUids.end());
    std::optional<SeriesRecord> best;
    std::ptrdiff_t bestCount = -1;
    for (const std::string& uid : segmentation.referencedSeriesUids) {
        const auto candidates = m_database.seriesByUid(uid);
        if (!candidates)
            return candidates.error();
        for (const SeriesRecord& candidate : *candidates) {
            const auto instances = m_database.instancesOf(candidate.id);
            if (!instances)
                return instances.error();
            const std::ptrdiff_t count =
                std::ranges::count_if(*instances, [&](const InstanceRecord& instance) {
                    return named.contains(instance.sopInstanceUid);
                });
            if (count > bestCount) {
                best = candidate;
                bestCount = count;
            }
        }
    }
    const auto stored = m_database.studyByUid(study.studyInstanceUid);
    if (!stored)
        return stored.error();
    if (best || !*stored || segmentation.frameOfReferenceUid.empty())
        return best;
    const auto candidates = m_database.seriesOf((*stored)->id);
    if (!candidates)
        return candidates.error();
    for (const SeriesRecord& candidate : *candidates) {
        if (candidate.frameOfReferenceUid != segmentation.frameOfReferenceUid)
            continue;
        if (best)
            return std::optional<SeriesRecord>(); // Two could be meant: none is guessed.
        best = candidate;
    }
    return best;
}

Status Import::takeSegmentation(const ScannedStudy& study, const ScannedSegmentation& segmentation)
{
    if (!fileDone())
        return makeError(ErrorCode::Cancelled);
    const auto series = seriesOf(study, segmentation);
    if (!series)
        return series.error();
    if (!*series) {
        m_summary.leftOut.push_back(
            {segmentation.path, makeError(ErrorCode::NotInArchive, {"referenced series"})});
        return Done{};
    }
    const auto before = m_database.labelMapsOf((*series)->id);
    if (!before)
        return before.error();
    const auto attached =
        attachLabelMap(m_database, (*series)->id, segmentation.path, m_mode, Progress());
    if (!attached) {
        const ErrorCode code = attached.error().code;
        if (!isSourceFault(attached.error()) && code != ErrorCode::NotALabelMap)
            return attached.error();
        m_summary.leftOut.push_back({segmentation.path, attached.error()});
        return Done{};
    }
    const bool known = std::ranges::any_of(
        *before, [&](const LabelMapRecord& record) { return record.id == attached->id; });
    ++(known ? m_summary.labelMapsAlreadyThere : m_summary.labelMapsTaken);
    return Done{};
}

Status checkMode(const StudyDatabase& database, ImportMode mode)
{
    if (mode == ImportMode::Copy && database.folder().empty())
        return makeError(ErrorCode::BadOption, {"mode", "an archive in memory holds no files"});
    return Done{};
}

} // namespace

Result<ImportSummary> importScan(StudyDatabase& database, const ScanReport& report, ImportMode mode,
                                 const Progress& progress)
{
    if (Status fits = checkMode(database, mode); !fits)
        return fits.error();
    Result<ImportSummary> summary = Import(database, {{&report, mode}}, progress).run();
    if (summary)
        summary->leftOut.insert(summary->leftOut.begin(), report.leftOut.begin(),
                                report.leftOut.end());
    return summary;
}

Result<ImportSummary> importScans(StudyDatabase& database, std::vector<ScanToImport> scans,
                                  const Progress& progress)
{
    std::vector<ScanUnderWay> underWay;
    std::vector<LeftOutFile> leftOut;
    for (ScanToImport& scan : scans) {
        if (Status fits = checkMode(database, scan.mode); !fits)
            return fits.error();
        underWay.push_back({&scan.report, scan.mode});
        std::ranges::move(scan.report.leftOut, std::back_inserter(leftOut));
        scan.report.leftOut = {};
    }
    Result<ImportSummary> summary = Import(database, std::move(underWay), progress).run();
    if (summary) {
        std::ranges::move(summary->leftOut, std::back_inserter(leftOut));
        summary->leftOut = std::move(leftOut);
    }
    return summary;
}

} // namespace fovea
