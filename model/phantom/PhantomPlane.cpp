#include "model/phantom/PhantomPlane.h"

#include "model/phantom/CounterRandom.h"

namespace fovea {

namespace {

constexpr int LatticeStep = 16; ///< Pixels between points where the warp is really computed.
constexpr float WarpMm = 75;    ///< Size of its features.

} // namespace

PhantomPlane::PhantomPlane(const ChestParameters& parameters, const ImageGeometry& geometry)
    : m_parameters(parameters)
    , m_geometry(geometry)
    , m_pixelMm(static_cast<float>(std::max(geometry.spacingMm[0], geometry.spacingMm[1]) /
                                   parameters.scale[0]))
    , m_cos(std::cos(parameters.rotation))
    , m_sin(std::sin(parameters.rotation))
{
}

float PhantomPlane::height(double k) const
{
    const double mm = m_geometry.originMm[2] + k * m_geometry.spacingMm[2];
    return static_cast<float>((mm - m_parameters.shiftMm[2]) / m_parameters.scale[2]);
}

PhantomPlane::Offset PhantomPlane::warp(float x, float y, float z) const
{
    const float u = x / WarpMm, v = y / WarpMm, w = z / WarpMm;
    const float most = 2 * m_parameters.warpMm;
    return {most * (valueNoise(m_parameters.seed + 41, u, v, w) - 0.5F),
            most * (valueNoise(m_parameters.seed + 42, u, v, w) - 0.5F)};
}

void PhantomPlane::locate(float z, std::vector<float>& x, std::vector<float>& y) const
{
    const int width = m_geometry.size[0], height = m_geometry.size[1];
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    x.resize(count);
    y.resize(count);
    const auto node = [&](int i, int j) {
        const auto& c = m_parameters;
        const auto mm = [&](std::size_t axis, int index) {
            return static_cast<float>(
                (m_geometry.originMm[axis] + index * m_geometry.spacingMm[axis] - c.shiftMm[axis]) /
                c.scale[axis]);
        };
        const float px = mm(0, i), py = mm(1, j);
        const float rx = m_cos * px + m_sin * py, ry = m_cos * py - m_sin * px;
        const Offset o = warp(rx, ry, z);
        return Offset{rx + o.x, ry + o.y};
    };
    for (int j0 = 0; j0 < height; j0 += LatticeStep) {
        for (int i0 = 0; i0 < width; i0 += LatticeStep) {
            const Offset a = node(i0, j0), b = node(i0 + LatticeStep, j0);
            const Offset c = node(i0, j0 + LatticeStep);
            const Offset d = node(i0 + LatticeStep, j0 + LatticeStep);
            for (int j = j0; j < std::min(height, j0 + LatticeStep); ++j) {
                const float t = static_cast<float>(j - j0) / LatticeStep;
                const Offset left{a.x + t * (c.x - a.x), a.y + t * (c.y - a.y)};
                const Offset right{b.x + t * (d.x - b.x), b.y + t * (d.y - b.y)};
                for (int i = i0; i < std::min(width, i0 + LatticeStep); ++i) {
                    const float s = static_cast<float>(i - i0) / LatticeStep;
                    const auto at = static_cast<std::size_t>(j) * static_cast<std::size_t>(width) +
                                    static_cast<std::size_t>(i);
                    x[at] = left.x + s * (right.x - left.x);
                    y[at] = left.y + s * (right.y - left.y);
                }
            }
        }
    }
}

PhantomPlane::Box PhantomPlane::boxAround(const Point3& centre, float reachX, float reachY) const
{
    // The warp is gentle: two steps find where the centre came from.
    Offset from{centre[0], centre[1]};
    for (int n = 0; n < 2; ++n) {
        const Offset o = warp(from.x, from.y, centre[2]);
        from = {centre[0] - o.x, centre[1] - o.y};
    }
    const float px = m_cos * from.x - m_sin * from.y, py = m_cos * from.y + m_sin * from.x;
    const float turned = std::abs(m_sin);
    const float spreadX = 1.25F * (reachX + turned * reachY) + 1.0F;
    const float spreadY = 1.25F * (reachY + turned * reachX) + 1.0F;
    const auto range = [&](std::size_t axis, float middle, float spread, int& first, int& last) {
        const double scale = m_parameters.scale[axis] / m_geometry.spacingMm[axis];
        const double origin =
            (m_parameters.shiftMm[axis] - m_geometry.originMm[axis]) / m_geometry.spacingMm[axis];
        const double low = origin + (middle - spread) * scale;
        const double high = origin + (middle + spread) * scale;
        const double size = m_geometry.size[axis];
        first = static_cast<int>(std::clamp(std::floor(low), 0.0, size));
        last = static_cast<int>(std::clamp(std::ceil(high) + 1, 0.0, size));
    };
    Box box{};
    range(0, px, spreadX, box.i0, box.i1);
    range(1, py, spreadY, box.j0, box.j1);
    return box;
}

} // namespace fovea
