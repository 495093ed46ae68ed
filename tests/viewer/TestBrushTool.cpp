#include "tests/viewer/support/markerVolume.h"
#include "viewer/ViewState.h"
#include "viewer/edit/BrushTool.h"
#include "viewer/slice/SliceWidget.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

constexpr Index3 marker{20, 24, 18};
constexpr std::uint16_t lung = 1;

class BrushToolTest : public ::testing::Test {
protected:
    BrushToolTest()
    {
        state.show(test::markerVolume(geometry, marker, 3),
                   test::markerLabels(geometry, marker, 6, lung, "lung"));
        state.cursorMm.set(geometry.indexToPatient({20, 24, 18}));
        BrushSettings brush;
        brush.shape = BrushSettings::Shape::Disc;
        brush.radiusMm = 4.0;
        brush.target.structure = *state.labels.get()->structure(lung);
        tool.setSettings(brush);
        state.sliceTool.set(&tool);
        QObject::connect(&tool, &BrushTool::strokeFinished, &tool,
                         [this](const LabelPatch& patch) { patches.push_back(patch); });
        widget.resize(400, 360);
        widget.show();
        QApplication::processEvents();
    }
    ~BrushToolTest() override { state.sliceTool.set(nullptr); }

    QPointF at(Index3 index) const
    {
        return widget.toWidget(
            geometry.indexToPatient({double(index[0]), double(index[1]), double(index[2])}));
    }
    void mouse(QEvent::Type type, Index3 index, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
               Qt::MouseButton button = Qt::LeftButton)
    {
        const QPointF point = at(index);
        const bool moved = type == QEvent::MouseMove;
        QMouseEvent event(type, point, widget.mapToGlobal(point), moved ? Qt::NoButton : button,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : button, modifiers);
        QApplication::sendEvent(&widget, &event);
    }
    void key(int code)
    {
        QKeyEvent event(QEvent::KeyPress, code, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    }
    void wheel(int notches, Qt::KeyboardModifiers modifiers)
    {
        const QPointF point = at(marker);
        QWheelEvent event(point, widget.mapToGlobal(point), {}, QPoint(0, 120 * notches),
                          Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
    }
    std::uint16_t shown(Index3 index) const
    {
        const LabelPreviewPtr preview = state.labelPreview.get();
        return preview && preview->block.box.contains(index) ? preview->block.at(index)
                                                             : state.labels.get()->at(index);
    }

    const ImageGeometry geometry = test::gridCases().front().geometry;
    ViewState state;
    BrushTool tool{state};
    SliceWidget widget{state, SliceOrientation::Axial};
    std::vector<LabelPatch> patches;
};

TEST_F(BrushToolTest, AStrokeIsShownWhileItRunsAndToldAtItsEnd)
{
    const LabelMapPtr before = state.labels.get();
    const Vec3 cursor = state.cursorMm.get();
    mouse(QEvent::MouseButtonPress, {30, 24, 18});
    EXPECT_EQ(shown({30, 24, 18}), lung);
    EXPECT_TRUE(patches.empty());
    mouse(QEvent::MouseMove, {34, 30, 18});
    EXPECT_EQ(shown({32, 27, 18}), lung);
    EXPECT_EQ(shown({32, 27, 17}), 0) << "another slice";
    mouse(QEvent::MouseButtonRelease, {34, 30, 18});
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(state.labels.get(), before);
    EXPECT_EQ(state.cursorMm.get(), cursor) << "the view moved, too";
    const auto after = applyPatch(*before, patches[0]);
    ASSERT_TRUE(after);
    EXPECT_EQ((*after)->at({32, 27, 18}), lung);
    EXPECT_EQ(patches[0].box.low[2], 18);
    EXPECT_EQ(patches[0].box.high[2], 18);
}

TEST_F(BrushToolTest, CtrlErases)
{
    mouse(QEvent::MouseButtonPress, marker, Qt::ControlModifier);
    EXPECT_EQ(shown(marker), 0);
    mouse(QEvent::MouseButtonRelease, marker, Qt::ControlModifier);
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].runs[0].before, lung);
    EXPECT_EQ(patches[0].runs[0].after, 0);
}

TEST_F(BrushToolTest, EscapeGivesTheStrokeUp)
{
    int ended = 0;
    QObject::connect(&tool, &BrushTool::endRequested, &tool, [&] { ++ended; });
    mouse(QEvent::MouseButtonPress, {30, 24, 18});
    key(Qt::Key_Escape);
    EXPECT_EQ(state.labelPreview.get(), nullptr);
    mouse(QEvent::MouseButtonRelease, {30, 24, 18});
    EXPECT_TRUE(patches.empty());
    EXPECT_EQ(ended, 0);
    key(Qt::Key_Escape);
    EXPECT_EQ(ended, 1);
}

TEST_F(BrushToolTest, WhatChangesNothingIsNoStroke)
{
    mouse(QEvent::MouseButtonPress, marker);
    mouse(QEvent::MouseButtonRelease, marker);
    EXPECT_TRUE(patches.empty()) << "it is the structure already";
    EXPECT_EQ(state.labelPreview.get(), nullptr);
    tool.setReady(false);
    mouse(QEvent::MouseButtonPress, {30, 24, 18});
    mouse(QEvent::MouseButtonRelease, {30, 24, 18});
    EXPECT_TRUE(patches.empty());
}

TEST_F(BrushToolTest, OtherButtonsStayTheViews)
{
    const WindowLevel before = state.window.get();
    mouse(QEvent::MouseButtonPress, {30, 24, 18}, Qt::NoModifier, Qt::RightButton);
    mouse(QEvent::MouseMove, {34, 30, 18}, Qt::NoModifier, Qt::RightButton);
    mouse(QEvent::MouseButtonRelease, {34, 30, 18}, Qt::NoModifier, Qt::RightButton);
    EXPECT_NE(state.window.get(), before);
    EXPECT_TRUE(patches.empty());
}

TEST_F(BrushToolTest, KeysAndShiftWheelAskForTheRadius)
{
    std::vector<double> asked;
    QObject::connect(&tool, &BrushTool::radiusRequested, &tool, [&](double mm) {
        asked.push_back(mm);
        BrushSettings brush = tool.settings();
        brush.radiusMm = mm;
        tool.setSettings(brush);
    });
    const Vec3 cursor = state.cursorMm.get();
    key(Qt::Key_BracketRight);
    key(Qt::Key_BracketLeft);
    wheel(2, Qt::ShiftModifier);
    wheel(-100, Qt::ShiftModifier);
    EXPECT_EQ(asked, (std::vector<double>{4.5, 4.0, 5.0, 0.5}));
    EXPECT_EQ(state.cursorMm.get(), cursor);
    wheel(1, Qt::NoModifier);
    EXPECT_EQ(asked.size(), 4U);
    EXPECT_NE(state.cursorMm.get(), cursor) << "the plain wheel scrolls";
}

} // namespace
} // namespace fovea
