#include "tests/viewer/support/markerVolume.h"
#include "tests/viewer/support/sliceEvents.h"
#include "tests/viewer/support/slicePicture.h"
#include "viewer/slice/PlaneLines.h"

#include <QLineF>

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <memory>
#include <numbers>

namespace fovea {
namespace {

constexpr std::array orientations{SliceOrientation::Axial, SliceOrientation::Coronal,
                                  SliceOrientation::Sagittal};
constexpr double degree = std::numbers::pi / 180;

double det(const SliceAxes& axes)
{
    return dot(cross(axes.right, axes.down), axes.next);
}

void expectProper(const PlaneFrame& frame)
{
    for (const SliceOrientation o : orientations) {
        const SliceAxes& axes = frame.axes(o);
        EXPECT_NEAR(norm(axes.right), 1, 1e-12);
        EXPECT_NEAR(norm(axes.down), 1, 1e-12);
        EXPECT_NEAR(dot(axes.right, axes.down), 0, 1e-12);
        EXPECT_NEAR(det(axes), det(sliceAxes(o)), 1e-9) << "never mirrored";
        for (const SliceOrientation other : orientations) {
            if (other != o) {
                EXPECT_NEAR(dot(axes.next, frame.axes(other).next), 0, 1e-12);
            }
        }
    }
}

TEST(PlaneFrame, staysOrthonormalAndNeverMirrors)
{
    PlaneFrame frame;
    EXPECT_TRUE(frame.isStandard());
    expectProper(frame);
    for (int n = 0; n < 3000; ++n)
        frame = frame.turned(orientations[static_cast<std::size_t>(n % 3)], 0.37 * (n % 7) - 1);
    expectProper(frame);
    EXPECT_FALSE(frame.isStandard());
}

TEST(PlaneFrame, theFixedPlaneStandsStill)
{
    const PlaneFrame standard;
    const PlaneFrame frame = standard.turned(SliceOrientation::Axial, 30 * degree);
    EXPECT_EQ(frame.axes(SliceOrientation::Axial), standard.axes(SliceOrientation::Axial));
    EXPECT_TRUE(frame.isStandard(SliceOrientation::Axial));
    EXPECT_FALSE(frame.isStandard(SliceOrientation::Coronal));
    // Right-handed about "to the feet": the coronal plane's left end comes forward... and its
    // normal, which went to posterior, now leans to the left.
    const Vec3 next = frame.axes(SliceOrientation::Coronal).next;
    EXPECT_NEAR(next[0], 0.5, 1e-12);
    EXPECT_NEAR(next[1], std::sqrt(0.75), 1e-12);
    const PlaneFrame back = frame.turned(SliceOrientation::Axial, -30 * degree);
    EXPECT_TRUE(back.isStandard());
}

TEST(PlaneFrame, facesANormal)
{
    const PlaneFrame standard;
    for (const SliceOrientation o : orientations) {
        const SliceAxes axes = standard.axes(o);
        EXPECT_EQ(PlaneFrame::facing(axes.next), standard);
        EXPECT_EQ(PlaneFrame::facing(axes.next * -1), standard) << "a plane has two sides";
        EXPECT_EQ(standard.closestTo(axes.next * -1), o);
        // Any plane comes back as it was turned to, whatever its picture was turned to.
        for (const double angle : {12.0, -31.0, 44.0}) {
            PlaneFrame turned = standard;
            for (const SliceOrientation fixed : orientations)
                turned = turned.turned(fixed, angle * degree / 3);
            const Vec3 normal = turned.axes(o).next;
            const PlaneFrame facing = PlaneFrame::facing(normal);
            expectProper(facing);
            EXPECT_EQ(facing.closestTo(normal), o);
            EXPECT_NEAR(dot(facing.axes(o).next, normal), 1, 1e-12);
        }
    }
    // As little as can be: about the one axis that was turned about.
    const PlaneFrame tilted = standard.turned(SliceOrientation::Sagittal, 20 * degree);
    const PlaneFrame facing = PlaneFrame::facing(tilted.axes(SliceOrientation::Axial).next);
    for (const SliceOrientation o : orientations)
        EXPECT_NEAR(dot(facing.axes(o).right, tilted.axes(o).right), 1, 1e-12);
}

class Oblique : public ::testing::Test {
protected:
    void show(const ImageGeometry& geometry)
    {
        m_state.show(test::markerVolume(geometry, test::offMiddle, 1));
        m_state.window.set({0, 2000});
        m_at = geometry.indexToPatient({29, 11, 25});
        m_state.cursorMm.set(m_at);
        for (const SliceOrientation o : orientations) {
            auto& view = m_views[static_cast<std::size_t>(o)];
            view = std::make_unique<SliceWidget>(m_state, o);
            view->setFocusPolicy(Qt::NoFocus); // Its frame would be bright, too.
            view->resize(400, 360);
            view->show();
        }
        QApplication::processEvents();
    }
    SliceWidget& view(SliceOrientation o) { return *m_views[static_cast<std::size_t>(o)]; }
    PlaneLines linesIn(SliceOrientation o) { return view(o).lines(); }
    PlaneLine lineOf(SliceOrientation in, SliceOrientation plane)
    {
        const PlaneLines both = linesIn(in);
        for (const PlaneLine& line : both.lines()) {
            if (line.plane == plane)
                return line;
        }
        return {};
    }

    ViewState m_state;
    Vec3 m_at{};
    std::array<std::unique_ptr<SliceWidget>, 3> m_views;
};

TEST_F(Oblique, leftStaysLeftAndTheCursorLiesOnAllPlanes)
{
    const PlaneFrame single = PlaneFrame().turned(SliceOrientation::Axial, 33 * degree);
    const PlaneFrame twice = single.turned(SliceOrientation::Coronal, -25 * degree)
                                 .turned(SliceOrientation::Sagittal, 70 * degree);
    const auto& directions = test::letterDirections();
    for (const auto& [name, geometry] : test::gridCases()) {
        show(geometry);
        m_state.crosshairVisible.set(false);
        m_state.annotationsVisible.set(false);
        for (const PlaneFrame& frame : {single, twice}) {
            m_state.frame.set(frame);
            for (const SliceOrientation o : orientations) {
                SliceWidget& slice = view(o);
                for (const PictureTurn& turn :
                     {PictureTurn(), PictureTurn().flippedHorizontally().rotatedClockwise()})
                {
                    slice.setTurn(turn);
                    EXPECT_EQ(slice.axes(), turn.applied(frame.axes(o)));
                    EXPECT_NEAR(norm(slice.toPatient(slice.toWidget(m_at)) - m_at), 0, 1e-9)
                        << name << ": the cursor lies in every plane";
                    const QPointF spot = test::brightSpot(slice.grab().toImage());
                    EXPECT_NEAR(spot.x(), slice.toWidget(m_at).x(), 2) << name;
                    EXPECT_NEAR(spot.y(), slice.toWidget(m_at).y(), 2) << name;
                    EXPECT_EQ(slice.probe(spot).hu, 1000) << name;

                    // Half the picture towards an edge lies in the direction that stands there,
                    // most of all in that of the first letter.
                    const EdgeLetters letters = edgeLetters(slice.axes());
                    const auto expectEdge = [&](const std::string& edge, const QPointF& towards) {
                        ASSERT_FALSE(edge.empty());
                        const Vec3 way = slice.toPatient(spot + towards) - slice.toPatient(spot);
                        for (const auto& [letter, direction] : directions)
                            EXPECT_LE(dot(way, direction), dot(way, directions.at(edge[0])) + 1e-9)
                                << edge << letter;
                    };
                    expectEdge(letters.right, {60, 0});
                    expectEdge(letters.left, {-60, 0});
                    expectEdge(letters.top, {0, -60});
                    expectEdge(letters.bottom, {0, 60});
                    for (const QPointF& p : {QPointF(3, 350), QPointF(301.25, 77.5)}) {
                        const QPointF back = slice.toWidget(slice.toPatient(p));
                        EXPECT_NEAR(back.x(), p.x(), 1e-6);
                        EXPECT_NEAR(back.y(), p.y(), 1e-6);
                    }
                    const Vec3 a = slice.toPatient({50, 60});
                    const Vec3 b = slice.toPatient({170, 220});
                    EXPECT_NEAR(norm(b - a), 200 * slice.mmPerPixel(), 1e-9) << "true lengths";
                }
                slice.setTurn({});
            }
        }
        m_state.frame.set({});
    }
}

TEST_F(Oblique, draggingNearAnEndTurnsTheOtherPlanes)
{
    show(test::gridCases().front().geometry);
    const std::array before{view(SliceOrientation::Coronal).toWidget(m_at),
                            view(SliceOrientation::Sagittal).toWidget(m_at)};
    for (const bool flipped : {false, true}) {
        m_state.frame.set({});
        view(SliceOrientation::Axial)
            .setTurn(flipped ? PictureTurn().flippedHorizontally() : PictureTurn());
        const QPointF c = view(SliceOrientation::Axial).toWidget(m_at);
        // The coronal plane's line lies level; one of its grips goes down by 20 degrees.
        const PlaneLine line = lineOf(SliceOrientation::Axial, SliceOrientation::Coronal);
        const auto grips = linesIn(SliceOrientation::Axial).turnGrips(line);
        ASSERT_EQ(grips.size(), 2U);
        const QPointF grip = grips.front();
        const double length = QLineF(c, grip).length();
        const QPointF arm = (grip - c) / length;
        ASSERT_NEAR(std::abs(arm.x()), 1, 1e-9);
        const QPointF target =
            c + (arm * std::cos(20 * degree) + QPointF(0, 1) * std::sin(20 * degree)) * length;
        test::drag(view(SliceOrientation::Axial), grip, target, Qt::LeftButton);

        EXPECT_NEAR(norm(m_state.cursorMm.get() - m_at), 0, 1e-9) << "turned about the cursor";
        const PlaneFrame& frame = m_state.frame.get();
        EXPECT_TRUE(frame.isStandard(SliceOrientation::Axial));
        EXPECT_NEAR(dot(frame.axes(SliceOrientation::Coronal).next, {0, 1, 0}),
                    std::cos(20 * degree), 1e-9);
        EXPECT_NEAR(dot(frame.axes(SliceOrientation::Sagittal).next, {1, 0, 0}),
                    std::cos(20 * degree), 1e-9);
        // The line is where the pointer is: so is the plane.
        const auto hit = linesIn(SliceOrientation::Axial).hit(target);
        ASSERT_TRUE(hit.has_value());
        EXPECT_EQ(hit->line.plane, SliceOrientation::Coronal);
        const Vec3 under = view(SliceOrientation::Axial).toPatient(target);
        EXPECT_NEAR(dot(under - m_at, frame.axes(SliceOrientation::Coronal).next), 0, 1e-9);
        // Nothing jumps in the views that turned.
        EXPECT_NEAR(QLineF(view(SliceOrientation::Coronal).toWidget(m_at), before[0]).length(), 0,
                    1e-6);
        EXPECT_NEAR(QLineF(view(SliceOrientation::Sagittal).toWidget(m_at), before[1]).length(), 0,
                    1e-6);
        EXPECT_EQ(edgeLetters(view(SliceOrientation::Coronal).axes()).right.size(), 2U);
    }
}

TEST_F(Oblique, draggingTheMiddleShiftsItsPlane)
{
    show(test::gridCases().front().geometry);
    m_state.frame.set(PlaneFrame().turned(SliceOrientation::Axial, 15 * degree));
    const Vec3 normal = m_state.frame.get().axes(SliceOrientation::Coronal).next;
    const PlaneLine line = lineOf(SliceOrientation::Axial, SliceOrientation::Coronal);
    const double half = std::abs(line.from) > line.to ? line.from : line.to;
    const QPointF press = linesIn(SliceOrientation::Axial).pointOn(line, half * 0.4);
    const PlaneFrame frame = m_state.frame.get();
    test::drag(view(SliceOrientation::Axial), press, press + QPointF(7, 20), Qt::LeftButton);
    const Vec3 moved = m_state.cursorMm.get() - m_at;
    EXPECT_GT(norm(moved), 1);
    EXPECT_NEAR(norm(moved - normal * dot(moved, normal)), 0, 1e-9) << "along its normal only";
    EXPECT_EQ(m_state.frame.get(), frame);
    // The line went along with the pointer.
    const auto hit = linesIn(SliceOrientation::Axial).hit(press + QPointF(7, 20));
    ASSERT_TRUE(hit.has_value());
    EXPECT_EQ(hit->line.plane, SliceOrientation::Coronal);
}

TEST_F(Oblique, aClickOnALineSetsTheCursorThere)
{
    show(test::gridCases().front().geometry);
    const PlaneLine line = lineOf(SliceOrientation::Axial, SliceOrientation::Coronal);
    const QPointF press = linesIn(SliceOrientation::Axial).pointOn(line, line.to * 0.7);
    const Vec3 there = view(SliceOrientation::Axial).toPatient(press);
    test::mouse(view(SliceOrientation::Axial), QEvent::MouseButtonPress, press, Qt::LeftButton);
    test::mouse(view(SliceOrientation::Axial), QEvent::MouseButtonRelease, press, Qt::LeftButton);
    EXPECT_TRUE(m_state.frame.get().isStandard());
    EXPECT_NEAR(norm(m_state.cursorMm.get() - there), 0, 1e-9);
}

TEST_F(Oblique, hiddenLinesAreNotDragged)
{
    show(test::gridCases().front().geometry);
    const PlaneLine line = lineOf(SliceOrientation::Axial, SliceOrientation::Coronal);
    const QPointF press = linesIn(SliceOrientation::Axial).pointOn(line, line.to * 0.8);
    m_state.crosshairVisible.set(false);
    test::drag(view(SliceOrientation::Axial), press, press + QPointF(0, 40), Qt::LeftButton);
    EXPECT_TRUE(m_state.frame.get().isStandard());
    m_state.crosshairVisible.set(true);
    m_state.mouseMode.set(MouseMode::Pan);
    const PlaneLine now = lineOf(SliceOrientation::Axial, SliceOrientation::Coronal);
    const QPointF again = linesIn(SliceOrientation::Axial).pointOn(now, now.to * 0.8);
    test::drag(view(SliceOrientation::Axial), again, again + QPointF(0, 40), Qt::LeftButton);
    EXPECT_TRUE(m_state.frame.get().isStandard());
}

TEST_F(Oblique, scrollsAlongItsOwnNormalAndShowsGrips)
{
    show(test::gridCases().front().geometry);
    m_state.frame.set(PlaneFrame().turned(SliceOrientation::Sagittal, 40 * degree));
    const Vec3 next = m_state.frame.get().axes(SliceOrientation::Axial).next;
    SliceWidget& axial = view(SliceOrientation::Axial);
    axial.scroll(1);
    const Vec3 before = m_state.cursorMm.get();
    axial.scroll(1);
    const Vec3 moved = m_state.cursorMm.get() - before;
    EXPECT_NEAR(norm(moved), sliceStepMm(m_state.volume.get()->geometry(), next), 1e-9);
    EXPECT_NEAR(dot(moved, next), norm(moved), 1e-9);

    axial.grab();
    const QImage bare = axial.grab().toImage();
    const PlaneLine line = lineOf(SliceOrientation::Axial, SliceOrientation::Coronal);
    const QPointF on = linesIn(SliceOrientation::Axial).pointOn(line, line.to * 0.4);
    test::mouse(axial, QEvent::MouseMove, on, Qt::NoButton);
    const QPoint grip = linesIn(SliceOrientation::Axial).turnGrips(line).back().toPoint();
    const QRect around(grip - QPoint(8, 8), QSize(17, 17));
    EXPECT_NE(axial.grab().toImage().copy(around), bare.copy(around));
}

TEST_F(Oblique, aNewStudyHasStandardPlanes)
{
    show(test::gridCases().front().geometry);
    m_state.frame.set(PlaneFrame().turned(SliceOrientation::Axial, 1));
    m_state.show(test::markerVolume(test::gridCases().back().geometry, test::offMiddle, 1));
    EXPECT_TRUE(m_state.frame.get().isStandard());
    for (const SliceOrientation o : orientations)
        EXPECT_EQ(view(o).axes(), sliceAxes(o));
}

} // namespace
} // namespace fovea
