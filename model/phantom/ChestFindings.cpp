#include "model/phantom/ChestFindings.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <cmath>
#include <numbers>
#include <optional>

namespace fovea {

namespace {

struct Box {
    Point3 low{-125, -85, -125};
    Point3 high{125, 85, 110};
};

// A point of the lung with lung all around it, so that the finding lies in it and not across it.
std::optional<Point3> pointInLung(const Chest& chest, CounterRandom& random, const Box& box,
                                  float margin)
{
    for (int attempt = 0; attempt < 400; ++attempt) {
        Point3 p;
        for (std::size_t n = 0; n < 3; ++n)
            p[n] = static_cast<float>(random.uniform(box.low[n], box.high[n]));
        const std::uint16_t lobe = chest.at(p).label;
        if (!ChestLabel::isLung(lobe))
            continue;
        bool inside = true;
        for (std::size_t n = 0; inside && n < 3; ++n) {
            for (const float step : {-margin, margin}) {
                Point3 q = p;
                q[n] += step;
                inside = inside && ChestLabel::isLung(chest.at(q).label);
            }
        }
        if (inside)
            return p;
    }
    return std::nullopt;
}

void placeNodules(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "nodules");
    const double severity = chest.parameters().plan.nodule;
    const std::size_t count = 1 + random.index(3);
    for (std::size_t n = 0; n < count; ++n) {
        // The first is the one that the severity speaks of; others are smaller.
        const double share = n == 0 ? 1.0 : random.uniform(0.5, 0.9);
        const auto radius = static_cast<float>((4.5 + 9.0 * severity) * share);
        const auto p = pointInLung(chest, random, {}, radius + 2);
        if (!p)
            continue;
        const std::uint16_t lobe = chest.at(*p).label;
        out.foci.push_back(
            {*p, radius, static_cast<float>(random.uniform(20, 60)), 0.12F, 0.15F, false, lobe});
        out.nodules.push_back({lobe, 2 * radius});
    }
}

void placeOpacities(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "opacities");
    const double severity = chest.parameters().plan.opacity;
    const std::size_t count = 2 + random.index(1 + static_cast<std::size_t>(severity * 4));
    for (std::size_t n = 0; n < count; ++n) {
        const auto radius = static_cast<float>(random.uniform(20, 26 + 14 * severity));
        const auto p = pointInLung(chest, random, {}, 6);
        if (!p)
            continue;
        const std::uint16_t lobe = chest.at(*p).label;
        out.foci.push_back(
            {*p, radius, static_cast<float>(random.uniform(200, 300)), 0.6F, 0.5F, true, 0});
        out.opacities.push_back({lobe, 2 * radius});
    }
}

void placeConsolidation(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "consolidation");
    const double severity = chest.parameters().plan.consolidation;
    const std::size_t count = 1 + random.index(2);
    for (std::size_t n = 0; n < count; ++n) {
        const auto radius = static_cast<float>((20 + 24 * severity) * (n == 0 ? 1.0 : 0.7));
        const auto p = pointInLung(chest, random, {}, 8);
        if (!p)
            continue;
        const std::uint16_t lobe = chest.at(*p).label;
        out.foci.push_back(
            {*p, radius, static_cast<float>(random.uniform(20, 55)), 0.1F, 0.45F, false, lobe});
        out.consolidations.push_back({lobe, 2 * radius});
    }
}

void placeAtelectasis(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "atelectasis");
    const double severity = chest.parameters().plan.atelectasis;
    const std::size_t count = 2 + random.index(3);
    for (std::size_t n = 0; n < count; ++n) {
        // Above the diaphragm, where bands collapse.
        const auto p = pointInLung(chest, random, {{-120, -40, -110}, {120, 80, -25}}, 4);
        if (!p)
            continue;
        const double tilt = random.uniform(-0.5, 0.5);
        const double turn = random.uniform(0, 2 * std::numbers::pi);
        const Point3 normal{static_cast<float>(std::sin(tilt) * std::cos(turn)),
                            static_cast<float>(std::sin(tilt) * std::sin(turn)),
                            static_cast<float>(std::cos(tilt))};
        const std::uint16_t lobe = chest.at(*p).label;
        const auto extent = static_cast<float>(random.uniform(24, 30 + 24 * severity));
        const auto half = static_cast<float>(1.8 + 3.0 * severity * random.uniform(0.7, 1.0));
        out.plates.push_back({*p, normal, half, extent, lobe});
        out.atelectases.push_back({lobe, 2 * extent});
    }
}

void placeCoronaryPlaques(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "coronaries");
    const double severity = chest.parameters().plan.coronaryCalcification;
    const int count = 5 + static_cast<int>(16 * severity);
    for (int n = 0; n < count; ++n) {
        // Courses over the heart's surface in its own frame (along, right to left, up): left
        // anterior descending between the ventricles, circumflex and right coronary in the
        // atrioventricular groove.
        const double along = random.uniform(-0.2, 0.75);
        const double around = random.uniform(0.15, 1.0);
        Point3 direction;
        switch (random.index(4)) {
        case 0:
        case 1:
            direction = {static_cast<float>(along), -0.05F, 0.75F};
            break;
        case 2:
            direction = {-0.25F, static_cast<float>(0.9 * around),
                         static_cast<float>(0.9 - around)};
            break;
        default:
            direction = {-0.2F, static_cast<float>(-0.9 * around),
                         static_cast<float>(0.8 - around)};
            break;
        }
        out.plaques.push_back({chest.heartSurface(direction, 0.93F),
                               static_cast<float>(random.uniform(1.4, 2.2 + 1.6 * severity)),
                               static_cast<float>(random.uniform(500, 1100))});
    }
}

void placeAorticPlaques(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "aorta");
    const double severity = chest.parameters().plan.aorticCalcification;
    std::vector<Chest::Capsule> pieces;
    for (const Chest::Capsule& c : chest.capsules()) {
        // Arch and descending aorta calcify first.
        if (c.tube == Chest::AorticTube && (c.to[1] > -22 || c.to[2] > 50))
            pieces.push_back(c);
    }
    const int count = 8 + static_cast<int>(26 * severity);
    for (int n = 0; n < count; ++n) {
        const Chest::Capsule& piece = pieces[random.index(pieces.size())];
        const auto t = static_cast<float>(random.uniform());
        const double angle = random.uniform(0, 2 * std::numbers::pi);
        Point3 axis, centre;
        for (std::size_t i = 0; i < 3; ++i) {
            axis[i] = piece.to[i] - piece.from[i];
            centre[i] = piece.from[i] + t * axis[i];
        }
        const float length = std::sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
        for (float& a : axis)
            a /= length;
        // Two directions across the tube; x is never along it.
        const float flat = std::sqrt(axis[1] * axis[1] + axis[2] * axis[2]);
        const Point3 u{0, axis[2] / flat, -axis[1] / flat};
        const Point3 v{axis[1] * u[2] - axis[2] * u[1], axis[2] * u[0] - axis[0] * u[2],
                       axis[0] * u[1] - axis[1] * u[0]};
        const float radius = piece.radiusFrom + t * (piece.radiusTo - piece.radiusFrom) - 1.0F;
        for (std::size_t i = 0; i < 3; ++i)
            centre[i] +=
                radius * static_cast<float>(std::cos(angle) * u[i] + std::sin(angle) * v[i]);
        out.plaques.push_back({centre,
                               static_cast<float>(random.uniform(1.4, 2.4 + 2.0 * severity)),
                               static_cast<float>(random.uniform(500, 1100))});
    }
}

} // namespace

ChestFindings placeFindings(const Chest& chest)
{
    const FindingPlan& plan = chest.parameters().plan;
    ChestFindings out;
    if (plan.opacity > 0)
        placeOpacities(chest, out);
    if (plan.consolidation > 0)
        placeConsolidation(chest, out);
    if (plan.nodule > 0)
        placeNodules(chest, out);
    if (plan.atelectasis > 0)
        placeAtelectasis(chest, out);
    if (plan.coronaryCalcification > 0)
        placeCoronaryPlaques(chest, out);
    if (plan.aorticCalcification > 0)
        placeAorticPlaques(chest, out);
    return out;
}

} // namespace fovea
