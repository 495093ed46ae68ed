#include "app/work/anonymizedExport.h"

#include "storage/AuditLog.h"

#include <set>

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
    std::vector<std::filesystem::path> files;
    std::vector<std::int64_t> studyOfFile;
    for (const std::int64_t studyId : studyIds) {
        const auto own = studyFiles(archive, {studyId});
        if (!own)
            return own.error();
        files.insert(files.end(), own->begin(), own->end());
        studyOfFile.resize(files.size(), studyId);
    }
    // Before anything is written: what follows takes long.
    auto log = AuditLog::open(archive.folder());
    if (!log)
        return log.error();
    return anonymizeFiles(
        files, target, options, pseudonyms, progress, [&](const std::vector<std::size_t>& copied) {
            std::set<std::int64_t> left;
            for (const std::size_t file : copied)
                left.insert(studyOfFile[file]);
            return log->note(AuditAction::Exported, std::vector(left.begin(), left.end()),
                             "anonymized DICOM");
        });
}

} // namespace fovea
