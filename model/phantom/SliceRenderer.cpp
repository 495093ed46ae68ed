#include "model/phantom/SliceRenderer.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>

namespace fovea {

SliceRenderer::SliceRenderer(const Chest& chest, const ChestFindings& findings,
                             const std::vector<VesselPiece>& vessels, const ImageGeometry& geometry)
    : m_chest(chest)
    , m_findings(findings)
    , m_vessels(vessels)
    , m_geometry(geometry)
    , m_pixel(static_cast<float>(std::max(geometry.spacingMm[0], geometry.spacingMm[1]) /
                                 chest.parameters().scale[0]))
    // A slice thicker than this averages what lies in it.
    , m_sublayers(std::clamp(static_cast<int>(std::ceil(geometry.spacingMm[2] / 2.5)), 1, 5))
{
    for (int i = 0; i < geometry.size[0]; ++i)
        m_x.push_back(coordinate(0, i));
    for (int j = 0; j < geometry.size[1]; ++j)
        m_y.push_back(coordinate(1, j));
}

float SliceRenderer::coordinate(int axis, double index) const
{
    const auto a = static_cast<std::size_t>(axis);
    const ChestParameters& c = m_chest.parameters();
    const double mm = m_geometry.originMm[a] + index * m_geometry.spacingMm[a];
    return static_cast<float>((mm - c.shiftMm[a]) / c.scale[a]);
}

template <typename F>
void SliceRenderer::forPixelsNear(const Point3& centre, float reachX, float reachY, float z,
                                  F&& f) const
{
    const auto range = [](const std::vector<float>& axis, float low, float high) {
        const auto first = std::ranges::lower_bound(axis, low);
        const auto last = std::upper_bound(first, axis.end(), high);
        return std::pair(static_cast<std::size_t>(first - axis.begin()),
                         static_cast<std::size_t>(last - axis.begin()));
    };
    const auto [i0, i1] = range(m_x, centre[0] - reachX, centre[0] + reachX);
    const auto [j0, j1] = range(m_y, centre[1] - reachY, centre[1] + reachY);
    for (std::size_t j = j0; j < j1; ++j) {
        for (std::size_t i = i0; i < i1; ++i)
            f(j * m_x.size() + i, Point3{m_x[i], m_y[j], z});
    }
}

void SliceRenderer::render(int k, Workspace& w, std::span<std::int16_t> hu,
                           std::span<std::uint16_t> labels) const
{
    const std::size_t count = m_x.size() * m_y.size();
    w.layer.resize(count);
    w.labels.resize(count);
    w.sum.assign(count, 0.0F);
    for (int n = 0; n < m_sublayers; ++n) {
        const double shift = (n + 0.5) / m_sublayers - 0.5;
        const float z = coordinate(2, k + shift);
        drawTissue(w, z);
        drawVessels(w, z);
        drawFoci(w, z);
        drawPlates(w, z);
        drawPlaques(w, z);
        for (std::size_t p = 0; p < count; ++p)
            w.sum[p] += w.layer[p];
        if (n == m_sublayers / 2)
            std::ranges::copy(w.labels, labels.begin());
    }
    const float share = 1.0F / static_cast<float>(m_sublayers);
    for (float& v : w.sum)
        v *= share;
    // The scanner's point spread: about 0.7 mm, so that coarse pixels are hardly blurred by it.
    const bool sharp = m_chest.parameters().sharpKernel;
    const float spread = std::min(1.0F, 0.7F / m_pixel);
    blur(w.sum, w.scratch, 1 - (sharp ? 0.28F : 0.5F) * spread * spread);
    addNoise(w, k);
    for (std::size_t p = 0; p < count; ++p)
        hu[p] = static_cast<std::int16_t>(std::clamp(std::lround(w.sum[p]), -1024L, 3071L));
}

float SliceRenderer::parenchyma(float hu, const Point3& p) const
{
    const ChestParameters& c = m_chest.parameters();
    const FindingPlan& plan = c.plan;
    if (plan.mosaic > 0) {
        // Geographic patches with sharp borders, dark and bright.
        const float n = valueNoise(c.seed + 11, p[0] / 30, p[1] / 30, p[2] / 30);
        const float patch = std::clamp((n - 0.5F) * 14, -1.0F, 1.0F);
        hu += patch * static_cast<float>(45 + 65 * plan.mosaic) + 40;
    }
    if (plan.emphysema > 0) {
        // Centrilobular: holes without walls, most in the upper lobes.
        const float upper = std::clamp((p[2] + 110) / 170, 0.25F, 1.0F);
        const float n = valueNoise(c.seed + 12, p[0] / 7, p[1] / 7, p[2] / 7);
        const auto severity = static_cast<float>(plan.emphysema);
        hu -= 30 * severity * upper;
        if (n > 0.72F - 0.27F * severity * upper)
            hu = std::min(hu, -975.0F);
    }
    return hu;
}

void SliceRenderer::drawTissue(Workspace& w, float z) const
{
    const FindingPlan& plan = m_chest.parameters().plan;
    const bool changed = plan.mosaic > 0 || plan.emphysema > 0;
    std::size_t p = 0;
    for (const float y : m_y) {
        m_chest.prepare(w.line, y, z);
        for (const float x : m_x) {
            const Tissue t = m_chest.at(w.line, x);
            w.labels[p] = t.label;
            w.layer[p] =
                changed && ChestLabel::isLung(t.label) ? parenchyma(t.hu, {x, y, z}) : t.hu;
            ++p;
        }
    }
}

void SliceRenderer::drawVessels(Workspace& w, float z) const
{
    const float half = 0.5F * m_pixel;
    const float blood = std::min(m_chest.parameters().bloodHu, 160.0F);
    for (const VesselPiece& v : m_vessels) {
        const float reach = v.radius + half;
        if (z < std::min(v.from[2], v.to[2]) - reach || z > std::max(v.from[2], v.to[2]) + reach)
            continue;
        Point3 axis, middle;
        for (std::size_t n = 0; n < 3; ++n) {
            axis[n] = v.to[n] - v.from[n];
            middle[n] = 0.5F * (v.to[n] + v.from[n]);
        }
        const float length = axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2] + 1e-6F;
        // A vessel thinner than a pixel only fills a part of it.
        const float fill = std::min(1.0F, 2 * v.radius / m_pixel);
        forPixelsNear(
            middle, 0.5F * std::abs(axis[0]) + reach, 0.5F * std::abs(axis[1]) + reach, z,
            [&](std::size_t at, const Point3& p) {
                if (!ChestLabel::isLung(w.labels[at]))
                    return;
                const Point3 d{p[0] - v.from[0], p[1] - v.from[1], p[2] - v.from[2]};
                const float t = std::clamp(
                    (d[0] * axis[0] + d[1] * axis[1] + d[2] * axis[2]) / length, 0.0F, 1.0F);
                const float dx = d[0] - t * axis[0], dy = d[1] - t * axis[1],
                            dz = d[2] - t * axis[2];
                const float beyond = std::sqrt(dx * dx + dy * dy + dz * dz) - v.radius;
                const float weight = fill * std::clamp(0.5F - beyond / m_pixel, 0.0F, 1.0F);
                w.layer[at] = std::max(w.layer[at], w.layer[at] + weight * (blood - w.layer[at]));
            });
    }
}

void SliceRenderer::drawFoci(Workspace& w, float z) const
{
    const std::uint64_t seed = m_chest.parameters().seed + 13;
    for (const ChestFindings::Focus& focus : m_findings.foci) {
        const float reach = focus.radius * (1 + focus.ragged);
        if (std::abs(z - focus.centre[2]) > reach)
            continue;
        const float grain = std::max(3.0F, 0.35F * focus.radius);
        forPixelsNear(focus.centre, reach, reach, z, [&](std::size_t at, const Point3& p) {
            if (!ChestLabel::isLung(w.labels[at]) ||
                (focus.lobe != 0 && w.labels[at] != focus.lobe))
                return;
            const float dx = p[0] - focus.centre[0], dy = p[1] - focus.centre[1],
                        dz = p[2] - focus.centre[2];
            const float n = valueNoise(seed, p[0] / grain, p[1] / grain, p[2] / grain);
            const float r = std::sqrt(dx * dx + dy * dy + dz * dz) / focus.radius +
                            focus.ragged * (0.5F - n) * 2;
            const float fade = std::max(focus.softness, m_pixel / focus.radius);
            const float weight = std::clamp((1 + 0.5F * fade - r) / fade, 0.0F, 1.0F);
            float& hu = w.layer[at];
            if (focus.additive)
                hu = std::max(hu, std::min(hu + weight * focus.hu, -100.0F));
            else
                hu += weight * std::max(0.0F, focus.hu - hu);
        });
    }
}

void SliceRenderer::drawPlates(Workspace& w, float z) const
{
    for (const ChestFindings::Plate& plate : m_findings.plates) {
        if (std::abs(z - plate.centre[2]) > plate.extent)
            continue;
        forPixelsNear(plate.centre, plate.extent, plate.extent, z,
                      [&](std::size_t at, const Point3& p) {
                          if (w.labels[at] != plate.lobe)
                              return;
                          const Point3 d{p[0] - plate.centre[0], p[1] - plate.centre[1],
                                         p[2] - plate.centre[2]};
                          const float across = d[0] * plate.normal[0] + d[1] * plate.normal[1] +
                                               d[2] * plate.normal[2];
                          const float r = std::sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                          const float half = plate.halfThickness * (1 - 0.5F * r / plate.extent);
                          if (r > plate.extent || std::abs(across) > half)
                              return;
                          w.layer[at] = std::max(w.layer[at], 15.0F);
                      });
    }
}

void SliceRenderer::drawPlaques(Workspace& w, float z) const
{
    for (const ChestFindings::Plaque& plaque : m_findings.plaques) {
        const float half = 0.5F * m_pixel;
        const float reach = plaque.radius + half;
        if (std::abs(z - plaque.centre[2]) > plaque.radius)
            continue;
        const float fill = std::min(1.0F, 2 * plaque.radius / m_pixel);
        forPixelsNear(plaque.centre, reach, reach, z, [&](std::size_t at, const Point3& p) {
            const float dx = p[0] - plaque.centre[0], dy = p[1] - plaque.centre[1],
                        dz = p[2] - plaque.centre[2];
            const float beyond = std::sqrt(dx * dx + dy * dy + dz * dz) - plaque.radius;
            const float weight = fill * std::clamp(0.5F - beyond / m_pixel, 0.0F, 1.0F);
            w.layer[at] += weight * std::max(0.0F, plaque.hu - w.layer[at]);
        });
    }
}

void SliceRenderer::addNoise(Workspace& w, int k) const
{
    const ChestParameters& c = m_chest.parameters();
    const std::size_t count = w.sum.size();
    w.noise.resize(count);
    const std::uint64_t slice =
        scatter(scatter(c.seed ^ 0x6E6F697365ULL) + static_cast<std::uint64_t>(k));
    for (std::size_t p = 0; p < count; ++p) {
        // Four 16-bit uniforms add up to nearly a normal; variance of one is 1/12.
        const std::uint64_t bits = scatter(slice + p * 0x9E3779B97F4A7C15ULL);
        const auto total = static_cast<float>((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) +
                                              ((bits >> 32) & 0xFFFF) + (bits >> 48));
        w.noise[p] = (total / 65536.0F - 2.0F) * 1.7320508F;
    }
    // A soft kernel smooths noise and makes it grainy; restore the deviation it takes away.
    const float centre = c.sharpKernel ? 0.8F : 0.4F;
    blur(w.noise, w.scratch, centre);
    const float side = 0.5F * (1 - centre);
    const float kept = centre * centre + 2 * side * side;
    const Vec3& s = m_geometry.spacingMm;
    const double voxel = s[0] * s[1] * s[2] / (0.7 * 0.7 * 2.0);
    // Fewer photons in a smaller voxel; limited, for scanners then raise the dose.
    const auto deviation =
        static_cast<float>(c.noiseHu * std::clamp(1 / std::sqrt(voxel), 0.35, 2.0));
    const float gain = (c.sharpKernel ? 1.4F : 1.0F) * deviation / kept;
    for (std::size_t p = 0; p < count; ++p)
        w.sum[p] += gain * w.noise[p];
}

void SliceRenderer::blur(std::vector<float>& plane, std::vector<float>& scratch, float centre) const
{
    const float side = 0.5F * (1 - centre);
    const std::size_t width = m_x.size(), height = m_y.size();
    scratch.resize(plane.size());
    for (std::size_t j = 0; j < height; ++j) {
        const float* row = &plane[j * width];
        float* out = &scratch[j * width];
        out[0] = row[0];
        out[width - 1] = row[width - 1];
        for (std::size_t i = 1; i + 1 < width; ++i)
            out[i] = centre * row[i] + side * (row[i - 1] + row[i + 1]);
    }
    for (std::size_t j = 0; j < height; ++j) {
        const float* row = &scratch[j * width];
        const float* above = &scratch[(j > 0 ? j - 1 : j) * width];
        const float* below = &scratch[(j + 1 < height ? j + 1 : j) * width];
        float* out = &plane[j * width];
        for (std::size_t i = 0; i < width; ++i)
            out[i] = centre * row[i] + side * (above[i] + below[i]);
    }
}

} // namespace fovea
