#include "storage/RegionRecords.h"
#include "storage/RegionStore.h"

#include <fcntl.h>
#include <span>
#include <sys/mman.h>
#include <unistd.h>

namespace fovea {
namespace {

/// Null where it cannot be mapped.
std::shared_ptr<const void> mapped(const std::filesystem::path& path, std::size_t bytes)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return nullptr;
    void* memory = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file, 0);
    ::close(file); // the mapping stays
    if (memory == MAP_FAILED)
        return nullptr;
    return {memory, [bytes](const void* mapping) { ::munmap(const_cast<void*>(mapping), bytes); }};
}

} // namespace

Result<std::shared_ptr<const RegionVectors>> readRegionVectors(const std::filesystem::path& folder,
                                                               const std::string& modelFingerprint)
{
    using Vectors = std::shared_ptr<const RegionVectors>;
    const Result<RegionLog> log = readRegionLog(folder, modelFingerprint);
    if (!log && log.error().code == ErrorCode::FileNotFound)
        return Vectors();
    if (!log)
        return log.error();
    auto vectors = std::make_shared<RegionVectors>();
    vectors->generation = log->head.generation;
    vectors->dimension = log->head.dimension;
    vectors->rows.reserve(log->records.size());
    std::unordered_map<std::int64_t, std::pair<std::size_t, std::size_t>> rowsOf; // [first, end)
    for (const RegionRecord& record : log->records) {
        auto& [first, end] = rowsOf[record.analysisId];
        if (record.kind == RegionRecord::Removed) {
            for (RegionRow& row : std::span(vectors->rows).subspan(first, end - first))
                row.alive = false;
            rowsOf.erase(record.analysisId);
            continue;
        }
        if (record.ordinal == 0)
            first = vectors->rows.size();
        vectors->rows.push_back(
            {record.analysisId, record.ordinal, record.anatomy, record.vectorChecksum, true});
        end = vectors->rows.size();
    }
    if (!vectors->rows.empty()) {
        vectors->owner =
            mapped(vectorsFile(folder), vectors->rows.size() * vectors->dimension * sizeof(float));
        if (!vectors->owner)
            return makeError(ErrorCode::FileNotReadable, {vectorsFile(folder).string()});
        vectors->values = static_cast<const float*>(vectors->owner.get());
    }
    return Vectors(std::move(vectors));
}

bool isIntact(const RegionVectors& vectors, std::size_t row)
{
    return vectors.rows[row].checksum ==
           checksumOf(vectors.vector(row), vectors.dimension * sizeof(float));
}

} // namespace fovea
