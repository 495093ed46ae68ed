#include "app/work/ImportSource.h"

#include "model/unpack/ZipSource.h"

#include <array>
#include <fstream>
#include <map>
#include <stdlib.h>
#include <string>
#include <string_view>

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
    , m_zip(std::move(other.m_zip))
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
    source.m_zip = path;
    const bool zip = isZip(path);
    if (zip) {
        if (Status unpacked = source.unpack(archive, progress.part(0.0, 0.6)); !unpacked)
            return unpacked.error();
    }
    Result<ScanReport> report =
        scanFolder(zip ? source.m_unpacked : path, progress.part(zip ? 0.6 : 0.0, 1.0));
    if (!report)
        return report.error();
    source.m_report = std::move(*report);
    source.nameAfterZip(source.m_report.leftOut);
    return source;
}

Result<ImportSummary> ImportSource::importInto(StudyDatabase& database, ImportMode wanted,
                                               const Progress& progress) const
{
    Result<ImportSummary> summary =
        importScan(database, m_report, m_unpacked.empty() ? wanted : ImportMode::Copy, progress);
    if (summary)
        nameAfterZip(summary->leftOut);
    return summary;
}

Status ImportSource::unpack(const fs::path& archive, const Progress& progress)
{
    const Result<ZipSource> source = ZipSource::open(m_zip);
    if (!source)
        return ofZip(source.error(), m_zip);
    const fs::path incoming = archive / "incoming";
    std::error_code failure;
    fs::create_directories(incoming, failure);
    std::string folder = (incoming / "zip-XXXXXX").string();
    if (failure || !mkdtemp(folder.data()))
        return makeError(ErrorCode::FileNotWritable, {incoming.string()}, failure.message());
    m_unpacked = folder;
    m_lock = FolderLock::tryLock(m_unpacked);
    if (!m_lock.held()) // Whoever opened the archive in this moment has swept it away.
        return makeError(ErrorCode::FileNotWritable, {incoming.string()}, "in use");
    std::map<std::string, fs::path> targets;
    for (const std::string& name : source->files())
        targets.emplace(name, name);
    if (Status unpacked = source->unpack(targets, m_unpacked, progress); !unpacked)
        return ofZip(unpacked.error(), m_zip);
    return Done{};
}

void ImportSource::nameAfterZip(std::vector<LeftOutFile>& files) const
{
    const std::string folder = m_unpacked.string();
    if (folder.empty())
        return;
    for (LeftOutFile& file : files) {
        if (file.path.string().starts_with(folder))
            file.path = m_zip / file.path.lexically_relative(m_unpacked);
        for (std::string& argument : file.reason.arguments) {
            if (argument.starts_with(folder))
                argument = m_zip.string() + argument.substr(folder.size());
        }
    }
}

} // namespace fovea
