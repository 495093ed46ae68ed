#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/phantom/Chest.h"
#include "model/phantom/ChestFindings.h"
#include "model/phantom/LungTree.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fovea {

/// Turns a chest into one slice of CT at a time: tissue, vessels, findings, the thick slice's
/// average, the kernel's blur and noise. A slice depends on nothing but its index, so any number of
/// threads may each render other slices with their own Workspace.
class SliceRenderer {
public:
    /// Keeps references: the arguments outlive the renderer.
    SliceRenderer(const Chest& chest, const ChestFindings& findings,
                  const std::vector<VesselPiece>& vessels, const ImageGeometry& geometry);

    /// Buffers reused from slice to slice; one per thread.
    struct Workspace {
        std::vector<float> layer, sum, noise, scratch;
        std::vector<std::uint16_t> labels;
        Chest::Line line;
    };

    /// hu and labels have size[0] * size[1] values, i fastest.
    void render(int k, Workspace& workspace, std::span<std::int16_t> hu,
                std::span<std::uint16_t> labels) const;

private:
    float coordinate(int axis, double index) const;
    void drawTissue(Workspace& w, float z) const;
    void drawVessels(Workspace& w, float z) const;
    void drawFoci(Workspace& w, float z) const;
    void drawPlates(Workspace& w, float z) const;
    void drawPlaques(Workspace& w, float z) const;
    void addNoise(Workspace& w, int k) const;
    void blur(std::vector<float>& plane, std::vector<float>& scratch, float centre) const;
    float parenchyma(float hu, const Point3& p) const;

    /// Calls f(offset, position) for each pixel of the slice at z whose x, y lie within reach of a
    /// point.
    template <typename F>
    void forPixelsNear(const Point3& centre, float reachX, float reachY, float z, F&& f) const;

    const Chest& m_chest;
    const ChestFindings& m_findings;
    const std::vector<VesselPiece>& m_vessels;
    const ImageGeometry& m_geometry;
    std::vector<float> m_x; ///< Reference coordinates of columns and rows.
    std::vector<float> m_y;
    float m_pixel; ///< Pixel size in reference millimetres.
    int m_sublayers;
};

} // namespace fovea
