#include "tests/viewer/support/markerVolume.h"
#include "viewer/volume/VolumeWidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QMouseEvent>

#include <gtest/gtest.h>

namespace fovea {
namespace {

// Qt's "offscreen" platform has no OpenGL, like some remote desktops.
TEST(VolumeWidgetWithoutGl, saysSoAndTakesEverything)
{
    ViewState state;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    VolumeWidget widget(state);
    int failures = 0;
    QObject::connect(&widget, &VolumeWidget::openGlFailed, [&] { ++failures; });
    widget.resize(300, 200);
    widget.show();
    QElapsedTimer timer;
    timer.start();
    while (failures == 0 && timer.elapsed() < 2000)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
    EXPECT_EQ(failures, 1);
    const auto* label = widget.findChild<QLabel*>();
    ASSERT_NE(label, nullptr);
    EXPECT_TRUE(label->isVisible());

    const LabelMapPtr labels = test::markerLabels(geometry, {10, 10, 10}, 3, 1, "lung");
    state.show(test::markerVolume(geometry, {10, 10, 10}, 3), labels);
    const auto surfaces = buildSurfaces(labels, {}, {});
    ASSERT_TRUE(surfaces.ok());
    EXPECT_TRUE(widget.setSurfaces(*surfaces));
    const Vec3 cursor = state.cursorMm.get();
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const QPointF at(150, 100);
        QMouseEvent event(type, at, widget.mapToGlobal(at), Qt::LeftButton, Qt::LeftButton,
                          Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    }
    EXPECT_EQ(state.cursorMm.get(), cursor);
    widget.hide();
    widget.show();
    QApplication::processEvents();
    EXPECT_EQ(failures, 1) << "said once";
}

} // namespace
} // namespace fovea
