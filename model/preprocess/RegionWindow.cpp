#include "model/preprocess/RegionWindow.h"

#include <algorithm>
#include <cstring>

namespace fovea {
namespace {

int roundedUp(int value, int multiple)
{
    return (value + multiple - 1) / multiple * multiple;
}

std::size_t rowOf(const Index3& size, int d, int h)
{
    return (static_cast<std::size_t>(d) * static_cast<std::size_t>(size[1]) +
            static_cast<std::size_t>(h)) *
           static_cast<std::size_t>(size[2]);
}

} // namespace

RegionWindow regionWindow(const PreparedStudy& study, const PreparedRegion& region,
                          const PreprocessSettings& settings, const Index3& patch)
{
    Index3 start{};
    Index3 size{};
    for (int axis = 0; axis < 3; ++axis) {
        size[axis] = std::max(settings.roi[axis], region.high[axis] - region.low[axis]);
        start[axis] = (region.low[axis] + region.high[axis]) / 2 - size[axis] / 2;
    }
    return windowAt(study, start, size, patch);
}

RegionWindow windowAt(const PreparedStudy& study, const Index3& start, const Index3& size,
                      const Index3& patch)
{
    RegionWindow window;
    for (int axis = 0; axis < 3; ++axis) {
        window.size[axis] = std::min(size[axis], study.size[axis]);
        window.start[axis] = std::clamp(start[axis], 0, study.size[axis] - window.size[axis]);
        window.padded[axis] = roundedUp(window.size[axis], patch[axis]);
    }
    return window;
}

std::vector<float> cutImage(const PreparedStudy& study, const RegionWindow& window)
{
    std::vector<float> out(rowOf(window.padded, window.padded[0], 0), 0.0F);
    for (int d = 0; d < window.size[0]; ++d) {
        for (int h = 0; h < window.size[1]; ++h) {
            const float* from = study.image.data() +
                                rowOf(study.size, d + window.start[0], h + window.start[1]) +
                                window.start[2];
            std::copy_n(from, window.size[2], out.data() + rowOf(window.padded, d, h));
        }
    }
    return out;
}

Index3 tokenGrid(const RegionWindow& window, const Index3& patch)
{
    return {window.padded[0] / patch[0], window.padded[1] / patch[1], window.padded[2] / patch[2]};
}

std::vector<std::int64_t> regionTokens(const PreparedStudy& study, const RegionWindow& window,
                                       int anatomyIndex, const Index3& patch)
{
    const Index3 grid = tokenGrid(window, patch);
    std::vector<char> touched(rowOf(grid, grid[0], 0), 0);
    const auto label = static_cast<std::uint8_t>(anatomyIndex + 1);
    for (int d = 0; d < window.size[0]; ++d) {
        for (int h = 0; h < window.size[1]; ++h) {
            const std::uint8_t* row = study.labels.data() +
                                      rowOf(study.size, d + window.start[0], h + window.start[1]) +
                                      window.start[2];
            char* tokens = touched.data() + rowOf(grid, d / patch[0], h / patch[1]);
            for (int t = 0; t < grid[2]; ++t) {
                const int from = t * patch[2];
                const auto width =
                    static_cast<std::size_t>(std::min(patch[2], window.size[2] - from));
                if (!tokens[t] && from < window.size[2] && std::memchr(row + from, label, width))
                    tokens[t] = 1;
            }
        }
    }
    std::vector<std::int64_t> positions;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        if (touched[i])
            positions.push_back(static_cast<std::int64_t>(i));
    }
    return positions;
}

Vec3 tokenOriginMm(const PreparedStudy& study, const RegionWindow& window, const Index3& patch)
{
    Vec3 origin = study.originMm;
    for (int axis = 0; axis < 3; ++axis)
        origin = origin + study.stepMm[axis] * (window.start[axis] + (patch[axis] - 1) / 2.0);
    return origin;
}

std::array<Vec3, 3> tokenStepMm(const PreparedStudy& study, const Index3& patch)
{
    return {study.stepMm[0] * patch[0], study.stepMm[1] * patch[1], study.stepMm[2] * patch[2]};
}

} // namespace fovea
