#pragma once

#include "viewer/slice/SliceRenderer.h"

#include <array>
#include <cstddef>
#include <vector>

namespace fovea {

/// Index-space walk over a picture: index = base + x * stepX + y * stepY.
struct Walk {
    Vec3 base{};
    Vec3 stepX{};
    Vec3 stepY{};

    Vec3 at(int x, int y) const { return base + stepX * x + stepY * y; }
};

/// The grid axes a plane runs along: image x along one, image y along another.
struct GridAxes {
    int x = 0;
    int y = 1;
    int through = 2;
};

/// Where one picture column or row samples along its grid axis.
struct Tap {
    std::ptrdiff_t low = 0; ///< Offsets into the voxels, in elements.
    std::ptrdiff_t high = 0;
    std::ptrdiff_t nearest = 0;
    float weight = 0; ///< Of `high`.
    bool inside = false;
};

/// Taps for `count` pixels from continuous index `base` on, `step` voxels apart, along an axis of
/// `size` voxels that lie `stride` elements apart.
std::vector<Tap> makeTaps(double base, double step, int count, int size, std::ptrdiff_t stride,
                          Interpolation interpolation);

/// Where the pixels of a requested picture lie in the grid of its volume. Looks at the request's
/// volume, which must outlive it; safe to read from several threads.
class SliceSampling {
public:
    explicit SliceSampling(const SliceRequest& request);

    const ImageGeometry& geometry() const { return *m_geometry; }
    /// True where the plane follows the grid so closely that, over the whole picture, no sample
    /// drifts by more than a twentieth of a voxel: rounded direction cosines must not cost the fast
    /// path. What follows up to rows() is of such planes alone.
    bool isAligned() const { return m_aligned; }
    const GridAxes& axes() const { return m_axes; }
    /// Continuous index of the plane along axes().through.
    double depth() const { return m_depth; }
    bool depthInside() const { return m_depthInside; }
    /// Of the slice closest to the plane, in elements.
    std::ptrdiff_t depthOffset() const { return m_depthOffset; }
    const std::vector<Tap>& columns() const { return m_columns; }
    const std::vector<Tap>& rows() const { return m_rows; }
    /// Taps into a raster of other strides along the grid axes of the picture.
    std::vector<Tap> columnsWithStride(std::ptrdiff_t stride) const;
    std::vector<Tap> rowsWithStride(std::ptrdiff_t stride) const;

    Vec3 indexAt(int x, int y) const { return m_walk.at(x, y); }
    /// From one column to the next, in index space.
    const Vec3& stepX() const { return m_walk.stepX; }
    const std::array<std::ptrdiff_t, 3>& strides() const { return m_strides; }

private:
    const ImageGeometry* m_geometry;
    int m_width;
    int m_height;
    Interpolation m_interpolation;
    Walk m_walk;
    std::array<std::ptrdiff_t, 3> m_strides;
    bool m_aligned = false;
    GridAxes m_axes;
    double m_depth = 0;
    bool m_depthInside = false;
    std::ptrdiff_t m_depthOffset = 0;
    std::vector<Tap> m_columns;
    std::vector<Tap> m_rows;
};

} // namespace fovea
