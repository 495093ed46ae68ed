#include "model/bench/BenchAnalyze.h"
#include "model/bench/madeUpModel.h"
#include "model/checkpoint/ImportCheckpoint.h"
#include "model/engine/Engine.h"
#include "model/engine/FvlmEngine.h"
#include "model/engine/segmentStudy.h"
#include "model/evaluate/Evaluate.h"
#include "model/training/CompareObjectives.h"
#include "model/training/Trainer.h"
#include "model/tuning/applyAdapter.h"
#include "model/tuning/estimateTune.h"
#include "model/tuning/tuneModel.h"
#include "model/verify/verify.h"

namespace fovea {
namespace {

class FvlmModelApi : public ModelApi {
public:
    Result<std::unique_ptr<Engine>> load(const std::filesystem::path& package,
                                         const LoadOptions& options) override
    {
        return FvlmEngine::load(package, options);
    }

    Result<ModelInfo> importCheckpoint(const ImportOptions& options,
                                       const Progress& progress) override
    {
        const Result<ModelPackage> package = fovea::importCheckpoint(
            {options.checkpoint, options.textEncoderFolder, options.manifest},
            options.outputPackage, progress);
        if (!package)
            return package.error();
        return infoOf(package->manifest, package->fingerprint);
    }

    Result<ModelInfo> train(const StudySource& training, const StudySource& validation,
                            const TrainOptions& options, const Progress& progress) override
    {
        return trainModel(training, validation, options, progress);
    }

    Result<TuneResult> tune(const StudySource& training, const StudySource& validation,
                            const TuneOptions& options, const Progress& progress) override
    {
        return tuneModel(training, validation, options, progress);
    }

    Result<TuneEstimate> estimateTune(const TuneOptions& options, std::size_t trainingStudies,
                                      std::uint64_t largestStudyBytes) override
    {
        return fovea::estimateTune(options, trainingStudies, largestStudyBytes);
    }

    Result<ModelInfo> applyAdapter(const std::filesystem::path& parentPackage,
                                   const std::filesystem::path& adapterFolder,
                                   const std::filesystem::path& outputPackage,
                                   const Progress& progress) override
    {
        return fovea::applyAdapter(parentPackage, adapterFolder, outputPackage, progress);
    }

    Result<ObjectiveComparison> compare(const StudySource& training, const StudySource& validation,
                                        const StudySource& test, const CompareOptions& options,
                                        const Progress& progress) override
    {
        return compareObjectives(training, validation, test, options, progress);
    }

    Result<Evaluation> evaluate(Engine& engine, const StudySource& studies,
                                const EvaluateOptions& options, const Progress& progress) override
    {
        return evaluateEngine(engine, studies, options, progress);
    }

    Result<BenchReport> bench(const BenchOptions& options, const Progress& progress) override
    {
        return benchAnalyze(options, progress);
    }

    Status writeMadeUpModel(const std::filesystem::path& folder,
                            const std::filesystem::path& vocabularyOf) override
    {
        return fovea::writeMadeUpModel(folder, vocabularyOf);
    }

    Result<std::shared_ptr<const RegionIndex>>
    regionIndex(std::shared_ptr<const RegionVectors> vectors, const RegionIndexOptions& options,
                const Progress& progress) override
    {
        return RegionIndex::create(std::move(vectors), options, progress);
    }

    Result<LabelMapPtr> segment(const std::vector<std::filesystem::path>& modelFolders,
                                const Volume& volume, const SegmentOptions& options,
                                const Progress& progress) override
    {
        auto made = segmentStudy(modelFolders, volume, options, false, progress);
        if (!made)
            return made.error();
        return std::move(made->labels);
    }

    Result<Verification> verify(const std::filesystem::path& goldenFile,
                                const Progress& progress) override
    {
        return fovea::verify(goldenFile, progress);
    }
};

} // namespace
} // namespace fovea

extern "C" fovea::ModelApi* foveaModelApi()
{
    static fovea::FvlmModelApi api;
    return &api;
}
