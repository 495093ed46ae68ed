#include "model/checkpoint/MappedFile.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fovea {

Result<std::shared_ptr<MappedFile>> MappedFile::open(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return makeError(ErrorCode::FileNotFound, {path.string()});
    const Error unreadable = makeError(ErrorCode::FileNotReadable, {path.string()});
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return unreadable;
    struct stat status{};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(file);
        return unreadable;
    }
    std::span<std::byte> bytes;
    if (status.st_size > 0) {
        const auto size = static_cast<std::size_t>(status.st_size);
        void* memory =
            ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, file, 0);
        if (memory == MAP_FAILED) {
            ::close(file);
            return unreadable;
        }
        bytes = {static_cast<std::byte*>(memory), size};
    }
    ::close(file); // the mapping stays
    return std::shared_ptr<MappedFile>(new MappedFile(bytes));
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        ::munmap(m_bytes.data(), m_bytes.size());
}

} // namespace fovea
