#include "app/work/sampleStudy.h"

#include "app/work/phantomWork.h"
#include "storage/DicomScanner.h"
#include "storage/Importer.h"

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>

namespace fovea {

namespace {

/// A folder of our own below the system's temporary folder, gone with this object.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> create()
    {
        std::error_code failed;
        const std::filesystem::path parent = std::filesystem::temp_directory_path(failed);
        if (failed)
            return makeError(ErrorCode::FileNotWritable, {parent.string()}, failed.message());
        std::string name = (parent / "fovea-sample-XXXXXX").string();
        if (!::mkdtemp(name.data())) {
            const std::error_code reason(errno, std::generic_category());
            return makeError(ErrorCode::FileNotWritable, {parent.string()}, reason.message());
        }
        return TemporaryFolder(name);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept
        : m_path(std::exchange(other.m_path, {}))
    {
    }
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }
    std::filesystem::path m_path;
};

Result<std::optional<SampleStudy>> findSampleStudy(const StudyDatabase& database,
                                                   const std::string& studyUid)
{
    const auto study = database.studyByUid(studyUid);
    if (!study)
        return study.error();
    if (!*study)
        return std::optional<SampleStudy>();
    const auto series = database.seriesOf((*study)->id);
    if (!series)
        return series.error();
    for (const SeriesRecord& record : *series) {
        if (record.hasLabelMap)
            return std::optional(SampleStudy{(*study)->id, record.id, false});
    }
    return std::optional<SampleStudy>();
}

} // namespace

PhantomGrid sampleStudyGrid()
{
    return {.size = {256, 256, 150}, .spacingMm = {1.4, 1.4, 2.0}};
}

Result<SampleStudy> ensureSampleStudy(StudyDatabase& database, const AnatomyCatalog& catalog,
                                      const Progress& progress)
{
    const PhantomGrid grid = sampleStudyGrid();
    const std::string studyUid = phantomStudyUid(SampleStudySeed, grid);
    auto found = findSampleStudy(database, studyUid);
    if (!found)
        return found.error();
    if (*found)
        return **found;

    const auto folder = TemporaryFolder::create();
    if (!folder)
        return folder.error();
    const auto written =
        writePhantom(SampleStudySeed, grid, folder->path(), catalog, progress.part(0.0, 0.7));
    if (!written)
        return written.error();
    const auto scan = scanFolder(written->folder, progress.part(0.7, 0.75));
    if (!scan)
        return scan.error();
    const auto imported = importScan(database, *scan, ImportMode::Copy, progress.part(0.75, 1.0));
    if (!imported)
        return imported.error();
    found = findSampleStudy(database, studyUid);
    if (!found)
        return found.error();
    if (!*found)
        return makeError(ErrorCode::Internal, {}, "the archive did not take the sample study");
    SampleStudy sample = **found;
    sample.added = true;
    return sample;
}

} // namespace fovea
