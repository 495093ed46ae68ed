#include "tests/viewer/support/markerVolume.h"
#include "tests/viewer/support/sliceEvents.h"
#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/Lightbox.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

class LightboxTest : public ::testing::Test {
protected:
    LightboxTest()
    {
        geometry = test::gridCases().front().geometry;
        m_state.show(test::markerVolume(geometry, {29, 11, 25}, 1));
        box.resize(606, 600);
        box.show();
        QApplication::processEvents();
        count = tile(0).sliceCount();
    }
    SliceWidget& tile(int n) { return *box.tiles()[std::size_t(n)]; }
    std::vector<int> numbers()
    {
        std::vector<int> all;
        for (const SliceWidget* view : box.tiles())
            all.push_back(view->sliceNumber());
        return all;
    }
    static std::vector<int> from(int first, int step = 1)
    {
        std::vector<int> all;
        for (int n = 0; n < 9; ++n)
            all.push_back(first + n * step);
        return all;
    }
    int cursorSlice() { return alone.sliceNumber(); }
    void click(int n, const QPointF& at) { test::drag(tile(n), at, at, Qt::LeftButton); }

    ImageGeometry geometry;
    ViewState m_state;
    SliceWidget alone{m_state, SliceOrientation::Axial};
    Lightbox box{m_state, SliceOrientation::Axial};
    int count = 0;
};

TEST_F(LightboxTest, HasConsecutiveSlicesAboutTheCursors)
{
    ASSERT_GT(count, 20);
    EXPECT_EQ(numbers(), from(cursorSlice() - 4));
    // What a tile shows is what the view shows when it goes there.
    const int there = tile(7).sliceNumber();
    const Vec3 point = tile(7).toPatient({50, 60});
    alone.resize(tile(7).size());
    alone.scrollTo(there);
    EXPECT_NEAR(dot(point - alone.toPatient({0, 0}), alone.axes().next), 0, 1e-9);
    EXPECT_EQ(tile(7).depthText(), alone.depthText());
}

TEST_F(LightboxTest, AClickTakesTheCursorToItsTileAndThePageStands)
{
    const auto page = numbers();
    click(1, {80, 70});
    EXPECT_EQ(numbers(), page);
    EXPECT_EQ(cursorSlice(), page[1]);
    const QPointF at = tile(1).toWidget(m_state.cursorMm.get());
    EXPECT_NEAR(at.x(), 80, 1e-6);
    EXPECT_NEAR(at.y(), 70, 1e-6);
    // Another view scrolls within the page, then beyond.
    alone.scrollTo(page[8]);
    EXPECT_EQ(numbers(), page);
    alone.scroll(2);
    EXPECT_EQ(numbers(), from(page[0] + 2));
    alone.scrollTo(page[0]);
    EXPECT_EQ(numbers(), page);
}

TEST_F(LightboxTest, WheelAndKeysTurnThePage)
{
    const auto page = numbers();
    const int slice = cursorSlice();
    test::wheel(tile(0), {50, 50}, -120);
    EXPECT_EQ(numbers(), from(page[0] + 1));
    EXPECT_EQ(cursorSlice(), slice + 1) << "the frame stays in its tile";
    test::key(tile(3), Qt::Key_PageUp);
    EXPECT_EQ(numbers(), from(std::max(1, page[0] + 1 - 9)));
    test::key(tile(3), Qt::Key_Home);
    EXPECT_EQ(numbers(), from(1));
    EXPECT_EQ(cursorSlice(), 1);
    test::key(tile(3), Qt::Key_End);
    EXPECT_EQ(numbers(), from(count - 8)) << "full where it can be";
    EXPECT_EQ(cursorSlice(), count);
}

TEST_F(LightboxTest, TilesAreAStepApart)
{
    m_state.cursorMm.set(geometry.centreMm());
    box.setStep(3);
    const auto page = numbers();
    EXPECT_EQ(page, from(page[0], 3));
    EXPECT_EQ(std::ranges::count(page, cursorSlice()), 1) << "one tile has the cursor's";
    const int slice = cursorSlice();
    test::wheel(tile(0), {50, 50}, -120);
    EXPECT_EQ(cursorSlice(), slice + 3);
    // A slice between two tiles: the page moves by less than a step.
    alone.scroll(-2);
    EXPECT_EQ(std::ranges::count(numbers(), cursorSlice()), 1);
    for (int n = 1; n <= count; ++n) {
        alone.scrollTo(n);
        const auto now = numbers();
        EXPECT_EQ(now, from(now[0], 3));
        EXPECT_EQ(std::ranges::count(now, n), 1);
        EXPECT_GE(now[0], 1);
    }
}

TEST_F(LightboxTest, WhatLiesBeyondTheSeriesIsBlackAndTakesNoMouse)
{
    box.setStep(10);
    ASSERT_GT(numbers()[8], count);
    const QImage picture = tile(8).grab().toImage();
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7)
            ASSERT_EQ(qGray(picture.pixel(x, y)), 0) << x << ' ' << y;
    }
    const Vec3 before = m_state.cursorMm.get();
    click(8, {40, 40});
    EXPECT_EQ(m_state.cursorMm.get(), before);
}

TEST_F(LightboxTest, AllTilesLieAlike)
{
    tile(2).zoomAt({30, 30}, 2);
    tile(5).panBy({12, -7});
    tile(4).setTurn(PictureTurn().rotatedClockwise());
    for (const SliceWidget* view : box.tiles()) {
        EXPECT_DOUBLE_EQ(view->zoom(), tile(4).zoom());
        EXPECT_EQ(view->axes(), tile(4).axes());
        const QPointF here = view->toWidget(geometry.centreMm());
        const QPointF there = tile(4).toWidget(geometry.centreMm());
        EXPECT_NEAR(here.x(), there.x(), 2);
        EXPECT_NEAR(here.y(), there.y(), 2);
    }
    EXPECT_NEAR(tile(0).zoom(), 2, 1e-9);
    box.resetView();
    EXPECT_NEAR(tile(8).zoom(), 1, 1e-9);
}

TEST_F(LightboxTest, CinePlaysThePageRoundAndRoundUntilTheReaderScrolls)
{
    box.setStep(2);
    alone.scrollTo(count - 3);
    m_state.cineFps.set(60);
    std::vector<int> seen;
    const Connection watch =
        m_state.cursorMm.observe([&](const Vec3&) { seen.push_back(cursorSlice()); });
    CinePlayer& cine = tile(4).cine();
    cine.play();
    ASSERT_TRUE(cine.isPlaying());
    ASSERT_TRUE(test::happens([&] { return seen.size() >= 4; }));
    EXPECT_TRUE(cine.isPlaying()) << "what it moves itself does not stop it";
    cine.pause();
    seen.resize(4);
    const int first = (count - 1 - 1) % 2 + 1;
    EXPECT_EQ(seen, (std::vector{count - 1, first, first + 2, first + 4}));
    const std::vector<int> page = numbers();
    EXPECT_EQ(page, from(page.front(), 2));
    EXPECT_GE(page.front(), 1);
    cine.play();
    test::wheel(tile(1), {50, 50}, -120);
    EXPECT_FALSE(cine.isPlaying());
}

TEST_F(LightboxTest, AnotherStudyBeginsAnew)
{
    tile(0).cine().play();
    m_state.show(nullptr);
    EXPECT_FALSE(tile(0).cine().isPlaying());
    QApplication::processEvents();
    m_state.show(test::markerVolume(geometry, {29, 11, 25}, 1));
    EXPECT_EQ(numbers(), from(cursorSlice() - 4));
}

} // namespace
} // namespace fovea
