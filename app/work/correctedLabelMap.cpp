#include "app/work/correctedLabelMap.h"

#include "storage/Importer.h"

#include <cstdlib>
#include <system_error>

namespace fovea {

namespace {

constexpr int correctedSeriesNumber = 301; ///< Next to the writer's own 300.

/// A new folder of our own, gone with this object.
class ScratchFolder {
public:
    ScratchFolder()
    {
        std::error_code failed;
        std::string name =
            (std::filesystem::temp_directory_path(failed) / "fovea-labels-XXXXXX").string();
        if (!failed && ::mkdtemp(name.data()))
            m_path = name;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    /// Empty where it could not be made.
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace

Result<LabelMapRecord> storeLabelMap(StudyDatabase& database, const LoadedSeries& series,
                                     const LabelMap& labels, const AnatomyCatalog& catalog,
                                     const SegmentationOptions& options, const Progress& progress)
{
    const auto instances = database.instancesOf(series.series.id);
    if (!instances)
        return instances.error();
    std::vector<std::filesystem::path> files;
    for (const InstanceRecord& instance : *instances)
        files.push_back(instance.path);

    const ScratchFolder scratch;
    if (scratch.path().empty())
        return makeError(ErrorCode::FileNotWritable, {"/tmp"});
    const std::filesystem::path file = scratch.path() / "segmentation.dcm";
    const auto written =
        writeSegmentation(labels, catalog, files, file, options, progress.part(0.0, 0.7));
    if (!written)
        return written.error();
    return attachLabelMap(database, series.series.id, file, ImportMode::Copy,
                          progress.part(0.7, 1.0));
}

Result<LabelMapRecord> storeCorrectedLabelMap(StudyDatabase& database, const LoadedSeries& series,
                                              const LabelMap& labels, const AnatomyCatalog& catalog,
                                              const Progress& progress)
{
    SegmentationOptions options;
    options.seriesNumber = correctedSeriesNumber;
    options.seriesDescription = "Corrected segmentation";
    options.algorithmName = "Corrected by hand";
    options.corrected = true;
    return storeLabelMap(database, series, labels, catalog, options, progress);
}

} // namespace fovea
