#include "storage/StagingFolder.h"

#include "storage/AtomicFile.h"
#include "storage/ContentHash.h"
#include "storage/FileDescriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace fovea {

namespace fs = std::filesystem;

namespace {

Status copyBytes(int from, int to, const fs::path& source, const fs::path& target)
{
    // A small file must not pay for a large buffer.
    struct stat status{};
    constexpr off_t largest = off_t{1} << 20;
    const bool known = ::fstat(from, &status) == 0 && status.st_size >= 0;
    std::vector<char> buffer(
        static_cast<std::size_t>(known ? std::min(status.st_size + 1, largest) : largest));
    for (;;) {
        const ssize_t read = ::read(from, buffer.data(), buffer.size());
        if (read == 0)
            return Done{};
        if (read < 0) {
            if (errno == EINTR)
                continue;
            return makeError(ErrorCode::FileNotReadable, {source.string()}, std::strerror(errno));
        }
        if (!writeAll(to, buffer.data(), static_cast<std::size_t>(read)))
            return writeError(target, errno);
    }
}

} // namespace

std::string fileNameStem(const std::string& uid)
{
    const bool plain =
        !uid.empty() && uid.size() <= 64 && uid.front() != '.' &&
        std::ranges::all_of(uid, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    if (plain)
        return uid;
    ContentHash hash;
    hash.add(uid);
    return "h" + hash.hex();
}

Result<StagingFolder> StagingFolder::create(StudyDatabase& database, const std::string& stem)
{
    const fs::path incoming = database.folder() / "incoming";
    std::random_device random;
    std::error_code error;
    for (int attempt = 0; attempt < 16; ++attempt) {
        std::array<char, 32> suffix;
        std::snprintf(suffix.data(), suffix.size(), "-%08x", random());
        const std::string name = fileNameStem(stem) + suffix.data();
        StagingFolder staging;
        if (!fs::create_directory(incoming / name, error)) {
            if (error)
                break;
            continue;
        }
        staging.m_lock = FolderLock::tryLock(incoming / name);
        // A sweep may have caught the folder between its making and its locking.
        if (!staging.m_lock.held())
            continue;
        staging.m_database = &database;
        staging.m_current = incoming / name;
        staging.m_relativeFolder = "files/" + name;
        return staging;
    }
    return makeError(ErrorCode::FileNotWritable, {incoming.string()}, error.message());
}

StagingFolder::StagingFolder(StagingFolder&& other) noexcept
    : m_database(other.m_database)
    , m_current(std::exchange(other.m_current, {}))
    , m_relativeFolder(std::move(other.m_relativeFolder))
    , m_names(std::move(other.m_names))
    , m_lock(std::move(other.m_lock))
    , m_noted(other.m_noted)
{
}

StagingFolder::~StagingFolder()
{
    if (m_current.empty())
        return;
    // What cannot be removed or forgotten now is swept when the archive is opened again.
    std::error_code error;
    fs::remove_all(m_current, error);
    if (m_noted && !error)
        static_cast<void>(m_database->forgetPending(m_relativeFolder));
}

Status StagingFolder::copyIn(const fs::path& source, const std::string& name)
{
    const fs::path target = m_current / name;
    const FileDescriptor from(::open(source.c_str(), O_RDONLY | O_CLOEXEC));
    if (from.get() < 0)
        return makeError(ErrorCode::FileNotReadable, {source.string()}, std::strerror(errno));
    const FileDescriptor to(::open(target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (to.get() < 0)
        return writeError(target, errno);
    if (Status copied = copyBytes(from.get(), to.get(), source, target); !copied) {
        ::unlink(target.c_str());
        return copied;
    }
    m_names.push_back(name);
    return Done{};
}

/// After everything was written: one sync then carries the work for all. That of the file system
/// waits for what others write, too, but once; that of each file is a write of the disk's own for
/// each, and a series has hundreds.
Status StagingFolder::syncFiles()
{
    constexpr std::size_t fewFiles = 8;
    if (m_names.size() > fewFiles) {
        const FileDescriptor folder(::open(m_current.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (folder.get() >= 0 && ::syncfs(folder.get()) == 0)
            return Done{};
        if (errno == ENOSPC || errno == EDQUOT || errno == EIO)
            return writeError(m_current, errno);
    }
    for (const std::string& name : m_names) {
        if (Status synced = syncToDisk(m_current / name); !synced)
            return synced;
    }
    return Done{};
}

Status StagingFolder::publish()
{
    if (Status synced = syncFiles(); !synced)
        return synced;
    if (Status synced = syncToDisk(m_current); !synced)
        return synced;
    if (Status noted = m_database->notePending(m_relativeFolder); !noted)
        return noted;
    m_noted = true;
    const fs::path published = m_database->folder() / m_relativeFolder;
    std::error_code error;
    fs::rename(m_current, published, error);
    if (error)
        return writeError(published, error.value());
    m_current = published;
    return syncToDisk(published.parent_path());
}

void StagingFolder::keep()
{
    m_current.clear();
    m_lock = FolderLock();
}

fs::path StagingFolder::publishedPath(const std::string& name) const
{
    return m_database->folder() / m_relativeFolder / name;
}

} // namespace fovea
