#include "storage/pixelReading.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <atomic>
#include <new>
#include <thread>

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

Result<std::uint64_t> parseWithDcmtkAlone(const std::vector<std::filesystem::path>& files,
                                          ParsedExtent extent, int threads,
                                          const Progress& progress)
{
    std::atomic<std::size_t> next{0};
    std::atomic<std::uint64_t> elements{0};
    std::atomic<const std::filesystem::path*> failed{nullptr};
    std::atomic<bool> stopped{false};
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size() && !stopped; i = next++) {
            DcmFileFormat file;
            OFCondition read = file.loadFile(files[i].c_str());
            if (read.good() && extent == ParsedExtent::AllValues)
                read = file.loadAllDataIntoMemory();
            if (read.bad())
                failed = &files[i];
            if (read.bad() || progress.cancelled())
                stopped = true;
            elements += file.getDataset()->card();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int n = 1; n < threads; ++n)
            helpers.emplace_back(work);
        work();
    }
    if (failed)
        return makeError(ErrorCode::FileNotReadable, {failed.load()->string()});
    if (stopped)
        return makeError(ErrorCode::Cancelled);
    return elements.load();
}

} // namespace fovea
