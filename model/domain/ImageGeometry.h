#pragma once

#include <array>
#include <cstddef>

namespace fovea {

using Vec3 = std::array<double, 3>;
using Index3 = std::array<int, 3>;

/// Where the voxels of a regular grid lie in the patient.
///
/// Index axes are (i, j, k); i runs fastest in memory. Patient coordinates are DICOM's LPS in
/// millimetres: +x to the patient's left, +y to posterior, +z to superior. Voxel centres sit at
/// integer indices. patient = origin + direction * (spacing ∘ index).
struct ImageGeometry {
    Index3 size{0, 0, 0};
    Vec3 spacingMm{1, 1, 1};
    Vec3 originMm{0, 0, 0};
    /// axes[a] is the unit vector (LPS) along which index axis a grows. Orthonormal; left-handed
    /// sets are allowed (a series stacked the other way).
    std::array<Vec3, 3> axes{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};

    std::size_t voxelCount() const;
    bool contains(Index3 index) const;
    /// Flat offset of a voxel inside the grid.
    std::size_t offset(Index3 index) const;

    Vec3 indexToPatient(Vec3 index) const;
    /// Continuous index; not clamped to the grid.
    Vec3 patientToIndex(Vec3 patientMm) const;
    /// Patient position of the middle of the grid.
    Vec3 centreMm() const;
    double voxelVolumeMm3() const;

    /// Same grid within tolerances that DICOM's rounded decimal strings need: every corner voxel
    /// within `toleranceMm`.
    bool sameGrid(const ImageGeometry& other, double toleranceMm = 0.01) const;

    bool operator==(const ImageGeometry&) const = default;
};

Vec3 operator+(const Vec3& a, const Vec3& b);
Vec3 operator-(const Vec3& a, const Vec3& b);
Vec3 operator*(const Vec3& a, double s);
double dot(const Vec3& a, const Vec3& b);
Vec3 cross(const Vec3& a, const Vec3& b);
double norm(const Vec3& a);

} // namespace fovea
