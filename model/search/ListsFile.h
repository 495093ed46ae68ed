#pragma once

#include "model/domain/RegionVectors.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

namespace fovea {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

/// The head of a lists file, 4096 bytes with zeros behind these, in the machine's byte order; what
/// FAISS writes follows. The checksum (CRC-32) covers the first 64 MB of that, which say where all
/// else lies; what lies further on, a search compares again with the vectors themselves.
struct ListsFileHead {
    char magic[8] = {'F', 'O', 'V', 'L', 'I', 'S', 'T', 'S'};
    std::uint32_t version = 1;
    std::uint32_t dimension = 0;
    std::uint64_t generation = 0; ///< Of the vectors.
    std::uint64_t rows = 0;
    std::uint64_t fileBytes = 0;
    std::uint32_t bodyChecksum = 0;
    std::uint32_t headChecksum = 0; ///< Of all members before.
};

/// Opens a lists file behind its head. Empty where it is not there, broken, or of other vectors.
struct ReadListsFile {
    OpenFile file;
    ListsFileHead head;
};
std::optional<ReadListsFile> openListsFile(const std::filesystem::path& file,
                                           const RegionVectors& vectors);

/// A new file with room for its head, to write behind it. Null where it cannot be made.
OpenFile startListsFile(const std::filesystem::path& file);
/// Fills in the head, waits for the disk and closes. False where something went wrong.
bool finishListsFile(OpenFile file, const RegionVectors& vectors, std::size_t rows);

} // namespace fovea
