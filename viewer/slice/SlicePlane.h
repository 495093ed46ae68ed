#pragma once

#include "model/domain/ImageGeometry.h"

#include <string>
#include <utility>

namespace fovea {

/// The three standard planes of the patient.
enum class SliceOrientation { Axial, Coronal, Sagittal };

/// A raster in patient space: pixel (x, y) has its centre at origin + (right*x +
/// down*y)*mmPerPixel.
struct SlicePlane {
    Vec3 originMm{0, 0, 0}; ///< Centre of the pixel at the image's top left; LPS.
    Vec3 right{1, 0, 0};    ///< Unit vector, LPS.
    Vec3 down{0, 1, 0};     ///< Unit vector, LPS, at right angles to right.
    double mmPerPixel = 1.0;

    Vec3 pixelToPatient(double x, double y) const;
};

/// The directions of a standard plane, in radiological convention: the patient's right is on the
/// image's left, anterior is on a sagittal image's left, the head is up.
struct SliceAxes {
    Vec3 right;
    Vec3 down;
    Vec3 next; ///< Along the normal, the way one reads: to the feet, to posterior, to the left.

    bool operator==(const SliceAxes&) const = default;
};
SliceAxes sliceAxes(SliceOrientation orientation);

/// The patient directions that a direction points to, largest part first: "L", "PS", "ALS".
/// Parts below 0.1 (six degrees) are left out.
std::string orientationLetters(const Vec3& direction);

/// What stands at the edges of a picture: the patient directions that they lie in.
struct EdgeLetters {
    std::string left;
    std::string right;
    std::string top;
    std::string bottom;
};
EdgeLetters edgeLetters(const SliceAxes& axes);

/// Spacing of the grid axis that lies closest to the direction: one slice further, in mm.
double sliceStepMm(const ImageGeometry& geometry, const Vec3& direction);

/// Range of dot(direction, patient position) over the centres of the grid's voxels, in mm.
std::pair<double, double> extentMm(const ImageGeometry& geometry, const Vec3& direction);

/// The position, moved in the plane of `axes` only, to within the grid's extent along its right and
/// down.
Vec3 movedInside(const ImageGeometry& geometry, const SliceAxes& axes, const Vec3& positionMm);

} // namespace fovea
