#include "storage/Importer.h"

#include "storage/AbsolutePaths.h"
#include "storage/StagingFolder.h"
#include "storage/scannedRecords.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace fovea {

namespace fs = std::filesystem;

namespace {

bool isSourceFault(const Error& error)
{
    return error.code == ErrorCode::FileNotReadable || error.code == ErrorCode::FileNotFound;
}

std::string copiedName(const ScannedInstance& instance)
{
    return fileNameStem(instance.sopInstanceUid) + ".dcm";
}

template <typename T> void addOnce(std::vector<T>& list, const T& value)
{
    if (std::ranges::find(list, value) == list.end())
        list.push_back(value);
}

/// A series as it will be stored: what the archive does not have of it.
struct SeriesToStore {
    const ScannedSeries* scanned = nullptr;
    Vec3 normal{0, 0, 1};
    SeriesRecord record; ///< Under the part that it is, or will be, stored as.
    std::vector<const ScannedInstance*> instances;
};

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
                if (Status taken = takeStudy(study); !taken)
                    return taken.error();
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
    Status takeStudy(const ScannedStudy& study);
    Status prepare(const ScannedStudy& study, const ScannedSeries& series,
                   std::optional<StagingFolder>& staging, std::vector<SeriesToStore>& prepared);
    Result<std::set<std::string>> knownInstances(const ScannedStudy& study, SeriesRecord& series,
                                                 const std::vector<SeriesToStore>& prepared);
    Result<bool> take(const ScannedStudy& study, const ScannedInstance& instance,
                      std::optional<StagingFolder>& staging);
    SeriesEntry entryOf(const ScannedStudy& study, const SeriesToStore& series,
                        const StagingFolder* staging);
    Status store(const ScannedStudy& study, const std::vector<SeriesToStore>& prepared,
                 StagingFolder* staging);
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
    AbsolutePaths m_paths;
    ImportSummary m_summary;
    std::size_t m_filesInAll = 0;
    std::size_t m_filesDone = 0;
};

/// Sets the part under which the series is, or is to be, stored, and returns the instances there.
Result<std::set<std::string>> Import::knownInstances(const ScannedStudy& study,
                                                     SeriesRecord& series,
                                                     const std::vector<SeriesToStore>& prepared)
{
    const auto stored = m_database.seriesByUid(series.seriesInstanceUid);
    if (!stored)
        return stored.error();
    std::set<std::string> known;
    bool found = false;
    series.part = 0;
    const auto isTheSame = [&](const SeriesRecord& record) {
        if (!found) {
            found = sameStack(record, series);
            series.part = found ? record.part : std::max(series.part, record.part + 1);
        }
        return found && record.part == series.part;
    };
    for (const SeriesRecord& record : *stored) {
        const auto owner = m_database.study(record.studyId);
        if (!owner)
            return owner.error();
        if (owner->studyInstanceUid != study.studyInstanceUid || !isTheSame(record))
            continue;
        const auto instances = m_database.instancesOf(record.id);
        if (!instances)
            return instances.error();
        for (const InstanceRecord& instance : *instances)
            known.insert(instance.sopInstanceUid);
    }
    for (const SeriesToStore& other : prepared) {
        if (other.record.seriesInstanceUid != series.seriesInstanceUid || !isTheSame(other.record))
            continue;
        for (const ScannedInstance* instance : other.instances)
            known.insert(instance->sopInstanceUid);
    }
    return known;
}

/// Copies a new image where that is wanted; the folder is made with the first. False: it is left
/// out.
Result<bool> Import::take(const ScannedStudy& study, const ScannedInstance& instance,
                          std::optional<StagingFolder>& staging)
{
    const auto leaveOut = [&](Error reason) {
        m_summary.leftOut.push_back({instance.path, std::move(reason)});
        return false;
    };
    if (m_mode == ImportMode::Reference) {
        if (m_paths.knows(instance.path))
            return true;
        return leaveOut(makeError(ErrorCode::FileNotReadable, {instance.path.string()}));
    }
    if (!staging) {
        Result<StagingFolder> created = StagingFolder::create(m_database, study.studyInstanceUid);
        if (!created)
            return created.error();
        staging.emplace(std::move(*created));
    }
    if (Status copied = staging->copyIn(instance.path, copiedName(instance)); !copied) {
        if (!isSourceFault(copied.error()))
            return copied.error();
        return leaveOut(copied.error());
    }
    return true;
}

Status Import::prepare(const ScannedStudy& study, const ScannedSeries& series,
                       std::optional<StagingFolder>& staging, std::vector<SeriesToStore>& prepared)
{
    SeriesToStore result;
    result.scanned = &series;
    result.normal = cross(series.rowDirection, series.columnDirection);
    result.record = seriesRecord(series, result.normal);
    auto known = knownInstances(study, result.record, prepared);
    if (!known)
        return known.error();
    const bool isThere = !known->empty();
    for (const ScannedInstance& instance : series.instances) {
        if (!fileDone())
            return makeError(ErrorCode::Cancelled);
        // Without them, images of several people could not be told apart.
        if (instance.sopInstanceUid.empty() || series.seriesInstanceUid.empty()) {
            m_summary.leftOut.push_back(
                {instance.path, makeError(ErrorCode::BrokenFile, {instance.path.string()},
                                          "no SOP or Series Instance UID")});
            continue;
        }
        if (!known->insert(instance.sopInstanceUid).second) {
            ++m_summary.instancesAlreadyThere;
            continue;
        }
        const auto taken = take(study, instance, staging);
        if (!taken)
            return taken.error();
        if (*taken)
            result.instances.push_back(&instance);
    }
    // Where nothing of it could be read: no row for an empty series.
    if (isThere || !result.instances.empty())
        prepared.push_back(std::move(result));
    return Done{};
}

SeriesEntry Import::entryOf(const ScannedStudy& study, const SeriesToStore& series,
                            const StagingFolder* staging)
{
    SeriesEntry entry{studyRecord(study), series.record, {}, {}};
    if (staging)
        entry.pendingFolder = staging->relativeFolder();
    entry.instances.reserve(series.instances.size());
    for (const ScannedInstance* instance : series.instances) {
        InstanceRecord record = instanceRecord(*instance, series.normal);
        record.managed = staging != nullptr;
        record.path =
            staging ? staging->publishedPath(copiedName(*instance)) : m_paths.of(instance->path);
        entry.instances.push_back(std::move(record));
    }
    return entry;
}

Status Import::store(const ScannedStudy& study, const std::vector<SeriesToStore>& prepared,
                     StagingFolder* staging)
{
    auto series = prepared.begin();
    const auto stored = m_database.addStudy([&] {
        return series == prepared.end() ? std::optional<SeriesEntry>()
                                        : std::optional(entryOf(study, *series++, staging));
    });
    if (!stored)
        return stored.error();
    int taken = 0;
    for (const StoredSeries& one : *stored) {
        taken += one.taken;
        m_summary.instancesAlreadyThere += one.alreadyThere;
        m_summary.seriesAdded += one.seriesAdded ? 1 : 0;
        m_summary.studiesAdded += one.studyAdded ? 1 : 0;
        addOnce(m_summary.studyIds, one.studyId);
        addOnce(m_summary.seriesIds, one.seriesId);
    }
    m_summary.instancesTaken += taken;
    if (staging && taken > 0)
        staging->keep();
    return Done{};
}

Status Import::takeStudy(const ScannedStudy& study)
{
    std::optional<StagingFolder> staging;
    std::vector<SeriesToStore> prepared;
    for (const ScannedSeries& series : study.series) {
        if (Status done = prepare(study, series, staging, prepared); !done)
            return done;
    }
    if (prepared.empty())
        return Done{};
    if (staging) {
        if (Status published = staging->publish(); !published)
            return published;
    }
    return store(study, prepared, staging ? &*staging : nullptr);
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
