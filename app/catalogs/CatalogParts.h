#pragma once

#include "app/catalogs/OwnFindings.h"
#include "app/catalogs/SiteCatalog.h"
#include "app/models/ModelService.h"

#include <optional>

namespace fovea {

/// What the window of catalogs works with; all outlive it.
struct CatalogParts {
    const Archive& archive;
    ModelService& model;
    SiteCatalog& catalog;
    OwnFindings& own;

    /// Null where it is none of the site's own.
    const OwnFinding* ownFinding(const FindingKey& key) const;
    /// Null where the model in use does not have it.
    const ModelFinding* modelFinding(const FindingKey& key) const;
    /// What the finding is asked with now.
    std::optional<RegionPrompts> kept(const FindingKey& key) const;
    /// Both catalogs were read and may be changed.
    bool isKnown() const { return catalog.isKnown() && own.isKnown(); }
};

} // namespace fovea
