#include "model/phantom/Chest.h"

#include "model/phantom/ChestStructures.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr float FatHu = -100.0F; // -120 to -80 HU
constexpr float FluidHu = 8.0F;  // effusions: 0 to 20 HU
constexpr float GasHu = -985.0F;
constexpr float CartilageHu = 105.0F; // costal cartilage, uncalcified
constexpr float DiscHu = 85.0F;
constexpr float CordHu = 35.0F;
constexpr float CorticalHu = 620.0F;
constexpr float VertebraMm = 22.5F;
constexpr float T1TopZ = 128.0F;
constexpr float Roundness = 1.45F; // 2: ellipse, 0: almost a rectangle

float square(float v)
{
    return v * v;
}

float smooth(float low, float high, float v)
{
    const float t = std::clamp((v - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

// A superellipse between an ellipse and a rectangle: 1 on the border.
float superellipse(float q, float r)
{
    return q * q + r * r + q * r;
}

Point3 subtract(const Point3& a, const Point3& b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

float dotProduct(const Point3& a, const Point3& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Point3 unit(const Point3& a)
{
    const float n = 1.0F / std::sqrt(dotProduct(a, a));
    return {a[0] * n, a[1] * n, a[2] * n};
}

Point3 crossProduct(const Point3& a, const Point3& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

} // namespace

Chest::Chest(const ChestParameters& parameters)
    : m_parameters(parameters)
{
    const float s = parameters.heartScale;
    m_heartCentre = {20 + parameters.heartShiftX + 14 * (s - 1), -28 - 8 * (s - 1),
                     -38 - 12 * (s - 1)};
    m_heartAxes[0] = unit({0.75F, -0.45F, -0.45F}); // towards the apex: left, anterior, down
    m_heartAxes[1] = unit(crossProduct({0, 0, 1}, m_heartAxes[0]));
    m_heartAxes[2] = crossProduct(m_heartAxes[0], m_heartAxes[1]);
    m_heartHalf = {60 * s, 46 * s, 44 * s};

    // x, y, z, radius; caudal end last.
    addTube(Airway, {{-2, -6, 160, 8.5F}, {-2, 2, 100, 9}, {-2, 10, 40, 9}}, 1);
    addTube(Airway, {{-2, 10, 40, 8}, {-38, 12, 14, 6.5F}, {-62, 18, -20, 4}, {-70, 34, -50, 2.5F}},
            1);
    addTube(Airway, {{-2, 10, 40, 7.5F}, {40, 16, 12, 6}, {58, 26, -22, 4}, {66, 40, -52, 2.5F}},
            1);
    addTube(Airway, {{-38, 12, 14, 4.5F}, {-56, 6, 44, 3}}, 1);
    addTube(Airway, {{40, 16, 12, 4.5F}, {58, 4, 40, 3}}, 1);
    addTube(AorticTube,
            {{-2, -18, -18, 15},
             {-14, -26, 10, 16},
             {-14, -28, 34, 15},
             {-6, -20, 52, 14.5F},
             {8, 2, 60, 13.5F},
             {20, 24, 54, 13},
             {26, 37, 38, 12.5F},
             {26, 41, 10, 12},
             {23, 42, -40, 11.5F},
             {14, 42, -100, 11},
             {8, 40, -170, 10.5F}},
            parameters.aortaScale);
    addTube(PulmonaryTrunk, {{10, -46, -2, 13}, {16, -26, 26, 13.5F}, {44, 4, 24, 9}}, 1);
    addTube(PulmonaryTrunk, {{16, -26, 24, 12}, {-20, 0, 20, 10}, {-44, 6, 16, 8.5F}}, 1);
    addTube(Vein, {{-28, -22, 100, 7}, {-27, -20, 50, 9}, {-24, -16, 0, 9}}, 1);
    addTube(Vein, {{-20, 2, -60, 11}, {-20, 12, -110, 11.5F}, {-18, 16, -170, 11.5F}}, 1);
    addTube(Vein, {{-30, -22, 92, 6}, {10, -34, 82, 5.5F}, {32, -22, 108, 5}}, 1);
    addTube(Esophageal,
            {{1, 14, 160, 7},
             {3, 24, 60, 7.5F},
             {5, 28, 20, 7.5F},
             {5, 30, -20, 8},
             {10, 25, -60, 8.5F},
             {20, 14, -86, 9}},
            1);
    addTube(ClavicleTube, {{16, -74, 92, 6}, {60, -72, 112, 5}, {120, -30, 126, 5.5F}}, 1);
    addTube(ClavicleTube, {{-16, -74, 92, 6}, {-60, -72, 112, 5}, {-120, -30, 126, 5.5F}}, 1);
}

void Chest::addTube(Tube tube, const std::vector<std::array<float, 4>>& points, float scale)
{
    for (std::size_t n = 1; n < points.size(); ++n) {
        const auto& a = points[n - 1];
        const auto& b = points[n];
        m_capsules.push_back({{a[0], a[1], a[2]},
                              {b[0], b[1], b[2]},
                              a[3] * scale,
                              b[3] * scale,
                              static_cast<int>(tube)});
    }
}

Point3 Chest::hilum(int side) const
{
    return side < 0 ? Point3{-42, 10, 14} : Point3{43, 12, 18};
}

Point3 Chest::heartLocal(const Point3& p) const
{
    const Point3 d = subtract(p, m_heartCentre);
    return {dotProduct(d, m_heartAxes[0]) / m_heartHalf[0],
            dotProduct(d, m_heartAxes[1]) / m_heartHalf[1],
            dotProduct(d, m_heartAxes[2]) / m_heartHalf[2]};
}

float Chest::heartRadius(const Point3& p) const
{
    const Point3 l = heartLocal(p);
    return std::sqrt(dotProduct(l, l));
}

Point3 Chest::heartSurface(const Point3& direction, float factor) const
{
    const Point3 d = unit(direction);
    Point3 p = m_heartCentre;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        for (std::size_t n = 0; n < 3; ++n)
            p[n] += factor * d[axis] * m_heartHalf[axis] * m_heartAxes[axis][n];
    }
    return p;
}

void Chest::prepare(Line& line, float y, float z) const
{
    line.y = y;
    line.z = z;

    // The rib cage narrows upwards like half an ellipse.
    const float rise = z > -20 ? (z + 20) / 165 : 0.0F;
    const float narrow = std::sqrt(std::max(0.0F, 1 - rise * rise));
    const float halfX = 12 + 118 * narrow;
    const float halfY = 88 * (0.4F + 0.6F * narrow);
    const auto shell = [&](float mm, float& q, float& r) {
        q = 1 / square(halfX + mm);
        r = square(y / (halfY + mm));
    };
    shell(0, line.cavityQ, line.cavityR);
    shell(2.5F, line.ribInnerQ, line.ribInnerR);
    shell(11.5F, line.ribQ, line.ribR);
    // Shoulders keep their width where the cage has narrowed: muscle fills the difference.
    const float shoulder = smooth(40, 110, z);
    const float muscleX =
        std::max(halfX + 20, 30 + 110 * std::min(1.0F, narrow + 0.75F * shoulder));
    const float muscleY = std::max(halfY + 18, 92.0F - 14 * shoulder);
    line.muscleQ = 1 / square(muscleX);
    line.muscleR = square(y / muscleY);

    const float skinX = muscleX + m_parameters.fatMm + 2;
    const float skinY = muscleY + 0.75F * m_parameters.fatMm + 2;
    const float r = square(y / skinY);
    // superellipse(q, r) = 1 solved for q
    line.body = r < 1;
    line.bodyHalfX = 0;
    if (line.body)
        line.bodyHalfX =
            skinX *
            std::sqrt(0.5F * (-Roundness * r + std::sqrt(4 - (4 - Roundness * Roundness) * r * r)));
    if (m_parameters.breast > 0 && y < -60 && z > -90 && z < 60)
        line.body = true;

    line.mediastinum = 4 + (20 + 7 * smooth(40, 95, z)) * std::exp(-square(y / 42));
    line.spineY = 66 - 14 * square((z - 5) / 130);
    const float fromTop = (T1TopZ - z) / VertebraMm;
    const int number = std::clamp(static_cast<int>(std::floor(fromTop)) + 1, 1, 13);
    line.vertebra = 44 - number;
    line.vertebraPhase = fromTop - std::floor(fromTop);
    line.disc = line.vertebraPhase > 0.8F;

    line.capsules.clear();
    for (const Capsule& c : m_capsules) {
        const float reach = std::max(c.radiusFrom, c.radiusTo) + 2.5F;
        if (z < std::min(c.from[2], c.to[2]) - reach || z > std::max(c.from[2], c.to[2]) + reach ||
            y < std::min(c.from[1], c.to[1]) - reach || y > std::max(c.from[1], c.to[1]) + reach)
            continue;
        line.capsules.push_back(c);
    }
}

Tissue Chest::at(const Point3& p) const
{
    Line line;
    prepare(line, p[1], p[2]);
    return at(line, p[0]);
}

Tissue Chest::at(const Line& line, float x) const
{
    if (!line.body)
        return {};
    const float xx = x * x;
    bool found = false;
    if (std::abs(x) < 125) {
        if (const Tissue t = mediastinal(line, x, found); found)
            return t;
    }
    if (superellipse(xx * line.ribInnerQ, line.ribInnerR) > 1)
        return wall(line, x);
    if (std::abs(x) < 40) {
        if (const Tissue t = spine(line, x, found); found)
            return t;
    }
    const Point3 p{x, line.y, line.z};
    if (x > -90 && x < 125) {
        const float r = heartRadius(p);
        if (r < 1)
            return heart(r, p);
        const float fluid = m_parameters.pericardialMm;
        // Fluid gathers behind the heart first.
        const float thickness = fluid * (0.75F + 0.5F * smooth(-40, 20, line.y - m_heartCentre[1]));
        const float beyond = (r - 1) * m_heartHalf[1];
        if (beyond < thickness)
            return {FluidHu + 6, ChestLabel::Background};
        if (beyond < thickness + 1.5F)
            return {m_parameters.muscleHu - 15, ChestLabel::Background};
        if (beyond < thickness + 3.5F)
            return {FatHu, ChestLabel::Background};
    }
    if (superellipse(xx * line.cavityQ, line.cavityR) > 1)
        return {FatHu + 40, ChestLabel::Background};
    if (line.z < diaphragm(x, line.y))
        return abdomen(line, x);
    if (!inLung(line, x))
        return {FatHu, ChestLabel::Background};

    const float depth = x > 0 ? m_parameters.effusionMmLeft : m_parameters.effusionMmRight;
    if (depth > 0) {
        // A layer at the back, deepest at the base, with a meniscus along the side wall.
        const float back = 84 - depth * (1 - smooth(-60, 110, line.z) * 0.85F);
        const float meniscus = 14 * smooth(90, 128, std::abs(x));
        const float base = diaphragm(x, line.y) + 0.35F * depth * smooth(-10, 60, line.y);
        if (line.y > back - meniscus || line.z < base)
            return {FluidHu, ChestLabel::Background};
    }
    float fissure = 100;
    const std::uint16_t label = lobe(x, line.y, line.z, fissure);
    const float hu = m_parameters.lungHu + m_parameters.gravityHu * (line.y / 90);
    return {fissure < 0.7F ? hu + 130 : hu, label};
}

Tissue Chest::mediastinal(const Line& line, float x, bool& found) const
{
    found = true;
    const ChestParameters& c = m_parameters;
    const Point3 p{x, line.y, line.z};
    if (c.herniaRadiusMm > 0) {
        // The sac lies between heart and spine; wall 4 mm, gas above fluid.
        const float r = c.herniaRadiusMm;
        const Point3 d{(x - 10) / (1.25F * r), (line.y - 22) / (0.85F * r), (line.z + 66) / r};
        const float q = dotProduct(d, d);
        if (q < 1) {
            if (q > square(1 - 4 / r))
                return {c.muscleHu - 5, ChestLabel::Esophagus};
            return {line.y < 22 - 0.25F * r ? GasHu : 18.0F, ChestLabel::Esophagus};
        }
    }
    int best = -1;
    float depth = 0;
    for (const Capsule& capsule : line.capsules) {
        const Point3 axis = subtract(capsule.to, capsule.from);
        const Point3 d = subtract(p, capsule.from);
        const float t = std::clamp(dotProduct(d, axis) / dotProduct(axis, axis), 0.0F, 1.0F);
        const float radius = capsule.radiusFrom + t * (capsule.radiusTo - capsule.radiusFrom);
        if (std::abs(d[0] - t * axis[0]) > radius + 2)
            continue;
        const float squared =
            square(d[0] - t * axis[0]) + square(d[1] - t * axis[1]) + square(d[2] - t * axis[2]);
        const float wall = capsule.tube == Airway ? 1.5F : 0.0F;
        if (squared > square(radius + wall))
            continue;
        const float inside = radius - std::sqrt(squared);
        // Tubes are listed by precedence; within one the deepest piece says where its wall is.
        if (best == -1 || (capsule.tube == best && inside > depth)) {
            best = capsule.tube;
            depth = inside;
        }
    }
    switch (best) {
    case Airway:
        return {depth > 0 ? GasHu : 20.0F,
                std::abs(x) < 45 && line.z > 10 ? ChestLabel::Trachea : ChestLabel::Background};
    case AorticTube:
        return {depth > 1.5F ? c.bloodHu : std::min(c.bloodHu, c.muscleHu), ChestLabel::Aorta};
    case Vein:
        return {0.85F * c.bloodHu + 8,
                line.z > -30 ? ChestLabel::SuperiorVenaCava : ChestLabel::InferiorVenaCava};
    case PulmonaryTrunk:
        return {c.bloodHu, ChestLabel::Background};
    case Esophageal:
        return {depth > 5 ? 10.0F : c.muscleHu - 15, ChestLabel::Esophagus};
    case ClavicleTube:
        return {depth < 2 ? CorticalHu : c.marrowHu + 100,
                x > 0 ? ChestLabel::ClavicleLeft : ChestLabel::ClavicleRight};
    default:
        found = false;
        return {};
    }
}

Tissue Chest::spine(const Line& line, float x, bool& found) const
{
    found = true;
    const float dy = line.y - line.spineY;
    const auto vertebra = static_cast<std::uint16_t>(line.vertebra);
    const float body = square(x / 17) + square(dy / 14);
    if (body < 1) {
        if (line.disc)
            return {DiscHu, ChestLabel::Background};
        const bool cortex =
            body > 0.82F || line.vertebraPhase < 0.07F || line.vertebraPhase > 0.73F;
        return {cortex ? m_parameters.marrowHu + 210 : m_parameters.marrowHu, vertebra};
    }
    const float canal = square(x / 10) + square((dy - 22) / 8.5F);
    if (canal < 1)
        return {canal < 0.5F ? CordHu : -10.0F,
                canal < 0.5F ? ChestLabel::SpinalCord : ChestLabel::Background};
    const float arch = square(x / 14.5F) + square((dy - 22) / 12.5F);
    if (arch < 1)
        return {m_parameters.marrowHu + 220, vertebra};
    if (std::abs(x) < 3.2F && dy > 30 && dy < 45 && line.vertebraPhase > 0.3F)
        return {CorticalHu - 200, vertebra};
    if (std::abs(dy - 20) < 4.5F && std::abs(x) < 33 && line.vertebraPhase < 0.5F)
        return {CorticalHu - 250, vertebra};
    const bool back = superellipse(x * x * line.muscleQ, line.muscleR) < 1;
    if (back && (square(x / 24) + square((dy - 6) / 24) < 1 || (dy > 14 && std::abs(x) < 40)))
        return {std::abs(x) > 20 ? m_parameters.muscleHu : FatHu + 20, ChestLabel::Background};
    found = false;
    return {};
}

Tissue Chest::heart(float r, const Point3& p) const
{
    const ChestParameters& c = m_parameters;
    if (r > 0.93F)
        return {FatHu + 15, ChestLabel::Heart}; // epicardial fat
    // Four chambers as ellipsoids of the heart's own frame (long axis, right to left, up).
    struct Chamber {
        Point3 centre, half;
    };
    static constexpr std::array<Chamber, 4> Chambers{
        {{{0.30F, 0.30F, -0.05F}, {0.46F, 0.30F, 0.40F}},
         {{0.25F, -0.45F, -0.12F}, {0.52F, 0.30F, 0.50F}},
         {{-0.55F, 0.35F, 0.15F}, {0.32F, 0.38F, 0.45F}},
         {{-0.50F, -0.42F, 0.0F}, {0.34F, 0.36F, 0.55F}}}};
    const Point3 l = heartLocal(p);
    for (const Chamber& chamber : Chambers) {
        float q = 0;
        for (std::size_t n = 0; n < 3; ++n)
            q += square((l[n] - chamber.centre[n]) / chamber.half[n]);
        if (q < 1)
            return {c.bloodHu, ChestLabel::Heart};
    }
    return {c.bloodHu > 80 ? 0.3F * c.bloodHu + 55 : 48.0F, ChestLabel::Heart};
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

bool Chest::inLung(const Line& line, float x) const
{
    const float side = std::abs(x);
    if (side < line.mediastinum)
        return false;
    if (line.z > 68) {
        // The apices are domes of their own on either side of the neck's vessels.
        const float dome =
            square((side - 52) / 50) + square((line.y - 10) / 66) + square((line.z - 68) / 52);
        if (dome > 1)
            return false;
    }
    return true;
}

std::uint16_t Chest::lobe(float x, float y, float z, float& fissureMm) const
{
    // Oblique fissures rise from the anterior base to the posterior T4 level, 37 degrees.
    const float oblique = (z - (-15 + 0.75F * y)) * 0.8F;
    fissureMm = std::abs(oblique);
    if (x > 0)
        return oblique > 0 ? ChestLabel::LungUpperLeft : ChestLabel::LungLowerLeft;
    if (oblique < 0)
        return ChestLabel::LungLowerRight;
    const float horizontal = z + 2;
    fissureMm = std::min(fissureMm, std::abs(horizontal));
    return horizontal > 0 ? ChestLabel::LungUpperRight : ChestLabel::LungMiddleRight;
}

Tissue Chest::abdomen(const Line& line, float x) const
{
    const ChestParameters& c = m_parameters;
    const auto ellipsoid = [&](float cx, float cy, float cz, float ax, float ay, float az) {
        return square((x - cx) / ax) + square((line.y - cy) / ay) + square((line.z - cz) / az);
    };
    if (line.z > diaphragm(x, line.y) - 3)
        return {c.muscleHu, ChestLabel::Background};
    if (ellipsoid(-52, -8, c.rightDomeZ - 62, 98, 86, 70) < 1)
        return {c.liverHu, ChestLabel::Liver};
    if (ellipsoid(86, 38, c.leftDomeZ - 55, 30, 42, 42) < 1)
        return {c.liverHu - 8, ChestLabel::Spleen};
    const float stomach = ellipsoid(56, -18, c.leftDomeZ - 42, 40, 48, 40);
    if (stomach < 1) {
        if (stomach > 0.78F)
            return {c.muscleHu - 5, ChestLabel::Stomach};
        return {line.y < -18 - 48 * (0.6F - c.stomachGas) ? GasHu : 22.0F, ChestLabel::Stomach};
    }
    return {FatHu, ChestLabel::Background};
}

Tissue Chest::wall(const Line& line, float x) const
{
    const ChestParameters& c = m_parameters;
    const float xx = x * x;
    bool found = false;
    if (std::abs(x) < 40 && line.y > 30) {
        if (const Tissue t = spine(line, x, found); found)
            return t;
    }
    const bool inRibShell = superellipse(xx * line.ribQ, line.ribR) < 1;
    if (inRibShell && std::abs(x) < 19 && line.y < 0) {
        if (line.z > -55 && line.z < 92)
            return {std::abs(x) > 16.5F ? CorticalHu - 250 : c.marrowHu + 60, ChestLabel::Sternum};
    } else if (inRibShell) {
        // Ribs descend from the spine to the front by about three vertebrae.
        const float front = (85 - line.y) / 170;
        const float phase = (T1TopZ - 2 - line.z - 72 * front) / VertebraMm;
        const float within = phase - std::floor(phase);
        const int number = static_cast<int>(std::floor(phase)) + 1;
        const bool reaches = number <= 7 ? true : front < (number <= 10 ? 0.8F : 0.45F);
        if (number >= 1 && number <= 12 && within < 0.5F && reaches) {
            const auto label = static_cast<std::uint16_t>(
                (x > 0 ? ChestLabel::RibLeft1 : ChestLabel::RibRight1) + number - 1);
            if (front > 0.86F)
                return {CartilageHu, ChestLabel::Background};
            const bool cortex = within < 0.1F || within > 0.4F;
            return {cortex ? CorticalHu : c.marrowHu + 130, label};
        }
        return {c.muscleHu - 20, ChestLabel::Background};
    }
    if (superellipse(xx * line.muscleQ, line.muscleR) < 1) {
        // Shoulder blades lie in the muscle behind and beside the cage.
        const float blade =
            superellipse(xx / square(std::sqrt(1 / line.muscleQ) - 9), line.muscleR * square(1.1F));
        if (line.z > -15 && line.z < 100 && line.y > 28 && std::abs(x) > 52 && blade > 0.84F &&
            blade < 1.05F)
            return {CorticalHu - 180, x > 0 ? ChestLabel::ScapulaLeft : ChestLabel::ScapulaRight};
        return {c.muscleHu, ChestLabel::Background};
    }
    const float skin = line.bodyHalfX - std::abs(x);
    if (skin > 0)
        return {skin < 2 ? 10.0F : FatHu, ChestLabel::Background};
    if (c.breast > 0) {
        const float radius = 50 * c.breast;
        const float q = square((std::abs(x) - 70) / (radius * 1.1F)) +
                        square((line.y + 96) / (radius * 0.95F)) +
                        square((line.z + 10) / (radius * 1.15F));
        if (q < 1)
            return {q < 0.3F ? 15.0F : (q > 0.93F ? 10.0F : FatHu), ChestLabel::Background};
    }
    return {};
}

} // namespace fovea
