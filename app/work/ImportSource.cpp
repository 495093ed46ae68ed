#include "app/work/ImportSource.h"

#include "app/work/researchSeries.h"
#include "model/unpack/ZipSource.h"
#include "storage/VolumeFile.h"

#include <array>
#include <fstream>
#include <map>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <utility>

namespace fovea {

namespace {

namespace fs = std::filesystem;

/// By its content: the first file's header, or the end of an empty one (APPNOTE 4.3.7, 4.3.16).
bool isZip(const fs::path& path)
{
    std::error_code failure;
    if (!fs::is_regular_file(path, failure))
        return false;
    std::ifstream file(path, std::ios::binary);
    std::array<char, 4> start{};
    file.read(start.data(), start.size());
    const std::string_view mark(start.data(), static_cast<std::size_t>(file.gcount()));
    return mark == std::string_view("PK\x03\x04", 4) || mark == std::string_view("PK\x05\x06", 4);
}

/// ZipSource was made for models, and so are its errors.
Error ofZip(const Error& error, const fs::path& zip)
{
    if (error.code != ErrorCode::ModelBroken)
        return error;
    return makeError(ErrorCode::BrokenFile, {zip.string()},
                     error.arguments.empty() ? std::string() : error.arguments.back());
}

} // namespace

ImportSource::ImportSource(ImportSource&& other) noexcept
    : m_report(std::move(other.m_report))
    , m_file(std::move(other.m_file))
    , m_unpacked(std::exchange(other.m_unpacked, {}))
    , m_lock(std::move(other.m_lock))
{
}

ImportSource::~ImportSource()
{
    std::error_code ignored;
    if (!m_unpacked.empty())
        fs::remove_all(m_unpacked, ignored);
}

Result<ImportSource> ImportSource::open(const fs::path& path, const fs::path& archive,
                                        const Progress& progress)
{
    ImportSource source;
    source.m_file = path;
    const bool zip = isZip(path);
    std::error_code failure;
    const bool volume = !zip && isVolumeFileName(path) && fs::is_regular_file(path, failure);
    const bool made = zip || volume;
    if (made) {
        if (Status ready = source.makeFolder(archive); !ready)
            return ready.error();
        const Progress making = progress.part(0.0, 0.6);
        Status done =
            zip ? source.unpack(making) : writeResearchSeries(path, source.m_unpacked, making);
        if (!done)
            return done.error();
    }
    Result<ScanReport> report =
        scanFolder(made ? source.m_unpacked : path, progress.part(made ? 0.6 : 0.0, 1.0));
    if (!report)
        return report.error();
    source.m_report = std::move(*report);
    source.nameAfterFile(source.m_report.leftOut);
    return source;
}

Result<ImportSummary> ImportSource::importAll(StudyDatabase& database,
                                              std::vector<ImportSource> sources, ImportMode wanted,
                                              const Progress& progress)
{
    std::vector<ScanToImport> scans;
    for (ImportSource& source : sources)
        scans.push_back({std::exchange(source.m_report, {}),
                         source.m_unpacked.empty() ? wanted : ImportMode::Copy});
    Result<ImportSummary> summary = importScans(database, std::move(scans), progress);
    if (summary) {
        for (const ImportSource& source : sources)
            source.nameAfterFile(summary->leftOut);
    }
    return summary;
}

Status ImportSource::makeFolder(const fs::path& archive)
{
    const fs::path incoming = archive / "incoming";
    std::error_code failure;
    fs::create_directories(incoming, failure);
    std::string folder = (incoming / "file-XXXXXX").string();
    if (failure || !mkdtemp(folder.data()))
        return makeError(ErrorCode::FileNotWritable, {incoming.string()}, failure.message());
    m_unpacked = folder;
    m_lock = FolderLock::tryLock(m_unpacked);
    if (!m_lock.held()) // Whoever opened the archive in this moment has swept it away.
        return makeError(ErrorCode::FileNotWritable, {incoming.string()}, "in use");
    return Done{};
}

Status ImportSource::unpack(const Progress& progress)
{
    const Result<ZipSource> source = ZipSource::open(m_file);
    if (!source)
        return ofZip(source.error(), m_file);
    std::map<std::string, fs::path> targets;
    for (const std::string& name : source->files())
        targets.emplace(name, name);
    if (Status unpacked = source->unpack(targets, m_unpacked, progress); !unpacked)
        return ofZip(unpacked.error(), m_file);
    return Done{};
}

void ImportSource::nameAfterFile(std::vector<LeftOutFile>& files) const
{
    const std::string folder = m_unpacked.string();
    if (folder.empty())
        return;
    for (LeftOutFile& file : files) {
        if (file.path.string().starts_with(folder))
            file.path = m_file / file.path.lexically_relative(m_unpacked);
        for (std::string& argument : file.reason.arguments) {
            if (argument.starts_with(folder))
                argument = m_file.string() + argument.substr(folder.size());
        }
    }
}

} // namespace fovea
