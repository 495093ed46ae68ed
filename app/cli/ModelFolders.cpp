#include "app/cli/ModelFolders.h"

#include "app/work/segmentationModels.h"
#include "model/segment/stageSegmentationModel.h"

#include <algorithm>

namespace fovea {

namespace fs = std::filesystem;

Result<ModelFolders> ModelFolders::resolve(const std::vector<std::string>& models,
                                           const fs::path& modelsFolder, const Progress& progress)
{
    ModelFolders made;
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(models.size(), 1));
    for (std::size_t n = 0; n < models.size(); ++n) {
        const fs::path path = models[n];
        std::error_code ignored;
        const fs::path imported = segmentersFolder(modelsFolder) / path;
        const bool isName = !path.has_parent_path() && fs::is_directory(imported, ignored);
        if (!fs::exists(path, ignored) && isName) {
            made.m_folders.push_back(imported);
            continue;
        }
        if (!fs::is_regular_file(path, ignored)) {
            made.m_folders.push_back(path);
            continue;
        }
        if (!made.m_unpacked)
            made.m_unpacked = std::make_unique<QTemporaryDir>();
        const fs::path folder = fs::path(made.m_unpacked->path().toStdString()) /
                                std::to_string(n) / segmentationModelName(path);
        const double from = share * static_cast<double>(n);
        auto staged = stageSegmentationModel(path, folder, progress.part(from, from + share));
        if (!staged)
            return staged.error();
        if (Status status = staged->commit(); !status)
            return status.error();
        made.m_folders.push_back(folder);
    }
    return made;
}

} // namespace fovea
