#include "model/phantom/ChestStructures.h"
#include "model/phantom/FindingPlaces.h"

#include <numbers>

namespace fovea {

namespace {

float real(double v)
{
    return static_cast<float>(v);
}

} // namespace

void placeCoronaryPlaques(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "coronaries");
    const double severity = chest.parameters().patient.findings.coronaryCalcification;
    const auto& courses = chest.heart().coronaries();
    const int count = 4 + static_cast<int>(14 * severity);
    for (int n = 0; n < count; ++n) {
        // The left anterior descending artery calcifies first, and near its origin.
        const auto& course = courses[random.chance(0.5) ? 0 : 1 + random.index(2)];
        const double where = random.uniform() * random.uniform(0.6, 1.0);
        const auto segment =
            static_cast<std::size_t>(where * static_cast<double>(course.size() - 1));
        Point3 centre = along(course[segment], real(random.uniform()),
                              subtract(course[segment + 1], course[segment]));
        for (float& v : centre)
            v += real(0.7 * random.normal());
        // Longish plaques are rows of spots.
        const float radius = real(random.uniform(1.2, 1.9 + 1.3 * severity));
        out.spots.push_back({centre, radius, real(random.uniform(500, 1200))});
    }
    out.truth.findings.push_back(
        {"heart", "coronary_artery_wall_calcification", "", severity, {{}}});
}

void placeAorticPlaques(const Chest& chest, ChestFindings& out)
{
    CounterRandom random(chest.parameters().seed, "aorta");
    const double severity = chest.parameters().patient.findings.aorticCalcification;
    std::vector<TubePiece> pieces;
    for (const TubePiece& c : chest.tubes()) {
        // Arch and descending aorta calcify first.
        if (c.label == ChestLabel::Aorta && (c.to[1] > -22 || c.to[2] > 50))
            pieces.push_back(c);
    }
    const int count = 6 + static_cast<int>(24 * severity);
    for (int n = 0; n < count; ++n) {
        const TubePiece& piece = pieces[random.index(pieces.size())];
        const auto t = real(random.uniform());
        const double angle = random.uniform(0, 2 * std::numbers::pi);
        const Point3 way = subtract(piece.to, piece.from);
        const Point3 axis = unit(way);
        // Two directions across the tube; x is never along it.
        const float flat = std::sqrt(axis[1] * axis[1] + axis[2] * axis[2]);
        const Point3 u{0, axis[2] / flat, -axis[1] / flat};
        const Point3 v = crossProduct(axis, u);
        const float wall = piece.radiusFrom + t * (piece.radiusTo - piece.radiusFrom) - 1.0F;
        // Plaques are plates along the wall: rows of spots.
        const int row = 1 + static_cast<int>(random.index(4));
        const float radius = real(random.uniform(1.2, 1.9 + 1.2 * severity));
        const float hu = real(random.uniform(500, 1200));
        for (int s = 0; s < row; ++s) {
            const double turned = angle + 1.6 * s * radius / wall;
            Point3 centre = along(piece.from, t, way);
            centre = along(centre, wall * real(std::cos(turned)), u);
            centre = along(centre, wall * real(std::sin(turned)), v);
            out.spots.push_back({centre, radius, hu});
        }
    }
    out.truth.findings.push_back({"aorta", "arterial_wall_calcification", "", severity, {{}}});
}

void placeVariants(const Chest& chest, ChestFindings& out)
{
    const ChestParameters& c = chest.parameters();
    const VariantPlan& plan = c.patient.variants;
    CounterRandom random(c.seed, "variants drawn");
    const auto say = [&out](bool present, const char* id, FindingSite site = {}) {
        if (present)
            out.truth.variants.push_back({id, site});
    };
    if (plan.calcifiedLymphNode) {
        for (int n = 0; n < 3; ++n) {
            const Point3 at{real(random.uniform(-24, 18)), real(random.uniform(-6, 26)),
                            real(random.uniform(6, 40))};
            out.spots.push_back({at, real(random.uniform(2, 4)), real(random.uniform(350, 900))});
        }
    }
    if (plan.mitralAnnulus) {
        for (int n = 0; n < 10; ++n) {
            out.spots.push_back({chest.heart().mitralRing(0.35F * static_cast<float>(n)),
                                 real(random.uniform(1.5, 2.8)), real(random.uniform(500, 1100))});
        }
    }
    if (plan.pleuralPlaque) {
        for (int n = 0; n < 14; ++n) {
            const float side = plan.pacemakerLead ? -1.0F : 1.0F;
            out.spots.push_back({{side * 70, -66 + 2.0F * real(random.normal()),
                                  -40 + 2.4F * static_cast<float>(n)},
                                 1.8F,
                                 700});
        }
    }
    bool bulla = false;
    FindingSite bullaSite;
    if (plan.bulla) {
        const auto p = pointUnderPleura(chest, random, {{-120, -70, 20}, {120, 80, 105}}, 16);
        if (p) {
            const float radius = real(random.uniform(7, 17));
            out.holes.push_back({*p, radius});
            bullaSite = lobeSite(chest.lobeAt(*p), 2 * radius);
            bulla = true;
        }
    }
    say(plan.azygosFissure, "azygos_fissure", {ChestLabel::LungUpperRight, Side::Right, 0});
    say(plan.dependentDensity, "dependent_density");
    say(plan.calcifiedLymphNode, "calcified_lymph_node");
    say(plan.pericardialFatPad, "pericardial_fat_pad");
    say(plan.tortuousAorta, "tortuous_aorta");
    say(plan.apicalCap, "apical_cap");
    say(plan.healedRibFracture, "healed_rib_fracture", {0, Side::Left, 0});
    say(plan.pleuralPlaque, "pleural_plaque",
        {0, plan.pacemakerLead ? Side::Right : Side::Left, 0});
    say(plan.mitralAnnulus, "mitral_annulus_calcification");
    say(plan.pacemakerLead, "pacemaker_lead");
    say(plan.osteophytes, "osteophytes");
    say(plan.esophagealAir && c.herniaRadiusMm <= 0, "esophageal_air");
    say(bulla, "bulla", bullaSite);
}

} // namespace fovea
