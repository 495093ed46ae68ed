#include "model/phantom/Parenchyma.h"

#include "model/phantom/CounterRandom.h"

namespace fovea {

namespace {

/// The cell of a point in a scattered honeycomb (Worley, SIGGRAPH 1996).
struct Cell {
    float nearest = 9; ///< Distance to its middle, in cell sizes.
    float second = 9;  ///< Distance to the next cell's middle.
    std::uint64_t id = 0;
    Point3 middle{};
};

Cell cellAt(std::uint64_t seed, const Point3& p, float size)
{
    const Point3 q{p[0] / size, p[1] / size, p[2] / size};
    std::array<std::int64_t, 3> base;
    for (std::size_t n = 0; n < 3; ++n)
        base[n] = static_cast<std::int64_t>(std::floor(q[n]));
    Cell cell;
    float best = 1e9F, next = 1e9F;
    for (int dz = -1; dz <= 1; ++dz) {
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const std::int64_t x = base[0] + dx, y = base[1] + dy, z = base[2] + dz;
                const std::uint64_t id =
                    scatter(seed ^ (static_cast<std::uint64_t>(x) * 0x9E3779B1ULL +
                                    static_cast<std::uint64_t>(y) * 0x85EBCA77C2B2ULL +
                                    static_cast<std::uint64_t>(z) * 0xC2B2AE3D27D4EB4FULL));
                const auto part = [id](int shift) {
                    return 0.15F + 0.7F * static_cast<float>((id >> shift) & 0xFFFF) / 65536.0F;
                };
                const Point3 middle{static_cast<float>(x) + part(0),
                                    static_cast<float>(y) + part(16),
                                    static_cast<float>(z) + part(32)};
                const float d =
                    square(middle[0] - q[0]) + square(middle[1] - q[1]) + square(middle[2] - q[2]);
                if (d < best) {
                    next = best;
                    best = d;
                    cell.id = id;
                    cell.middle = {middle[0] * size, middle[1] * size, middle[2] * size};
                } else if (d < next) {
                    next = d;
                }
            }
        }
    }
    cell.nearest = std::sqrt(best);
    cell.second = std::sqrt(next);
    return cell;
}

float share(std::uint64_t id)
{
    return static_cast<float>(scatter(id) >> 40) * 0x1p-24F;
}

} // namespace

Parenchyma::Parenchyma(const ChestParameters& parameters, float pixelMm)
    : m_parameters(parameters)
    , m_pixelMm(pixelMm)
{
}

float Parenchyma::at(float hu, const Point3& p, float wallMm) const
{
    const ChestParameters& c = m_parameters;
    const FindingPlan& plan = c.patient.findings;
    hu += 34 * (valueNoise(c.seed + 21, p[0] / 24, p[1] / 24, p[2] / 24) - 0.5F);
    if (c.patient.variants.dependentDensity)
        hu +=
            190 * smoothStep(11, 1, wallMm) * smoothStep(30, 66, p[1]) * smoothStep(60, -20, p[2]);
    if (c.patient.variants.apicalCap && p[2] > 88)
        hu += 700 * smoothStep(5, 2, wallMm) * smoothStep(88, 100, p[2]);
    if (plan.mosaic > 0)
        hu = mosaic(hu, p);
    if (plan.septal > 0)
        hu = septa(hu, p, wallMm);
    if (plan.emphysema > 0)
        hu = emphysema(hu, p, wallMm);
    return hu;
}

float Parenchyma::mosaic(float hu, const Point3& p) const
{
    // Whole lobules are darker or brighter than their neighbours, in geographic groups.
    const Cell lobule = cellAt(m_parameters.seed + 22, p, 17);
    const float group = valueNoise(m_parameters.seed + 23, lobule.middle[0] / 42,
                                   lobule.middle[1] / 42, lobule.middle[2] / 42);
    const float contrast = 50 + 70 * static_cast<float>(m_parameters.patient.findings.mosaic);
    return group > 0.5F ? hu + 0.75F * contrast : hu - 0.65F * contrast;
}

float Parenchyma::septa(float hu, const Point3& p, float wallMm) const
{
    // Walls between lobules, thick where fluid gathers: near the pleura and at the bases.
    const auto severity = static_cast<float>(m_parameters.patient.findings.septal);
    const Cell lobule = cellAt(m_parameters.seed + 24, p, 19);
    const float half = 0.3F + 0.35F * severity;
    const float distance = 0.5F * (lobule.second - lobule.nearest) * 19;
    const float fill = std::min(1.0F, 2 * half / m_pixelMm);
    const float line = fill * std::clamp(0.5F - (distance - half) / m_pixelMm, 0.0F, 1.0F);
    // Not every wall of a lobule is thick.
    const float broken = smoothStep(
        0.35F, 0.6F, valueNoise(m_parameters.seed + 27, p[0] / 15, p[1] / 15, p[2] / 15));
    const float zone =
        std::max(smoothStep(45, 12, wallMm), 0.35F) * (0.35F + 0.65F * smoothStep(70, -30, p[2]));
    hu += 35 * severity * zone; // fluid in the tissue itself
    return hu + line * broken * zone * (-80 - hu);
}

float Parenchyma::emphysema(float hu, const Point3& p, float wallMm) const
{
    const FindingPlan& plan = m_parameters.patient.findings;
    const auto severity = static_cast<float>(plan.emphysema);
    const float upper = std::clamp((p[2] + 110) / 170, 0.2F, 1.0F);
    const float softness = std::max(0.12F, m_pixelMm / 9);
    if (plan.paraseptal) {
        // A row of holes under the pleura.
        if (wallMm > 16)
            return hu;
        const Cell cell = cellAt(m_parameters.seed + 25, p, 13);
        if (share(cell.id) > 0.25F + 0.65F * severity * upper)
            return hu;
        const float hole = smoothStep(0.58F, 0.58F - softness, cell.nearest);
        return hu + hole * (-978 - hu);
    }
    // Centrilobular: holes without walls in the lobules' middle, most in the upper lobes.
    const Cell cell = cellAt(m_parameters.seed + 26, p, 10);
    hu -= 22 * severity * upper;
    if (share(cell.id) > 0.2F + 0.75F * severity * upper)
        return hu;
    const float radius = 0.22F + 0.22F * severity + 0.14F * share(cell.id ^ 7);
    const float hole = smoothStep(radius + softness, radius, cell.nearest);
    return hu + hole * (-975 - hu);
}

} // namespace fovea
