#include "tests/viewer/support/markerVolume.h"
#include "viewer/volume/VolumeWidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QMouseEvent>

#include <cmath>
#include <gtest/gtest.h>
#include <memory>

namespace fovea {
namespace {

constexpr Index3 marker{20, 24, 18};

void settle(int ms = 150)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

void mouse(QWidget& widget, QEvent::Type type, QPointF at, Qt::MouseButton button)
{
    const Qt::MouseButton changed = type == QEvent::MouseMove ? Qt::NoButton : button;
    const Qt::MouseButtons held =
        type == QEvent::MouseButtonRelease ? Qt::MouseButtons(Qt::NoButton) : button;
    QMouseEvent event(type, at, widget.mapToGlobal(at), changed, held, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

bool reddish(const QImage& picture, QPointF at)
{
    const QColor c(picture.pixel(at.toPoint()));
    return c.red() > 60 && c.red() > 2 * c.green() && c.red() > 2 * c.blue();
}

class VolumeWidgetTest : public ::testing::Test {
protected:
    VolumeWidgetTest()
    {
        const ImageGeometry geometry = test::gridCases().front().geometry;
        m_labels = test::markerLabels(geometry, marker, 6, 4, "lung");
        m_state.show(test::markerVolume(geometry, marker, 6), m_labels);
        m_state.crosshairVisible.set(false);
        m_middle = geometry.indexToPatient({20, 24, 18});
    }

    bool giveSurfaces(VolumeWidget& widget)
    {
        auto surfaces = buildSurfaces(m_labels, {}, {});
        return surfaces.ok() && widget.setSurfaces(*surfaces);
    }

    ViewState m_state;
    LabelMapPtr m_labels;
    Vec3 m_middle{};
};

TEST_F(VolumeWidgetTest, showsSurfacesAndFollowsTheState)
{
    VolumeWidget widget(m_state);
    widget.resize(360, 300);
    widget.show();
    settle();
    ASSERT_TRUE(giveSurfaces(widget));
    settle();
    QImage picture = widget.grabFramebuffer();
    EXPECT_TRUE(reddish(picture, {180, 150}));
    EXPECT_EQ(qAlpha(picture.pixel(5, 5)), 255);

    m_state.hiddenAnatomies.set({"lung"});
    settle();
    EXPECT_FALSE(reddish(widget.grabFramebuffer(), {180, 150}));
    m_state.hiddenAnatomies.set({});
    settle();
    EXPECT_TRUE(reddish(widget.grabFramebuffer(), {180, 150}));

    // Another label map: its predecessor's surfaces go, and late ones are refused.
    m_state.labels.set(nullptr);
    settle();
    EXPECT_FALSE(reddish(widget.grabFramebuffer(), {180, 150}));
    EXPECT_FALSE(giveSurfaces(widget));
}

TEST_F(VolumeWidgetTest, clickPicksDragRotates)
{
    VolumeWidget widget(m_state);
    widget.resize(360, 300);
    widget.show();
    settle();
    ASSERT_TRUE(giveSurfaces(widget));
    settle();
    std::vector<VolumePick> picks;
    QObject::connect(&widget, &VolumeWidget::picked,
                     [&](const VolumePick& pick) { picks.push_back(pick); });
    mouse(widget, QEvent::MouseButtonPress, {180, 150}, Qt::LeftButton);
    mouse(widget, QEvent::MouseButtonRelease, {180, 150}, Qt::LeftButton);
    ASSERT_EQ(picks.size(), 1U);
    EXPECT_EQ(picks[0].anatomyId, "lung");
    EXPECT_EQ(m_state.cursorMm.get(), picks[0].positionMm);
    // From the front: the block's anterior face, 6.5 voxels of 1.25 mm before its middle.
    EXPECT_NEAR(picks[0].positionMm[1], m_middle[1] - 6.5 * 1.25, 1.5);
    EXPECT_NEAR(picks[0].positionMm[0], m_middle[0], 1.0);
    EXPECT_NEAR(picks[0].positionMm[2], m_middle[2], 1.0);

    const auto before = widget.scene().project(m_middle + Vec3{10, 0, 0});
    mouse(widget, QEvent::MouseButtonPress, {180, 150}, Qt::LeftButton);
    mouse(widget, QEvent::MouseMove, {230, 150}, Qt::LeftButton);
    mouse(widget, QEvent::MouseButtonRelease, {230, 150}, Qt::LeftButton);
    EXPECT_EQ(picks.size(), 1U) << "a drag is no click";
    EXPECT_GT(std::abs(widget.scene().project(m_middle + Vec3{10, 0, 0})[0] - before[0]), 2);
}

TEST_F(VolumeWidgetTest, survivesResizeHideAndAnotherWindow)
{
    auto first = std::make_unique<QWidget>();
    auto* widget = new VolumeWidget(m_state);
    (new QHBoxLayout(first.get()))->addWidget(widget);
    first->resize(360, 300);
    first->show();
    settle();
    ASSERT_TRUE(giveSurfaces(*widget));
    settle();
    const auto seen = [&] {
        settle();
        return reddish(widget->grabFramebuffer(),
                       QPointF(widget->width() / 2.0, widget->height() / 2.0) *
                           widget->devicePixelRatioF());
    };
    EXPECT_TRUE(seen());
    first->resize(500, 260);
    EXPECT_TRUE(seen());
    first->hide();
    settle();
    first->show();
    EXPECT_TRUE(seen());

    // Another top-level window: another context, everything in the old one is lost.
    QWidget second;
    auto* layout = new QHBoxLayout(&second);
    layout->addWidget(widget);
    second.resize(300, 300);
    second.show();
    first.reset();
    EXPECT_TRUE(seen());
    m_state.volumeRendering.set(VolumePreset::Bone);
    settle(400);
    EXPECT_GT(QColor(widget->grabFramebuffer().pixel(widget->width() / 2, widget->height() / 2))
                  .lightness(),
              80);
}

} // namespace
} // namespace fovea
