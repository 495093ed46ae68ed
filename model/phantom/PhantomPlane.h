#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/phantom/ChestParameters.h"
#include "model/phantom/Geometry.h"

#include <cstddef>
#include <vector>

namespace fovea {

/// Where the pixels of axial planes lie in the reference adult: the patient is scaled, shifted,
/// turned about z, and its shapes wander smoothly by a few millimetres so that nothing is a perfect
/// ellipse. Immutable; keeps a reference to the geometry.
class PhantomPlane {
public:
    PhantomPlane(const ChestParameters& parameters, const ImageGeometry& geometry);

    /// Reference z of slice k; fractions lie between slices.
    float height(double k) const;
    /// Pixel size in reference millimetres.
    float pixelMm() const { return m_pixelMm; }

    /// Reference x and y of every pixel at reference height z, i fastest.
    void locate(float z, std::vector<float>& x, std::vector<float>& y) const;

    /// Columns [i0, i1) and rows [j0, j1) that hold every pixel within reach of a point.
    struct Box {
        int i0, i1, j0, j1;
    };
    Box boxAround(const Point3& centre, float reachX, float reachY) const;

private:
    struct Offset {
        float x, y;
    };
    Offset warp(float x, float y, float z) const;

    ChestParameters m_parameters;
    const ImageGeometry& m_geometry;
    float m_pixelMm = 1;
    float m_cos = 1, m_sin = 0;
};

} // namespace fovea
