#include "storage/RegionStore.h"

#include "storage/AtomicFile.h"
#include "storage/ContentHash.h"
#include "storage/RegionRecords.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace fovea {
namespace {

/// Opens for appending behind `keep` bytes.
int openAt(const std::filesystem::path& path, std::uintmax_t keep)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0 && (::ftruncate(descriptor, static_cast<off_t>(keep)) != 0 ||
                            ::lseek(descriptor, 0, SEEK_END) < 0))
    {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

} // namespace

std::filesystem::path regionStoreFolder(const std::filesystem::path& archiveFolder,
                                        const std::string& modelFingerprint)
{
    ContentHash hash;
    hash.add(modelFingerprint);
    return archiveFolder / "index" / hash.hex();
}

Result<RegionStore> RegionStore::open(const std::filesystem::path& folder,
                                      const std::string& modelFingerprint, std::size_t dimension,
                                      bool anew)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const Error unwritable = makeError(ErrorCode::FileNotWritable, {folder.string()});
    RegionStore store;
    store.m_folder = folder;
    store.m_dimension = dimension;
    store.m_lock = FolderLock::tryLock(folder);
    if (!store.m_lock.held())
        return unwritable;
    std::size_t records = 0;
    Result<RegionLog> log = readRegionLog(folder, modelFingerprint);
    if (!anew && !log && log.error().code != ErrorCode::FileNotFound)
        return log.error();
    if (!anew && log) {
        if (log->head.dimension != dimension)
            return makeError(ErrorCode::MetadataBroken, {"rows.log", "vectors have another size"});
        records = log->records.size();
        for (const RegionRecord& record : log->records) {
            StoredStamp& stored = store.m_analyses[record.analysisId];
            if (record.kind == RegionRecord::Removed) {
                store.m_alive -= stored.regions;
                store.m_analyses.erase(record.analysisId);
                continue;
            }
            stored.stamp = record.stamp;
            ++stored.regions;
            ++store.m_rows;
            ++store.m_alive;
        }
    } else {
        // New files, not emptied ones: somebody may have the old vectors mapped.
        std::filesystem::remove(recordsFile(folder), error);
        std::filesystem::remove(vectorsFile(folder), error);
        const RegionLogHead head = makeHead(modelFingerprint, dimension);
        if (Status s = writeFileAtomically(recordsFile(folder),
                                           {reinterpret_cast<const char*>(&head), sizeof head});
            !s)
            return s.error();
    }
    store.m_records =
        openAt(recordsFile(folder), sizeof(RegionLogHead) + records * sizeof(RegionRecord));
    store.m_vectors = openAt(vectorsFile(folder), store.m_rows * dimension * sizeof(float));
    if (store.m_records < 0 || store.m_vectors < 0)
        return unwritable;
    return store;
}

RegionStore::RegionStore(RegionStore&& other) noexcept
    : m_lock(std::move(other.m_lock))
    , m_folder(std::move(other.m_folder))
    , m_records(std::exchange(other.m_records, -1))
    , m_vectors(std::exchange(other.m_vectors, -1))
    , m_dimension(other.m_dimension)
    , m_rows(other.m_rows)
    , m_alive(other.m_alive)
    , m_analyses(std::move(other.m_analyses))
{
}

RegionStore::~RegionStore()
{
    if (m_records >= 0)
        ::close(m_records);
    if (m_vectors >= 0)
        ::close(m_vectors);
}

Status RegionStore::write(int descriptor, const void* bytes, std::size_t count)
{
    const char* next = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t written = ::write(descriptor, next, count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return writeError(m_folder, errno);
        next += written;
        count -= static_cast<std::size_t>(written);
    }
    return Done{};
}

Status RegionStore::add(std::int64_t analysisId, std::uint64_t stamp,
                        const std::vector<RegionEmbedding>& regions)
{
    if (m_analyses.contains(analysisId)) {
        if (Status s = remove(analysisId); !s)
            return s;
    }
    std::vector<RegionRecord> records;
    std::vector<float> values;
    for (const RegionEmbedding& region : regions) {
        if (region.vector.size() != m_dimension)
            return makeError(ErrorCode::BadOption, {"region", "its vector has another size"});
        values.insert(values.end(), region.vector.begin(), region.vector.end());
        const bool last = records.size() + 1 == regions.size();
        records.push_back(
            sealed({analysisId, stamp, static_cast<std::uint32_t>(records.size()),
                    anatomyTag(region.anatomyId),
                    checksumOf(region.vector.data(), region.vector.size() * sizeof(float)),
                    last ? RegionRecord::LastRegion : RegionRecord::Region}));
    }
    // Vectors first: a record promises that its vector is there.
    if (Status s = write(m_vectors, values.data(), values.size() * sizeof(float)); !s)
        return s;
    if (Status s = write(m_records, records.data(), records.size() * sizeof(RegionRecord)); !s)
        return s;
    m_analyses[analysisId] = {stamp, regions.size()};
    m_rows += regions.size();
    m_alive += regions.size();
    return Done{};
}

Status RegionStore::remove(std::int64_t analysisId)
{
    const auto stored = m_analyses.find(analysisId);
    if (stored == m_analyses.end())
        return Done{};
    RegionRecord record;
    record.analysisId = analysisId;
    record.kind = RegionRecord::Removed;
    record = sealed(record);
    if (Status s = write(m_records, &record, sizeof record); !s)
        return s;
    m_alive -= stored->second.regions;
    m_analyses.erase(stored);
    return Done{};
}

Status RegionStore::flush()
{
    if (::fdatasync(m_vectors) != 0 || ::fdatasync(m_records) != 0)
        return writeError(m_folder, errno);
    return Done{};
}

} // namespace fovea
