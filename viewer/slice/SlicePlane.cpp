#include "viewer/slice/SlicePlane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fovea {

Vec3 SlicePlane::pixelToPatient(double x, double y) const
{
    return originMm + right * (x * mmPerPixel) + down * (y * mmPerPixel);
}

SliceAxes sliceAxes(SliceOrientation orientation)
{
    switch (orientation) {
    case SliceOrientation::Coronal:
        return {{1, 0, 0}, {0, 0, -1}, {0, 1, 0}};
    case SliceOrientation::Sagittal:
        return {{0, 1, 0}, {0, 0, -1}, {1, 0, 0}};
    case SliceOrientation::Axial:
        break;
    }
    return {{1, 0, 0}, {0, 1, 0}, {0, 0, -1}};
}

std::string orientationLetters(const Vec3& direction)
{
    constexpr double smallest = 0.1;
    constexpr std::array<std::array<char, 2>, 3> letters{{{'L', 'R'}, {'P', 'A'}, {'S', 'I'}}};
    std::array<int, 3> order{0, 1, 2};
    std::ranges::stable_sort(order, [&](int a, int b) {
        return std::abs(direction[a]) > std::abs(direction[b]) + 1e-9;
    });
    std::string text;
    for (const int a : order) {
        if (std::abs(direction[a]) >= smallest)
            text += letters[a][direction[a] < 0 ? 1 : 0];
    }
    return text;
}

EdgeLetters edgeLetters(const SliceAxes& axes)
{
    return {orientationLetters(axes.right * -1), orientationLetters(axes.right),
            orientationLetters(axes.down * -1), orientationLetters(axes.down)};
}

double sliceStepMm(const ImageGeometry& geometry, const Vec3& direction)
{
    int best = 0;
    for (int a = 1; a < 3; ++a) {
        if (std::abs(dot(geometry.axes[a], direction)) >
            std::abs(dot(geometry.axes[best], direction)))
            best = a;
    }
    return geometry.spacingMm[best];
}

std::pair<double, double> extentMm(const ImageGeometry& geometry, const Vec3& direction)
{
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 index{};
        for (int a = 0; a < 3; ++a)
            index[a] = (corner >> a & 1) ? geometry.size[a] - 1 : 0;
        const double at = dot(geometry.indexToPatient(index), direction);
        low = std::min(low, at);
        high = std::max(high, at);
    }
    return {low, high};
}

Vec3 movedInside(const ImageGeometry& geometry, const SliceAxes& axes, const Vec3& positionMm)
{
    Vec3 at = positionMm;
    for (const Vec3& direction : {axes.right, axes.down}) {
        const auto [low, high] = extentMm(geometry, direction);
        const double along = dot(at, direction);
        at = at + direction * (std::clamp(along, low, high) - along);
    }
    return at;
}

} // namespace fovea
