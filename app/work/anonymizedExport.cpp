#include "app/work/anonymizedExport.h"

#include "storage/AuditLog.h"

namespace fovea {

Result<std::vector<std::filesystem::path>> studyFiles(const StudyDatabase& archive,
                                                      const std::vector<std::int64_t>& studyIds)
{
    std::vector<std::filesystem::path> files;
    for (const std::int64_t studyId : studyIds) {
        const auto all = archive.seriesOf(studyId);
        if (!all)
            return all.error();
        for (const SeriesRecord& series : *all) {
            const auto instances = archive.instancesOf(series.id);
            if (!instances)
                return instances.error();
            for (const InstanceRecord& instance : *instances)
                files.push_back(instance.path);
        }
        for (const SeriesRecord& series : *all) {
            const auto maps = archive.labelMapsOf(series.id);
            if (!maps)
                return maps.error();
            for (const LabelMapRecord& map : *maps) {
                auto below = filesBelow(map.path);
                if (below)
                    files.insert(files.end(), below->begin(), below->end());
                else
                    files.push_back(map.path); // Left out with its reason.
            }
        }
    }
    return files;
}

Result<AnonymizeSummary> exportAnonymized(const StudyDatabase& archive,
                                          const std::vector<std::int64_t>& studyIds,
                                          const std::filesystem::path& target,
                                          const AnonymizeOptions& options,
                                          const Pseudonyms& pseudonyms, const Progress& progress)
{
    const auto files = studyFiles(archive, studyIds);
    if (!files)
        return files.error();
    auto log = AuditLog::open(archive.folder());
    if (!log)
        return log.error();
    for (const std::int64_t studyId : studyIds) {
        if (Status noted = log->note(AuditAction::Exported, studyId, "anonymized DICOM"); !noted)
            return noted.error();
    }
    return anonymizeFiles(*files, target, options, pseudonyms, progress);
}

} // namespace fovea
