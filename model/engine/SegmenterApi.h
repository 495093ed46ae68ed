#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Segmentation.h"
#include "model/engine/Engine.h"
#include "model/engine/SegmentBench.h"
#include "model/segment/SegmentOptions.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// What fovea_model does with segmentation networks. No Torch types. Threads and exceptions as in
// Engine.h.

namespace fovea {

struct SegmenterTrainOptions {
    /// JSON, see SegmenterRecipe.
    std::filesystem::path recipe;
    /// Folder to make, in the form in which nnU-Net's are released; written only when training
    /// succeeded.
    std::filesystem::path outputFolder;
    std::uint64_t seed = 1;
    std::optional<int> steps; ///< Instead of the recipe's.
    std::function<void(const std::string& line)> log;
    /// Checkpoints go into this folder, the last two are kept; empty: none.
    std::filesystem::path checkpointFolder;
    std::int64_t checkpointEvery = 0; ///< Steps; 0: the recipe's.
    /// Goes on from the folder's latest checkpoint, to the same network as without the stop; from
    /// the beginning where there is none. A checkpoint of another recipe, seed, number of threads
    /// or data is refused (BadOption), as is a folder with one without `resume`.
    bool resume = false;
};

/// How far a network's segmentations agree with what is known.
struct SegmenterEvaluation {
    struct OfStructure {
        std::string name;
        std::size_t studies = 0; ///< Where the structure is there, or was said to be.
        double dice = 0;         ///< Mean over them.
        double lowest = 0;
    };
    std::vector<OfStructure> structures; ///< In the network's order; those of no study too.
    std::size_t studies = 0;
    double meanDice = 0; ///< Over the structures that some study has.
    double seconds = 0;  ///< Of segmenting alone.
};

class SegmenterApi {
public:
    virtual ~SegmenterApi() = default;

    /// Reads an nnU-Net folder as segmenting would, down to the last weight, and forgets it again:
    /// whether it can be used. Errors: those of readSegmentationModel(), OutOfMemory, Cancelled.
    virtual Status check(const std::filesystem::path& modelFolder, const Progress& progress) = 0;

    /// Segments a volume with a trained nnU-Net folder as it is downloaded and unpacked (see
    /// readSegmentationModel()), or with several that are parts of TotalSegmentator's `total`:
    /// labels on the volume's grid under the names of their dataset.json, without anatomies, and
    /// how sure the network was of each before anything was brought back to that grid. On the CPU,
    /// in fp32. Progress per window of the network, cancelled within one; nothing of a checkpoint
    /// is run. ModelNotFound, AmbiguousRequest, ModelBroken, CheckpointRefused, CheckpointBroken,
    /// TensorsUnusable, BadOption, Cancelled, OutOfMemory.
    virtual Result<Segmentation> segment(const std::vector<std::filesystem::path>& modelFolders,
                                         const Volume& volume, const SegmentOptions& options,
                                         const Progress& progress) = 0;

    /// Trains a small nnU-Net from nothing on studies with label maps and writes it. On the CPU.
    /// Cancelled, BadOption, MetadataBroken (recipe), NoCases, TrainingDiverged (step), whatever
    /// loading a study or writing gives; nothing is written then but checkpoints.
    virtual Status train(const StudySource& training, const SegmenterTrainOptions& options,
                         const Progress& progress) = 0;

    /// Segments studies and compares with their label maps on their own grids, structure by
    /// structure of the recipe that the network was trained with. Errors of reading the folder and
    /// the recipe; BadOption where their structures differ; Cancelled.
    virtual Result<SegmenterEvaluation> evaluate(const std::filesystem::path& modelFolder,
                                                 const std::filesystem::path& recipe,
                                                 const StudySource& studies,
                                                 const Progress& progress) = 0;

    /// Times one way of labelling a made-up image. BadOption where the image is smaller than a
    /// window; errors of reading the model; Cancelled; OutOfMemory.
    virtual Result<SegmentBenchRun> bench(const SegmentBenchOptions& options,
                                          const Progress& progress) = 0;
};

} // namespace fovea

/// Entry point of the shared library; the object lives as long as the library is loaded.
extern "C" fovea::SegmenterApi* foveaSegmenterApi();
