#include "storage/RegionRecords.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <random>
#include <zlib.h>

namespace fovea {
namespace {

template <typename Checked> std::uint32_t ownChecksum(const Checked& checked)
{
    return checksumOf(&checked, offsetof(Checked, checksum));
}

Error broken(const char* why)
{
    return makeError(ErrorCode::MetadataBroken, {"rows.log", why});
}

} // namespace

std::uint32_t checksumOf(const void* bytes, std::size_t count)
{
    return static_cast<std::uint32_t>(crc32_z(0, static_cast<const Bytef*>(bytes), count));
}

RegionLogHead makeHead(const std::string& modelFingerprint, std::size_t dimension)
{
    RegionLogHead head;
    head.dimension = static_cast<std::uint32_t>(dimension);
    std::random_device random;
    head.generation = (static_cast<std::uint64_t>(random()) << 32) | random();
    std::copy_n(modelFingerprint.begin(), std::min(modelFingerprint.size(), sizeof head.model),
                head.model);
    head.checksum = ownChecksum(head);
    return head;
}

RegionRecord sealed(RegionRecord record)
{
    record.checksum = ownChecksum(record);
    return record;
}

std::filesystem::path recordsFile(const std::filesystem::path& folder)
{
    return folder / "rows.log";
}

std::filesystem::path vectorsFile(const std::filesystem::path& folder)
{
    return folder / "vectors.f32";
}

Result<RegionLog> readRegionLog(const std::filesystem::path& folder,
                                const std::string& modelFingerprint)
{
    std::ifstream in(recordsFile(folder), std::ios::binary);
    if (!in)
        return makeError(ErrorCode::FileNotFound, {recordsFile(folder).string()});
    RegionLog log;
    if (!in.read(reinterpret_cast<char*>(&log.head), sizeof log.head))
        return broken("it is too short");
    const RegionLogHead expected = makeHead(modelFingerprint, log.head.dimension);
    if (std::memcmp(log.head.magic, expected.magic, sizeof expected.magic) != 0 ||
        log.head.version != expected.version || log.head.checksum != ownChecksum(log.head))
        return broken("it is of another kind or version");
    if (std::memcmp(log.head.model, expected.model, sizeof expected.model) != 0 ||
        log.head.dimension == 0)
        return broken("it is of another model");

    std::error_code error;
    const auto bytes = std::filesystem::file_size(recordsFile(folder), error);
    if (error)
        return broken("it cannot be read");
    log.records.resize((bytes - sizeof log.head) / sizeof(RegionRecord));
    in.read(reinterpret_cast<char*>(log.records.data()),
            static_cast<std::streamsize>(log.records.size() * sizeof(RegionRecord)));
    log.records.resize(static_cast<std::size_t>(in.gcount()) / sizeof(RegionRecord));

    const auto bad = std::ranges::find_if(log.records, [](const RegionRecord& record) {
        return record.checksum != ownChecksum(record);
    });
    if (std::any_of(bad, log.records.end(), [](const RegionRecord& record) {
            return record.checksum == ownChecksum(record);
        }))
        return broken("a record has changed");
    // A writer that died leaves records without their last, and those behind them without sense.
    const auto whole = std::find_if(
        std::make_reverse_iterator(bad), log.records.rend(),
        [](const RegionRecord& record) { return record.kind != RegionRecord::Region; });
    log.records.erase(whole.base(), log.records.end());

    const auto vectors = static_cast<std::uintmax_t>(
        std::ranges::count_if(log.records, [](const RegionRecord& record) {
            return record.kind != RegionRecord::Removed;
        }));
    const auto present = std::filesystem::file_size(vectorsFile(folder), error);
    if (vectors > 0 && (error || present < vectors * log.head.dimension * sizeof(float)))
        return makeError(ErrorCode::MetadataBroken, {"vectors.f32", "it is too short"});
    return log;
}

} // namespace fovea
