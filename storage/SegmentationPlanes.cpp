#include "storage/SegmentationPlanes.h"

#include "storage/FrameGroups.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

/// Steps and thickness, which most frames share: read once for as long as it is the same item.
class PlaneShape {
public:
    /// False where it says nothing, or nothing of use.
    bool read(DcmItem* orientation, DcmItem* measures, FramePlane& plane)
    {
        if (!orientation || !measures)
            return false;
        if (orientation != m_orientation || measures != m_measures) {
            const auto axes = orientationOf(elementAt(*orientation, DCM_ImageOrientationPatient));
            const auto spacing = numbersAt<2>(*measures, DCM_PixelSpacing);
            if (!axes || !spacing || !((*spacing)[0] > 0) || !((*spacing)[1] > 0))
                return false;
            m_shape.columnStepMm = (*axes)[0] * (*spacing)[1];
            m_shape.rowStepMm = (*axes)[1] * (*spacing)[0];
            m_shape.thicknessMm = numberAt(*measures, DCM_SpacingBetweenSlices).value_or(0);
            if (!(m_shape.thicknessMm > 0))
                m_shape.thicknessMm = numberAt(*measures, DCM_SliceThickness).value_or(0);
            m_orientation = orientation;
            m_measures = measures;
        }
        plane = m_shape;
        return true;
    }

private:
    DcmItem* m_orientation = nullptr;
    DcmItem* m_measures = nullptr;
    FramePlane m_shape;
};

} // namespace

std::optional<std::vector<FramePlane>> framePlanes(DcmDataset& data, int frames)
{
    const FrameGroups groups(data);
    std::vector<FramePlane> planes;
    PlaneShape shape;
    for (std::size_t f = 0; f < static_cast<std::size_t>(frames); ++f) {
        FramePlane plane;
        DcmItem* position = groups.group(f, DCM_PlanePositionSequence);
        if (!position || !shape.read(groups.group(f, DCM_PlaneOrientationSequence),
                                     groups.group(f, DCM_PixelMeasuresSequence), plane))
            return std::nullopt;
        const auto origin = numbersAt<3>(*position, DCM_ImagePositionPatient);
        if (!origin)
            return std::nullopt;
        plane.originMm = *origin;
        if (DcmItem* segment = groups.group(f, DCM_SegmentIdentificationSequence)) {
            const long number = integerAt(*segment, DCM_ReferencedSegmentNumber).value_or(0);
            if (number > 0 && number <= 65535)
                plane.segment = static_cast<std::uint16_t>(number);
        }
        planes.push_back(plane);
    }
    return planes;
}

ImageGeometry frameGeometry(const FramePlane& plane, int columns, int rows)
{
    ImageGeometry geometry;
    geometry.size = {columns, rows, 1};
    geometry.spacingMm = {norm(plane.columnStepMm), norm(plane.rowStepMm),
                          plane.thicknessMm > 0 ? plane.thicknessMm : 1.0};
    geometry.originMm = plane.originMm;
    geometry.axes[0] = plane.columnStepMm * (1.0 / geometry.spacingMm[0]);
    geometry.axes[1] = plane.rowStepMm * (1.0 / geometry.spacingMm[1]);
    geometry.axes[2] = cross(geometry.axes[0], geometry.axes[1]);
    return geometry;
}

ImageGeometry withStepOf(ImageGeometry frame, const ImageGeometry& volume)
{
    std::size_t along = 0;
    for (std::size_t a = 1; a < 3; ++a) {
        if (std::abs(dot(frame.axes[2], volume.axes[a])) >
            std::abs(dot(frame.axes[2], volume.axes[along])))
            along = a;
    }
    frame.spacingMm[2] = volume.spacingMm[along];
    return frame;
}

std::optional<FrameStack> frameStack(const std::vector<FramePlane>& planes, int columns, int rows)
{
    FrameStack stack;
    stack.geometry = frameGeometry(planes.front(), columns, rows);
    const Vec3 normal = stack.geometry.axes[2];
    std::vector<double> heights;
    for (const FramePlane& plane : planes) {
        if (norm(plane.columnStepMm - planes.front().columnStepMm) > 1e-3 ||
            norm(plane.rowStepMm - planes.front().rowStepMm) > 1e-3)
            return std::nullopt;
        heights.push_back(dot(plane.originMm, normal));
    }
    std::vector<double> sorted = heights;
    std::ranges::sort(sorted);
    double step = stack.geometry.spacingMm[2];
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const double gap = sorted[i] - sorted[i - 1];
        if (gap > 0.01)
            step = std::min(step, gap);
    }
    const double count = std::round((sorted.back() - sorted.front()) / step) + 1;
    if (!(count < 65536))
        return std::nullopt;
    const auto lowest =
        static_cast<std::size_t>(std::ranges::min_element(heights) - heights.begin());
    stack.geometry.originMm = planes[lowest].originMm;
    stack.geometry.spacingMm[2] = step;
    stack.geometry.size[2] = static_cast<int>(count);
    constexpr double evenPlace = 0.1; // Of the step; sideways, half a pixel.
    const double halfPixel =
        0.5 * std::min(stack.geometry.spacingMm[0], stack.geometry.spacingMm[1]);
    for (std::size_t f = 0; f < planes.size(); ++f) {
        const double place = (heights[f] - sorted.front()) / step;
        const Vec3 sideways =
            planes[f].originMm - planes[lowest].originMm - normal * (heights[f] - sorted.front());
        if (std::abs(place - std::round(place)) > evenPlace || norm(sideways) > halfPixel)
            return std::nullopt;
        stack.slices.push_back(static_cast<int>(std::lround(place)));
    }
    return stack;
}

} // namespace fovea
