#include "model/segment/CanonicalGrid.h"

#include <algorithm>
#include <cmath>

namespace fovea {

ArrayView ArrayView::transposed(const Index3& order) const
{
    ArrayView view = *this;
    for (std::size_t a = 0; a < 3; ++a) {
        const auto from = static_cast<std::size_t>(order[a]);
        view.size[a] = size[from];
        view.stride[a] = stride[from];
        view.spacingMm[a] = spacingMm[from];
    }
    return view;
}

ArrayView ArrayView::cropped(const Index3& low, const Index3& high) const
{
    ArrayView view = *this;
    view.first = offset(low[0], low[1], low[2]);
    for (std::size_t a = 0; a < 3; ++a)
        view.size[a] = high[a] - low[a];
    return view;
}

ArrayView ArrayView::contiguous(const Index3& size, const Vec3& spacingMm)
{
    ArrayView view;
    view.size = size;
    view.stride = {static_cast<std::ptrdiff_t>(size[1]) * size[2], size[2], 1};
    view.spacingMm = spacingMm;
    return view;
}

ArrayView canonicalView(const ImageGeometry& geometry)
{
    // axes[a][p]: how much index axis a goes along patient axis p (LPS).
    const auto& axes = geometry.axes;
    std::array<std::size_t, 3> byStrength{0, 1, 2};
    const auto strength = [&](std::size_t a) {
        return std::max({std::abs(axes[a][0]), std::abs(axes[a][1]), std::abs(axes[a][2])});
    };
    std::ranges::stable_sort(byStrength, [&](std::size_t a, std::size_t b) {
        return strength(a) > strength(b) + 1e-12;
    });
    const std::array<std::ptrdiff_t, 3> step{
        1, geometry.size[0], static_cast<std::ptrdiff_t>(geometry.size[0]) * geometry.size[1]};
    std::array<bool, 3> taken{};
    ArrayView view;
    for (const std::size_t a : byStrength) {
        std::size_t best = 3;
        for (std::size_t p = 0; p < 3; ++p) {
            if (!taken[p] && (best == 3 || std::abs(axes[a][p]) > std::abs(axes[a][best])))
                best = p;
        }
        taken[best] = true;
        // Right and anterior are LPS backwards, superior is forwards.
        const bool flipped = best == 2 ? axes[a][best] < 0.0 : axes[a][best] > 0.0;
        const std::size_t axis = 2 - best;
        view.size[axis] = geometry.size[a];
        view.stride[axis] = flipped ? -step[a] : step[a];
        view.spacingMm[axis] = static_cast<double>(static_cast<float>(geometry.spacingMm[a]));
        if (flipped)
            view.first += (geometry.size[a] - 1) * step[a];
    }
    return view;
}

} // namespace fovea
