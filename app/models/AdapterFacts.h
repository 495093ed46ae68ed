#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// What another site's adapter says about itself, read without LibTorch. Any thread.

namespace fovea {

struct AdapterFacts {
    std::string name;       ///< Of the model that comes of it; from adapter.json, as all text here.
    std::string site;       ///< Whose studies it was tuned on, in that site's words.
    std::string parent;     ///< Fingerprint of the model that it changes.
    std::string parentName; ///< Empty in adapters of the program's first versions.
};

/// `folder` holds an adapter, or is a package with one. FileNotFound; MetadataBroken
/// ("adapter.json", what). Whether its tensors fit is only known once it is applied.
Result<AdapterFacts> readAdapterFacts(const std::filesystem::path& folder);

/// The folder itself, or the adapter's within a package.
std::filesystem::path adapterFolderOf(const std::filesystem::path& folder);

/// The one of the packages that has this fingerprint; empty: none. Reads them whole. Cancelled;
/// packages that cannot be read are none.
Result<std::filesystem::path> packageWith(const std::string& fingerprint,
                                          const std::vector<std::filesystem::path>& packages,
                                          const Progress& progress);

} // namespace fovea
