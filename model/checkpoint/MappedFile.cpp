#include "model/checkpoint/MappedFile.h"

#include <cstdint>
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

void MappedFile::release(std::string_view part) const
{
    static const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(part.data());
    const auto first = reinterpret_cast<std::uintptr_t>(m_bytes.data());
    if (part.empty() || begin < first || begin + part.size() > first + m_bytes.size())
        return;
    const std::uintptr_t aligned = begin / page * page;
    ::madvise(reinterpret_cast<void*>(aligned), begin + part.size() - aligned, MADV_DONTNEED);
}

} // namespace fovea
