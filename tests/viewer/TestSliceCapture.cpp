#include "tests/viewer/support/markerVolume.h"
#include "viewer/slice/SliceCapture.h"

#include <gtest/gtest.h>
#include <thread>

using namespace fovea;

namespace {

constexpr int pictureSide = 400;

/// A slice of a volume whose block lies left, in front and high.
SliceCapture captureOf(SliceOrientation orientation, const ImageGeometry& geometry, Index3 at)
{
    SliceCapture capture;
    capture.volume = test::markerVolume(geometry, at, 2);
    capture.orientation = orientation;
    capture.positionMm = geometry.indexToPatient({double(at[0]), double(at[1]), double(at[2])});
    capture.window = {0, 1000};
    capture.longestSide = pictureSide;
    return capture;
}

/// Middle of the pixels that `matches`, as shares of the picture; -1 where there is none.
template <typename Matches> QPointF middleOf(const QImage& image, Matches matches)
{
    QPointF sum;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (matches(image.pixelColor(x, y))) {
                sum += QPointF(x, y);
                ++count;
            }
        }
    }
    return count > 0 ? QPointF(sum.x() / count / image.width(), sum.y() / count / image.height())
                     : QPointF(-1, -1);
}

bool isWhite(const QColor& colour)
{
    return colour == Qt::white;
}

} // namespace

TEST(SliceCapture, ShowsEachPlaneFromItsSide)
{
    for (const test::GridCase& grid : test::gridCases()) {
        if (grid.name == "oblique")
            continue;
        SCOPED_TRACE(grid.name);
        const ImageGeometry& geometry = grid.geometry;
        // To the patient's left, in front, and high.
        const Vec3 wanted = geometry.centreMm() + Vec3{12, -12, 12};
        const Vec3 index = geometry.patientToIndex(wanted);
        const Index3 at{int(index[0] + 0.5), int(index[1] + 0.5), int(index[2] + 0.5)};
        const auto axial = captureSlice(captureOf(SliceOrientation::Axial, geometry, at));
        const QPointF inAxial = middleOf(axial.image, isWhite);
        EXPECT_GT(inAxial.x(), 0.55) << "the patient's left is on the right";
        EXPECT_LT(inAxial.y(), 0.45) << "anterior is at the top";
        const auto coronal = captureSlice(captureOf(SliceOrientation::Coronal, geometry, at));
        const QPointF inCoronal = middleOf(coronal.image, isWhite);
        EXPECT_GT(inCoronal.x(), 0.55);
        EXPECT_LT(inCoronal.y(), 0.45) << "the head is at the top";
        const auto sagittal = captureSlice(captureOf(SliceOrientation::Sagittal, geometry, at));
        const QPointF inSagittal = middleOf(sagittal.image, isWhite);
        EXPECT_LT(inSagittal.x(), 0.45) << "anterior is on the left";
        EXPECT_LT(inSagittal.y(), 0.45);
        EXPECT_EQ(std::max(axial.image.width(), axial.image.height()), pictureSide);
        // What a pixel measures is what two places in the picture are apart.
        const double widthMm = axial.mmPerPixel * axial.image.width();
        const auto [low, high] = extentMm(geometry, {1, 0, 0});
        EXPECT_GE(widthMm, high - low);
        EXPECT_GE(axial.slice, 1);
        EXPECT_LE(axial.slice, axial.slices);
    }
}

TEST(SliceCapture, DrawsLabelsAndMeasuresOfItsSliceAlone)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const Index3 at{20, 24, 18};
    SliceCapture capture = captureOf(SliceOrientation::Axial, geometry, at);
    const auto isRed = [](const QColor& colour) {
        return colour.red() > 200 && colour.green() < 60 && colour.blue() < 60;
    };
    const auto isCyan = [](const QColor& colour) { // The colour of measures.
        return colour.blue() > 200 && colour.green() > 180 && colour.red() < 130;
    };
    EXPECT_LT(middleOf(captureSlice(capture).image, isRed).x(), 0);
    EXPECT_LT(middleOf(captureSlice(capture).image, isCyan).x(), 0);

    capture.labels = test::markerLabels(geometry, at, 2, 1, "heart");
    capture.labelTable = {{}, {255, 0, 0, 255}};
    Measure measure;
    measure.uid = "one";
    measure.kind = MeasureKind::Length;
    measure.pointsMm = {geometry.indexToPatient({5, 8, 18}), geometry.indexToPatient({15, 8, 18})};
    capture.measures = {measure};
    CapturedSlice made;
    std::thread([&] { made = captureSlice(capture); }).join(); // Not the GUI thread.
    EXPECT_GT(middleOf(made.image, isRed).x(), 0);
    EXPECT_GT(middleOf(made.image, isCyan).x(), 0);

    for (Vec3& point : capture.measures[0].pointsMm)
        point = point + geometry.axes[2] * (3 * geometry.spacingMm[2]);
    EXPECT_LT(middleOf(captureSlice(capture).image, isCyan).x(), 0) << "of another slice";
}
