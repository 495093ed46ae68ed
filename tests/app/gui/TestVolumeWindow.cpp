#include "app/volume/VolumeDesk.h"
#include "tests/app/gui/WindowFixture.h"
#include "viewer/slice/SliceProbe.h"
#include "viewer/volume/VolumeWidget.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QScreen>
#include <QStatusBar>
#include <QTreeView>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>

namespace fovea {
namespace {

/// The real window with its 3D view: needs OpenGL.
class VolumeWindowTest : public WindowFixture {
protected:
    VolumeWindowTest()
    {
        window->resize(1200, 900);
        window->show();
        bool shown = false;
        QObject::connect(&window->session(), &StudySession::surfacesReady, window.get(),
                         [&shown] { shown = true; });
        openPhantom();
        EXPECT_TRUE(waitFor([&shown] { return shown; }));
        view = child<VolumeWidget>("volumeView");
        settle();
    }
    static void settle()
    {
        for (int n = 0; n < 20; ++n)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    void mouse(QEvent::Type type, QPointF at)
    {
        const bool up = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, view->mapToGlobal(at),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          up ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view, &event);
    }
    void click(QPointF at)
    {
        mouse(QEvent::MouseButtonPress, at);
        mouse(QEvent::MouseButtonRelease, at);
    }
    /// Where a point of the patient appears in the widget.
    QPointF onView(const Vec3& at)
    {
        const auto p = view->scene().project(at);
        return QPointF(p[0], p[1]) / view->devicePixelRatioF();
    }
    std::uint16_t currentLabel()
    {
        const QTreeWidgetItem* item = child<QTreeWidget>("anatomies")->currentItem();
        return item ? std::uint16_t(item->data(0, Qt::UserRole + 1).toInt()) : 0;
    }

    VolumeWidget* view = nullptr;
};

TEST_F(VolumeWindowTest, AClickSelectsWhatIsSeenEverywhere)
{
    ViewState& state = window->viewState();
    VolumePick picked;
    QObject::connect(view, &VolumeWidget::picked, window.get(),
                     [&](const VolumePick& pick) { picked = pick; });
    const Vec3 before = state.cursorMm.get();
    click(QPointF(view->rect().center()));
    ASSERT_NE(picked.label, 0) << "something of the chest is in the middle";
    EXPECT_EQ(state.cursorMm.get(), picked.positionMm);
    EXPECT_NE(state.cursorMm.get(), before);
    EXPECT_EQ(currentLabel(), picked.label);
    const Structure* structure = state.labels.get()->structure(picked.label);
    ASSERT_NE(structure, nullptr);
    EXPECT_EQ(structure->anatomyId, picked.anatomyId);
    // The surface is the structure's: within two voxels of one of its voxels.
    const Vec3 index = state.labels.get()->geometry().patientToIndex(picked.positionMm);
    for (int a = 0; a < 3; ++a) {
        EXPECT_GE(index[a], structure->low[a] - 2.0);
        EXPECT_LE(index[a], structure->high[a] + 2.0);
    }
    // Beside everything: all stays.
    click({3, 3});
    EXPECT_EQ(currentLabel(), picked.label);
}

TEST_F(VolumeWindowTest, ADragIsNoClick)
{
    int picks = 0;
    QObject::connect(view, &VolumeWidget::picked, window.get(), [&] { ++picks; });
    const QPointF middle(view->rect().center());
    mouse(QEvent::MouseButtonPress, middle);
    mouse(QEvent::MouseMove, middle + QPointF(30, 0));
    mouse(QEvent::MouseButtonRelease, middle + QPointF(30, 0));
    EXPECT_EQ(picks, 0);
}

TEST_F(VolumeWindowTest, TheRenderedVolumeIsPickedByItsLabels)
{
    ViewState& state = window->viewState();
    trigger("volumeBone");
    settle();
    VolumePick picked;
    QObject::connect(view, &VolumeWidget::picked, window.get(),
                     [&](const VolumePick& pick) { picked = pick; });
    // The middle of the front is the sternum's, and ribs' from behind: bone in any case.
    trigger("lookPosterior");
    settle();
    const auto spine = state.labels.get()->labelsOf("thoracic_vertebrae");
    ASSERT_FALSE(spine.empty());
    const Structure* vertebra = state.labels.get()->structure(spine.front());
    Vec3 middle{};
    for (int a = 0; a < 3; ++a)
        middle[a] = (vertebra->low[a] + vertebra->high[a]) / 2.0;
    click(onView(state.labels.get()->geometry().indexToPatient(middle)));
    ASSERT_NE(picked.label, 0);
    EXPECT_EQ(state.labels.get()->structure(picked.label)->anatomyId, picked.anatomyId);
    EXPECT_EQ(currentLabel(), picked.label);
    EXPECT_EQ(state.cursorMm.get(), picked.positionMm);
    const SliceProbe probe = probeSlice(state, picked.positionMm, {0, 0, 1}, {});
    ASSERT_TRUE(probe.hu);
    EXPECT_GT(*probe.hu, 60) << "what the bone preset shows";
    // The status line says what it is.
    EXPECT_TRUE(
        std::ranges::any_of(window->statusBar()->findChildren<QLabel*>(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral(" mm")) &&
                   label->text().contains(QStringLiteral("HU"));
        }));
}

TEST_F(VolumeWindowTest, CropActionsCutWhatIsShownAndPicked)
{
    ViewState& state = window->viewState();
    EXPECT_TRUE(child<QAction>("cutNone")->isChecked());
    trigger("cutCoronal");
    ASSERT_TRUE(state.crop.get().plane);
    EXPECT_TRUE(child<QAction>("cutCoronal")->isChecked());
    settle();
    VolumePick picked;
    QObject::connect(view, &VolumeWidget::picked, window.get(),
                     [&](const VolumePick& pick) { picked = pick; });
    const double plane = state.cursorMm.get()[1];
    click(QPointF(view->rect().center()));
    ASSERT_NE(picked.label, 0);
    EXPECT_GE(picked.positionMm[1], plane - 0.5) << "what lies before the plane is gone";
    trigger("cropReset");
    EXPECT_TRUE(state.crop.get().isNothing());
    QCoreApplication::processEvents();
    trigger("undo");
    EXPECT_TRUE(state.crop.get().plane) << "resetting is a step";
}

TEST_F(VolumeWindowTest, CropsToTheAnatomyAtTheCursor)
{
    ViewState& state = window->viewState();
    ASSERT_TRUE(window->session().goToAnatomy(QStringLiteral("heart")));
    trigger("cropToAnatomy");
    ASSERT_TRUE(state.crop.get().box);
    const PatientBox& box = *state.crop.get().box;
    const Vec3 at = state.cursorMm.get();
    const PatientBox whole = boxOf(state.volume.get()->geometry());
    for (int a = 0; a < 3; ++a) {
        EXPECT_LT(box.lowMm[a], at[a]);
        EXPECT_GT(box.highMm[a], at[a]);
    }
    EXPECT_LT(box.highMm[0] - box.lowMm[0], 0.8 * (whole.highMm[0] - whole.lowMm[0]));
    EXPECT_TRUE(child<QAction>("cropBox")->isChecked());
}

TEST_F(VolumeWindowTest, ALengthIsMeasuredBetweenTwoClicksStoredAndUndone)
{
    ViewState& state = window->viewState();
    auto* list = child<QTreeWidget>("measures");
    trigger("measureLength3d");
    EXPECT_TRUE(child<QAction>("measureLength3d")->isChecked());
    EXPECT_TRUE(child<QAction>("measureLength")->isChecked()) << "one tool for slices and 3D";
    const QPointF middle(view->rect().center());
    std::vector<Vec3> points;
    const Connection watch = state.cursorMm.observe([&](const Vec3& at) { points.push_back(at); });
    click(middle - QPointF(0, 20));
    EXPECT_EQ(list->topLevelItemCount(), 0);
    click(middle + QPointF(0, 30));
    ASSERT_EQ(points.size(), 2U);
    ASSERT_EQ(list->topLevelItemCount(), 1);
    EXPECT_EQ(list->topLevelItem(0)->text(1),
              QStringLiteral("%1 mm").arg(norm(points[1] - points[0]), 0, 'f', 1));
    // Drawn over the picture, in the color of the selected one.
    settle();
    const QPointF way = (onView(points[0]) + onView(points[1])) / 2;
    const QImage picture = view->picture();
    bool drawn = false;
    for (int dx = -3; dx <= 3; ++dx) {
        const QColor c(picture.pixel((way * view->devicePixelRatioF()).toPoint() + QPoint(dx, 0)));
        drawn |= c.red() > 200 && c.green() > 180 && c.blue() < 170;
    }
    EXPECT_TRUE(drawn);
    trigger("undo");
    EXPECT_EQ(list->topLevelItemCount(), 0);
    trigger("measureEnd");
    EXPECT_FALSE(child<QAction>("measureLength3d")->isChecked());
}

TEST_F(VolumeWindowTest, SpinsUntilTheReaderMovesTheView)
{
    QAction* spin = child<QAction>("spin3d");
    const Vec3 side = window->viewState().volume.get()->geometry().centreMm() + Vec3{50, 0, 0};
    const QPointF before = onView(side);
    spin->trigger();
    EXPECT_TRUE(spin->isChecked());
    ASSERT_TRUE(waitFor([&] { return std::abs(onView(side).x() - before.x()) > 5; }));
    const QPointF middle(view->rect().center());
    mouse(QEvent::MouseButtonPress, middle);
    mouse(QEvent::MouseButtonRelease, middle);
    EXPECT_FALSE(spin->isChecked());
    const QPointF now = onView(side);
    settle();
    EXPECT_EQ(onView(side), now);
}

TEST_F(VolumeWindowTest, LooksFromEverySideAndZooms)
{
    const Vec3 middle = window->viewState().volume.get()->geometry().centreMm();
    trigger("lookLeft");
    EXPECT_GT(onView(middle + Vec3{0, 40, 0}).x(), onView(middle).x()) << "the back on the right";
    trigger("lookSuperior");
    EXPECT_LT(onView(middle - Vec3{0, 40, 0}).y(), onView(middle).y()) << "anterior up";
    trigger("reset3d");
    const double wide = onView(middle + Vec3{40, 0, 0}).x() - onView(middle).x();
    EXPECT_GT(wide, 0) << "the patient's left on the right";
    trigger("zoomIn3d");
    EXPECT_GT(onView(middle + Vec3{40, 0, 0}).x() - onView(middle).x(), 1.1 * wide);
    trigger("zoomOut3d");
    EXPECT_NEAR(onView(middle + Vec3{40, 0, 0}).x() - onView(middle).x(), wide, 0.05 * wide);
}

TEST_F(VolumeWindowTest, TheLegendStandsWhereColorsMeanAbnormality)
{
    trigger("surfacesOnly");
    settle();
    const auto yellow = [this] {
        const QImage picture = view->picture();
        int count = 0;
        for (int y = picture.height() / 2; y < picture.height(); ++y) {
            const QColor c(picture.pixel(picture.width() - 15, y));
            count += c.red() > 200 && c.green() > 200 && c.blue() < 90;
        }
        return count;
    };
    EXPECT_EQ(yellow(), 0);
    trigger("overlayAbnormality");
    settle();
    EXPECT_GT(yellow(), 2) << "the top of the scale, at the right edge";
}

TEST_F(VolumeWindowTest, AfterADragTheWholePictureComesByItself)
{
    trigger("volumeBone");
    settle();
    const QImage whole = view->picture();
    const QPointF middle(view->rect().center());
    mouse(QEvent::MouseButtonPress, middle);
    mouse(QEvent::MouseMove, middle + QPointF(40, 0));
    mouse(QEvent::MouseMove, middle);
    mouse(QEvent::MouseButtonRelease, middle);
    // What is on the screen, not painted anew.
    const auto shown = [this] {
        return view->screen()
            ->grabWindow(window->winId())
            .toImage()
            .copy(QRect(view->mapTo(window.get(), QPoint(0, 0)) * view->devicePixelRatioF(),
                        view->size() * view->devicePixelRatioF()));
    };
    const auto isWhole = [&] {
        const QImage now = shown();
        if (now.size() != whole.size())
            return false;
        int differing = 0;
        for (int y = 0; y < now.height(); ++y) {
            for (int x = 0; x < now.width(); ++x)
                differing += std::abs(qGray(now.pixel(x, y)) - qGray(whole.pixel(x, y))) > 24;
        }
        return differing < now.width() * now.height() / 500;
    };
    EXPECT_TRUE(waitFor(isWhole));
}

TEST_F(VolumeWindowTest, WithoutAStudyCommandsSayWhy)
{
    WindowFixture::makeWindow();
    window->show();
    QAction* crop = child<QAction>("cropToAnatomy");
    EXPECT_FALSE(crop->isEnabled());
    EXPECT_EQ(crop->toolTip(), QStringLiteral("No study is open."));
    EXPECT_FALSE(child<QLabel>("volumeReason")->text().isEmpty());
    EXPECT_FALSE(child<QWidget>("cropOn")->isEnabled());
}

} // namespace
} // namespace fovea
