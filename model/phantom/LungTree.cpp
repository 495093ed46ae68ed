#include "model/phantom/LungTree.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr int ArteryEnds = 700; // per lung
constexpr int VeinEnds = 480;
constexpr float TwigRadius = 0.68F;
constexpr float SmallestSeen = 1.7F; ///< Radius of the artery of the last bronchus that is seen.
constexpr float SmallestDilated = 1.0F;

struct Node {
    Point3 p;
    int parent;
    float fromHilum;
    float flow = 0; ///< Sum of the cubes of the twigs behind it.

    float radius() const { return std::min(5.5F, std::cbrt(flow)); }
};

std::vector<Node> growSide(const Chest& chest, const Point3& hilum, int side, int ends,
                           CounterRandom& random)
{
    std::vector<Point3> points;
    for (int attempt = 0; attempt < 40 * ends && points.size() < static_cast<std::size_t>(ends);
         ++attempt)
    {
        const Point3 p{static_cast<float>(side * random.uniform(20, 128)),
                       static_cast<float>(random.uniform(-84, 94)),
                       static_cast<float>(random.uniform(-132, 118))};
        if (chest.lobeAt(p) != 0)
            points.push_back(p);
    }
    const auto reachOf = [&](const Point3& p) { return norm(subtract(p, hilum)); };
    std::ranges::sort(points, {}, reachOf);

    std::vector<Node> nodes{{hilum, -1, 0}};
    for (const Point3& end : points) {
        const float reach = reachOf(end);
        int best = 0;
        float bestCost = 1e9F;
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            // Branches run outwards: joining far back along the way costs little more than
            // joining near, joining sideways costs a lot.
            const float cost = norm(subtract(nodes[n].p, end)) + 0.35F * nodes[n].fromHilum;
            if (nodes[n].fromHilum < reach && cost < bestCost) {
                bestCost = cost;
                best = static_cast<int>(n);
            }
        }
        const Point3 from = nodes[static_cast<std::size_t>(best)].p;
        const Point3 way = subtract(end, from);
        int parent = best;
        const int steps = std::max(1, static_cast<int>(norm(way) / 14));
        for (int s = 1; s <= steps; ++s) {
            Point3 p = along(from, static_cast<float>(s) / static_cast<float>(steps), way);
            for (float& v : p)
                v += s == steps ? 0.0F : static_cast<float>(random.uniform(-2, 2));
            nodes.push_back({p, parent, reachOf(p)});
            parent = static_cast<int>(nodes.size()) - 1;
        }
        const float cube = TwigRadius * TwigRadius * TwigRadius;
        for (int n = parent; n >= 0; n = nodes[static_cast<std::size_t>(n)].parent)
            nodes[static_cast<std::size_t>(n)].flow += cube;
    }
    return nodes;
}

void addVessels(const std::vector<Node>& nodes, std::vector<VesselPiece>& out)
{
    for (const Node& node : nodes) {
        if (node.parent >= 0)
            out.push_back({nodes[static_cast<std::size_t>(node.parent)].p, node.p, node.radius()});
    }
}

/// Which lobes' bronchi are dilated: one or two, more when severe.
std::vector<std::uint16_t> dilatedLobes(const Chest& chest)
{
    using namespace ChestLabel;
    const double severity = chest.parameters().patient.findings.bronchiectasis;
    if (severity <= 0)
        return {};
    CounterRandom random(chest.parameters().seed, "bronchiectasis");
    std::vector<std::uint16_t> lobes{LungUpperLeft, LungLowerLeft, LungUpperRight, LungMiddleRight,
                                     LungLowerRight};
    const std::size_t count = 1 + random.index(severity > 0.6 ? 3 : 2);
    while (lobes.size() > count)
        lobes.erase(lobes.begin() + static_cast<std::ptrdiff_t>(random.index(lobes.size())));
    return lobes;
}

void addBronchi(const Chest& chest, const std::vector<Node>& nodes,
                const std::vector<std::uint16_t>& dilated, std::vector<BronchusPiece>& out)
{
    const FindingPlan& plan = chest.parameters().patient.findings;
    const float thicker = 1 + 1.9F * static_cast<float>(plan.peribronchial);
    const float wider = 1.9F + 1.3F * static_cast<float>(plan.bronchiectasis);
    for (const Node& node : nodes) {
        if (node.parent < 0 || node.radius() < SmallestDilated)
            continue;
        const Point3 from = nodes[static_cast<std::size_t>(node.parent)].p;
        const std::uint16_t lobe = chest.lobeAt(node.p);
        const bool wide = std::ranges::find(dilated, lobe) != dilated.end();
        if (!wide && node.radius() < SmallestSeen * (plan.peribronchial > 0 ? 0.75F : 1.0F))
            continue;
        BronchusPiece piece;
        const float artery = node.radius();
        piece.lumen = std::min(3.6F, 0.68F * artery) * (wide ? wider : 1.0F);
        piece.wall = 0.3F + 0.16F * std::min(3.6F, 0.68F * artery);
        if (plan.peribronchial > 0)
            piece.wall = piece.wall * thicker + 0.3F;
        if (wide)
            piece.wall = std::max(piece.wall, 0.9F);
        // Beside the artery, always on the same side of it.
        const Point3 course = unit(subtract(node.p, from));
        Point3 aside{0.3F, -0.8F, 0.5F};
        aside = unit(along(aside, -dotProduct(aside, course), course));
        const float distance = artery + piece.lumen + 0.6F * piece.wall;
        piece.from = along(from, distance, aside);
        piece.to = along(node.p, distance, aside);
        piece.lobe = lobe;
        piece.dilated = wide;
        out.push_back(piece);
    }
}

} // namespace

LungTree growLungTree(const Chest& chest)
{
    CounterRandom random(chest.parameters().seed, "vessels");
    LungTree tree;
    const std::vector<std::uint16_t> dilated = dilatedLobes(chest);
    for (const int side : {-1, 1}) {
        const std::vector<Node> arteries =
            growSide(chest, Chest::hilum(side), side, ArteryEnds, random);
        addVessels(arteries, tree.vessels);
        addBronchi(chest, arteries, dilated, tree.bronchi);
    }
    for (const int side : {-1, 1}) {
        // Veins gather lower and in front, towards the left atrium.
        Point3 hilum = Chest::hilum(side);
        hilum[1] -= 12;
        hilum[2] -= 16;
        addVessels(growSide(chest, hilum, side, VeinEnds, random), tree.vessels);
    }
    return tree;
}

} // namespace fovea
