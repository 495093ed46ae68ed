#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fovea {

/// Where the networks lie that a command was given: folders, zips as they are downloaded, which are
/// unpacked for as long as this object lives, or names of imported networks.
class ModelFolders {
public:
    /// Errors: ModelNotFound; those of stageSegmentationModel().
    static Result<ModelFolders> resolve(const std::vector<std::string>& models,
                                        const std::filesystem::path& modelsFolder,
                                        const Progress& progress);

    const std::vector<std::filesystem::path>& folders() const { return m_folders; }

private:
    std::unique_ptr<QTemporaryDir> m_unpacked; ///< Null where there is no zip.
    std::vector<std::filesystem::path> m_folders;
};

} // namespace fovea
