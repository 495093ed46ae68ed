#include "app/catalogs/CatalogParts.h"

#include <algorithm>

namespace fovea {

const OwnFinding* CatalogParts::ownFinding(const FindingKey& key) const
{
    const auto found = std::ranges::find(own.list(), key.findingId, &OwnFinding::id);
    return found == own.list().end() ? nullptr : &*found;
}

const ModelFinding* CatalogParts::modelFinding(const FindingKey& key) const
{
    if (!model.info())
        return nullptr;
    for (const ModelFinding& finding : model.info()->findings) {
        if (finding.anatomyId == key.anatomyId && finding.findingId == key.findingId)
            return &finding;
    }
    return nullptr;
}

std::optional<RegionPrompts> CatalogParts::kept(const FindingKey& key) const
{
    if (const OwnFinding* written = ownFinding(key))
        return written->prompts;
    if (const auto& prompts = catalog.finding(key).prompts)
        return prompts;
    if (const ModelFinding* finding = modelFinding(key))
        return RegionPrompts{key.anatomyId, finding->positive, finding->negative};
    return std::nullopt;
}

} // namespace fovea
