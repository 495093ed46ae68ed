#include "storage/pixelReading.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <new>

namespace fovea {

Result<std::uint64_t> readPixelsWithDcmtkAlone(const std::vector<std::filesystem::path>& files,
                                               const Progress& progress)
{
    try {
        std::vector<Uint16> pixels;
        for (const std::filesystem::path& path : files) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            DcmFileFormat file;
            if (file.loadFile(path.c_str()).bad())
                return makeError(ErrorCode::FileNotReadable, {path.string()});
            const Uint16* words = nullptr;
            unsigned long count = 0;
            if (file.getDataset()->findAndGetUint16Array(DCM_PixelData, words, &count).bad())
                return makeError(ErrorCode::UnsupportedPixels, {"not 16 bits allocated"});
            if (pixels.empty())
                pixels.reserve(count * files.size());
            pixels.insert(pixels.end(), words, words + count);
        }
        return pixels.size() * sizeof(Uint16);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"pixels"});
    }
}

} // namespace fovea
