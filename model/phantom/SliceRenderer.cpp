#include "model/phantom/SliceRenderer.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr float GasHu = -985.0F;

} // namespace

SliceRenderer::SliceRenderer(const Chest& chest, const ChestFindings& findings,
                             const LungTree& tree, const ImageGeometry& geometry)
    : m_chest(chest)
    , m_findings(findings)
    , m_tree(tree)
    , m_geometry(geometry)
    , m_plane(chest.parameters(), geometry)
    , m_parenchyma(chest.parameters(), m_plane.pixelMm())
    , m_effects(chest.parameters(), geometry, m_plane.pixelMm())
    // A slice thicker than this averages what lies in it.
    , m_sublayers(std::clamp(static_cast<int>(std::ceil(geometry.spacingMm[2] / 2.5)), 1, 5))
{
}

template <typename F>
void SliceRenderer::forPixelsNear(const Workspace& w, const Point3& centre, float reachX,
                                  float reachY, float z, F&& f) const
{
    const PhantomPlane::Box box = m_plane.boxAround({centre[0], centre[1], z}, reachX, reachY);
    const auto width = static_cast<std::size_t>(m_geometry.size[0]);
    for (int j = box.j0; j < box.j1; ++j) {
        for (int i = box.i0; i < box.i1; ++i) {
            const std::size_t at =
                static_cast<std::size_t>(j) * width + static_cast<std::size_t>(i);
            f(at, Point3{w.x[at], w.y[at], z});
        }
    }
}

template <typename F>
void SliceRenderer::forPixelsOfTube(const Workspace& w, const Point3& from, const Point3& to,
                                    float reach, float z, F&& f) const
{
    if (z < std::min(from[2], to[2]) - reach || z > std::max(from[2], to[2]) + reach)
        return;
    const Point3 axis = subtract(to, from);
    const float length = dotProduct(axis, axis) + 1e-6F;
    const Point3 middle = along(from, 0.5F, axis);
    forPixelsNear(w, middle, 0.5F * std::abs(axis[0]) + reach, 0.5F * std::abs(axis[1]) + reach, z,
                  [&](std::size_t at, const Point3& p) {
                      const Point3 d = subtract(p, from);
                      const float t = std::clamp(dotProduct(d, axis) / length, 0.0F, 1.0F);
                      const Point3 away = along(d, -t, axis);
                      const float squared = dotProduct(away, away);
                      if (squared < reach * reach)
                          f(at, std::sqrt(squared), t, p);
                  });
}

float SliceRenderer::coverage(float beyond, float thick) const
{
    const float pixel = m_plane.pixelMm();
    return std::min(1.0F, thick / pixel) * std::clamp(0.5F - beyond / pixel, 0.0F, 1.0F);
}

void SliceRenderer::render(int k, Workspace& w, std::span<std::int16_t> hu,
                           std::span<std::uint16_t> labels) const
{
    const std::size_t count =
        static_cast<std::size_t>(m_geometry.size[0]) * static_cast<std::size_t>(m_geometry.size[1]);
    w.layer.resize(count);
    w.labels.resize(count);
    w.claims.resize(count);
    w.sum.assign(count, 0.0F);
    for (int n = 0; n < m_sublayers; ++n) {
        const float z = m_plane.height(k + (n + 0.5) / m_sublayers - 0.5);
        m_plane.locate(z, w.x, w.y);
        drawTissue(w, z);
        drawTubes(w, z);
        drawVessels(w, z);
        drawFoci(w, z);
        drawPlates(w, z);
        drawHoles(w, z);
        drawBronchi(w, z);
        drawSpots(w, z);
        for (std::size_t p = 0; p < count; ++p)
            w.sum[p] += w.layer[p];
        if (n == m_sublayers / 2) {
            labelClaimed(w);
            std::ranges::copy(w.labels, labels.begin());
        }
    }
    const float share = 1.0F / static_cast<float>(m_sublayers);
    for (float& v : w.sum)
        v *= share;
    m_effects.apply(k, m_plane.height(k), w.sum, labels, w.scan);
    for (std::size_t p = 0; p < count; ++p)
        hu[p] = static_cast<std::int16_t>(std::clamp(std::lround(w.sum[p]), -1024L, 3071L));
}

void SliceRenderer::drawTissue(Workspace& w, float z) const
{
    Chest::Plane plane = m_chest.plane(z);
    plane.fissureMm = std::max(0.7F, 0.5F * m_plane.pixelMm());
    for (std::size_t p = 0; p < w.layer.size(); ++p) {
        float wall = 0;
        const float x = w.x[p], y = w.y[p];
        const Tissue t = m_chest.at(plane, x, y, wall);
        w.labels[p] = t.label;
        w.claims[p] = t.claimedBy;
        w.layer[p] = ChestLabel::isLung(t.label) && t.hu < -300
                         ? m_parenchyma.at(t.hu, {x, y, z}, wall)
                         : t.hu;
    }
}

/// Last, so that nothing of the lung is drawn in the gas.
void SliceRenderer::labelClaimed(Workspace& w)
{
    for (std::size_t p = 0; p < w.labels.size(); ++p) {
        if (w.claims[p] != 0 && w.labels[p] == ChestLabel::Background && w.layer[p] < -900)
            w.labels[p] = w.claims[p];
    }
}

Tissue SliceRenderer::tubeTissue(const TubePiece& piece, float depth, float y) const
{
    const ChestParameters& c = m_chest.parameters();
    switch (piece.kind) {
    case TubeKind::Airway:
        return {depth > 0 ? GasHu : 20.0F, piece.label};
    case TubeKind::Artery:
        return {depth > 1.5F ? c.bloodHu : std::min(c.bloodHu, c.muscleHu), piece.label};
    case TubeKind::PulmonaryArtery:
        return {depth > 1 ? c.pulmonaryBloodHu : c.muscleHu, piece.label};
    case TubeKind::Vein:
        return {piece.label == ChestLabel::PulmonaryVein ? c.bloodHu : 0.85F * c.bloodHu + 8,
                piece.label};
    case TubeKind::Esophagus: {
        const bool air = c.patient.variants.esophagealAir && depth > 3.4F && y < piece.from[1] + 1;
        return {air ? GasHu : (depth > 5 ? 12.0F : c.muscleHu - 15), piece.label};
    }
    case TubeKind::Bone:
        return {depth < 2 ? 640.0F : c.marrowHu - 20, piece.label};
    case TubeKind::Lead:
        return {2900, piece.label};
    }
    return {};
}

void SliceRenderer::drawTubes(Workspace& w, float z) const
{
    const auto each = [&](float wall, auto&& paint) {
        for (const TubePiece& piece : m_chest.tubes()) {
            const float extra = wall < 0 ? piece.sleeveMm : wall;
            const float reach = std::max(piece.radiusFrom, piece.radiusTo) + extra;
            forPixelsOfTube(w, piece.from, piece.to, reach, z,
                            [&](std::size_t at, float distance, float t, const Point3& p) {
                                const float radius =
                                    piece.radiusFrom + t * (piece.radiusTo - piece.radiusFrom);
                                paint(piece, at, radius - distance, p);
                            });
        }
    };
    const float fat = m_chest.parameters().fatHu;
    each(-1, [&](const TubePiece& piece, std::size_t at, float depth, const Point3&) {
        if (depth > -piece.sleeveMm && ChestLabel::isLung(w.labels[at])) {
            w.layer[at] = fat;
            w.labels[at] = ChestLabel::Background;
        }
    });
    each(1.5F, [&](const TubePiece& piece, std::size_t at, float depth, const Point3& p) {
        const float wall = piece.kind == TubeKind::Airway ? 1.5F : 0.0F;
        if (depth < -wall)
            return;
        // Pieces of one tube overlap: the wall of one is not drawn into another's inside.
        const Tissue t = tubeTissue(piece, depth, p[1]);
        if (piece.kind == TubeKind::Airway && t.hu > GasHu && w.layer[at] == GasHu)
            return;
        const bool same = w.labels[at] == piece.label && piece.label != ChestLabel::Background;
        if (same && piece.kind != TubeKind::Airway && depth < 2)
            return;
        w.layer[at] = t.hu;
        w.labels[at] = t.label;
    });
}

void SliceRenderer::drawVessels(Workspace& w, float z) const
{
    const float half = 0.5F * m_plane.pixelMm();
    const float blood = std::min(m_chest.parameters().pulmonaryBloodHu, 180.0F);
    for (const VesselPiece& v : m_tree.vessels) {
        forPixelsOfTube(w, v.from, v.to, v.radius + half, z,
                        [&](std::size_t at, float distance, float, const Point3&) {
                            if (!ChestLabel::isLung(w.labels[at]))
                                return;
                            const float weight = coverage(distance - v.radius, 2 * v.radius);
                            w.layer[at] += weight * std::max(0.0F, blood - w.layer[at]);
                        });
    }
}

void SliceRenderer::drawBronchi(Workspace& w, float z) const
{
    const float half = 0.5F * m_plane.pixelMm();
    for (const BronchusPiece& b : m_tree.bronchi) {
        const float outer = b.lumen + b.wall;
        forPixelsOfTube(w, b.from, b.to, outer + half, z,
                        [&](std::size_t at, float distance, float, const Point3&) {
                            if (!ChestLabel::isLung(w.labels[at]))
                                return;
                            float& hu = w.layer[at];
                            hu += coverage(distance - outer, 2 * b.wall) * std::max(0.0F, 25 - hu);
                            hu += coverage(distance - b.lumen, 2 * b.lumen) * (GasHu - hu);
                        });
    }
}

void SliceRenderer::drawFoci(Workspace& w, float z) const
{
    const std::uint64_t seed = m_chest.parameters().seed + 13;
    for (const ChestFindings::Focus& focus : m_findings.foci) {
        const float size = std::max({focus.radii[0], focus.radii[1], focus.radii[2]});
        const float grow = 1 + focus.ragged + 0.5F * focus.softness;
        if (std::abs(z - focus.centre[2]) > focus.radii[2] * grow)
            continue;
        const float grain = std::max(2.5F, 0.3F * size);
        const float fade = std::max(focus.softness, m_plane.pixelMm() / size);
        forPixelsNear(w, focus.centre, focus.radii[0] * grow, focus.radii[1] * grow, z,
                      [&](std::size_t at, const Point3& p) {
                          if (!ChestLabel::isLung(w.labels[at]) ||
                              (focus.lobe != 0 && w.labels[at] != focus.lobe))
                              return;
                          float q = 0;
                          for (std::size_t n = 0; n < 3; ++n)
                              q += square((p[n] - focus.centre[n]) / focus.radii[n]);
                          const float r0 = std::sqrt(q);
                          if (r0 > grow)
                              return;
                          const float n =
                              valueNoise(seed, p[0] / grain, p[1] / grain, p[2] / grain);
                          const float r = r0 + focus.ragged * (0.5F - n) * 2;
                          const float weight = std::clamp((1 + 0.5F * fade - r) / fade, 0.0F, 1.0F);
                          float& hu = w.layer[at];
                          if (focus.additive)
                              hu = std::max(hu, std::min(hu + weight * focus.hu, -100.0F));
                          else
                              hu += weight * std::max(0.0F, focus.hu - hu);
                      });
    }
}

void SliceRenderer::drawPlates(Workspace& w, float z) const
{
    const std::uint64_t seed = m_chest.parameters().seed + 14;
    for (const ChestFindings::Plate& plate : m_findings.plates) {
        if (std::abs(z - plate.centre[2]) > plate.extent)
            continue;
        forPixelsNear(
            w, plate.centre, plate.extent, plate.extent, z, [&](std::size_t at, const Point3& p) {
                if (!ChestLabel::isLung(w.labels[at]) ||
                    (plate.lobe != 0 && w.labels[at] != plate.lobe))
                    return;
                const Point3 d = subtract(p, plate.centre);
                const float r = norm(d);
                if (r > plate.extent)
                    return;
                const float bend =
                    plate.wavyMm * (valueNoise(seed, p[0] / 14, p[1] / 14, p[2] / 14) - 0.5F);
                const float across = std::abs(dotProduct(d, plate.normal) + bend);
                const float half = plate.halfThickness * (1 - 0.6F * square(r / plate.extent));
                const float weight = coverage(across - half, 2 * half);
                w.layer[at] += weight * std::max(0.0F, plate.hu - w.layer[at]);
            });
    }
}

void SliceRenderer::drawHoles(Workspace& w, float z) const
{
    for (const ChestFindings::Hole& hole : m_findings.holes) {
        if (std::abs(z - hole.centre[2]) > hole.radius + 1)
            continue;
        forPixelsNear(w, hole.centre, hole.radius + 1, hole.radius + 1, z,
                      [&](std::size_t at, const Point3& p) {
                          if (!ChestLabel::isLung(w.labels[at]))
                              return;
                          const float beyond = norm(subtract(p, hole.centre)) - hole.radius;
                          float& hu = w.layer[at];
                          hu += coverage(beyond - 0.8F, 0.9F) * std::max(0.0F, -150 - hu);
                          hu += coverage(beyond, 2 * hole.radius) * (-985 - hu);
                      });
    }
}

void SliceRenderer::drawSpots(Workspace& w, float z) const
{
    const float half = 0.5F * m_plane.pixelMm();
    for (const ChestFindings::Spot& spot : m_findings.spots) {
        if (std::abs(z - spot.centre[2]) > spot.radius)
            continue;
        forPixelsNear(w, spot.centre, spot.radius + half, spot.radius + half, z,
                      [&](std::size_t at, const Point3& p) {
                          const float beyond = norm(subtract(p, spot.centre)) - spot.radius;
                          const float weight = coverage(beyond, 2 * spot.radius);
                          w.layer[at] += weight * std::max(0.0F, spot.hu - w.layer[at]);
                      });
    }
}

} // namespace fovea
