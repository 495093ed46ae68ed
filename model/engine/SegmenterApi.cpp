#include "model/engine/SegmenterApi.h"

#include "model/training/segment/SegmenterTrainer.h"
#include "model/training/segment/evaluateSegmenter.h"

namespace fovea {
namespace {

class NnUnetSegmenterApi : public SegmenterApi {
public:
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
};

} // namespace
} // namespace fovea

extern "C" fovea::SegmenterApi* foveaSegmenterApi()
{
    static fovea::NnUnetSegmenterApi api;
    return &api;
}
