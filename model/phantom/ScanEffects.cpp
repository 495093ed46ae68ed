#include "model/phantom/ScanEffects.h"

#include "model/phantom/CounterRandom.h"
#include "model/phantom/Geometry.h"

namespace fovea {

namespace {

constexpr float TableHalfWidth = 215; // mm
constexpr float TableMm = 30;

} // namespace

ScanEffects::ScanEffects(const ChestParameters& parameters, const ImageGeometry& geometry,
                         float pixelMm)
    : m_parameters(parameters)
    , m_geometry(geometry)
    , m_pixelMm(pixelMm)
{
    CounterRandom random(parameters.seed, "scanner");
    const double back = 108 + parameters.muscleMm + 0.7 * parameters.fatMm;
    m_tableY = static_cast<float>(parameters.shiftMm[1] + parameters.scale[1] * back +
                                  random.uniform(2, 14));
    m_roundFov = random.chance(0.4);
}

void ScanEffects::apply(int k, float z, std::vector<float>& hu,
                        std::span<const std::uint16_t> labels, Buffers& buffers) const
{
    drawTable(hu, labels);
    filter(hu, buffers);
    addNoise(k, z, hu, buffers);
}

void ScanEffects::drawTable(std::vector<float>& hu, std::span<const std::uint16_t> labels) const
{
    const int width = m_geometry.size[0], height = m_geometry.size[1];
    const double radius = 0.5 * width * m_geometry.spacingMm[0];
    for (int j = 0; j < height; ++j) {
        const double y = m_geometry.originMm[1] + j * m_geometry.spacingMm[1];
        for (int i = 0; i < width; ++i) {
            const double x = m_geometry.originMm[0] + i * m_geometry.spacingMm[0];
            const auto at = static_cast<std::size_t>(j) * static_cast<std::size_t>(width) +
                            static_cast<std::size_t>(i);
            if (m_roundFov && x * x + y * y > radius * radius) {
                hu[at] = -1024;
                continue;
            }
            // A shallow trough of carbon fibre around foam.
            const double into = y - (m_tableY - 0.00055 * x * x);
            if (into < 0 || into > TableMm || std::abs(x) > TableHalfWidth || hu[at] > -900 ||
                labels[at] != 0)
                continue;
            hu[at] = into < 2.5 || into > TableMm - 2.5 ? -330.0F : -955.0F;
        }
    }
}

void ScanEffects::filter(std::vector<float>& hu, Buffers& buffers) const
{
    // The scanner's point spread is about 0.7 mm, so that coarse pixels are hardly blurred by it.
    const float spread = square(std::min(1.0F, 0.7F / m_pixelMm));
    if (!m_parameters.sharpKernel) {
        blur(hu, buffers.scratch, 1 - 0.5F * spread);
        return;
    }
    buffers.copy = hu;
    blur(buffers.copy, buffers.scratch, 1 - 0.6F * spread);
    for (std::size_t p = 0; p < hu.size(); ++p)
        hu[p] = buffers.copy[p] + 0.45F * (hu[p] - buffers.copy[p]) +
                0.35F * spread * (hu[p] - buffers.copy[p]);
    if (m_parameters.edgeGain <= 0)
        return;
    // What a soft kernel would take away is added once more: dark rims beside bright edges.
    buffers.copy = hu;
    blur(buffers.copy, buffers.scratch, 0.5F);
    for (std::size_t p = 0; p < hu.size(); ++p)
        hu[p] += m_parameters.edgeGain * (hu[p] - buffers.copy[p]);
}

void ScanEffects::addNoise(int k, float z, std::vector<float>& hu, Buffers& buffers) const
{
    const ChestParameters& c = m_parameters;
    const std::size_t count = hu.size();
    std::vector<float>& noise = buffers.noise;
    noise.resize(count);
    const std::uint64_t slice =
        scatter(scatter(c.seed ^ 0x6E6F697365ULL) + static_cast<std::uint64_t>(k));
    for (std::size_t p = 0; p < count; ++p) {
        // Four 16-bit uniforms add up to nearly a normal; variance of one is 1/12.
        const std::uint64_t bits = scatter(slice + p * 0x9E3779B97F4A7C15ULL);
        const auto total = static_cast<float>((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) +
                                              ((bits >> 32) & 0xFFFF) + (bits >> 48));
        noise[p] = (total / 65536.0F - 2.0F) * 1.7320508F;
    }
    const float shoulders = smoothStep(62, 115, z);
    if (shoulders > 0) {
        // Photon starvation: streaks from side to side.
        const auto width = static_cast<std::size_t>(m_geometry.size[0]);
        for (std::size_t row = 0; row < count; row += width) {
            float streak = 0;
            for (std::size_t i = 0; i < width; ++i) {
                streak = 0.9F * streak + 0.436F * noise[row + i];
                noise[row + i] += 0.8F * shoulders * streak;
            }
        }
    }
    // A soft kernel smooths noise and makes it grainy; restore the deviation it takes away.
    const float centre = c.sharpKernel ? 0.85F : 0.4F;
    blur(noise, buffers.scratch, centre);
    const float side = 0.5F * (1 - centre);
    const float kept = centre * centre + 2 * side * side;
    const Vec3& s = m_geometry.spacingMm;
    const double voxel = s[0] * s[1] * s[2] / (0.7 * 0.7 * 2.0);
    // Fewer photons in a smaller voxel; limited, for scanners then raise the dose.
    const auto deviation =
        static_cast<float>(c.noiseHu * std::clamp(1 / std::sqrt(voxel), 0.35, 1.8));
    const float gain = (c.sharpKernel ? 1.5F : 1.0F) * deviation / kept * (1 + 0.7F * shoulders);
    for (std::size_t p = 0; p < count; ++p) {
        if (hu[p] > -1020) // outside the circle nothing was measured
            hu[p] += gain * noise[p];
    }
}

void ScanEffects::blur(std::vector<float>& plane, std::vector<float>& scratch, float centre) const
{
    const float side = 0.5F * (1 - centre);
    const auto width = static_cast<std::size_t>(m_geometry.size[0]);
    const auto height = static_cast<std::size_t>(m_geometry.size[1]);
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
