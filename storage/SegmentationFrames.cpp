#include "storage/SegmentationFrames.h"

#include <optional>

namespace fovea {

namespace {

std::size_t pixelsPerSlice(const LabelMap& labels)
{
    const Index3 size = labels.geometry().size;
    return static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]);
}

std::span<const std::uint16_t> sliceOf(const LabelMap& labels, int k)
{
    const std::size_t pixels = pixelsPerSlice(labels);
    return labels.labels().subspan(static_cast<std::size_t>(k) * pixels, pixels);
}

} // namespace

Result<std::vector<SegmentationFrame>> segmentationFrames(const LabelMap& labels,
                                                          const Progress& progress)
{
    const auto slices = static_cast<std::size_t>(labels.geometry().size[2]);
    const std::size_t values = std::size_t{labels.maxLabel()} + 1;
    std::vector<bool> present(slices * values, false);
    for (std::size_t k = 0; k < slices; ++k) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        std::uint16_t last = 0; // Labels come in runs.
        for (const std::uint16_t label : sliceOf(labels, static_cast<int>(k))) {
            if (label != last)
                present[k * values + label] = true;
            last = label;
        }
    }
    std::vector<SegmentationFrame> frames;
    for (std::size_t s = 0; s < labels.structures().size(); ++s) {
        for (std::size_t k = 0; k < slices; ++k) {
            if (present[k * values + labels.structures()[s].label])
                frames.push_back({s, static_cast<int>(k)});
        }
    }
    return frames;
}

std::size_t packedSize(const LabelMap& labels, const std::vector<SegmentationFrame>& frames)
{
    const std::size_t bytes = (frames.size() * pixelsPerSlice(labels) + 7) / 8;
    return bytes + bytes % 2;
}

Status packFrames(const LabelMap& labels, const std::vector<SegmentationFrame>& frames,
                  std::uint8_t* packed, const Progress& progress)
{
    const int slices = labels.geometry().size[2];
    const std::size_t pixels = pixelsPerSlice(labels);
    // First bit of each label's frame on the slice at hand.
    std::vector<std::optional<std::size_t>> start(std::size_t{labels.maxLabel()} + 1);
    std::vector<std::vector<std::size_t>> framesOfSlice(static_cast<std::size_t>(slices));
    for (std::size_t f = 0; f < frames.size(); ++f)
        framesOfSlice[static_cast<std::size_t>(frames[f].slice)].push_back(f);
    for (int k = 0; k < slices; ++k) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        std::fill(start.begin(), start.end(), std::nullopt);
        for (const std::size_t f : framesOfSlice[static_cast<std::size_t>(k)])
            start[labels.structures()[frames[f].structure].label] = f * pixels;
        const auto slice = sliceOf(labels, k);
        for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
            if (slice[pixel] == 0)
                continue;
            if (const auto& first = start[slice[pixel]]) {
                const std::size_t bit = *first + pixel;
                packed[bit / 8] = static_cast<std::uint8_t>(packed[bit / 8] | 1u << bit % 8);
            }
        }
        progress.report(static_cast<double>(k + 1) / slices);
    }
    return Done{};
}

} // namespace fovea
