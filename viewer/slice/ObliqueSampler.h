#pragma once

#include "model/domain/Volume.h"
#include "viewer/slice/SliceRenderer.h"

#include <cstddef>

namespace fovea {

/// Samples lines of equal steps through a volume: the rows of pictures that do not follow the grid.
/// Column x of a line lies at the continuous index start + step * x. Looks at the volume, which
/// must outlive it; safe to use from several threads.
class ObliqueSampler {
public:
    /// Portable keeps to what every processor has; the values differ by rounding of the positions
    /// (below a ten-thousandth of a voxel).
    enum class Instructions { Best, Portable };

    ObliqueSampler(const Volume& volume, Interpolation interpolation,
                   Instructions instructions = Instructions::Best);

    struct Line {
        Vec3 start{};
        Vec3 step{};

        Vec3 at(int x) const { return start + step * x; }
    };
    struct Columns {
        int from = 0;
        int to = 0; ///< One behind the last; not above `from`: none.
    };

    /// The columns of [0, width) that lie in the volume. A voxel is as wide as the spacing: the
    /// outer half of the border voxels belongs to it.
    Columns inside(const Line& line, int width) const;
    /// HU of the columns, which inside() answered, into out[from] to out[to - 1]. Linear:
    /// trilinear, border voxels go on outwards; else that of the closest voxel.
    void sample(const Line& line, const Columns& columns, float* out) const;
    /// Where the closest voxels of the columns lie in the volume, in elements.
    void nearest(const Line& line, const Columns& columns, std::ptrdiff_t* out) const;

private:
    void sampleNearest(const Line& line, const Columns& columns, float* out) const;
    void sampleLinear(const Line& line, const Columns& columns, float* out) const;

    const Volume* m_volume;
    Interpolation m_interpolation;
    bool m_wide = false; ///< Eight columns at a time.
};

} // namespace fovea
