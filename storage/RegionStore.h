#pragma once

#include "model/domain/Analysis.h"
#include "model/domain/RegionVectors.h"
#include "model/domain/Result.h"
#include "storage/FolderLock.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

// The vectors of one model's regions on disk, beside the database, so that a search maps them
// instead of reading the database. Everything in it is in the database too: what is lost, broken
// or of another version is made again (updateRegionStore()).
//
//     <archive>/index/<hash of the model's fingerprint>/
//       rows.log     a head of 128 bytes, then one record of 40 bytes per region or removal
//       vectors.f32  the regions' vectors, float32, in the order of their records
//       lists.ivf    the model's search clusters (model/search); may be missing
//
// Both files only grow. An analysis is there when the last of its records is; what a writer that
// died left behind it is cut off by the next. Ids are the database's; nothing of a patient.

namespace fovea {

/// The folder of a model's index. Not made.
std::filesystem::path regionStoreFolder(const std::filesystem::path& archiveFolder,
                                        const std::string& modelFingerprint);

/// What an analysis is in the store. Ids of analyses may be used again; the stamp tells such
/// analyses apart.
struct StoredStamp {
    std::uint64_t stamp = 0;
    std::size_t regions = 0;
    bool operator==(const StoredStamp&) const = default;
};

/// The one who writes. Used by one thread at a time; one at a time holds a folder.
class RegionStore {
public:
    /// Opens the store, or makes an empty one where there is none or `anew`; cuts off what a dead
    /// writer left. MetadataBroken (file, why) for one that is broken or of another version, model
    /// or dimension; FileNotWritable, also where another process writes.
    static Result<RegionStore> open(const std::filesystem::path& folder,
                                    const std::string& modelFingerprint, std::size_t dimension,
                                    bool anew = false);

    /// By analysis id: what is alive.
    const std::unordered_map<std::int64_t, StoredStamp>& analyses() const { return m_analyses; }
    std::size_t rows() const { return m_rows; }
    std::size_t aliveRows() const { return m_alive; }

    /// Adds an analysis' regions, in their order (attention is not kept); at least one. Replaces
    /// one with that id. BadOption for a vector of another dimension; DiskFull, FileNotWritable.
    Status add(std::int64_t analysisId, std::uint64_t stamp,
               const std::vector<RegionEmbedding>& regions);
    Status remove(std::int64_t analysisId);
    /// Waits until what was added is on the disk.
    Status flush();

    RegionStore(RegionStore&&) noexcept;
    RegionStore& operator=(RegionStore&&) = delete;
    ~RegionStore();

private:
    RegionStore() = default;
    Status write(int descriptor, const void* bytes, std::size_t count);

    FolderLock m_lock;
    std::filesystem::path m_folder;
    int m_records = -1;
    int m_vectors = -1;
    std::size_t m_dimension = 0;
    std::size_t m_rows = 0;
    std::size_t m_alive = 0;
    std::unordered_map<std::int64_t, StoredStamp> m_analyses;
};

/// What the store holds now, its vectors memory mapped; whoever writes does not disturb it. Null
/// where there is no store. MetadataBroken as RegionStore::open().
Result<std::shared_ptr<const RegionVectors>> readRegionVectors(const std::filesystem::path& folder,
                                                               const std::string& modelFingerprint);

/// Whether a row's vector is what was written, by its checksum.
bool isIntact(const RegionVectors& vectors, std::size_t row);

} // namespace fovea
