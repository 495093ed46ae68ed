#pragma once

#include "model/phantom/Phantom.h"
#include "model/phantom/PhantomSource.h"

#include <algorithm>
#include <string_view>

namespace fovea::test {

inline bool hasFinding(const Phantom& phantom, std::string_view id)
{
    return std::ranges::any_of(phantom.findings,
                               [id](const PhantomFinding& f) { return f.findingId == id; });
}

/// Millilitres of an anatomy.
inline double volumeOf(const Phantom& phantom, std::string_view anatomyId)
{
    std::size_t voxels = 0;
    for (const Structure& s : phantom.labels->structures()) {
        if (s.anatomyId == anatomyId)
            voxels += s.voxelCount;
    }
    return static_cast<double>(voxels) * phantom.volume->geometry().voxelVolumeMm3() / 1000.0;
}

/// Patient position (LPS, mm) of the middle of an anatomy's voxels.
inline Vec3 centroidOf(const Phantom& phantom, std::string_view anatomyId)
{
    const ImageGeometry& g = phantom.volume->geometry();
    Vec3 sum{0, 0, 0};
    double count = 0;
    std::size_t at = 0;
    for (int k = 0; k < g.size[2]; ++k) {
        for (int j = 0; j < g.size[1]; ++j) {
            for (int i = 0; i < g.size[0]; ++i, ++at) {
                const Structure* s = phantom.labels->structure(phantom.labels->labels()[at]);
                if (s == nullptr || s->anatomyId != anatomyId)
                    continue;
                sum = sum + g.indexToPatient({double(i), double(j), double(k)});
                ++count;
            }
        }
    }
    return sum * (1 / count);
}

} // namespace fovea::test
