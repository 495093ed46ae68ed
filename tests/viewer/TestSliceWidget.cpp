#include "tests/viewer/support/markerVolume.h"
#include "tests/viewer/support/sliceEvents.h"
#include "viewer/planeColour.h"
#include "viewer/slice/SliceWidget.h"

#include <QApplication>

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <memory>

namespace fovea {
namespace {

constexpr Index3 marker{29, 11, 25};
constexpr std::array orientations{SliceOrientation::Axial, SliceOrientation::Coronal,
                                  SliceOrientation::Sagittal};

using test::CountingWidget;
using test::drag;
using test::key;
using test::mouse;
using test::wheel;

class SliceWidgetTest : public ::testing::Test {
protected:
    void show(const ImageGeometry& geometry, int reach = 0)
    {
        m_state.show(test::markerVolume(geometry, marker, reach),
                     test::markerLabels(geometry, marker, reach, 4, "lung"));
        m_state.overlaysVisible.set(false);
        m_state.window.set({0, 2000});
    }

    std::unique_ptr<CountingWidget> make(SliceOrientation orientation, QSize size = {400, 360})
    {
        auto widget = std::make_unique<CountingWidget>(m_state, orientation);
        widget->resize(size);
        widget->show();
        QApplication::processEvents();
        return widget;
    }

    ViewState m_state;
};

TEST_F(SliceWidgetTest, markerIsUnderTheCrosshairInAllPlanes)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        show(geometry);
        const Vec3 at = geometry.indexToPatient({29, 11, 25});
        m_state.cursorMm.set(at);
        for (const SliceOrientation orientation : orientations) {
            const auto widget = make(orientation);
            const QPointF p = widget->toWidget(at);
            const QImage picture = widget->grab().toImage();
            // The pixel that holds the point; its own centre may be half a pixel beside the peak.
            const QPoint pixel(static_cast<int>(std::floor(p.x())),
                               static_cast<int>(std::floor(p.y())));
            EXPECT_GT(qGray(picture.pixel(pixel)), 180)
                << name << ", plane " << static_cast<int>(orientation);
            // The crosshair's own lines meet there: sample them beyond the gap.
            const QColor vertical(picture.pixel(pixel.x(), 60));
            EXPECT_GT(vertical.saturation(), 60) << name;
            EXPECT_EQ(widget->probe(p).hu, 1000) << name;
            EXPECT_EQ(widget->probe(p).structureName, "marker block") << name;
            EXPECT_EQ(widget->probe(p).anatomyId, "lung") << name;
        }
    }
}

TEST_F(SliceWidgetTest, pointsAndPositionsAreInverse)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        show(geometry);
        const auto widget = make(SliceOrientation::Sagittal);
        widget->zoomAt({123, 50}, 2.5);
        widget->panBy({31, -17});
        const QPointF p(201.25, 77.5);
        const QPointF back = widget->toWidget(widget->toPatient(p));
        EXPECT_NEAR(back.x(), p.x(), 1e-6) << name;
        EXPECT_NEAR(back.y(), p.y(), 1e-6) << name;
    }
}

TEST_F(SliceWidgetTest, clickSetsTheCursorInThePlaneOnly)
{
    show(test::gridCases().front().geometry);
    const auto widget = make(SliceOrientation::Coronal);
    const Vec3 before = m_state.cursorMm.get();
    const QPointF p(230, 150);
    const Vec3 expected = widget->toPatient(p);
    mouse(*widget, QEvent::MouseButtonPress, p, Qt::LeftButton);
    mouse(*widget, QEvent::MouseButtonRelease, p, Qt::LeftButton);
    EXPECT_NEAR(norm(m_state.cursorMm.get() - expected), 0, 1e-9);
    EXPECT_EQ(m_state.cursorMm.get()[1], before[1]);
    // Clicks in the black around the volume stay in it.
    drag(*widget, p, {399, 359}, Qt::LeftButton);
    const auto [low, high] = extentMm(m_state.volume.get()->geometry(), {1, 0, 0});
    EXPECT_LE(m_state.cursorMm.get()[0], high + 1e-9);
    EXPECT_GE(m_state.cursorMm.get()[0], low);
}

TEST_F(SliceWidgetTest, rightDragIsTheWindow)
{
    show(test::gridCases().front().geometry);
    m_state.window.set({40, 300});
    const auto widget = make(SliceOrientation::Axial);
    const Vec3 cursor = m_state.cursorMm.get();
    drag(*widget, {100, 100}, {160, 130}, Qt::RightButton);
    EXPECT_EQ(m_state.window.get(), (WindowLevel{70, 360}));
    drag(*widget, {200, 100}, {0, 100}, Qt::RightButton);
    drag(*widget, {300, 100}, {0, 100}, Qt::RightButton);
    drag(*widget, {300, 100}, {0, 100}, Qt::RightButton);
    drag(*widget, {300, 100}, {0, 100}, Qt::RightButton);
    EXPECT_EQ(m_state.window.get().widthHu, 1) << "never below 1";
    EXPECT_EQ(m_state.cursorMm.get(), cursor);
}

TEST_F(SliceWidgetTest, presetsByKey)
{
    show(test::gridCases().front().geometry);
    const auto widget = make(SliceOrientation::Axial);
    key(*widget, Qt::Key_1);
    EXPECT_EQ(m_state.window.get(), (WindowLevel{-600, 1500}));
    key(*widget, Qt::Key_6);
    EXPECT_EQ(m_state.window.get(), (WindowLevel{40, 80}));
    key(*widget, Qt::Key_9);
    EXPECT_EQ(m_state.window.get(), (WindowLevel{40, 80}));
}

TEST_F(SliceWidgetTest, scrollsBySliceAndStopsAtTheEnds)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        show(geometry);
        for (const SliceOrientation orientation : orientations) {
            const auto widget = make(orientation);
            const Vec3 next = sliceAxes(orientation).next;
            const double step = sliceStepMm(geometry, next);
            widget->scrollToEnd(false);
            EXPECT_EQ(widget->sliceNumber(), 1) << name;
            const Vec3 first = m_state.cursorMm.get();
            wheel(*widget, {50, 50}, -120);
            EXPECT_NEAR(dot(m_state.cursorMm.get() - first, next), step, 1e-9) << name;
            key(*widget, Qt::Key_PageDown);
            EXPECT_EQ(widget->sliceNumber(), 12) << name;
            key(*widget, Qt::Key_Up);
            EXPECT_EQ(widget->sliceNumber(), 11) << name;
            wheel(*widget, {50, 50}, 120 * 50);
            EXPECT_EQ(widget->sliceNumber(), 1) << name;
            key(*widget, Qt::Key_End);
            EXPECT_EQ(widget->sliceNumber(), widget->sliceCount()) << name;
            EXPECT_LE(dot(m_state.cursorMm.get(), next),
                      extentMm(geometry, next).second + step / 2 + 1e-9);
        }
    }
    show(test::gridCases().front().geometry);
    EXPECT_EQ(make(SliceOrientation::Axial)->sliceCount(), 36);
    EXPECT_EQ(make(SliceOrientation::Coronal)->sliceCount(), 48);
    EXPECT_EQ(make(SliceOrientation::Sagittal)->sliceCount(), 40);
}

TEST_F(SliceWidgetTest, fineWheelsAddUp)
{
    show(test::gridCases().front().geometry);
    const auto widget = make(SliceOrientation::Axial);
    const int before = widget->sliceNumber();
    for (int n = 0; n < 7; ++n)
        wheel(*widget, {50, 50}, -30);
    EXPECT_EQ(widget->sliceNumber(), before + 1);
    wheel(*widget, {50, 50}, -30);
    EXPECT_EQ(widget->sliceNumber(), before + 2);
}

TEST_F(SliceWidgetTest, zoomKeepsThePointUnderThePointer)
{
    show(test::gridCases().front().geometry);
    const auto widget = make(SliceOrientation::Axial);
    const QPointF p(90, 300);
    const Vec3 before = widget->toPatient(p);
    const Vec3 cursor = m_state.cursorMm.get();
    wheel(*widget, p, 120, Qt::ControlModifier);
    wheel(*widget, p, 120, Qt::ControlModifier);
    EXPECT_NEAR(widget->zoom(), 1.44, 1e-9);
    EXPECT_NEAR(norm(widget->toPatient(p) - before), 0, 1e-9);
    EXPECT_EQ(m_state.cursorMm.get(), cursor) << "zooming does not scroll";
    drag(*widget, {100, 100}, {130, 90}, Qt::MiddleButton);
    EXPECT_NEAR(norm(widget->toPatient(p + QPointF(30, -10)) - before), 0, 1e-9);
    drag(*widget, {100, 100}, {130, 90}, Qt::LeftButton, Qt::ShiftModifier);
    EXPECT_NEAR(norm(widget->toPatient(p + QPointF(60, -20)) - before), 0, 1e-9);
    key(*widget, Qt::Key_R);
    EXPECT_EQ(widget->zoom(), 1);
    EXPECT_NEAR(widget->toWidget(m_state.volume.get()->geometry().centreMm()).x(), 200, 1e-9);
}

TEST_F(SliceWidgetTest, hundredWritesOnePaint)
{
    show(test::gridCases().front().geometry);
    const auto widget = make(SliceOrientation::Axial);
    QApplication::processEvents();
    widget->paints = 0;
    for (int n = 0; n < 100; ++n) {
        m_state.window.set({n * 1.0, 400.0 + n});
        m_state.cursorMm.set(m_state.cursorMm.get() + Vec3{0.01, 0, 0.01});
        m_state.overlayOpacity.set(n / 100.0);
    }
    QApplication::processEvents();
    EXPECT_EQ(widget->paints, 1);
}

TEST_F(SliceWidgetTest, everyPropertyThatShowsRepaints)
{
    show(test::gridCases().front().geometry, 3);
    m_state.overlaysVisible.set(true);
    m_state.cursorMm.set(m_state.volume.get()->geometry().indexToPatient({29, 11, 25}));
    const auto widget = make(SliceOrientation::Axial);
    QImage before = widget->grab().toImage();
    const auto changes = [&](const char* what) {
        const QImage now = widget->grab().toImage();
        EXPECT_NE(now, before) << what;
        before = now;
    };
    m_state.window.set({-500, 3000});
    changes("window");
    m_state.inverted.set(true);
    changes("inverted");
    m_state.slab(SliceOrientation::Axial).set({SlabMode::Average, 30});
    changes("slab");
    m_state.slab(SliceOrientation::Axial).set({});
    changes("thin again");
    m_state.overlayOpacity.set(0.9);
    changes("opacity");
    m_state.outline.set(true);
    changes("outline");
    m_state.labelColours.set({{4, {0, 0, 255}}});
    changes("label colours");
    m_state.overlayMode.set(OverlayMode::Abnormality);
    changes("mode");
    m_state.abnormality.set({{"lung", 0.9}});
    changes("abnormality");
    m_state.hiddenAnatomies.set({"lung"});
    changes("hidden anatomies");
    m_state.hiddenAnatomies.set({});
    changes("shown again");
    m_state.hiddenLabels.set({4});
    changes("hidden labels");
    m_state.hiddenLabels.set({});
    changes("shown again");
    m_state.overlaysVisible.set(false);
    changes("overlays off");
    m_state.interpolation.set(Interpolation::Nearest);
    changes("interpolation");
    m_state.crosshairVisible.set(false);
    changes("crosshair");
    m_state.annotationsVisible.set(false);
    changes("annotations");
    m_state.cursorMm.set(m_state.cursorMm.get() + Vec3{0, 0, 20});
    changes("cursor");
    m_state.show(nullptr);
    changes("closed");
}

TEST_F(SliceWidgetTest, bordersShowTheLetters)
{
    show(test::gridCases().front().geometry);
    const auto widget = make(SliceOrientation::Axial);
    m_state.crosshairVisible.set(false);
    const QImage picture = widget->grab().toImage();
    const auto inked = [&](const QRect& area) {
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                if (qGray(picture.pixel(x, y)) > 200)
                    return true;
        return false;
    };
    EXPECT_TRUE(inked({5, 160, 25, 40})) << "left edge";
    EXPECT_TRUE(inked({370, 160, 25, 40})) << "right edge";
    EXPECT_TRUE(inked({185, 5, 30, 25})) << "top edge";
}

TEST_F(SliceWidgetTest, hoverTellsWhatLiesThere)
{
    show(test::gridCases().front().geometry, 2);
    const Vec3 at = m_state.volume.get()->geometry().indexToPatient({29, 11, 25});
    m_state.cursorMm.set(at);
    const auto widget = make(SliceOrientation::Axial);
    std::vector<SliceProbe> heard;
    QObject::connect(widget.get(), &SliceWidget::hovered,
                     [&](const SliceProbe& probe) { heard.push_back(probe); });
    int left = 0;
    QObject::connect(widget.get(), &SliceWidget::hoverLeft, [&] { ++left; });
    widget->setStructureNamer([](const Structure&) { return QStringLiteral("Markierung"); });
    mouse(*widget, QEvent::MouseMove, widget->toWidget(at), Qt::NoButton);
    ASSERT_EQ(heard.size(), 1U);
    EXPECT_EQ(heard.front().hu, 1000);
    EXPECT_EQ(heard.front().label, 4);
    EXPECT_EQ(heard.front().structureName, "Markierung");
    mouse(*widget, QEvent::MouseMove, {1, 1}, Qt::NoButton);
    EXPECT_FALSE(heard.back().hu.has_value()) << "outside the volume";
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(widget.get(), &leave);
    EXPECT_EQ(left, 1);
}

TEST_F(SliceWidgetTest, emptyStateTakesEveryEvent)
{
    const auto widget = make(SliceOrientation::Axial);
    EXPECT_EQ(widget->sliceCount(), 0);
    drag(*widget, {10, 10}, {50, 50}, Qt::LeftButton);
    drag(*widget, {10, 10}, {50, 50}, Qt::RightButton);
    wheel(*widget, {10, 10}, 120);
    for (const int code : {Qt::Key_Up, Qt::Key_End, Qt::Key_R, Qt::Key_Plus})
        key(*widget, code);
    EXPECT_EQ(m_state.cursorMm.get(), (Vec3{0, 0, 0}));
    EXPECT_FALSE(widget->grab().isNull());
    int maximized = 0;
    QObject::connect(widget.get(), &SliceWidget::maximizeRequested, [&] { ++maximized; });
    mouse(*widget, QEvent::MouseButtonDblClick, {10, 10}, Qt::LeftButton);
    EXPECT_EQ(maximized, 1);
    EXPECT_FALSE(widget->accessibleName().isEmpty());
    EXPECT_FALSE(widget->accessibleDescription().isEmpty());
}

TEST_F(SliceWidgetTest, survivesTheStateChangingAfterItIsGone)
{
    show(test::gridCases().front().geometry);
    make(SliceOrientation::Axial).reset();
    m_state.window.set({1, 2});
    m_state.show(nullptr);
    SUCCEED();
}

} // namespace
} // namespace fovea
