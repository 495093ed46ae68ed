#include "tests/viewer/support/markerVolume.h"
#include "viewer/measure/MeasureState.h"
#include "viewer/measure/MeasureTool.h"
#include "viewer/measure/measureTexts.h"
#include "viewer/slice/SliceWidget.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

#include <cmath>
#include <gtest/gtest.h>
#include <memory>

namespace fovea {
namespace {

constexpr Index3 marker{29, 11, 25};

void mouse(QWidget& widget, QEvent::Type type, QPointF at,
           Qt::KeyboardModifiers modifiers = Qt::NoModifier,
           Qt::MouseButton button = Qt::LeftButton)
{
    const bool moved = type == QEvent::MouseMove;
    const bool held = type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick;
    QMouseEvent event(type, at, widget.mapToGlobal(at), moved ? Qt::NoButton : button,
                      held ? Qt::MouseButtons(button) : Qt::MouseButtons(Qt::NoButton), modifiers);
    QApplication::sendEvent(&widget, &event);
}

void click(QWidget& widget, QPointF at)
{
    mouse(widget, QEvent::MouseMove, at);
    mouse(widget, QEvent::MouseButtonPress, at);
    mouse(widget, QEvent::MouseButtonRelease, at);
}

void doubleClick(QWidget& widget, QPointF at)
{
    click(widget, at);
    mouse(widget, QEvent::MouseButtonDblClick, at);
    mouse(widget, QEvent::MouseButtonRelease, at);
}

void drag(QWidget& widget, QPointF from, QPointF to,
          Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    mouse(widget, QEvent::MouseButtonPress, from, modifiers);
    mouse(widget, QEvent::MouseMove, (from + to) / 2, modifiers);
    mouse(widget, QEvent::MouseMove, to, modifiers);
    mouse(widget, QEvent::MouseButtonRelease, to, modifiers);
}

void key(QWidget& widget, int code)
{
    QKeyEvent event(QEvent::KeyPress, code, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

class MeasureToolTest : public ::testing::Test {
protected:
    MeasureToolTest() { open(test::gridCases().front().geometry); }

    void open(const ImageGeometry& geometry)
    {
        m_state.show(test::markerVolume(geometry, marker, 2));
        m_state.cursorMm.set(geometry.indexToPatient({29, 11, 25}));
        m_state.crosshairVisible.set(false); // Its lines have colours, too.
        m_state.sliceTool.set(&m_tool);
        m_measures.frameOfReferenceUid = "1.2.3";
    }
    SliceWidget& view(SliceOrientation orientation = SliceOrientation::Axial)
    {
        m_views.push_back(std::make_unique<SliceWidget>(m_state, orientation));
        SliceWidget& widget = *m_views.back();
        widget.resize(400, 360);
        widget.show();
        QApplication::processEvents();
        return widget;
    }
    const Measure& only()
    {
        EXPECT_EQ(m_measures.measures.get().size(), 1u);
        return m_measures.measures.get().at(0);
    }
    /// Whether the pixels around a point have the colours of measures.
    static bool isDrawn(SliceWidget& widget, const QPointF& at)
    {
        const QImage image = widget.grab().toImage();
        for (int y = int(at.y()) - 2; y <= int(at.y()) + 2; ++y)
            for (int x = int(at.x()) - 2; x <= int(at.x()) + 2; ++x)
                if (image.valid(x, y) && QColor(image.pixel(x, y)).saturation() > 100 &&
                    QColor(image.pixel(x, y)).value() > 150)
                    return true;
        return false;
    }

    ViewState m_state;
    MeasureState m_measures;
    MeasureTool m_tool{m_measures};
    std::vector<std::unique_ptr<SliceWidget>> m_views;
};

TEST_F(MeasureToolTest, ALengthIsThatInThePatient)
{
    for (const auto& grid : test::gridCases()) {
        open(grid.geometry);
        for (const auto orientation :
             {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
        {
            m_measures.show({}, "1.2.3");
            SliceWidget& widget = view(orientation);
            widget.zoomAt({150, 140}, 1.7);
            m_measures.tool.set(MeasureKind::Length);
            drag(widget, {100, 120}, {160, 200});
            const Measure& length = only();
            const auto values = measureValues(length, *m_state.volume.get());
            EXPECT_NEAR(*values.lengthMm, 100 * widget.mmPerPixel(), 1e-6) << grid.name;
            const QPointF start = widget.toWidget(length.pointsMm[0]);
            EXPECT_NEAR(start.x(), 100, 1e-6) << grid.name;
            EXPECT_NEAR(start.y(), 120, 1e-6) << grid.name;
            EXPECT_EQ(length.frameOfReferenceUid, "1.2.3");
            EXPECT_TRUE(isWhole(length));
            EXPECT_EQ(m_measures.selected.get(), length.uid);
            EXPECT_TRUE(isDrawn(widget, {130, 160})) << grid.name;
        }
    }
}

TEST_F(MeasureToolTest, ClicksDoWhatDraggingDoes)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Length);
    click(widget, {100, 100});
    ASSERT_TRUE(m_measures.draft.get());
    mouse(widget, QEvent::MouseMove, {150, 100});
    click(widget, {180, 100});
    EXPECT_FALSE(m_measures.draft.get());
    EXPECT_NEAR(*measureValues(only(), *m_state.volume.get()).lengthMm, 80 * widget.mmPerPixel(),
                1e-6);
    // A double click makes no length of nothing.
    doubleClick(widget, {50, 50});
    EXPECT_EQ(m_measures.measures.get().size(), 1u);
    EXPECT_TRUE(m_tool.escape());
    EXPECT_FALSE(m_measures.draft.get());
    EXPECT_TRUE(m_measures.tool.get()) << "the tool stays until the next Escape";
    key(widget, Qt::Key_Escape);
    EXPECT_FALSE(m_measures.tool.get());
}

TEST_F(MeasureToolTest, AnAngleTakesThreePoints)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Angle);
    click(widget, {200, 100});
    click(widget, {100, 100});
    click(widget, {100, 200});
    EXPECT_NEAR(*measureValues(only(), *m_state.volume.get()).angleDegrees, 90, 1e-6);
    // The same, the first arm dragged.
    drag(widget, {320, 100}, {220, 100});
    click(widget, {320, 0});
    ASSERT_EQ(m_measures.measures.get().size(), 2u);
    EXPECT_NEAR(*measureValues(m_measures.measures.get()[1], *m_state.volume.get()).angleDegrees,
                45, 1e-6);
}

TEST_F(MeasureToolTest, AnEllipseAroundTheMarkerFindsIt)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Ellipse);
    const QPointF centre = widget.toWidget(m_state.cursorMm.get());
    const QPointF half(30, 20);
    drag(widget, centre - half, centre + half);
    const auto values = measureValues(only(), *m_state.volume.get());
    ASSERT_TRUE(values.pixels);
    EXPECT_EQ(values.pixels->minHu, -1000);
    EXPECT_EQ(values.pixels->maxHu, 1000);
    EXPECT_NEAR(*values.areaMm2, M_PI * 30 * 20 * widget.mmPerPixel() * widget.mmPerPixel(), 1e-6);
    // Drawn along a line it encloses nothing and is none.
    drag(widget, {10, 10}, {60, 10});
    EXPECT_EQ(m_measures.measures.get().size(), 1u);
}

TEST_F(MeasureToolTest, APolygonEndsWithADoubleClickEnterOrItsFirstPoint)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Polygon);
    int maximized = 0;
    QObject::connect(&widget, &SliceWidget::maximizeRequested, [&] { ++maximized; });
    click(widget, {100, 100});
    click(widget, {200, 100});
    doubleClick(widget, {200, 200});
    EXPECT_EQ(only().pointsMm.size(), 3u);
    EXPECT_EQ(maximized, 0) << "the double click is the polygon's";
    const double mm = widget.mmPerPixel();
    EXPECT_NEAR(*measureValues(only(), *m_state.volume.get()).areaMm2, 5000 * mm * mm, 1e-6);

    click(widget, {10, 10});
    click(widget, {60, 10});
    click(widget, {60, 60});
    click(widget, {10, 60});
    click(widget, {12, 11});
    ASSERT_EQ(m_measures.measures.get().size(), 2u);
    EXPECT_EQ(m_measures.measures.get()[1].pointsMm.size(), 4u);

    click(widget, {210, 210});
    click(widget, {260, 210});
    key(widget, Qt::Key_Return);
    EXPECT_EQ(m_measures.measures.get().size(), 2u) << "two points are no polygon";
    click(widget, {260, 260});
    click(widget, {300, 300});
    key(widget, Qt::Key_Backspace);
    key(widget, Qt::Key_Return);
    ASSERT_EQ(m_measures.measures.get().size(), 3u);
    EXPECT_EQ(m_measures.measures.get()[2].pointsMm.size(), 3u);
}

TEST_F(MeasureToolTest, APointReadsItsVoxel)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Probe);
    const QPointF centre = widget.toWidget(m_state.cursorMm.get());
    click(widget, centre);
    EXPECT_EQ(measureValues(only(), *m_state.volume.get()).hu, 1000);
    EXPECT_EQ(
        measureValueLines(MeasureKind::Probe, m_measures.values(only(), m_state.volume.get())),
        QStringList{QStringLiteral("1000 HU")});
}

TEST_F(MeasureToolTest, TextAndArrowAreTypedInPlace)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Text);
    click(widget, {100, 100});
    auto* edit = widget.findChild<QLineEdit*>(QStringLiteral("measureTextEdit"));
    ASSERT_NE(edit, nullptr);
    edit->setText(QStringLiteral("  cyst "));
    key(*edit, Qt::Key_Return);
    EXPECT_EQ(only().text, "cyst");
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(widget.findChild<QLineEdit*>(QStringLiteral("measureTextEdit")), nullptr);

    // A text without words is none; an arrow without words is one.
    click(widget, {100, 200});
    key(*widget.findChild<QLineEdit*>(QStringLiteral("measureTextEdit")), Qt::Key_Return);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(m_measures.measures.get().size(), 1u);
    m_measures.tool.set(MeasureKind::Arrow);
    drag(widget, {200, 200}, {240, 240});
    key(*widget.findChild<QLineEdit*>(QStringLiteral("measureTextEdit")), Qt::Key_Escape);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ASSERT_EQ(m_measures.measures.get().size(), 2u);
    EXPECT_EQ(m_measures.measures.get()[1].text, "");

    // A double click on it changes its words.
    m_measures.tool.set(std::nullopt);
    doubleClick(widget, {220, 220});
    edit = widget.findChild<QLineEdit*>(QStringLiteral("measureTextEdit"));
    ASSERT_NE(edit, nullptr);
    edit->setText(QStringLiteral("nodule"));
    mouse(widget, QEvent::MouseButtonPress, {20, 20}); // A press elsewhere takes them.
    mouse(widget, QEvent::MouseButtonRelease, {20, 20});
    EXPECT_EQ(m_measures.measures.get()[1].text, "nodule");
}

TEST_F(MeasureToolTest, HandlesReshapeLinesMoveAndDeleteRemoves)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Length);
    drag(widget, {100, 100}, {200, 100});
    m_measures.tool.set(std::nullopt);
    const Measure drawn = only();

    drag(widget, {200, 100}, {200, 180}); // Its end.
    EXPECT_EQ(only().uid, drawn.uid);
    EXPECT_EQ(only().pointsMm[0], drawn.pointsMm[0]);
    EXPECT_NEAR(widget.toWidget(only().pointsMm[1]).y(), 180, 1e-6);

    const Measure bent = only();
    drag(widget, {150, 140}, {160, 150}); // Its line.
    EXPECT_NEAR(widget.toWidget(only().pointsMm[0]).x(), 110, 1e-6);
    EXPECT_NEAR(*measureValues(only(), *m_state.volume.get()).lengthMm,
                *measureValues(bent, *m_state.volume.get()).lengthMm, 1e-9);

    click(widget, {300, 300}); // Elsewhere.
    EXPECT_EQ(m_measures.selected.get(), "");
    key(widget, Qt::Key_Delete);
    EXPECT_EQ(m_measures.measures.get().size(), 1u) << "nothing was selected";
    click(widget, {160, 150});
    EXPECT_EQ(m_measures.selected.get(), drawn.uid);
    key(widget, Qt::Key_Delete);
    EXPECT_TRUE(m_measures.measures.get().empty());
}

TEST_F(MeasureToolTest, ADragCanBeGivenUp)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Length);
    drag(widget, {100, 100}, {200, 100});
    m_measures.tool.set(std::nullopt);
    const Measure drawn = only();
    mouse(widget, QEvent::MouseButtonPress, {200, 100});
    mouse(widget, QEvent::MouseMove, {250, 200});
    EXPECT_TRUE(m_measures.draft.get());
    key(widget, Qt::Key_Escape);
    mouse(widget, QEvent::MouseButtonRelease, {250, 200});
    EXPECT_EQ(only(), drawn);
}

TEST_F(MeasureToolTest, ItShowsInItsSliceAlone)
{
    SliceWidget& axial = view();
    m_measures.tool.set(MeasureKind::Length);
    drag(axial, {100, 100}, {200, 100});
    const QPointF middle(150, 100);
    EXPECT_TRUE(isDrawn(axial, middle));
    axial.scroll(1);
    EXPECT_FALSE(isDrawn(axial, middle));
    axial.scroll(-2);
    EXPECT_FALSE(isDrawn(axial, middle));
    axial.scroll(1);
    EXPECT_TRUE(isDrawn(axial, middle));
    // Wherever in its slice the cursor lies.
    const Vec3 cursor = m_state.cursorMm.get();
    for (const double off : {-0.45, 0.45}) {
        m_state.cursorMm.set(cursor + Vec3{0, 0, off * 2.0});
        EXPECT_TRUE(isDrawn(axial, middle)) << off;
    }
    m_measures.visible.set(false);
    EXPECT_FALSE(isDrawn(axial, middle));
}

TEST_F(MeasureToolTest, ALengthShowsInAnyPlaneItLiesInAnEllipseOnlyInItsOwn)
{
    SliceWidget& axial = view();
    SliceWidget& coronal = view(SliceOrientation::Coronal);
    const Vec3 cursor = m_state.cursorMm.get();
    Measure length;
    length.uid = "length";
    length.pointsMm = {cursor - Vec3{10, 0, 0}, cursor + Vec3{10, 0, 0}};
    m_measures.apply({std::nullopt, length});
    EXPECT_TRUE(isDrawn(axial, axial.toWidget(cursor + Vec3{5, 0, 0})));
    EXPECT_TRUE(isDrawn(coronal, coronal.toWidget(cursor + Vec3{5, 0, 0})));

    Measure dot;
    dot.uid = "dot";
    dot.kind = MeasureKind::Ellipse;
    dot.pointsMm =
        ellipsePoints(cursor - Vec3{9, 0.5, 0}, cursor + Vec3{9, 0.5, 0}, {1, 0, 0}, {0, 1, 0});
    m_measures.show({dot}, "");
    EXPECT_TRUE(isDrawn(axial, axial.toWidget(cursor + Vec3{9, 0, 0})));
    EXPECT_FALSE(isDrawn(coronal, coronal.toWidget(cursor + Vec3{9, 0, 0})));
}

TEST_F(MeasureToolTest, ScrollingAwayGivesUpWhatWasBegun)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Length);
    click(widget, {100, 100});
    widget.scroll(3);
    click(widget, {200, 100}); // Begins anew: a length never goes through slices.
    EXPECT_TRUE(m_measures.measures.get().empty());
    click(widget, {200, 200});
    EXPECT_NEAR(only().pointsMm[0][2], only().pointsMm[1][2], 1e-9);
}

TEST_F(MeasureToolTest, TheViewKeepsItsOwnButtonsAndKeys)
{
    SliceWidget& widget = view();
    m_measures.tool.set(MeasureKind::Length);
    const WindowLevel before = m_state.window.get();
    mouse(widget, QEvent::MouseButtonPress, {100, 100}, Qt::NoModifier, Qt::RightButton);
    mouse(widget, QEvent::MouseMove, {150, 100});
    mouse(widget, QEvent::MouseButtonRelease, {150, 100}, Qt::NoModifier, Qt::RightButton);
    EXPECT_NE(m_state.window.get(), before);
    const Vec3 corner = widget.toPatient({0, 0});
    drag(widget, {100, 100}, {150, 100}, Qt::ShiftModifier);
    EXPECT_NE(widget.toPatient({0, 0}), corner) << "Shift and left pan";
    EXPECT_TRUE(m_measures.measures.get().empty());
    const int slice = widget.sliceNumber();
    key(widget, Qt::Key_Down);
    EXPECT_EQ(widget.sliceNumber(), slice + 1);

    // Without a tool, presses set the cursor.
    m_measures.tool.set(std::nullopt);
    click(widget, {77, 88});
    EXPECT_NEAR(widget.toWidget(m_state.cursorMm.get()).x(), 77, 1e-6);
}

TEST_F(MeasureToolTest, TheEditorDecides)
{
    SliceWidget& widget = view();
    std::vector<MeasureChange> changes;
    m_measures.setEditor([&](const MeasureChange& change) { changes.push_back(change); });
    m_measures.tool.set(MeasureKind::Length);
    drag(widget, {100, 100}, {200, 100});
    ASSERT_EQ(changes.size(), 1u) << "one change a gesture";
    EXPECT_TRUE(m_measures.measures.get().empty());
    EXPECT_FALSE(changes[0].before);
    EXPECT_TRUE(changes[0].after);
}

TEST(MeasureTexts, SayUnitsAndNoNegativeZero)
{
    MeasureValues values;
    values.areaMm2 = 99.94;
    values.pixels = PixelStatistics{5, -0.04, 12.34, -3, 7};
    EXPECT_EQ(measureValueLines(MeasureKind::Ellipse, values),
              (QStringList{QStringLiteral("99.9 mm²"), QStringLiteral("Mean 0.0 HU   SD 12.3"),
                           QStringLiteral("Min -3   Max 7 HU")}));
    EXPECT_EQ(areaText(342.4), QStringLiteral("3.42 cm²"));
    values = {};
    values.crossesItself = true;
    EXPECT_EQ(measureValueLines(MeasureKind::Polygon, values),
              QStringList{QStringLiteral("The outline crosses itself")});
    EXPECT_EQ(measureValueLines(MeasureKind::Probe, {}),
              QStringList{QStringLiteral("Outside the image")});
}

} // namespace
} // namespace fovea
