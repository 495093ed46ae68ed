#pragma once

#include "app/models/PackageFacts.h"
#include "model/domain/Result.h"

#include <filesystem>
#include <optional>
#include <vector>

// The folder of the user's model packages. Any thread.

namespace fovea {

/// One package that the program knows.
struct KnownPackage {
    std::filesystem::path folder;
    bool bundled = false;   ///< Part of the installation.
    bool removable = false; ///< Lies in the models folder.
    std::optional<PackageFacts> facts;
    Error problem; ///< Where there are no facts.
};

/// The bundled package, those directly in `modelsFolder` by folder name, then `chosen` where it is
/// none of them (empty: the bundled one). A folder that does not exist has no packages.
std::vector<KnownPackage> knownPackages(const std::filesystem::path& bundled,
                                        const std::filesystem::path& modelsFolder,
                                        const std::filesystem::path& chosen);

/// Whether removePackage() would remove it: a real folder, not a link, directly in `modelsFolder`,
/// that holds a model.json.
bool isRemovable(const std::filesystem::path& package, const std::filesystem::path& modelsFolder);

/// Deletes a package's folder. Errors: ModelNotFound for anything that is not removable;
/// FileNotWritable.
Status removePackage(const std::filesystem::path& package,
                     const std::filesystem::path& modelsFolder);

/// Where to import a checkpoint to: the file's name without its ending, with a number where that is
/// taken.
std::filesystem::path freePackageFolder(const std::filesystem::path& modelsFolder,
                                        const std::filesystem::path& checkpoint);

/// Whether both name one folder, by whatever path.
bool isSameFolder(const std::filesystem::path& a, const std::filesystem::path& b);

} // namespace fovea
