#include "model/segment/SegmentationModel.h"

#include "model/segment/SegmentationCheckpoint.h"
#include "model/segment/trainingFolders.h"

#include <map>

namespace fovea {

namespace fs = std::filesystem;

Result<SegmentationModel> readSegmentationModel(const fs::path& path,
                                                const SegmentationModelChoice& choice,
                                                const Progress& progress)
{
    std::error_code error;
    // A slash at the end would leave the folder without a name.
    const fs::path folder = path.has_filename() ? path : path.parent_path();
    if (!fs::is_directory(folder, error))
        return makeError(ErrorCode::ModelNotFound, {folder.string()});
    const Result<fs::path> training = chooseTraining(folder, choice.trainingFolder);
    if (!training)
        return training.error();
    const Result<std::map<int, fs::path>> folds = chooseFolds(*training, choice.folds);
    if (!folds)
        return folds.error();

    SegmentationModel model;
    double done = 0.0;
    const double share = 1.0 / static_cast<double>(folds->size());
    for (const auto& [fold, file] : *folds) {
        const Result<SegmentationCheckpoint> checkpoint = openSegmentationCheckpoint(file);
        if (!checkpoint)
            return checkpoint.error();
        const Result<SegmentationConfig> config =
            configOfTraining(*training, checkpoint->configuration);
        if (!config)
            return config.error();
        if (model.folds.empty()) {
            model.config = *config;
            model.trainer =
                checkpoint->trainer.empty() ? partOfName(*training, 0) : checkpoint->trainer;
            model.mirrorAxes = checkpoint->mirrorAxes;
        } else if (*config != model.config) {
            return makeError(ErrorCode::ModelBroken,
                             {"checkpoint_final.pth", "folds are of different configurations"});
        }
        Result<ParameterMap> weights =
            segmentationWeights(*checkpoint, *config, progress.part(done, done + share));
        if (!weights)
            return weights.error();
        model.folds.push_back(fold);
        model.weights.push_back(std::move(*weights));
        done += share;
    }
    return model;
}

} // namespace fovea
