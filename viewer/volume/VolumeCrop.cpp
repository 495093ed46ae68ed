#include "viewer/volume/VolumeCrop.h"

#include <algorithm>

namespace fovea {

namespace {

PatientBox filledBy(const ImageGeometry& geometry, const Index3& low, const Index3& high)
{
    PatientBox box;
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 index{};
        for (int a = 0; a < 3; ++a)
            index[a] = (corner >> a & 1) != 0 ? high[a] + 0.5 : low[a] - 0.5;
        const Vec3 at = geometry.indexToPatient(index);
        for (int a = 0; a < 3; ++a) {
            box.lowMm[a] = corner == 0 ? at[a] : std::min(box.lowMm[a], at[a]);
            box.highMm[a] = corner == 0 ? at[a] : std::max(box.highMm[a], at[a]);
        }
    }
    return box;
}

} // namespace

std::vector<HalfSpace> VolumeCrop::halfSpaces(const Vec3& cursorMm, const PlaneFrame& frame) const
{
    std::vector<HalfSpace> kept;
    if (plane) {
        const Vec3& next = frame.axes(plane->plane).next;
        kept.push_back({cursorMm, plane->keepsNext ? next : next * -1});
    }
    if (box) {
        for (int a = 0; a < 3; ++a) {
            Vec3 axis{0, 0, 0};
            axis[a] = 1;
            kept.push_back({box->lowMm, axis});
            kept.push_back({box->highMm, axis * -1});
        }
    }
    return kept;
}

PatientBox boxOf(const ImageGeometry& geometry)
{
    return filledBy(geometry, {0, 0, 0},
                    {geometry.size[0] - 1, geometry.size[1] - 1, geometry.size[2] - 1});
}

PatientBox boxAround(const ImageGeometry& geometry, const Index3& low, const Index3& high,
                     double marginMm)
{
    PatientBox box = filledBy(geometry, low, high);
    const PatientBox whole = boxOf(geometry);
    for (int a = 0; a < 3; ++a) {
        box.lowMm[a] = std::max(box.lowMm[a] - marginMm, whole.lowMm[a]);
        box.highMm[a] = std::min(box.highMm[a] + marginMm, whole.highMm[a]);
    }
    return box;
}

PatientBox united(const PatientBox& a, const PatientBox& b)
{
    PatientBox box;
    for (int n = 0; n < 3; ++n) {
        box.lowMm[n] = std::min(a.lowMm[n], b.lowMm[n]);
        box.highMm[n] = std::max(a.highMm[n], b.highMm[n]);
    }
    return box;
}

} // namespace fovea
