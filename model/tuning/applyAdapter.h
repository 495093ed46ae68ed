#pragma once

#include "model/checkpoint/ModelPackage.h"
#include "model/engine/ModelInfo.h"
#include "model/tuning/Adapter.h"

namespace fovea {

/// The package that an adapter makes of its parent, in memory. BadOption ("parent"), MetadataBroken
/// ("adapter.json"), TensorsUnusable.
Result<ModelPackage> adaptedPackage(const ModelPackage& parent, const Adapter& adapter);

/// See ModelApi::applyAdapter(). The new package has the adapter beside it, to be handed on.
Result<ModelInfo> applyAdapter(const std::filesystem::path& parentPackage,
                               const std::filesystem::path& adapterFolder,
                               const std::filesystem::path& outputPackage,
                               const Progress& progress);

/// The folder of a package that has its adapter.
inline constexpr const char* AdapterFolder = "adapter";

/// Of a package on the CPU, as ModelApi hands it out.
ModelInfo infoOf(const ModelManifest& manifest, const std::string& fingerprint);

/// BadOption where the place of a new package is empty or taken.
Status checkNewPackage(const std::filesystem::path& folder);

} // namespace fovea
