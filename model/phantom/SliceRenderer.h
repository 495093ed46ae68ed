#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/phantom/Chest.h"
#include "model/phantom/ChestFindings.h"
#include "model/phantom/LungTree.h"
#include "model/phantom/Parenchyma.h"
#include "model/phantom/PhantomPlane.h"
#include "model/phantom/ScanEffects.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fovea {

/// Turns a chest into one slice of CT at a time: tissue, tubes, vessels, findings, the thick
/// slice's average, the scanner's effects. A slice depends on nothing but its index, so any number
/// of threads may each render other slices with their own Workspace.
class SliceRenderer {
public:
    /// Keeps references: the arguments outlive the renderer.
    SliceRenderer(const Chest& chest, const ChestFindings& findings, const LungTree& tree,
                  const ImageGeometry& geometry);

    /// Buffers reused from slice to slice; one per thread.
    struct Workspace {
        std::vector<float> x, y; ///< Reference position of each pixel.
        std::vector<float> layer, sum;
        std::vector<std::uint16_t> labels;
        std::vector<std::uint16_t> claims; ///< Lobes that gas beside them is given to.
        ScanEffects::Buffers scan;
    };

    /// hu and labels have size[0] * size[1] values, i fastest.
    void render(int k, Workspace& workspace, std::span<std::int16_t> hu,
                std::span<std::uint16_t> labels) const;

private:
    void drawTissue(Workspace& w, float z) const;
    void drawTubes(Workspace& w, float z) const;
    void drawVessels(Workspace& w, float z) const;
    void drawFoci(Workspace& w, float z) const;
    void drawPlates(Workspace& w, float z) const;
    void drawHoles(Workspace& w, float z) const;
    void drawBronchi(Workspace& w, float z) const;
    void drawSpots(Workspace& w, float z) const;
    static void labelClaimed(Workspace& w);
    Tissue tubeTissue(const TubePiece& piece, float depth, float y) const;

    /// The part of a pixel that something covers whose border is `beyond` mm inside of the pixel's
    /// middle (negative: it holds the middle), where what is drawn is `thick` mm thick.
    float coverage(float beyond, float thick) const;
    /// Calls f(offset, position) for each pixel of the slice at z whose x, y may lie within reach
    /// of a point.
    template <typename F>
    void forPixelsNear(const Workspace& w, const Point3& centre, float reachX, float reachY,
                       float z, F&& f) const;
    /// The same for a capsule, with the distance from its axis and the fraction along it.
    template <typename F>
    void forPixelsOfTube(const Workspace& w, const Point3& from, const Point3& to, float reach,
                         float z, F&& f) const;

    const Chest& m_chest;
    const ChestFindings& m_findings;
    const LungTree& m_tree;
    const ImageGeometry& m_geometry;
    PhantomPlane m_plane;
    Parenchyma m_parenchyma;
    ScanEffects m_effects;
    int m_sublayers;
};

} // namespace fovea
