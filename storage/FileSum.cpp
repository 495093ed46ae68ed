#include "storage/FileSum.h"

#include "storage/AtomicFile.h"
#include "storage/ContentHash.h"
#include "storage/FileDescriptor.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace fovea {

namespace fs = std::filesystem;

namespace {

/// `to`: -1 for none.
Result<FileSum> pump(const fs::path& from, int to, const fs::path& target, const Progress& progress)
{
    const FileDescriptor source(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
    if (source.get() < 0)
        return makeError(errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileNotReadable,
                         {from.string()}, std::strerror(errno));
    FileSum sum;
    ContentHash hash;
    std::vector<char> buffer(std::size_t{1} << 20);
    for (;;) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const ssize_t got = ::read(source.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return makeError(ErrorCode::FileNotReadable, {from.string()}, std::strerror(errno));
        if (got == 0)
            break;
        const auto bytes = static_cast<std::size_t>(got);
        hash.add({buffer.data(), bytes});
        sum.bytes += bytes;
        if (to >= 0 && !writeAll(to, buffer.data(), bytes))
            return writeError(target, errno);
    }
    sum.hash = hash.hex();
    return sum;
}

} // namespace

Result<FileSum> sumOfFile(const fs::path& file, const Progress& progress)
{
    return pump(file, -1, {}, progress);
}

Result<FileSum> copyFileSummed(const fs::path& from, const fs::path& to, const Progress& progress)
{
    FileDescriptor target(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (target.get() < 0)
        return writeError(to, errno);
    Result<FileSum> sum = pump(from, target.get(), to, progress);
    if (sum && !target.close())
        return writeError(to, errno);
    return sum;
}

} // namespace fovea
