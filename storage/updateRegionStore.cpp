#include "storage/updateRegionStore.h"

#include "storage/RegionStore.h"

#include <unordered_set>

namespace fovea {
namespace {

/// Rows of removed analyses are searched around; beyond these the store is begun anew.
constexpr std::size_t fewRows = 10'000;

bool mostlyDead(const RegionStore& store)
{
    return store.rows() > fewRows && store.aliveRows() < store.rows() / 2;
}

Result<RegionStore> openStore(const std::filesystem::path& folder, const std::string& fingerprint,
                              std::size_t dimension, RegionStoreUpdate& update)
{
    Result<RegionStore> store = RegionStore::open(folder, fingerprint, dimension);
    if (store && store->rows() > 0 && !mostlyDead(*store))
        return store;
    if (!store && store.error().code != ErrorCode::MetadataBroken)
        return store;
    update.begunAnew = true;
    {
        const auto letGo = std::move(store); // its lock
    }
    return RegionStore::open(folder, fingerprint, dimension, true);
}

} // namespace

Result<RegionStoreUpdate> updateRegionStore(const StudyDatabase& database,
                                            const std::string& modelFingerprint,
                                            const std::vector<AnalysisSource>& analyses,
                                            const Progress& progress)
{
    RegionStoreUpdate update;
    std::size_t dimension = 0;
    for (const AnalysisSource& analysis : analyses) {
        const auto regions = database.vectorsOf(analysis.id);
        if (!regions)
            return regions.error();
        if (!regions->empty()) {
            dimension = regions->front().vector.size();
            break;
        }
    }
    if (dimension == 0) {
        // Nothing of removed studies stays.
        std::error_code error;
        std::filesystem::remove_all(regionStoreFolder(database.folder(), modelFingerprint), error);
        return update;
    }
    auto store = openStore(regionStoreFolder(database.folder(), modelFingerprint), modelFingerprint,
                           dimension, update);
    if (!store)
        return store.error();

    std::unordered_set<std::int64_t> wanted;
    for (const AnalysisSource& analysis : analyses)
        wanted.insert(analysis.id);
    std::vector<std::int64_t> gone;
    for (const auto& [id, stored] : store->analyses()) {
        if (!wanted.contains(id))
            gone.push_back(id);
    }
    for (const std::int64_t id : gone) {
        if (Status s = store->remove(id); !s)
            return s.error();
        ++update.removed;
    }
    std::size_t done = 0;
    for (const AnalysisSource& analysis : analyses) {
        progress.report(static_cast<double>(done++) / static_cast<double>(analyses.size()));
        const auto stored = store->analyses().find(analysis.id);
        const bool known = stored != store->analyses().end();
        if (known && stored->second.stamp == analysis.stamp)
            continue;
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const auto regions = database.vectorsOf(analysis.id);
        if (!regions)
            return regions.error();
        if (regions->empty()) // removed a moment ago
            continue;
        if (Status s = store->add(analysis.id, analysis.stamp, *regions); !s)
            return s.error();
        ++update.added;
        update.removed += known ? 1 : 0;
    }
    if (update.added + update.removed > 0) {
        if (Status s = store->flush(); !s)
            return s.error();
    }
    return update;
}

} // namespace fovea
