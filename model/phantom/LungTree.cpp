#include "model/phantom/LungTree.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr int EndPoints = 420; // per lung
constexpr float TwigRadius = 0.85F;

float distance(const Point3& a, const Point3& b)
{
    const float x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];
    return std::sqrt(x * x + y * y + z * z);
}

struct Node {
    Point3 p;
    int parent;
    float fromHilum;
    float flow = 0; ///< Sum of the cubes of the twigs behind it.
};

void growSide(const Chest& chest, int side, CounterRandom& random, std::vector<VesselPiece>& out)
{
    const Point3 hilum = chest.hilum(side);
    std::vector<Point3> ends;
    for (int attempt = 0; attempt < 40 * EndPoints && ends.size() < EndPoints; ++attempt) {
        const Point3 p{static_cast<float>(side * random.uniform(20, 128)),
                       static_cast<float>(random.uniform(-86, 86)),
                       static_cast<float>(random.uniform(-128, 118))};
        if (ChestLabel::isLung(chest.at(p).label))
            ends.push_back(p);
    }
    std::ranges::sort(ends, {}, [&](const Point3& p) { return distance(p, hilum); });

    std::vector<Node> nodes{{hilum, -1, 0}};
    for (const Point3& end : ends) {
        const float reach = distance(end, hilum);
        int best = 0;
        float bestCost = 1e9F;
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            // Branches run outwards: joining far back along the way costs little more than
            // joining near, joining sideways costs a lot.
            const float cost = distance(nodes[n].p, end) + 0.35F * nodes[n].fromHilum;
            if (nodes[n].fromHilum < reach && cost < bestCost) {
                bestCost = cost;
                best = static_cast<int>(n);
            }
        }
        const Node from = nodes[static_cast<std::size_t>(best)];
        const float length = distance(from.p, end);
        int parent = best;
        const int steps = std::max(1, static_cast<int>(length / 14));
        for (int s = 1; s <= steps; ++s) {
            const float t = static_cast<float>(s) / static_cast<float>(steps);
            Point3 p;
            for (std::size_t i = 0; i < 3; ++i) {
                const float jitter = s == steps ? 0.0F : static_cast<float>(random.uniform(-2, 2));
                p[i] = from.p[i] + t * (end[i] - from.p[i]) + jitter;
            }
            nodes.push_back({p, parent, distance(p, hilum)});
            parent = static_cast<int>(nodes.size()) - 1;
        }
        const float cube = TwigRadius * TwigRadius * TwigRadius;
        for (int n = parent; n >= 0; n = nodes[static_cast<std::size_t>(n)].parent)
            nodes[static_cast<std::size_t>(n)].flow += cube;
    }
    for (const Node& node : nodes) {
        if (node.parent < 0)
            continue;
        const float radius = std::min(6.5F, std::cbrt(node.flow));
        out.push_back({nodes[static_cast<std::size_t>(node.parent)].p, node.p, radius});
    }
}

} // namespace

std::vector<VesselPiece> growLungTree(const Chest& chest)
{
    CounterRandom random(chest.parameters().seed, "vessels");
    std::vector<VesselPiece> pieces;
    growSide(chest, -1, random, pieces);
    growSide(chest, +1, random, pieces);
    return pieces;
}

} // namespace fovea
