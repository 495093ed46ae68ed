#include "model/engine/SegmenterApi.h"

#include "model/bench/benchSegment.h"
#include "model/engine/segmentStudy.h"
#include "model/engine/torchErrors.h"
#include "model/segment/SegmentationModel.h"
#include "model/training/segment/SegmenterTrainer.h"
#include "model/training/segment/evaluateSegmenter.h"

namespace fovea {
namespace {

class NnUnetSegmenterApi : public SegmenterApi {
public:
    Status check(const std::filesystem::path& modelFolder, const Progress& progress) override
    {
        return guarded<Done>([&]() -> Status {
            const auto model = readSegmentationModel(modelFolder, {}, progress);
            return model ? Status(Done{}) : Status(model.error());
        });
    }

    Result<Segmentation> segment(const std::vector<std::filesystem::path>& modelFolders,
                                 const Volume& volume, const SegmentOptions& options,
                                 const Progress& progress) override
    {
        return segmentStudy(modelFolders, volume, options, progress);
    }

    Status train(const StudySource& training, const SegmenterTrainOptions& options,
                 const Progress& progress) override
    {
        return trainSegmenter(training, options, progress);
    }

    Result<SegmenterEvaluation> evaluate(const std::filesystem::path& modelFolder,
                                         const std::filesystem::path& recipe,
                                         const StudySource& studies,
                                         const Progress& progress) override
    {
        return evaluateSegmenter(modelFolder, recipe, studies, progress);
    }

    Result<SegmentBenchRun> bench(const SegmentBenchOptions& options,
                                  const Progress& progress) override
    {
        return benchSegment(options, progress);
    }
};

} // namespace
} // namespace fovea

extern "C" fovea::SegmenterApi* foveaSegmenterApi()
{
    static fovea::NnUnetSegmenterApi api;
    return &api;
}
