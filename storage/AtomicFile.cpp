#include "storage/AtomicFile.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace fovea {

Error writeError(const std::filesystem::path& path, int errorNumber)
{
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT;
    return makeError(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, {path.string()},
                     std::strerror(errorNumber));
}

Status syncToDisk(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return writeError(path, errno);
    const int code = ::fsync(descriptor);
    const int errorNumber = errno;
    ::close(descriptor);
    // Some network file systems know no fsync of folders; their server orders renames itself.
    if (code != 0 && errorNumber != EINVAL)
        return writeError(path, errorNumber);
    return Done{};
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path)
{
    AtomicFile file;
    file.m_path = path;
    std::random_device random;
    for (int attempt = 0; attempt < 16; ++attempt) {
        char suffix[32];
        std::snprintf(suffix, sizeof suffix, ".%08x.part", random());
        file.m_temporary = path.parent_path() / ("." + path.filename().string() + suffix);
        file.m_descriptor =
            ::open(file.m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file.m_descriptor >= 0)
            return file;
        if (errno != EEXIST)
            break;
    }
    const int errorNumber = errno;
    file.m_temporary.clear();
    return writeError(path, errorNumber);
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_failed(other.m_failed)
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    if (this != &other) {
        discard();
        m_path = std::move(other.m_path);
        m_temporary = std::exchange(other.m_temporary, {});
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_failed = other.m_failed;
    }
    return *this;
}

AtomicFile::~AtomicFile()
{
    discard();
}

void AtomicFile::discard()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    if (!m_temporary.empty())
        ::unlink(std::exchange(m_temporary, {}).c_str());
}

Error AtomicFile::failure(int errorNumber)
{
    m_failed = true;
    return writeError(m_path, errorNumber);
}

Status AtomicFile::write(std::string_view bytes)
{
    if (m_failed || m_descriptor < 0)
        return failure(EBADF);
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return failure(errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Status AtomicFile::commit()
{
    if (m_failed || m_descriptor < 0)
        return failure(EBADF);
    if (::fsync(m_descriptor) != 0)
        return failure(errno);
    if (::close(std::exchange(m_descriptor, -1)) != 0)
        return failure(errno);
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return failure(errno);
    m_temporary.clear();
    const std::filesystem::path folder = m_path.parent_path();
    return syncToDisk(folder.empty() ? std::filesystem::path(".") : folder);
}

Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes)
{
    Result<AtomicFile> file = AtomicFile::create(path);
    if (!file)
        return file.error();
    if (Status written = file->write(bytes); !written)
        return written;
    return file->commit();
}

} // namespace fovea
