#include "model/edit/DistanceField.h"
#include "model/edit/StructureMask.h"
#include "model/edit/StructureOperations.h"

#include <cmath>

namespace fovea {

namespace {

/// The slices of a block across one axis.
class Slices {
public:
    Slices(const StructureMask& mask, const Vec3& spacingMm, int axis)
        : m_mask(mask)
        , m_spacing(spacingMm)
        , m_axis(axis)
        , m_size(mask.block.box.size())
        , m_sliceSize(m_size)
    {
        m_sliceSize[axis] = 1;
    }

    int count() const { return m_size[m_axis]; }

    std::size_t offsetInBlock(int slice, int a, int b) const
    {
        Index3 index{};
        index[m_axis] = slice;
        index[inner()] = a;
        index[outer()] = b;
        return (static_cast<std::size_t>(index[2]) * static_cast<std::size_t>(m_size[1]) +
                static_cast<std::size_t>(index[1])) *
                   static_cast<std::size_t>(m_size[0]) +
               static_cast<std::size_t>(index[0]);
    }

    bool has(int slice) const
    {
        bool any = false;
        each([&](std::size_t, int a, int b) {
            any = any || m_mask.inside[offsetInBlock(slice, a, b)] != 0;
        });
        return any;
    }

    /// Distance to the outline in mm, positive inside; the outline runs between voxel centres.
    std::vector<float> signedDistance(int slice) const
    {
        std::vector<std::uint8_t> in(sliceVoxels());
        std::vector<std::uint8_t> out(in.size());
        each([&](std::size_t n, int a, int b) {
            in[n] = m_mask.inside[offsetInBlock(slice, a, b)];
            out[n] = in[n] ? 0 : 1;
        });
        const std::vector<float> toIn = squaredDistances(in, m_sliceSize, m_spacing, {});
        const std::vector<float> toOut = squaredDistances(out, m_sliceSize, m_spacing, {});
        std::vector<float> distance(in.size());
        for (std::size_t n = 0; n < distance.size(); ++n)
            distance[n] = std::sqrt(toOut[n]) - std::sqrt(toIn[n]);
        return distance;
    }

    std::size_t sliceVoxels() const
    {
        return static_cast<std::size_t>(m_size[inner()]) *
               static_cast<std::size_t>(m_size[outer()]);
    }

    /// Positions of a slice in the order of signedDistance().
    template <typename Visit> void each(Visit visit) const
    {
        std::size_t n = 0;
        for (int b = 0; b < m_size[outer()]; ++b) {
            for (int a = 0; a < m_size[inner()]; ++a)
                visit(n++, a, b);
        }
    }

private:
    int inner() const { return m_axis == 0 ? 1 : 0; }
    int outer() const { return m_axis == 2 ? 1 : 2; }

    const StructureMask& m_mask;
    Vec3 m_spacing;
    int m_axis;
    Index3 m_size;
    Index3 m_sliceSize;
};

} // namespace

Result<LabelPatch> fillBetweenSlices(const LabelMap& map, const EditTarget& target, int axis,
                                     const Progress& progress)
{
    if (axis < 0 || axis > 2)
        return makeError(ErrorCode::BadOption, {"axis", "0, 1 or 2"});
    return guardedOperation([&]() -> Result<LabelPatch> {
        const auto mask = StructureMask::of(map, target, 0);
        if (!mask)
            return LabelPatch{};
        const Slices slices(*mask, map.geometry().spacingMm, axis);
        std::vector<std::uint8_t> wanted = mask->inside;
        int last = -1; // Slice with the structure.
        for (int slice = 0; slice < slices.count(); ++slice) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            progress.report(static_cast<double>(slice) / slices.count());
            if (!slices.has(slice))
                continue;
            if (last >= 0 && slice - last > 1) {
                const std::vector<float> below = slices.signedDistance(last);
                const std::vector<float> above = slices.signedDistance(slice);
                for (int between = last + 1; between < slice; ++between) {
                    const float weight =
                        static_cast<float>(between - last) / static_cast<float>(slice - last);
                    slices.each([&](std::size_t n, int a, int b) {
                        if (below[n] * (1 - weight) + above[n] * weight > 0)
                            wanted[slices.offsetInBlock(between, a, b)] = 1;
                    });
                }
            }
            last = slice;
        }
        return mask->patchTo(map, target, wanted);
    });
}

} // namespace fovea
