#include "model/search/ListsFile.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <unistd.h>
#include <vector>
#include <zlib.h>

namespace fovea {
namespace {

constexpr long headBytes = 4096;
constexpr std::uint64_t checkedBytes = 64ULL << 20;

std::uint32_t checksum(const ListsFileHead& head)
{
    return static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(&head), offsetof(ListsFileHead, headChecksum)));
}

/// Of the file from its present place on.
std::uint32_t bodyChecksum(std::FILE* file)
{
    std::vector<Bytef> buffer(1 << 20);
    uLong sum = 0;
    for (std::uint64_t left = checkedBytes; left > 0;) {
        const std::size_t got =
            std::fread(buffer.data(), 1, std::min<std::uint64_t>(left, buffer.size()), file);
        if (got == 0)
            break;
        sum = crc32(sum, buffer.data(), static_cast<uInt>(got));
        left -= got;
    }
    return static_cast<std::uint32_t>(sum);
}

} // namespace

std::optional<ReadListsFile> openListsFile(const std::filesystem::path& path,
                                           const RegionVectors& vectors)
{
    OpenFile file(std::fopen(path.c_str(), "rbe"));
    ListsFileHead head;
    const ListsFileHead expected;
    std::error_code error;
    if (!file || std::fread(&head, sizeof head, 1, file.get()) != 1 ||
        std::memcmp(head.magic, expected.magic, sizeof head.magic) != 0 ||
        head.version != expected.version || head.headChecksum != checksum(head) ||
        head.dimension != vectors.dimension || head.generation != vectors.generation ||
        head.rows == 0 || head.rows > vectors.rows.size() ||
        head.fileBytes != std::filesystem::file_size(path, error))
        return {};
    if (std::fseek(file.get(), headBytes, SEEK_SET) != 0 ||
        bodyChecksum(file.get()) != head.bodyChecksum ||
        std::fseek(file.get(), headBytes, SEEK_SET) != 0)
        return {};
    return ReadListsFile{std::move(file), head};
}

OpenFile startListsFile(const std::filesystem::path& path)
{
    OpenFile file(std::fopen(path.c_str(), "w+be"));
    const std::vector<char> room(headBytes, '\0');
    if (file && std::fwrite(room.data(), room.size(), 1, file.get()) != 1)
        return {};
    return file;
}

bool finishListsFile(OpenFile file, const RegionVectors& vectors, std::size_t rows)
{
    if (std::fflush(file.get()) != 0 || std::fseek(file.get(), 0, SEEK_END) != 0)
        return false;
    ListsFileHead head;
    head.dimension = static_cast<std::uint32_t>(vectors.dimension);
    head.generation = vectors.generation;
    head.rows = rows;
    head.fileBytes = static_cast<std::uint64_t>(std::ftell(file.get()));
    if (std::fseek(file.get(), headBytes, SEEK_SET) != 0)
        return false;
    head.bodyChecksum = bodyChecksum(file.get());
    head.headChecksum = checksum(head);
    return std::fseek(file.get(), 0, SEEK_SET) == 0 &&
           std::fwrite(&head, sizeof head, 1, file.get()) == 1 && std::fflush(file.get()) == 0 &&
           ::fsync(::fileno(file.get())) == 0;
}

} // namespace fovea
