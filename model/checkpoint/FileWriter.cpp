#include "model/checkpoint/FileWriter.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace fovea {
namespace {

constexpr std::size_t largestWrite = std::size_t{16} << 20; // the system takes at most 2 GB at once
constexpr mode_t permissions = 0644;

} // namespace

Result<FileWriter> FileWriter::create(const std::filesystem::path& path)
{
    const int descriptor =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions);
    if (descriptor < 0)
        return makeError(ErrorCode::FileNotWritable, {path.string()});
    return FileWriter(descriptor, path);
}

FileWriter::FileWriter(FileWriter&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
{
}

FileWriter::~FileWriter()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Error FileWriter::failure() const
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return makeError(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, {m_path.string()});
}

Status FileWriter::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written =
            ::write(m_descriptor, bytes.data(), std::min(bytes.size(), largestWrite));
        if (written < 0 && errno != EINTR)
            return failure();
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return Done{};
}

Status FileWriter::close()
{
    const int descriptor = std::exchange(m_descriptor, -1);
    const bool synced = ::fsync(descriptor) == 0;
    if (!synced) {
        const Error error = failure();
        ::close(descriptor);
        return error;
    }
    if (::close(descriptor) != 0)
        return failure();
    return Done{};
}

Status writeTextFile(const std::filesystem::path& path, std::string_view text)
{
    Result<FileWriter> file = FileWriter::create(path);
    if (!file)
        return file.error();
    if (Status status = file->write(text); !status)
        return status;
    return file->close();
}

Status syncFolder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return makeError(ErrorCode::FileNotWritable, {folder.string()});
    return Done{};
}

} // namespace fovea
