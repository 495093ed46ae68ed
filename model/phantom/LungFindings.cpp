#include "model/phantom/ChestStructures.h"
#include "model/phantom/FindingPlaces.h"

#include <cmath>
#include <numbers>

namespace fovea {

namespace {

float real(double v)
{
    return static_cast<float>(v);
}

Point3 pointIn(CounterRandom& random, const PlaceBox& box)
{
    Point3 p;
    for (std::size_t n = 0; n < 3; ++n)
        p[n] = real(random.uniform(box.low[n], box.high[n]));
    return p;
}

void report(ChestFindings& out, const char* id, const char* kind, double severity,
            std::vector<FindingSite> sites)
{
    if (sites.empty())
        return;
    std::ranges::stable_sort(sites, std::ranges::greater{}, &FindingSite::millimetres);
    out.truth.findings.push_back({"lung", id, kind, severity, std::move(sites)});
}

} // namespace

std::optional<Point3> pointInLung(const Chest& chest, CounterRandom& random, const PlaceBox& box,
                                  float margin)
{
    for (int attempt = 0; attempt < 400; ++attempt) {
        const Point3 p = pointIn(random, box);
        if (chest.lobeAt(p) == 0)
            continue;
        bool inside = true;
        for (std::size_t n = 0; inside && n < 3; ++n) {
            for (const float step : {-margin, margin}) {
                Point3 q = p;
                q[n] += step;
                inside = inside && chest.lobeAt(q) != 0;
            }
        }
        if (inside)
            return p;
    }
    return std::nullopt;
}

std::optional<Point3> pointUnderPleura(const Chest& chest, CounterRandom& random,
                                       const PlaceBox& box, float depth)
{
    for (int attempt = 0; attempt < 2000; ++attempt) {
        const Point3 p = pointIn(random, box);
        float wall = 0;
        if (chest.lobeAt(p, wall) != 0 && wall < depth)
            return p;
    }
    return std::nullopt;
}

FindingSite lobeSite(std::uint16_t lobe, float millimetres)
{
    const Side side = ChestLabel::isLeftLung(lobe) ? Side::Left : Side::Right;
    return {lobe, side, millimetres};
}

void placeNodules(const Chest& chest, const LungTree& tree, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "nodules");
    const double severity = chest.parameters().patient.findings.nodule;
    const std::size_t count = 1 + random.index(4);
    const double look = random.uniform();
    const char* kind = look < 0.45   ? "solid"
                       : look < 0.68 ? "spiculated"
                       : look < 0.82 ? "part_solid"
                       : look < 0.92 ? "ground_glass"
                                     : "calcified";
    std::vector<FindingSite> sites;
    for (std::size_t n = 0; n < count; ++n) {
        // 4 to 30 mm across; the first is the one that the severity speaks of.
        const double share = n == 0 ? 1.0 : random.uniform(0.4, 0.9);
        const float radius = std::max(2.0F, real((3.0 + 12.0 * severity * severity) * share));
        std::optional<Point3> p;
        if (random.chance(0.3)) { // on a vessel
            const VesselPiece& v = tree.vessels[random.index(tree.vessels.size())];
            Point3 q = v.to;
            q[0] += radius;
            if (chest.lobeAt(q) != 0)
                p = q;
        }
        if (!p)
            p = pointInLung(chest, random, {}, radius + 2);
        if (!p)
            continue;
        const std::uint16_t lobe = chest.lobeAt(*p);
        const Point3 radii{radius, radius * real(random.uniform(0.8, 1.0)),
                           radius * real(random.uniform(0.8, 1.0))};
        const std::string_view appearance = kind;
        if (appearance == "ground_glass" || appearance == "part_solid") {
            out.foci.push_back(
                {*p, radii, real(random.uniform(260, 340)), 0.25F, 0.2F, true, lobe});
            if (appearance == "part_solid") {
                Point3 core = radii;
                for (float& r : core)
                    r *= 0.5F;
                out.foci.push_back({*p, core, 30, 0.2F, 0.2F, false, lobe});
            }
        } else {
            const float hu = appearance == "calcified" ? real(random.uniform(250, 600))
                                                       : real(random.uniform(15, 60));
            const float ragged = appearance == "spiculated" ? 0.55F : 0.12F;
            out.foci.push_back({*p, radii, hu, 0.12F, ragged, false, lobe});
        }
        sites.push_back(lobeSite(lobe, 2 * radius));
    }
    report(out, "lung_nodule", kind, severity, std::move(sites));
}

void placeOpacities(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "opacities");
    const double severity = chest.parameters().patient.findings.opacity;
    const std::size_t count = 1 + random.index(2 + static_cast<std::size_t>(severity * 4));
    std::vector<FindingSite> sites;
    for (std::size_t n = 0; n < count; ++n) {
        const double size = n == 0 ? 1.0 : random.uniform(0.6, 1.0);
        const float radius = real((16 + 22 * severity) * size);
        const auto p = random.chance(0.5) ? pointUnderPleura(chest, random, {}, 14)
                                          : pointInLung(chest, random, {}, 6);
        if (!p)
            continue;
        const std::uint16_t lobe = chest.lobeAt(*p);
        const Point3 radii{radius * real(random.uniform(0.75, 1.0)), radius,
                           radius * real(random.uniform(0.7, 1.0))};
        out.foci.push_back({*p, radii, real(random.uniform(150, 300)), 0.55F, 0.55F, true, lobe});
        sites.push_back(lobeSite(lobe, 2 * radius));
    }
    report(out, "lung_opacity", "ground_glass", severity, std::move(sites));
}

void placeConsolidation(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "consolidation");
    const double severity = chest.parameters().patient.findings.consolidation;
    const bool lobar = random.chance(0.4);
    const std::size_t count = lobar ? 1 : 1 + random.index(3);
    std::vector<FindingSite> sites;
    for (std::size_t n = 0; n < count; ++n) {
        const double size = n == 0 ? 1.0 : random.uniform(0.5, 0.9);
        const float radius = real((lobar ? 24 + 26 * severity : 13 + 20 * severity) * size);
        const auto p = pointUnderPleura(chest, random, {}, lobar ? 25 : 12);
        if (!p)
            continue;
        const std::uint16_t lobe = chest.lobeAt(*p);
        const Point3 radii{radius, radius * real(random.uniform(0.7, 1.0)),
                           radius * real(random.uniform(0.7, 1.0))};
        // Bronchi are drawn over it and stay dark: air bronchograms.
        out.foci.push_back(
            {*p, radii, real(random.uniform(20, 55)), 0.15F, lobar ? 0.35F : 0.5F, false, lobe});
        Point3 halo = radii;
        for (float& r : halo)
            r *= 1.3F;
        out.foci.push_back({*p, halo, 160, 0.5F, 0.5F, true, lobe});
        sites.push_back(lobeSite(lobe, 2 * radius));
    }
    report(out, "consolidation", lobar ? "lobar" : "patchy", severity, std::move(sites));
}

void placeAtelectasis(const Chest& chest, ChestFindings& out)
{
    using namespace ChestLabel;
    const ChestParameters& c = chest.parameters();
    const double severity = c.patient.findings.atelectasis;
    if (c.patient.findings.basal) {
        const bool left = c.collapseMmLeft > 0;
        const float fluid = left ? c.effusionMmLeft : c.effusionMmRight;
        report(out, "atelectasis", fluid > 0 ? "compressive" : "basal", severity,
               {lobeSite(left ? LungLowerLeft : LungLowerRight,
                         left ? c.collapseMmLeft : c.collapseMmRight)});
        return;
    }
    CounterRandom random(c.seed, "atelectasis");
    const std::size_t count = 2 + random.index(3);
    std::vector<FindingSite> sites;
    for (std::size_t n = 0; n < count; ++n) {
        // Above the diaphragm, where bands collapse.
        const auto p = pointInLung(chest, random, {{-120, -50, -110}, {120, 80, -15}}, 4);
        if (!p)
            continue;
        const double tilt = random.uniform(-0.6, 0.6);
        const double turn = random.uniform(0, 2 * std::numbers::pi);
        const Point3 normal{real(std::sin(tilt) * std::cos(turn)),
                            real(std::sin(tilt) * std::sin(turn)), real(std::cos(tilt))};
        const std::uint16_t lobe = chest.lobeAt(*p);
        const float extent = real(random.uniform(22, 28 + 26 * severity));
        const float half = real(1.5 + 2.8 * severity * random.uniform(0.7, 1.0));
        out.plates.push_back({*p, normal, half, extent, 3, 15, lobe});
        sites.push_back(lobeSite(lobe, 2 * extent));
    }
    report(out, "atelectasis", "linear", severity, std::move(sites));
}

void placeFibrosis(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "fibrosis");
    const double severity = chest.parameters().patient.findings.fibrosis;
    const bool apical = random.chance(0.65);
    const std::size_t places = 1 + random.index(2);
    std::vector<FindingSite> sites;
    for (std::size_t n = 0; n < places; ++n) {
        const PlaceBox box = apical ? PlaceBox{{-110, -60, 45}, {110, 80, 112}}
                                    : PlaceBox{{-125, -80, -90}, {125, 80, 40}};
        const auto p = pointUnderPleura(chest, random, box, 10);
        if (!p)
            continue;
        const std::uint16_t lobe = chest.lobeAt(*p);
        const Point3 inward = unit(subtract({0, 10, (*p)[2] - 15}, *p));
        // Strands run from a scar under the pleura towards the hilum, bent and uneven.
        const int strands = 4 + static_cast<int>(6 * severity);
        const float length = real(16 + 20 * severity);
        for (int s = 0; s < strands; ++s) {
            Point3 normal;
            for (float& v : normal)
                v = real(random.normal());
            normal = unit(along(normal, -dotProduct(normal, inward), inward));
            const Point3 centre = along(*p, length * real(random.uniform(0.2, 0.7)), inward);
            out.plates.push_back({centre, normal, real(random.uniform(0.7, 1.5)),
                                  length * real(random.uniform(0.5, 0.8)), 7, 0, 0});
        }
        const float scar = real(5 + 7 * severity);
        out.foci.push_back({*p, {scar, scar, scar}, 25, 0.3F, 0.7F, false, 0});
        const int specks = static_cast<int>(random.index(6));
        for (int s = 0; s < specks; ++s) {
            const Point3 at = along(*p, real(random.uniform(0, length)), inward);
            out.spots.push_back(
                {{at[0] + real(3 * random.normal()), at[1] + real(3 * random.normal()),
                  at[2] + real(3 * random.normal())},
                 real(random.uniform(0.9, 1.9)),
                 real(random.uniform(300, 800))});
        }
        sites.push_back(lobeSite(lobe, 2 * length));
    }
    report(out, "pulmonary_fibrotic_sequela", apical ? "apical" : "band", severity,
           std::move(sites));
}

} // namespace fovea
