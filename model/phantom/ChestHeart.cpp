#include "model/phantom/ChestHeart.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

namespace fovea {

namespace {

constexpr float FluidHu = 14.0F; // effusions: 0 to 20 HU
constexpr float EpicardialFat = 0.92F;
constexpr Point3 MitralCentre{-0.22F, 0.32F, 0.05F};

struct Chamber {
    Point3 centre, half;
    std::uint16_t label;
};
// Left ventricle with a wall of about 10 mm, right ventricle with a thin one.
constexpr std::array<Chamber, 4> Chambers{
    {{{0.32F, 0.34F, -0.04F}, {0.44F, 0.30F, 0.36F}, ChestLabel::HeartVentricleLeft},
     {{0.26F, -0.42F, -0.10F}, {0.54F, 0.36F, 0.54F}, ChestLabel::HeartVentricleRight},
     {{-0.55F, 0.36F, 0.14F}, {0.34F, 0.44F, 0.50F}, ChestLabel::HeartAtriumLeft},
     {{-0.50F, -0.44F, 0.0F}, {0.36F, 0.40F, 0.58F}, ChestLabel::HeartAtriumRight}}};

float chamberRadius(const Chamber& chamber, const Point3& local)
{
    float q = 0;
    for (std::size_t n = 0; n < 3; ++n)
        q += square((local[n] - chamber.centre[n]) / chamber.half[n]);
    return q;
}

} // namespace

ChestHeart::ChestHeart(const ChestParameters& parameters)
    : m_parameters(parameters)
{
    const float s = parameters.heartScale;
    m_centre = {20 + parameters.heartShiftX + 14 * (s - 1), -28 - 8 * (s - 1), -38 - 12 * (s - 1)};
    m_axes[0] = unit({0.75F, -0.45F, -0.45F}); // towards the apex: left, anterior, down
    m_axes[1] = unit(crossProduct({0, 0, 1}, m_axes[0]));
    m_axes[2] = crossProduct(m_axes[0], m_axes[1]);
    m_half = {60 * s, 46 * s, 44 * s};

    const auto course = [this](Point3 from, Point3 to, int steps) {
        std::vector<Point3> points;
        for (int n = 0; n <= steps; ++n) {
            const float t = static_cast<float>(n) / static_cast<float>(steps);
            points.push_back(surface(along(from, t, subtract(to, from)), 0.955F));
        }
        return points;
    };
    // Between the ventricles in front; round the left and the right atrioventricular groove.
    m_coronaries.push_back(course({-0.42F, 0.02F, 0.72F}, {0.85F, -0.06F, 0.42F}, 9));
    m_coronaries.push_back(course({-0.40F, 0.10F, 0.72F}, {-0.18F, 0.95F, -0.25F}, 8));
    m_coronaries.push_back(course({-0.40F, -0.25F, 0.70F}, {-0.14F, -0.9F, -0.35F}, 8));
}

Point3 ChestHeart::toPatient(const Point3& local) const
{
    Point3 p = m_centre;
    for (std::size_t axis = 0; axis < 3; ++axis)
        p = along(p, local[axis] * m_half[axis], m_axes[axis]);
    return p;
}

Point3 ChestHeart::surface(const Point3& direction, float factor) const
{
    const Point3 d = unit(direction);
    return toPatient({factor * d[0], factor * d[1], factor * d[2]});
}

Point3 ChestHeart::mitralRing(float angle) const
{
    return toPatient({MitralCentre[0], MitralCentre[1] + 0.3F * std::cos(angle),
                      MitralCentre[2] + 0.36F * std::sin(angle)});
}

float ChestHeart::transverseMm() const
{
    float squared = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        squared += square(m_axes[axis][0] * m_half[axis]);
    return 2 * std::sqrt(squared);
}

bool ChestHeart::at(const Point3& p, Tissue& tissue) const
{
    const Point3 d = subtract(p, m_centre);
    if (std::abs(d[0]) > 140 || std::abs(d[1]) > 120 || std::abs(d[2]) > 120)
        return false;
    const Point3 local{dotProduct(d, m_axes[0]) / m_half[0], dotProduct(d, m_axes[1]) / m_half[1],
                       dotProduct(d, m_axes[2]) / m_half[2]};
    const float squared = dotProduct(local, local);
    if (squared > 4)
        return false;
    // No heart is an ellipsoid.
    const float bulge = valueNoise(m_parameters.seed + 43, p[0] / 34, p[1] / 34, p[2] / 34) - 0.5F;
    const float r = std::sqrt(squared) * (1 + 0.13F * bulge);
    if (r < 1) {
        tissue = inside(r, local);
        return true;
    }
    // Fluid gathers behind the heart first.
    const float thickness = m_parameters.pericardialMm * (0.75F + 0.5F * smoothStep(-40, 20, d[1]));
    const float beyond = (r - 1) * m_half[1];
    if (beyond < thickness) {
        tissue = {FluidHu, ChestLabel::Background};
        return true;
    }
    if (beyond < thickness + 1.5F) {
        tissue = {m_parameters.muscleHu - 15, ChestLabel::Background};
        return true;
    }
    float fat = 2 + 9 * std::max(0.0F, bulge + 0.1F);
    if (m_parameters.patient.variants.pericardialFatPad) {
        // Beside the diaphragm in front, right and left.
        fat += 18 * smoothStep(0, -45, d[1]) * smoothStep(10, -35, d[2]);
    }
    if (beyond < thickness + fat) {
        tissue = {m_parameters.fatHu, ChestLabel::Background};
        return true;
    }
    return false;
}

Tissue ChestHeart::inside(float r, const Point3& local) const
{
    const ChestParameters& c = m_parameters;
    // Fat lies thickest in the groove between atria and ventricles.
    const float groove = 0.08F * std::max(0.0F, 1 - square((local[0] + 0.25F) / 0.16F));
    if (r > EpicardialFat - groove)
        return {c.fatHu + 12, ChestLabel::Heart};
    for (const Chamber& chamber : Chambers) {
        if (chamberRadius(chamber, local) < 1) {
            const bool right = chamber.label == ChestLabel::HeartAtriumRight ||
                               chamber.label == ChestLabel::HeartVentricleRight;
            return {right ? c.pulmonaryBloodHu : c.bloodHu, chamber.label};
        }
    }
    const float enhanced = c.contrast() ? 0.28F * c.bloodHu + 55 : 46.0F;
    return {enhanced, ChestLabel::HeartMyocardium};
}

} // namespace fovea
