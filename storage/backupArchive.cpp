#include "storage/backupArchive.h"

#include "storage/ArchiveConnection.h"
#include "storage/AtomicFile.h"
#include "storage/BackupManifest.h"
#include "storage/StudyDatabase.h"
#include "storage/StudyDatabaseInternals.h"
#include "storage/repairArchive.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace fovea {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view stem = "fovea-backup-";

/// Made anew by itself, or no part of the archive.
bool isLeftOut(const std::string& name)
{
    constexpr std::array<std::string_view, 6> names{"files",      "incoming",   "index",
                                                    "thumbnails", "lost+found", "manifest.txt"};
    return std::ranges::find(names, name) != names.end() || name.starts_with("fovea.db") ||
           name.starts_with("fovea-before-repair") || name.ends_with(".part");
}

/// The newest whole backup in `place`; its name says when it was made.
std::optional<fs::path> newestBackup(const fs::path& place)
{
    std::optional<fs::path> newest;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(place, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(stem) && !name.ends_with(".part") &&
            fs::exists(entry.path() / "manifest.txt", error) &&
            (!newest || newest->filename().string() < name))
            newest = entry.path();
    }
    return newest;
}

/// Goes with all that is in it, unless it is kept.
class PartialFolder {
public:
    explicit PartialFolder(fs::path folder)
        : m_folder(std::move(folder))
    {
    }
    PartialFolder(const PartialFolder&) = delete;
    PartialFolder& operator=(const PartialFolder&) = delete;
    ~PartialFolder()
    {
        std::error_code ignored;
        if (!m_folder.empty())
            fs::remove_all(m_folder, ignored);
    }
    void keep() { m_folder.clear(); }

private:
    fs::path m_folder;
};

class Backup {
public:
    Backup(const fs::path& archive, fs::path folder, const fs::path& place)
        : m_archive(archive)
        , m_folder(std::move(folder))
        , m_before(newestBackup(place))
    {
        if (!m_before)
            return;
        if (auto manifest = readManifest(*m_before))
            m_known = std::move(manifest->files);
    }

    /// Throws SqlFailure.
    Status run(const Progress& progress)
    {
        m_manifest.createdAt = utcNow();
        m_manifest.schema = StudyDatabase::newestSchemaVersion();
        {
            const ArchiveConnection source(m_archive);
            Statement copy(source.get(), "VACUUM INTO ?");
            Statement::Run(copy, databaseFileOf(m_folder).string()).execute();
        }
        if (Status s = listRecorded(); !s)
            return s;
        if (Status s = listOthers(); !s)
            return s;
        double done = 0;
        for (const std::string& path : m_paths) {
            if (Status copied = take(path, progress); !copied)
                return copied;
            progress.report(0.6 * ++done / static_cast<double>(m_paths.size()));
        }
        return verify(progress.part(0.6, 1));
    }

    BackupReport report;

private:
    /// From the copy of the database: what is recorded later is none of this backup's.
    Status listRecorded()
    {
        const ArchiveConnection copy(m_folder);
        Statement paths(copy.get(), "SELECT path, 0 FROM instances WHERE managed UNION ALL "
                                    "SELECT path, kind = 'folder' FROM label_maps WHERE managed");
        for (Statement::Run run(paths); run.step();) {
            const std::string path(run.blob(0));
            std::error_code error;
            if (run.integer(1) != 0)
                addBelow(path);
            else
                m_paths.insert(path);
            // Beside a label map (app/work/confidenceFile).
            if (const std::string beside = path + ".confidence.json";
                fs::exists(m_archive / beside, error))
                m_paths.insert(beside);
        }
        return Done{};
    }

    Status listOthers()
    {
        std::error_code error;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_archive, error)) {
            const std::string name = entry.path().filename().string();
            if (isLeftOut(name))
                continue;
            if (entry.is_directory(error))
                addBelow(name);
            else if (entry.is_regular_file(error))
                m_paths.insert(name);
        }
        return error ? Status(makeError(ErrorCode::FileNotReadable, {m_archive.string()},
                                        error.message()))
                     : Status(Done{});
    }

    void addBelow(const std::string& folder)
    {
        std::error_code error;
        fs::recursive_directory_iterator it(m_archive / folder, error);
        for (const fs::recursive_directory_iterator end; it != end; it.increment(error)) {
            if (error)
                break;
            const std::string path = it->path().lexically_relative(m_archive).string();
            if (path == "tuning/cache")
                it.disable_recursion_pending();
            else if (it->is_regular_file(error) && !path.ends_with(".part"))
                m_paths.insert(path);
        }
    }

    Status take(const std::string& path, const Progress& progress)
    {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const fs::path from = m_archive / path;
        const fs::path to = m_folder / path;
        std::error_code error;
        fs::create_directories(to.parent_path(), error);
        if (error)
            return writeError(to, error.value());
        if (link(path, to))
            return Done{};
        auto sum = copyFileSummed(from, to, progress);
        if (!sum && sum.error().code == ErrorCode::FileNotFound) {
            fs::remove(to, error);
            report.missing.push_back(path);
            return Done{};
        }
        if (!sum)
            return sum.error();
        m_manifest.files[path] = *sum;
        return Done{};
    }

    /// Only images: they alone never change under their names.
    bool link(const std::string& path, const fs::path& to)
    {
        const auto known = m_known.find(path);
        std::error_code error;
        if (known == m_known.end() || !path.starts_with("files/") || !path.ends_with(".dcm") ||
            fs::file_size(m_archive / path, error) != known->second.bytes || error)
            return false;
        const auto sum = sumOfFile(*m_before / path);
        if (!sum || *sum != known->second)
            return false;
        fs::create_hard_link(*m_before / path, to, error);
        if (error)
            return false;
        m_manifest.files[path] = *sum;
        m_linked.insert(path);
        return true;
    }

    Status verify(const Progress& progress)
    {
        {
            const ArchiveConnection copy(m_folder);
            Statement integrity(copy.get(), "PRAGMA integrity_check(1)");
            if (Statement::Run run(integrity); !run.step() || run.text(0) != "ok")
                return makeError(ErrorCode::DatabaseFailed, {"damaged"}, "the copy is not whole");
        }
        const auto database = sumOfFile(databaseFileOf(m_folder), progress);
        if (!database)
            return database.error();
        m_manifest.files["fovea.db"] = *database;
        double done = 0;
        for (const auto& [path, sum] : m_manifest.files) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            progress.report(++done / static_cast<double>(m_manifest.files.size()));
            if (m_linked.contains(path))
                continue; // Read a moment ago.
            if (Status synced = syncToDisk(m_folder / path); !synced)
                return synced;
            const auto written = sumOfFile(m_folder / path, progress);
            if (!written)
                return written.error();
            if (*written != sum)
                return makeError(ErrorCode::BrokenFile, {(m_folder / path).string()},
                                 "it does not read as it was written");
        }
        report.files = m_manifest.files.size();
        report.bytes = m_manifest.bytes();
        report.linked = m_linked.size();
        return writeManifest(m_folder, m_manifest);
    }

    const fs::path m_archive;
    const fs::path m_folder;
    const std::optional<fs::path> m_before;
    std::map<std::string, FileSum> m_known;
    std::set<std::string> m_paths;
    std::set<std::string> m_linked;
    BackupManifest m_manifest;
};

bool isBelow(const fs::path& inner, const fs::path& outer)
{
    std::error_code error;
    const fs::path a = fs::weakly_canonical(inner, error);
    const fs::path b = fs::weakly_canonical(outer, error);
    return std::ranges::mismatch(b, a).in1 == b.end();
}

} // namespace

Result<BackupFacts> findBackup(const fs::path& folder)
{
    std::error_code error;
    const bool itself = fs::exists(folder / "manifest.txt", error);
    const auto newest = itself ? std::nullopt : newestBackup(folder);
    const fs::path found = newest.value_or(folder);
    const auto manifest = readManifest(found);
    if (!manifest)
        return manifest.error();
    return BackupFacts{found, manifest->createdAt, manifest->files.size(), manifest->bytes()};
}

Result<BackupReport> backupArchive(const fs::path& archiveFolder, const fs::path& place,
                                   const Progress& progress)
{
    std::error_code error;
    const fs::path archive = fs::absolute(archiveFolder, error).lexically_normal();
    if (!fs::exists(databaseFileOf(archive), error))
        return makeError(ErrorCode::DatabaseNotOpened, {archive.string(), "missing"});
    if (isBelow(place, archive))
        return makeError(ErrorCode::BadOption, {place.string(), "it lies inside the archive"});
    // Of this version's schema, and nothing of dead imports in it.
    if (const auto opened = StudyDatabase::open(archive); !opened)
        return opened.error();
    fs::create_directories(place, error);
    if (error)
        return writeError(place, error.value());
    std::string name = std::string(stem) + utcNow();
    std::erase_if(name, [](char c) { return c == ':'; }); // Not every file system takes colons.
    const fs::path whole = freeName(fs::absolute(place, error).lexically_normal(), name);
    const fs::path partial = whole.string() + ".part";
    if (!fs::create_directory(partial, error))
        return writeError(partial, error ? error.value() : EEXIST);
    PartialFolder goes(partial);
    Backup backup(archive, partial, place);
    const auto run = guarded([&] { return backup.run(progress); });
    if (!run)
        return run.error();
    if (!*run)
        return run->error();
    fs::rename(partial, whole, error);
    if (error)
        return writeError(whole, error.value());
    goes.keep();
    if (Status synced = syncToDisk(whole.parent_path()); !synced)
        return synced.error();
    backup.report.folder = whole;
    return std::move(backup.report);
}

} // namespace fovea
