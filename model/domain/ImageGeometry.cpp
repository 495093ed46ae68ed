#include "model/domain/ImageGeometry.h"

#include <cmath>

namespace fovea {

Vec3 operator+(const Vec3& a, const Vec3& b)
{
    return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}

Vec3 operator-(const Vec3& a, const Vec3& b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

Vec3 operator*(const Vec3& a, double s)
{
    return {a[0] * s, a[1] * s, a[2] * s};
}

double dot(const Vec3& a, const Vec3& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vec3 cross(const Vec3& a, const Vec3& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double norm(const Vec3& a)
{
    return std::sqrt(dot(a, a));
}

std::size_t ImageGeometry::voxelCount() const
{
    return static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) *
           static_cast<std::size_t>(size[2]);
}

bool ImageGeometry::contains(Index3 index) const
{
    for (int a = 0; a < 3; ++a) {
        if (index[a] < 0 || index[a] >= size[a])
            return false;
    }
    return true;
}

std::size_t ImageGeometry::offset(Index3 index) const
{
    return (static_cast<std::size_t>(index[2]) * static_cast<std::size_t>(size[1]) +
            static_cast<std::size_t>(index[1])) *
               static_cast<std::size_t>(size[0]) +
           static_cast<std::size_t>(index[0]);
}

Vec3 ImageGeometry::indexToPatient(Vec3 index) const
{
    Vec3 p = originMm;
    for (int a = 0; a < 3; ++a)
        p = p + axes[a] * (spacingMm[a] * index[a]);
    return p;
}

Vec3 ImageGeometry::patientToIndex(Vec3 patientMm) const
{
    const Vec3 d = patientMm - originMm;
    return {dot(d, axes[0]) / spacingMm[0], dot(d, axes[1]) / spacingMm[1],
            dot(d, axes[2]) / spacingMm[2]};
}

Vec3 ImageGeometry::centreMm() const
{
    return indexToPatient({(size[0] - 1) / 2.0, (size[1] - 1) / 2.0, (size[2] - 1) / 2.0});
}

double ImageGeometry::voxelVolumeMm3() const
{
    return spacingMm[0] * spacingMm[1] * spacingMm[2];
}

bool ImageGeometry::sameGrid(const ImageGeometry& other, double toleranceMm) const
{
    if (size != other.size)
        return false;
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 index{};
        for (int a = 0; a < 3; ++a)
            index[a] = (corner >> a & 1) ? size[a] - 1 : 0;
        if (norm(indexToPatient(index) - other.indexToPatient(index)) > toleranceMm)
            return false;
    }
    return true;
}

} // namespace fovea
