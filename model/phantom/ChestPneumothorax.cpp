#include "model/phantom/Chest.h"
#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>

// Gas in the pleural space. The patient lies on the back: gas rises to the front, and the lung
// shrinks away from it towards where it hangs, beside the spine.

namespace fovea {

namespace {

constexpr float GasHu = -995.0F;
constexpr float LeakMm = 9; ///< How far a segmentation reaches across the thin pleura, at most.

} // namespace

bool Chest::collapsed(int side) const
{
    return (side > 0 ? m_parameters.pneumothoraxLeft : m_parameters.pneumothoraxRight) > 0;
}

/// How deep a point lies in the space that a healthy lung fills; negative outside.
float Chest::lungDepth(const Plane& plane, float x, float y) const
{
    const float medial = std::abs(x) - 4 - plane.mediastinum / square(1 + square(y / 48));
    float depth = std::min({-cageOutside(plane, x, y), plane.z - diaphragm(x, y), medial});
    if (plane.z > 68) {
        const float dome =
            square((std::abs(x) - 52) / 58) + square((y - 8) / 84) + square((plane.z - 68) / 52);
        depth = std::min(depth, 52 * (1 - std::sqrt(dome)));
    }
    Tissue ignored;
    if (depth > 0 && m_heart.at({x, y, plane.z}, ignored))
        return -1;
    return depth;
}

/// How deep p lies in the lung that has retracted; negative in the gas around it.
float Chest::retractedDepth(const Point3& p) const
{
    const ChestParameters& c = m_parameters;
    const float most = p[0] > 0 ? c.pneumothoraxLeft : c.pneumothoraxRight;
    const float uneven = 0.85F + 0.3F * valueNoise(c.seed + 46, p[0] / 70, p[1] / 70, p[2] / 70);
    const float grown = 1 + most * uneven * smoothStep(54, -45, p[1]);
    const Point3 hangs{p[0] > 0 ? 56.0F : -56.0F, 52, 6};
    // Where this point would lie if the lung were expanded.
    const Point3 q = along(hangs, grown, subtract(p, hangs));
    if (q[0] * p[0] <= 0)
        return -1;
    return lungDepth(plane(q[2]), q[0], q[1]) / grown;
}

Tissue Chest::pleuralGas(const Point3& p, float depth) const
{
    // Segmentations leave it out, but for an uneven seam beside the lung that they take for lung.
    const float seam = valueNoise(m_parameters.seed + 48, p[0] / 14, p[1] / 14, p[2] / 14);
    Tissue gas{GasHu, ChestLabel::Background};
    if (-depth < LeakMm * seam) {
        float ignored = 0;
        gas.claimedBy = lobe(p[0], p[1], p[2], ignored);
    }
    return gas;
}

float Chest::pneumothoraxMm(int side) const
{
    // Above the diaphragm, where gas that lies on it is not measured as depth.
    float deepest = 0;
    for (float z = -25; z <= 65; z += 10) {
        const Plane level = plane(z);
        for (float x = 30; x <= 100; x += 10) {
            float length = 0;
            for (float y = -85; y <= 40; y += 1) {
                float ignored = 0;
                const Tissue t = at(level, static_cast<float>(side) * x, y, ignored);
                if (ChestLabel::isLung(t.label))
                    break;
                length += t.hu == GasHu ? 1.0F : 0.0F;
            }
            deepest = std::max(deepest, length);
        }
    }
    return deepest * static_cast<float>(m_parameters.scale[1]);
}

} // namespace fovea
