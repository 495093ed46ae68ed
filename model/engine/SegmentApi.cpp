#include "model/engine/SegmentApi.h"

#include "model/engine/segmentStudy.h"
#include "model/engine/torchErrors.h"
#include "model/segment/SegmentationModel.h"

namespace fovea {
namespace {

class NetworkSegmentApi : public SegmentApi {
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
        return segmentStudy(modelFolders, volume, options, true, progress);
    }
};

} // namespace
} // namespace fovea

extern "C" fovea::SegmentApi* foveaSegmentApi()
{
    static fovea::NetworkSegmentApi api;
    return &api;
}
