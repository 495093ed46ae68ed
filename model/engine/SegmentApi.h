#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Segmentation.h"
#include "model/domain/Volume.h"
#include "model/segment/SegmentOptions.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// What fovea_model knows of segmentation networks apart from fVLM. Names no Torch type. Used from
/// one thread at a time; nothing throws.
class SegmentApi {
public:
    virtual ~SegmentApi() = default;

    /// Reads an nnU-Net folder as segmenting would, down to the last weight, and forgets it again:
    /// whether it can be used. Errors: those of readSegmentationModel(), OutOfMemory, Cancelled.
    virtual Status check(const std::filesystem::path& modelFolder, const Progress& progress) = 0;

    /// ModelApi::segment(), with how sure the network was of each structure. That is of the
    /// network's answers before anything was brought back to the volume's grid.
    virtual Result<Segmentation> segment(const std::vector<std::filesystem::path>& modelFolders,
                                         const Volume& volume, const SegmentOptions& options,
                                         const Progress& progress) = 0;
};

} // namespace fovea

/// Entry point of the shared library; the object lives as long as the library is loaded.
extern "C" fovea::SegmentApi* foveaSegmentApi();
