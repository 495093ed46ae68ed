#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/engine/Engine.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// What fovea_model does with segmentation networks beside using them: the command line alone asks
// for it, so it has an entry point of its own. No Torch types. Threads and exceptions as in
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
};

} // namespace fovea

/// Entry point of the shared library; the object lives as long as the library is loaded.
extern "C" fovea::SegmenterApi* foveaSegmenterApi();
