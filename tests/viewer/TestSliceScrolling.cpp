#include "tests/viewer/support/markerVolume.h"
#include "tests/viewer/support/sliceEvents.h"
#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceSlider.h"
#include "viewer/slice/WheelSpeed.h"

#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace fovea {
namespace {

class SliceScrolling : public ::testing::Test {
protected:
    SliceScrolling()
    {
        m_state.show(test::markerVolume(test::gridCases().front().geometry, {29, 11, 25}, 1));
        m_widget.resize(400, 360);
        m_widget.show();
        QApplication::processEvents();
    }

    SliceSlider& slider() { return *m_widget.findChild<SliceSlider*>("sliceSlider"); }

    ViewState m_state;
    test::CountingWidget m_widget{m_state, SliceOrientation::Axial}; // 36 slices
};

TEST(WheelSpeed, aSlowWheelPicksSlices)
{
    WheelSpeed wheel;
    for (int n = 1; n < 10; ++n)
        EXPECT_EQ(wheel.slices(-120, 1000 + 150U * n), -1);
    EXPECT_EQ(wheel.slices(-60, 3000), 0);
    EXPECT_EQ(wheel.slices(-60, 3100), -1);
}

TEST(WheelSpeed, aFastWheelCrossesTheSeries)
{
    WheelSpeed wheel;
    int sum = 0;
    for (int n = 1; n <= 20; ++n) {
        const int slices = wheel.slices(120, 1000 + 20U * n);
        EXPECT_GE(slices, 1);
        EXPECT_LE(slices, 5);
        sum += slices;
    }
    EXPECT_GT(sum, 60);
    EXPECT_EQ(wheel.slices(-120, 1420), -1) << "turning back is slow at once";
    for (int n = 1; n <= 20; ++n)
        wheel.slices(120, 2000 + 20U * n);
    EXPECT_EQ(wheel.slices(120, 4000), 1) << "after a rest";
    // Without a clock nothing is sped up.
    for (int n = 0; n < 20; ++n)
        EXPECT_EQ(wheel.slices(120, 0), 1);
}

TEST_F(SliceScrolling, everySliceOfAFastTurnIsPainted)
{
    constexpr int notches = 8;
    // Where a picture once took long, on a busy machine, the next may join it: then once more.
    for (unsigned attempt = 1; attempt <= 5; ++attempt) {
        m_widget.scrollTo(1);
        QApplication::processEvents();
        m_widget.paints = 0;
        std::vector<int> steps;
        for (unsigned n = 1; n <= notches; ++n) {
            const int before = m_widget.sliceNumber();
            test::wheel(m_widget, {50, 50}, -120, Qt::NoModifier, attempt * 10000 + 20 * n);
            steps.push_back(m_widget.sliceNumber() - before);
        }
        QApplication::processEvents();
        EXPECT_EQ(steps.front(), 1);
        EXPECT_GT(steps.at(5), 1);
        if (m_widget.paints == notches)
            break;
    }
    EXPECT_EQ(m_widget.paints, notches);
}

TEST_F(SliceScrolling, sliderShowsAndSetsTheSlice)
{
    ASSERT_TRUE(slider().isVisible());
    m_widget.scrollTo(7);
    EXPECT_EQ(slider().value(), 7);
    EXPECT_EQ(slider().maximum(), 36);
    EXPECT_EQ(slider().geometry().right(), m_widget.width() - 1);
    const double x = slider().width() / 2.0;
    test::mouse(slider(), QEvent::MouseButtonPress, {x, 359}, Qt::LeftButton);
    EXPECT_EQ(m_widget.sliceNumber(), 36);
    test::mouse(slider(), QEvent::MouseMove, {x, 180}, Qt::LeftButton);
    EXPECT_NEAR(m_widget.sliceNumber(), 18, 1);
    test::mouse(slider(), QEvent::MouseMove, {x, -500}, Qt::LeftButton);
    EXPECT_EQ(m_widget.sliceNumber(), 1);
    test::mouse(slider(), QEvent::MouseButtonRelease, {x, -500}, Qt::LeftButton);
    test::mouse(slider(), QEvent::MouseMove, {x, 300}, Qt::NoButton);
    EXPECT_EQ(m_widget.sliceNumber(), 1);
    int maximized = 0;
    QObject::connect(&m_widget, &SliceWidget::maximizeRequested, [&] { ++maximized; });
    test::mouse(slider(), QEvent::MouseButtonDblClick, {x, 359}, Qt::LeftButton);
    EXPECT_EQ(maximized, 0);
    EXPECT_EQ(m_widget.sliceNumber(), 36);
    m_state.show(nullptr);
    EXPECT_FALSE(slider().isVisible());
}

TEST_F(SliceScrolling, wheelOverTheSliderScrollsTheView)
{
    m_widget.scrollTo(7);
    QWheelEvent event({5, 100}, slider().mapToGlobal(QPointF(5, 100)), {}, {0, -120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&slider(), &event);
    EXPECT_EQ(m_widget.sliceNumber(), 8);
}

TEST_F(SliceScrolling, cinePlaysEverySliceRoundAndRound)
{
    m_state.cineFps.set(60);
    m_widget.scrollTo(34);
    std::vector<int> seen;
    const Connection watch =
        m_state.cursorMm.observe([&](const Vec3&) { seen.push_back(m_widget.sliceNumber()); });
    std::vector<bool> told;
    QObject::connect(&m_widget.cine(), &CinePlayer::playingChanged,
                     [&](bool playing) { told.push_back(playing); });
    m_widget.cine().play();
    EXPECT_TRUE(m_widget.cine().isPlaying());
    m_widget.paints = 0;
    ASSERT_TRUE(test::happens([&] { return seen.size() >= 5; }));
    m_widget.cine().pause();
    seen.resize(5);
    EXPECT_EQ(seen, (std::vector{35, 36, 1, 2, 3}));
    EXPECT_GE(m_widget.paints, 4);
    EXPECT_EQ(told, (std::vector{true, false}));
}

TEST_F(SliceScrolling, cineStopsForTheReader)
{
    const auto playing = [&] {
        m_widget.cine().play();
        return m_widget.cine().isPlaying();
    };
    ASSERT_TRUE(playing());
    m_state.window.set({1, 100});
    m_state.cursorMm.set(m_state.cursorMm.get() + Vec3{3, 2, 0});
    EXPECT_TRUE(m_widget.cine().isPlaying()) << "the slice is still the player's";
    test::wheel(m_widget, {50, 50}, -120);
    EXPECT_FALSE(m_widget.cine().isPlaying());
    ASSERT_TRUE(playing());
    test::key(m_widget, Qt::Key_Down);
    EXPECT_FALSE(m_widget.cine().isPlaying());
    ASSERT_TRUE(playing());
    test::mouse(slider(), QEvent::MouseButtonPress, {5, 359}, Qt::LeftButton);
    EXPECT_FALSE(m_widget.cine().isPlaying());
    ASSERT_TRUE(playing());
    m_state.cursorMm.set(m_state.volume.get()->geometry().centreMm()); // As a finding does.
    EXPECT_FALSE(m_widget.cine().isPlaying());
    ASSERT_TRUE(playing());
    m_state.show(nullptr);
    EXPECT_FALSE(m_widget.cine().isPlaying());
    EXPECT_FALSE(playing()) << "nothing is open";
}

TEST_F(SliceScrolling, leftDragDoesWhatTheModeSays)
{
    const Vec3 cursor = m_state.cursorMm.get();
    const WindowLevel window = m_state.window.get();

    m_state.mouseMode.set(MouseMode::Scroll);
    const int before = m_widget.sliceNumber();
    test::drag(m_widget, {100, 100}, {100, 150}, Qt::LeftButton);
    EXPECT_EQ(m_widget.sliceNumber(), before + 5) << "36 slices on 360 pixels";
    test::drag(m_widget, {100, 150}, {140, 100}, Qt::LeftButton);
    EXPECT_EQ(m_widget.sliceNumber(), before);
    EXPECT_EQ(m_state.cursorMm.get()[0], cursor[0]);

    m_state.mouseMode.set(MouseMode::Window);
    test::drag(m_widget, {100, 100}, {160, 130}, Qt::LeftButton);
    EXPECT_GT(m_state.window.get().widthHu, window.widthHu);
    EXPECT_GT(m_state.window.get().centreHu, window.centreHu);

    m_state.mouseMode.set(MouseMode::Zoom);
    const Vec3 fixed = m_widget.toPatient({120, 200});
    test::drag(m_widget, {120, 200}, {120, 100}, Qt::LeftButton);
    EXPECT_NEAR(m_widget.zoom(), 2, 1e-6);
    EXPECT_NEAR(norm(m_widget.toPatient({120, 200}) - fixed), 0, 1e-6);

    m_state.mouseMode.set(MouseMode::Pan);
    test::drag(m_widget, {120, 200}, {150, 170}, Qt::LeftButton);
    EXPECT_NEAR(norm(m_widget.toPatient({150, 170}) - fixed), 0, 1e-6);
    EXPECT_EQ(m_widget.sliceNumber(), before);

    m_state.mouseMode.set(MouseMode::Crosshair);
    const Vec3 there = m_widget.toPatient({60, 70});
    test::mouse(m_widget, QEvent::MouseButtonPress, {60, 70}, Qt::LeftButton);
    test::mouse(m_widget, QEvent::MouseButtonRelease, {60, 70}, Qt::LeftButton);
    EXPECT_NEAR(norm(m_state.cursorMm.get() - there), 0, 1e-9);
}

} // namespace
} // namespace fovea
