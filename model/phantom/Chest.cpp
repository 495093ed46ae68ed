#include "model/phantom/Chest.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr float FluidHu = 8.0F; // effusions: 0 to 20 HU
constexpr float GasHu = -985.0F;
constexpr float VertebraMm = 22.5F;
constexpr float T1TopZ = 128.0F;

// How far outside a rounded box of half-axes hx, hy a point lies, along the ray from its centre;
// negative inside. Superellipse between an ellipse (k = 2) and a rectangle (k = 0).
float outside(float x, float y, float hx, float hy, float k)
{
    const float q = square(x / hx);
    const float r = square(y / hy);
    const float factor = std::sqrt(std::sqrt(q * q + r * r + k * q * r));
    return std::sqrt(x * x + y * y) * (1 - 1 / (factor + 1e-6F));
}

} // namespace

float Chest::cageOutside(const Plane& plane, float x, float y)
{
    // Behind, the lungs reach back on both sides of the spine.
    const float gutter =
        y > 0 ? 24 * smoothStep(0, 62, y) / (1 + square((std::abs(x) - 62) / 34)) : 0;
    return outside(x, y - gutter, plane.cageX, y < 0 ? plane.cageFront : plane.cageBack, 1.4F);
}

Chest::Chest(const ChestParameters& parameters)
    : m_parameters(parameters)
    , m_heart(parameters)
    , m_tubes(chestTubes(parameters))
{
}

Point3 Chest::hilum(int side)
{
    return side < 0 ? Point3{-46, 12, 10} : Point3{47, 14, 14};
}

Chest::Plane Chest::plane(float z) const
{
    Plane p;
    p.z = z;
    // The rib cage narrows upwards like half an ellipse, and slightly below the lungs.
    const float rise = z > -30 ? (z + 30) / 178 : 0.0F;
    const float narrow = std::sqrt(std::max(0.0F, 1 - rise * rise));
    p.cageX = 10 + 118 * narrow - 6 * smoothStep(-90, -170, z);
    p.cageFront = 82 * (0.36F + 0.64F * narrow);
    p.cageBack = 80 * (0.55F + 0.45F * narrow);
    // Shoulders keep their width where the cage has narrowed: muscle fills the difference.
    const float shoulder = smoothStep(35, 112, z);
    p.muscleMm = m_parameters.muscleMm * (1 - 0.35F * smoothStep(-60, -140, z));
    const float fat = m_parameters.fatMm;
    p.skinX = std::max(p.cageX + 12 + p.muscleMm, 172 * shoulder + 110 * (1 - shoulder)) + fat + 2;
    p.skinFront =
        std::max(p.cageFront + 11 + 0.8F * p.muscleMm, 62.0F + 14 * shoulder) + 0.8F * fat + 2;
    p.skinBack = std::max(p.cageBack + 22 + p.muscleMm, 112 - 16 * shoulder) + 0.7F * fat + 2;
    p.mediastinum = 15 + 8 * smoothStep(40, 95, z);
    p.spineY = 66 - 14 * square((z - 5) / 130);
    const float fromTop = (T1TopZ - z) / VertebraMm;
    const int number = std::clamp(static_cast<int>(std::floor(fromTop)) + 1, 1, 13);
    p.vertebra = static_cast<std::uint16_t>(44 - number);
    p.vertebraPhase = fromTop - std::floor(fromTop);
    p.disc = p.vertebraPhase > 0.8F;
    p.muscleGrain = z / 55;
    return p;
}

Tissue Chest::at(const Plane& plane, float x, float y, float& wallMm) const
{
    const float skin = outside(x, y, plane.skinX, y < 0 ? plane.skinFront : plane.skinBack, 1.5F);
    Tissue tissue;
    if (skin > 0)
        return breast(x, y, plane.z, tissue) ? tissue : Tissue{};
    const float out = cageOutside(plane, x, y);
    if (std::abs(x) < 42 && y > 30 && spine(plane, x, y, tissue))
        return tissue;
    if (out > 2.5F)
        return wall(plane, x, y, out, -skin);
    if (hernia({x, y, plane.z}, tissue) || m_heart.at({x, y, plane.z}, tissue))
        return tissue;
    if (out > 0)
        return {m_parameters.fatHu + 40, ChestLabel::Background};
    const float dome = diaphragm(x, y);
    if (plane.z < dome)
        return abdomen(x, y, plane.z);
    if (!aerated(plane, x, y))
        return {m_parameters.fatHu, ChestLabel::Background};
    if (effusion(x, y, plane.z))
        return {FluidHu, ChestLabel::Background};
    const bool gassy = collapsed(x > 0 ? 1 : -1);
    const float depth = gassy ? retractedDepth({x, y, plane.z}) : 0.0F;
    if (depth < 0)
        return pleuralGas({x, y, plane.z}, depth);

    float fissure = 100;
    const std::uint16_t label = lobe(x, y, plane.z, fissure);
    wallMm = std::min(-out, plane.z - dome);
    const ChestParameters& c = m_parameters;
    const float collapse = x > 0 ? c.collapseMmLeft : c.collapseMmRight;
    const bool lower = label == ChestLabel::LungLowerLeft || label == ChestLabel::LungLowerRight;
    if (collapse > 0 && lower) {
        const float fluid = x > 0 ? c.effusionMmLeft : c.effusionMmRight;
        const float base = dome + 0.35F * fluid * smoothStep(-10, 60, y);
        const float behind = plane.cageBack - fluid * (1 - 0.85F * smoothStep(-60, 110, plane.z));
        const float uneven = 0.45F + 1.1F * valueNoise(c.seed + 45, x / 22, y / 22, plane.z / 22);
        const float low = uneven * collapse * smoothStep(-45, 45, y);
        const float back = 0.7F * uneven * collapse * smoothStep(20, -60, plane.z);
        if (plane.z < base + low || y > behind - back)
            return {c.contrast() ? 0.3F * c.bloodHu + 50 : 42.0F, label};
    }
    float hu = c.lungHu + c.gravityHu * (y / 90);
    if (gassy) {
        // A lung that holds less air is denser, most of all under its pleura, which is now seen.
        wallMm = std::min(wallMm, depth);
        hu += 20 + 45 * smoothStep(22, 0, depth);
        if (depth < plane.fissureMm)
            hu += 130 / plane.fissureMm;
    }
    return {fissure < plane.fissureMm ? hu + 91 / plane.fissureMm : hu, label};
}

std::uint16_t Chest::lobeAt(const Point3& p, float& wallMm) const
{
    const std::uint16_t label = at(plane(p[2]), p[0], p[1], wallMm).label;
    if (!ChestLabel::isLung(label))
        return 0;
    for (const TubePiece& tube : m_tubes) {
        const Point3 axis = subtract(tube.to, tube.from);
        const Point3 d = subtract(p, tube.from);
        const float t = std::clamp(dotProduct(d, axis) / dotProduct(axis, axis), 0.0F, 1.0F);
        const float reach = tube.radiusFrom + t * (tube.radiusTo - tube.radiusFrom) + tube.sleeveMm;
        const Point3 away = along(d, -t, axis);
        if (dotProduct(away, away) < reach * reach)
            return 0;
    }
    return label;
}

std::uint16_t Chest::lobeAt(const Point3& p) const
{
    float ignored = 0;
    return lobeAt(p, ignored);
}

float Chest::diaphragm(float x, float y) const
{
    // Two domes; the recesses behind and beside them reach lowest.
    const float right =
        m_parameters.rightDomeZ - 72 * (square((x + 68) / 98) + square((y + 12) / 97));
    const float left =
        m_parameters.leftDomeZ - 72 * (square((x - 70) / 98) + square((y + 12) / 97));
    return std::max({right, left, m_parameters.leftDomeZ - 75});
}

bool Chest::aerated(const Plane& plane, float x, float y) const
{
    const float side = std::abs(x);
    if (side < 4 + plane.mediastinum / square(1 + square(y / 48)))
        return false;
    if (plane.z > 68) {
        // The apices are domes of their own on either side of the neck's vessels.
        const float dome =
            square((side - 52) / 58) + square((y - 8) / 84) + square((plane.z - 68) / 52);
        if (dome > 1)
            return false;
    }
    return true;
}

bool Chest::effusion(float x, float y, float z) const
{
    const float depth = x > 0 ? m_parameters.effusionMmLeft : m_parameters.effusionMmRight;
    if (depth <= 0)
        return false;
    // A layer at the back, deepest at the base, with a meniscus along the side wall.
    const float back = 88 - depth * (1 - smoothStep(-60, 110, z) * 0.85F);
    const float meniscus = 14 * smoothStep(90, 128, std::abs(x));
    const float base = diaphragm(x, y) + 0.35F * depth * smoothStep(-10, 60, y);
    return y > back - meniscus || z < base;
}

std::uint16_t Chest::lobe(float x, float y, float z, float& fissureMm) const
{
    // Oblique fissures rise from the anterior base to the posterior T4 level, slightly curved.
    const float curve =
        7 * std::sin(0.028F * x + 0.02F * y + static_cast<float>(m_parameters.seed % 7));
    const float oblique = (z - (-15 + 0.75F * y + curve)) * 0.8F;
    fissureMm = std::abs(oblique);
    std::uint16_t label = ChestLabel::LungLowerRight;
    if (x > 0) {
        label = oblique > 0 ? ChestLabel::LungUpperLeft : ChestLabel::LungLowerLeft;
    } else if (oblique >= 0) {
        const float horizontal = z + 2 - 0.6F * curve + 0.06F * (x + 60);
        fissureMm = std::min(fissureMm, std::abs(horizontal));
        label = horizontal > 0 ? ChestLabel::LungUpperRight : ChestLabel::LungMiddleRight;
    }
    if (m_parameters.patient.variants.azygosFissure && x < 0 && z > 40)
        fissureMm = std::min(fissureMm, std::abs(x + 30 + 0.005F * square(y - 10)));
    return label;
}

bool Chest::hernia(const Point3& p, Tissue& tissue) const
{
    const float r = m_parameters.herniaRadiusMm;
    if (r <= 0)
        return false;
    // The sac lies between heart and spine; wall 4 mm, gas above fluid.
    const Point3 d{(p[0] - 10) / (1.25F * r), (p[1] - 22) / (0.85F * r), (p[2] + 66) / r};
    const float q = dotProduct(d, d);
    if (q > 1)
        return false;
    if (q > square(1 - 4 / r))
        tissue = {m_parameters.muscleHu - 5, ChestLabel::Esophagus};
    else
        tissue = {p[1] < 22 - 0.25F * r ? GasHu : 18.0F, ChestLabel::Esophagus};
    return true;
}

} // namespace fovea
