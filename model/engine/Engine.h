#pragma once

#include "model/bench/BenchReport.h"
#include "model/domain/Analysis.h"
#include "model/domain/Anatomy.h"
#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/RegionRelevance.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "model/engine/ModelInfo.h"
#include "model/engine/ObjectiveComparison.h"
#include "model/engine/TrainStatus.h"
#include "model/engine/TuneOptions.h"
#include "model/evaluate/EvaluateOptions.h"
#include "model/evaluate/Evaluation.h"
#include "model/search/RegionIndex.h"
#include "model/segment/SegmentOptions.h"
#include "model/verify/Verification.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The whole of model/ beyond domain/ behind an interface without Torch types. It lives in the
// shared library fovea_model, which app/ loads late (linking LibTorch costs 400 ms at every start),
// so a caller reaches everything through foveaModelApi() at the end of this header.
//
// Threads: call an Engine and ModelApi from one long-lived thread (each new thread would make its
// own OpenMP team). Calls from several threads are safe; those to one Engine wait for each other.
// No exception leaves these functions.

namespace fovea {

/// How to load a model. The defaults are the fastest that the machine does well.
struct LoadOptions {
    enum class Device { Automatic, Cpu, Cuda };
    enum class Precision {
        Automatic, ///< bf16 where the processor has instructions for it, fp16 on a GPU.
        Full,      ///< fp32: the reference's numbers within 5e-5.
        Half       ///< bf16 on a CPU, fp16 on a GPU; slow on a CPU without instructions for it.
    };
    Device device = Device::Automatic; ///< Automatic: the first CUDA device where there is one.
    Precision precision = Precision::Automatic;
};

/// Which tokens of a region speak for a text.
struct RelevanceRequest {
    std::string anatomyId;
    /// Texts, at least one. Several are an ensemble: the mean of their unit vectors, made unit.
    std::vector<std::string> positive;
    std::vector<std::string> negative; ///< What they are held against; may be empty.
    RelevanceMethod method = RelevanceMethod::AttentionWeightedValue;
};

struct ExplainedAnalysis {
    StudyAnalysis analysis;
    /// One per request, in their order; empty where the study does not have the anatomy.
    std::vector<std::optional<RegionRelevance>> relevances;
};

/// A loaded model package.
class Engine {
public:
    virtual ~Engine() = default;

    virtual const ModelInfo& info() const = 0;

    /// Scores every anatomy of the model that the label map has. The label map lies on the
    /// volume's grid (ErrorCode::GridMismatch otherwise). Cancelled within one network window.
    virtual Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap& labels,
                                          const Progress& progress) = 0;

    /// What `stored`, this model's analysis of the volume with the label map `before`, becomes with
    /// `after`: anatomies of the model whose voxels differ between the two are scored anew, as
    /// analyze() would with `after`; of all others the stored results are handed on as they are and
    /// nothing is computed. (A whole analyze() might differ in them by rounding: all anatomies
    /// share one crop of the volume, which a larger anatomy may widen.) An engine that can only do
    /// all does all. Errors as analyze(), and BadOption where `stored` is another model's.
    virtual Result<StudyAnalysis> reanalyze(const Volume& volume, const LabelMap& /*before*/,
                                            const LabelMap& after, const StudyAnalysis& /*stored*/,
                                            const Progress& progress)
    {
        return analyze(volume, after, progress);
    }

    /// analyze(), and where in each region the texts are, in the same pass of the image encoder: a
    /// request costs a text encoding, once, and one pooling. Errors besides analyze()'s: EmptyText
    /// (a text without words, or none), BadOption (an anatomy that the model does not know).
    virtual Result<ExplainedAnalysis> explain(const Volume& volume, const LabelMap& labels,
                                              const std::vector<RelevanceRequest>& requests,
                                              const Progress& progress) = 0;

    /// One request alone: only that anatomy's window is encoded. Errors as explain(), and NoRegion
    /// where the study does not have the anatomy. See RelevanceRequest for the texts.
    virtual Result<RegionRelevance> relevance(const Volume& volume, const LabelMap& labels,
                                              const std::string& anatomyId,
                                              const std::vector<std::string>& positive,
                                              const std::vector<std::string>& negative,
                                              RelevanceMethod method, const Progress& progress) = 0;

    /// Unit vector of a free text.
    virtual Result<std::vector<float>> embedText(const std::string& utf8) = 0;

    /// embedText() of each, up to rounding, but together: what short texts wait for is the text
    /// encoder's weights, which are then read once for many. EmptyText where one has no words.
    virtual Result<std::vector<std::vector<float>>>
    embedTexts(const std::vector<std::string>& texts)
    {
        std::vector<std::vector<float>> vectors;
        for (const std::string& text : texts) {
            Result<std::vector<float>> vector = embedText(text);
            if (!vector)
                return vector.error();
            vectors.push_back(std::move(*vector));
        }
        return vectors;
    }
};

/// A finding that is truly present in a region, as precisely as the source of studies knows it.
struct LabelledFinding {
    std::string findingId;
    double severity = 0.0;  ///< In (0, 1]; 0 where the source does not know it.
    Side side = Side::None; ///< None: both sides, in the middle, or not known.
    /// Where it is: labels of the study's label map (of lobes, for a finding of the lung), one per
    /// site. Empty where not known. `siteSides` has the side of each; equal lengths.
    std::vector<std::uint16_t> structures;
    std::vector<Side> siteSides;
};

/// What is said of one finding alone, whether it is there or not.
struct FindingStatement {
    std::string findingId;
    bool present = false;
    std::vector<std::string> wordings; ///< Whole sentences, each as good as another; at least one.
};

/// One study with what is said about it, as training and evaluation want it.
struct LabelledStudy {
    VolumePtr volume;
    LabelMapPtr labels;
    struct Region {
        std::string anatomyId;
        std::string text;                  ///< Report sentences of this anatomy; empty: normal.
        std::vector<std::string> findings; ///< Finding ids present, the ground truth.
        /// The same findings in detail, where the source has it: phantoms do, folders of data do
        /// not (empty).
        std::vector<LabelledFinding> details{};
        /// The text as other readers would have it, of the same findings; often none.
        std::vector<std::string> rewordings{};
        /// The text taken apart by findings: those of which it says that they are there, or are
        /// not. Of an absent finding nothing need be said. Often none.
        std::vector<FindingStatement> statements{};
        /// Findings of which nobody knows whether they are there: neither learnt nor counted.
        /// Phantoms know all.
        std::vector<std::string> unknown{};
    };
    std::vector<Region> regions;
};

/// Where studies come from: loaded one at a time, possibly more than once. Must return the same
/// study for the same index.
struct StudySource {
    std::size_t count = 0;
    std::function<Result<LabelledStudy>(std::size_t index)> load;
};

struct TrainOptions {
    std::filesystem::path outputPackage; ///< Folder to make; written only when training succeeded.
    std::filesystem::path recipe;        ///< JSON: architecture, preprocessing, prompts, schedule.
    std::uint64_t seed = 1;
    std::optional<int> epochs; ///< Instead of the recipe's.
    std::function<void(const std::string& line)> log;
    std::function<void(const TrainStatus& status)> status; ///< After every step.
    std::filesystem::path logFile; ///< CSV of losses and validations to make; empty: none.
    /// Checkpoints go into this folder: all of the training's state every `checkpointEvery` steps
    /// (0: the recipe's, else once per epoch), the last two. Empty: none.
    std::filesystem::path checkpointFolder;
    std::int64_t checkpointEvery = 0;
    /// Goes on from the folder's latest checkpoint, to the same result as without the stop; starts
    /// from the beginning where there is none. A checkpoint of another recipe, seed, number of
    /// threads or data is refused (BadOption), as is a folder with one without `resume`.
    bool resume = false;
};

/// What a model package is made of.
struct ImportOptions {
    /// Released or own checkpoint: PyTorch (.pth, zip or legacy) or safetensors, told by content.
    std::filesystem::path checkpoint;
    std::filesystem::path textEncoderFolder; ///< With vocab.txt and config.json.
    std::filesystem::path outputPackage;     ///< Folder to make, or a package to replace.
    /// A site's own model.json, every member optional; empty: the released model's.
    std::filesystem::path manifest;
};

class ModelApi {
public:
    virtual ~ModelApi() = default;

    /// Errors of reading the package; BadOption where a CUDA device is asked for and there is none.
    virtual Result<std::unique_ptr<Engine>> load(const std::filesystem::path& package,
                                                 const LoadOptions& options = {}) = 0;

    /// Makes a package. Never runs anything the checkpoint contains; a failure, or being
    /// cancelled, leaves nothing behind.
    virtual Result<ModelInfo> importCheckpoint(const ImportOptions& options,
                                               const Progress& progress) = 0;

    virtual Result<ModelInfo> train(const StudySource& training, const StudySource& validation,
                                    const TrainOptions& options, const Progress& progress) = 0;

    /// Fine-tunes a package on a site's own studies and writes the outcome as a package of its own;
    /// the parent is only read. See TuneOptions.h, which also lists the errors.
    virtual Result<TuneResult> tune(const StudySource& training, const StudySource& validation,
                                    const TuneOptions& options, const Progress& progress) = 0;

    /// What tune() would take with so many training studies, the largest of which has so many bytes
    /// of voxels and labels. Reads no more of the parent than its model.json. BadOption,
    /// ModelBroken, ModelNotFound.
    virtual Result<TuneEstimate> estimateTune(const TuneOptions& options,
                                              std::size_t trainingStudies,
                                              std::uint64_t largestStudyBytes) = 0;

    /// Makes the package that tune() wrote out of its parent and its adapter, to the last bit.
    /// BadOption ("parent": another model's; "outputPackage": exists), MetadataBroken
    /// (adapter.json, what), ModelBroken, TensorsUnusable, errors of reading and writing. Nothing
    /// is written then.
    virtual Result<ModelInfo> applyAdapter(const std::filesystem::path& parentPackage,
                                           const std::filesystem::path& adapterFolder,
                                           const std::filesystem::path& outputPackage,
                                           const Progress& progress) = 0;

    /// Trains every variant with every seed and measures it on `test`. All runs that were asked
    /// for are in the answer, those already finished too. Errors of train(), and what options.onRun
    /// says.
    virtual Result<ObjectiveComparison>
    compare(const StudySource& training, const StudySource& validation, const StudySource& test,
            const CompareOptions& options, const Progress& progress) = 0;

    /// See Evaluate.h. Each study is loaded and encoded once.
    virtual Result<Evaluation> evaluate(Engine& engine, const StudySource& studies,
                                        const EvaluateOptions& options,
                                        const Progress& progress) = 0;

    /// Times the analysis against the reference's order of work; see BenchReport.
    virtual Result<BenchReport> bench(const BenchOptions& options, const Progress& progress) = 0;

    /// Writes a package of the released size with random weights, for benchmarks that need a whole
    /// engine. See madeUpModel.h.
    virtual Status writeMadeUpModel(const std::filesystem::path& /*folder*/,
                                    const std::filesystem::path& /*vocabularyOf*/)
    {
        return makeError(ErrorCode::Internal, {}, "this library makes up no model");
    }

    /// See RegionIndex::create(). Of all that this interface hands out, the index alone may be
    /// asked from several threads at once.
    virtual Result<std::shared_ptr<const RegionIndex>>
    regionIndex(std::shared_ptr<const RegionVectors> vectors, const RegionIndexOptions& options,
                const Progress& progress) = 0;

    /// Segments a volume with a trained nnU-Net folder as it is downloaded and unpacked (see
    /// readSegmentationModel()), or with several that are parts of TotalSegmentator's `total`:
    /// labels on the volume's grid under the names of their dataset.json, without anatomies. On the
    /// CPU, in fp32. Progress per window of the network, cancelled within one; nothing of a
    /// checkpoint is run. ModelNotFound, AmbiguousRequest, ModelBroken, CheckpointRefused,
    /// CheckpointBroken, TensorsUnusable, BadOption, Cancelled, OutOfMemory.
    virtual Result<LabelMapPtr> segment(const std::vector<std::filesystem::path>& /*modelFolders*/,
                                        const Volume& /*volume*/, const SegmentOptions& /*options*/,
                                        const Progress& /*progress*/)
    {
        return makeError(ErrorCode::Internal, {}, "this library does not segment");
    }

    /// Compares this program with a file of reference figures (JSON; which kind is told by its
    /// contents: a network with or without a step of training, preprocessing, a tokenizer, or
    /// nnU-Net's networks, sliding window, resampling, preprocessing or pipeline), or
    /// checks a model package's folder. Differences are in the Verification; an Error means that
    /// nothing could be compared: FileNotFound, FileNotReadable, MetadataBroken (file, what is
    /// wrong with it), VocabularyBroken, what load() says of a package, Cancelled.
    virtual Result<Verification> verify(const std::filesystem::path& goldenFile,
                                        const Progress& progress) = 0;
};

} // namespace fovea

/// Entry point of the shared library; the object lives as long as the library is loaded.
extern "C" fovea::ModelApi* foveaModelApi();
