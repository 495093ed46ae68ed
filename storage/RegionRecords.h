#pragma once

#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// The head of rows.log; 128 bytes, in the machine's byte order (little endian).
struct RegionLogHead {
    char magic[8] = {'F', 'O', 'V', 'R', 'E', 'G', 'N', 'S'};
    std::uint32_t version = 1;
    std::uint32_t dimension = 0;
    std::uint64_t generation = 0; ///< Random, new with every store that is begun.
    char model[64] = {};          ///< The fingerprint, or its first 64 bytes.
    std::uint8_t unused[36] = {};
    std::uint32_t checksum = 0; ///< CRC-32 of all before.
};
static_assert(sizeof(RegionLogHead) == 128);

struct RegionRecord {
    enum Kind : std::uint32_t {
        Region = 1,
        LastRegion = 2, ///< Of its analysis: only now is that there.
        Removed = 3,    ///< The analysis is gone; no vector belongs to this record.
    };
    std::int64_t analysisId = 0;
    std::uint64_t stamp = 0; ///< Of the analysis.
    std::uint32_t ordinal = 0;
    std::uint32_t anatomy = 0;
    std::uint32_t vectorChecksum = 0; ///< CRC-32 of its floats.
    std::uint32_t kind = Region;
    std::uint32_t unused = 0;
    std::uint32_t checksum = 0; ///< CRC-32 of all before.
};
static_assert(sizeof(RegionRecord) == 40);

std::uint32_t checksumOf(const void* bytes, std::size_t count);
RegionLogHead makeHead(const std::string& modelFingerprint, std::size_t dimension);
/// With its checksum filled in.
RegionRecord sealed(RegionRecord record);

/// A log as far as it is good: whole analyses.
struct RegionLog {
    RegionLogHead head;
    std::vector<RegionRecord> records;
};

/// FileNotFound; MetadataBroken (file, why) where the head is not that of this model, or where more
/// is wrong than an end that a dead writer left: a record that is followed by others, or fewer
/// vectors than whole analyses have.
Result<RegionLog> readRegionLog(const std::filesystem::path& folder,
                                const std::string& modelFingerprint);

std::filesystem::path recordsFile(const std::filesystem::path& folder);
std::filesystem::path vectorsFile(const std::filesystem::path& folder);

} // namespace fovea
