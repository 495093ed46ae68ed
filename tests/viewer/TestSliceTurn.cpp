#include "tests/viewer/support/markerVolume.h"
#include "tests/viewer/support/sliceEvents.h"
#include "tests/viewer/support/slicePicture.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

// Flips and rotations: whatever the screen does, the patient's left stays the patient's left.

namespace fovea {
namespace {

/// The eight ways a picture can lie.
std::vector<PictureTurn> allTurns()
{
    std::vector<PictureTurn> turns;
    PictureTurn turn;
    for (int quarter = 0; quarter < 4; ++quarter) {
        turns.push_back(turn);
        turns.push_back(turn.flippedHorizontally());
        turn = turn.rotatedClockwise();
    }
    return turns;
}

TEST(PictureTurn, isTheGroupOfTheSquare)
{
    const std::vector<PictureTurn> turns = allTurns();
    for (std::size_t a = 0; a < turns.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
            EXPECT_FALSE(turns[a] == turns[b]) << a << b;
        EXPECT_EQ(turns[a].flippedHorizontally().flippedHorizontally(), turns[a]);
        EXPECT_EQ(turns[a].flippedVertically().flippedVertically(), turns[a]);
        EXPECT_EQ(turns[a].rotatedClockwise().rotatedCounterclockwise(), turns[a]);
        EXPECT_EQ(turns[a].flippedHorizontally().flippedVertically(),
                  turns[a].rotatedClockwise().rotatedClockwise());
    }
    EXPECT_TRUE(PictureTurn().isIdentity());
    EXPECT_FALSE(PictureTurn().rotatedClockwise().isIdentity());
}

TEST(PictureTurn, edgesGoWhereTheNamesSay)
{
    const SliceAxes axial = sliceAxes(SliceOrientation::Axial);
    const auto letters = [&](const PictureTurn& turn) { return edgeLetters(turn.applied(axial)); };
    EXPECT_EQ(letters({}).left, "R");
    EXPECT_EQ(letters({}).top, "A");
    EXPECT_EQ(letters(PictureTurn().flippedHorizontally()).left, "L");
    EXPECT_EQ(letters(PictureTurn().flippedHorizontally()).top, "A");
    EXPECT_EQ(letters(PictureTurn().flippedVertically()).top, "P");
    EXPECT_EQ(letters(PictureTurn().flippedVertically()).left, "R");
    // As a clock turns: left to the top, top to the right.
    EXPECT_EQ(letters(PictureTurn().rotatedClockwise()).top, "R");
    EXPECT_EQ(letters(PictureTurn().rotatedClockwise()).right, "A");
    EXPECT_EQ(letters(PictureTurn().rotatedCounterclockwise()).top, "L");
    // On the screen: what is turned after a flip is turned as it is seen.
    EXPECT_EQ(letters(PictureTurn().flippedHorizontally().rotatedClockwise()).top, "L");
}

TEST(SliceTurn, leftStaysLeftInPixelsAndLetters)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        ViewState state;
        state.window.set({0, 2000});
        state.crosshairVisible.set(false);
        state.annotationsVisible.set(false);
        state.show(test::markerVolume(geometry, test::offMiddle, 1));
        const Vec3 at = geometry.indexToPatient({29, 11, 25});
        const Vec3 middle = geometry.centreMm();
        state.cursorMm.set(at);
        for (const SliceOrientation orientation :
             {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
        {
            SliceWidget widget(state, orientation);
            widget.setFocusPolicy(Qt::NoFocus); // Its frame would be bright, too.
            widget.resize(420, 330);
            widget.show();
            QApplication::processEvents();
            widget.zoomAt({200, 150}, 1.1);
            for (const PictureTurn& turn : allTurns()) {
                widget.setTurn(turn);
                const QPointF spot = test::brightSpot(widget.grab().toImage());
                const QPointF said = widget.toWidget(at);
                EXPECT_NEAR(spot.x(), said.x(), 1.5) << name;
                EXPECT_NEAR(spot.y(), said.y(), 1.5) << name;
                EXPECT_EQ(widget.probe(spot).hu, 1000) << name;

                const EdgeLetters letters = edgeLetters(widget.axes());
                const QPointF moved = spot - widget.toWidget(middle);
                const auto towards = [&](const std::string& edge) {
                    return dot(at - middle, test::letterDirections().at(edge[0])) > 0;
                };
                EXPECT_EQ(moved.x() > 0, towards(letters.right)) << name << letters.right;
                EXPECT_EQ(moved.x() < 0, towards(letters.left)) << name << letters.left;
                EXPECT_EQ(moved.y() > 0, towards(letters.bottom)) << name << letters.bottom;
                EXPECT_EQ(moved.y() < 0, towards(letters.top)) << name << letters.top;

                for (const QPointF& p : {QPointF(0, 0), QPointF(301.25, 77.5)}) {
                    const QPointF back = widget.toWidget(widget.toPatient(p));
                    EXPECT_NEAR(back.x(), p.x(), 1e-6);
                    EXPECT_NEAR(back.y(), p.y(), 1e-6);
                    EXPECT_NEAR(dot(widget.toPatient(p) - at, widget.axes().next), 0, 1e-6)
                        << "every point lies in the plane";
                }
            }
        }
    }
}

TEST(SliceTurn, fitsTheTurnedPictureAndKeepsTheMiddle)
{
    ViewState state;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    state.show(test::markerVolume(geometry, test::offMiddle, 1));
    SliceWidget widget(state, SliceOrientation::Axial);
    widget.resize(600, 300);
    widget.show();
    QApplication::processEvents();
    const double upright = widget.mmPerPixel();
    widget.setTurn(PictureTurn().rotatedClockwise());
    EXPECT_NEAR(upright, 60.0 / 300, 1e-9) << "48 rows of 1.25 mm";
    EXPECT_NEAR(widget.mmPerPixel(), 60.0 / 300, 1e-9) << "40 columns of 1.5 mm";
    widget.zoomAt({500, 100}, 3);
    const Vec3 middle = widget.toPatient({300, 150});
    widget.setTurn(widget.turn().flippedVertically());
    EXPECT_NEAR(norm(widget.toPatient({300, 150}) - middle), 0, 1e-9);
    EXPECT_NEAR(widget.zoom(), 3, 1e-9);
}

TEST(SliceTurn, dragsAndScrollsFollowTheScreen)
{
    ViewState state;
    state.show(test::markerVolume(test::gridCases().front().geometry, test::offMiddle, 1));
    SliceWidget widget(state, SliceOrientation::Coronal);
    widget.resize(400, 360);
    widget.show();
    QApplication::processEvents();
    widget.setTurn(PictureTurn().rotatedClockwise().flippedHorizontally());
    const Vec3 under = widget.toPatient({150, 150});
    test::drag(widget, {200, 200}, {230, 190}, Qt::MiddleButton);
    EXPECT_NEAR(norm(widget.toPatient({180, 140}) - under), 0, 1e-9);
    const Vec3 expected = widget.toPatient({170, 160});
    test::mouse(widget, QEvent::MouseButtonPress, {170, 160}, Qt::LeftButton);
    test::mouse(widget, QEvent::MouseButtonRelease, {170, 160}, Qt::LeftButton);
    EXPECT_NEAR(norm(state.cursorMm.get() - expected), 0, 1e-9);
    const int before = widget.sliceNumber();
    test::wheel(widget, {50, 50}, -120);
    EXPECT_EQ(widget.sliceNumber(), before + 1) << "reading direction does not turn";
}

TEST(SliceTurn, aNewStudyIsShownUpright)
{
    ViewState state;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    state.show(test::markerVolume(geometry, test::offMiddle, 1));
    SliceWidget widget(state, SliceOrientation::Axial);
    widget.setTurn(PictureTurn().flippedHorizontally());
    state.show(test::markerVolume(geometry, test::offMiddle, 2));
    EXPECT_TRUE(widget.turn().isIdentity());
    EXPECT_EQ(edgeLetters(widget.axes()).left, "R");
}

} // namespace
} // namespace fovea
