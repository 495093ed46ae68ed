#include "app/compare/SeriesComparison.h"
#include "tests/app/gui/WindowFixture.h"
#include "viewer/slice/SliceWidget.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace fovea {
namespace {

/// Two phantoms, hence two patients with a frame of reference each.
class CompareTest : public WindowFixture {
protected:
    CompareTest()
    {
        window->resize(1500, 900);
        window->show();
    }
    static const std::filesystem::path& otherPhantom()
    {
        static const QTemporaryDir folder;
        static const std::filesystem::path path = [] {
            const std::filesystem::path root = folder.path().toStdString();
            const PhantomGrid grid{{64, 56, 40}, {5.6, 5.6, 8.0}};
            EXPECT_TRUE(writePhantom(8, grid, root, catalog(), Progress()));
            return root;
        }();
        return path;
    }
    /// The second phantom is in the archive, the first is open and the second is marked.
    void openBoth()
    {
        open(otherPhantom());
        open(phantomFolder());
        other = 1; // Imported first.
        ASSERT_NE(window->session().series()->series.id, other);
        auto* studies = child<QTreeWidget>("studies");
        ASSERT_TRUE(waitFor([studies] { return studies->topLevelItemCount() == 2; }));
        for (int n = 0; n < 2; ++n) {
            QTreeWidgetItem* series = studies->topLevelItem(n)->child(0);
            if (!series->font(0).bold())
                studies->setCurrentItem(series);
        }
    }
    SeriesComparison& comparison() { return *window->findChild<SeriesComparison*>(); }
    void compare()
    {
        ASSERT_TRUE(child<QAction>("compareSelected")->isEnabled());
        trigger("compareSelected");
        ASSERT_TRUE(waitFor([this] { return comparison().series().has_value(); }));
        QApplication::processEvents();
    }
    static void expectSame(const Vec3& a, const Vec3& b)
    {
        for (std::size_t axis = 0; axis < 3; ++axis)
            EXPECT_NEAR(a[axis], b[axis], 1e-9);
    }
    std::int64_t other = 0;
};

TEST_F(CompareTest, OnlyAnotherSeriesCanBeCompared)
{
    EXPECT_FALSE(child<QAction>("compareSelected")->isEnabled());
    openBoth();
    EXPECT_TRUE(child<QAction>("compareSelected")->isEnabled());
    auto* studies = child<QTreeWidget>("studies");
    for (int n = 0; n < 2; ++n) {
        QTreeWidgetItem* series = studies->topLevelItem(n)->child(0);
        if (series->font(0).bold()) // The open one itself.
            studies->setCurrentItem(series);
    }
    EXPECT_FALSE(child<QAction>("compareSelected")->isEnabled());
}

TEST_F(CompareTest, TwoSeriesScrollTogetherByPatientPosition)
{
    openBoth();
    compare();
    EXPECT_EQ(comparison().series()->series.id, other);
    auto* axial = child<SliceWidget>("axialView");
    auto* beside = child<SliceWidget>("compared_axial");
    ASSERT_TRUE(axial->isVisible() && beside->isVisible());
    EXPECT_FALSE(child<SliceWidget>("coronalView")->isVisible());
    EXPECT_NEAR(axial->width(), beside->width(), 6);

    const Vec3 offset = comparison().state().cursorMm.get() - window->viewState().cursorMm.get();
    axial->scroll(3);
    expectSame(comparison().state().cursorMm.get() - window->viewState().cursorMm.get(), offset);
    const Vec3 before = window->viewState().cursorMm.get();
    beside->scroll(-2); // The other way round, by the other's slices of 8 mm.
    expectSame(comparison().state().cursorMm.get() - window->viewState().cursorMm.get(), offset);
    // It was between two slices, and lies on one now.
    EXPECT_NEAR(std::abs(window->viewState().cursorMm.get()[2] - before[2]), 16.0, 4.0);
    // Each keeps its window.
    trigger("window_brain");
    EXPECT_NE(comparison().state().window.get(), (WindowLevel{40, 80}));
}

TEST_F(CompareTest, UnlinkedOneMovesAloneAndLinkedAgainTheNewPlacesStayTogether)
{
    openBoth();
    compare();
    auto* axial = child<SliceWidget>("axialView");
    auto* beside = child<SliceWidget>("compared_axial");
    auto* link = child<QToolButton>("linkCompared");
    ASSERT_TRUE(link->isChecked());
    link->click();
    const Vec3 before = window->viewState().cursorMm.get();
    beside->scroll(4);
    expectSame(window->viewState().cursorMm.get(), before);
    link->click();
    const Vec3 offset = comparison().state().cursorMm.get() - window->viewState().cursorMm.get();
    axial->scroll(2);
    expectSame(comparison().state().cursorMm.get() - window->viewState().cursorMm.get(), offset);
}

TEST_F(CompareTest, CommandsForOneViewReachTheComparedSeries)
{
    openBoth();
    compare();
    ViewState& here = window->viewState();
    ViewState& there = comparison().state();
    auto* axial = child<SliceWidget>("axialView");
    auto* beside = child<SliceWidget>("compared_axial");
    window->activateWindow();
    beside->setFocus();
    QApplication::processEvents();
    ASSERT_TRUE(beside->hasFocus());
    trigger("slab20");
    EXPECT_EQ(beside->slab(), (Slab{SlabMode::Maximum, 20}));
    EXPECT_FALSE(axial->slab().isThick());
    EXPECT_TRUE(child<QAction>("slab20")->isChecked());
    trigger("flipHorizontally");
    EXPECT_FALSE(beside->turn().isIdentity());
    EXPECT_TRUE(axial->turn().isIdentity());
    const WindowLevel before = here.window.get();
    trigger("window_brain");
    EXPECT_EQ(there.window.get(), (WindowLevel{40, 80}));
    EXPECT_EQ(here.window.get(), before);
    // The box of the tool bar shows and sets what the view is shown in.
    auto* width = child<QSpinBox>("windowWidth");
    EXPECT_EQ(width->value(), 80);
    width->setValue(500);
    EXPECT_EQ(there.window.get(), (WindowLevel{40, 500}));
    EXPECT_EQ(here.window.get(), before);
    trigger("cine");
    EXPECT_TRUE(child<QAction>("cine")->isChecked());
    trigger("cine");

    // What the mouse does and how grays lie is one choice.
    trigger("mouseZoom");
    trigger("invert");
    EXPECT_EQ(there.mouseMode.get(), MouseMode::Zoom);
    EXPECT_TRUE(there.inverted.get());
    axial->setFocus();
    QApplication::processEvents();
    EXPECT_TRUE(child<QAction>("slabOff")->isChecked()) << "the menu follows the view";
    EXPECT_EQ(width->value(), int(before.widthHu)) << "and so does the box";
    beside->setFocus();
    QApplication::processEvents();
    EXPECT_EQ(width->value(), 500);
    trigger("endComparison");
    QApplication::processEvents();
    EXPECT_EQ(width->value(), int(before.widthHu));
}

TEST_F(CompareTest, LinkedPlanesTurnTogether)
{
    openBoth();
    ViewState& here = window->viewState();
    here.frame.set(PlaneFrame().turned(SliceOrientation::Coronal, 0.3));
    compare();
    ViewState& there = comparison().state();
    EXPECT_EQ(there.frame.get(), here.frame.get()) << "as it is beside";
    there.frame.set(there.frame.get().turned(SliceOrientation::Axial, 0.2));
    EXPECT_EQ(here.frame.get(), there.frame.get());
    child<QToolButton>("linkCompared")->click();
    here.frame.set({});
    EXPECT_FALSE(there.frame.get().isStandard());
    child<QToolButton>("linkCompared")->click();
    EXPECT_TRUE(there.frame.get().isStandard());
    trigger("endComparison");
    here.frame.set(PlaneFrame().turned(SliceOrientation::Coronal, 0.3));
    compare();
    trigger("resetPlanes");
    EXPECT_TRUE(here.frame.get().isStandard());
    EXPECT_TRUE(there.frame.get().isStandard());
}

TEST_F(CompareTest, ThePlaneFollowsTheViewBeside)
{
    openBoth();
    compare();
    trigger("layoutCoronal");
    QApplication::processEvents();
    EXPECT_TRUE(child<SliceWidget>("compared_coronal")->isVisible());
    EXPECT_FALSE(child<SliceWidget>("compared_axial")->isVisible());
}

TEST_F(CompareTest, AnotherPatientAndFrameOfReferenceAreSaid)
{
    openBoth();
    EXPECT_TRUE(child<QWidget>("noticeBar")->isHidden());
    compare();
    EXPECT_FALSE(child<QWidget>("noticeBar")->isHidden());
    const QString text = child<QLabel>("noticeText")->text();
    EXPECT_TRUE(text.contains(QStringLiteral("ANOTHER PATIENT"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("frame of reference")));
    trigger("endComparison");
    QApplication::processEvents();
    EXPECT_TRUE(child<QWidget>("noticeBar")->isHidden());
    EXPECT_TRUE(child<QWidget>("comparePane")->isHidden());
    EXPECT_TRUE(child<SliceWidget>("coronalView")->isVisible()) << "the layout is back";
    EXPECT_FALSE(child<QAction>("endComparison")->isEnabled());
}

TEST_F(CompareTest, ASeriesIsDraggedFromTheListOntoAView)
{
    openBoth();
    auto* studies = child<QTreeWidget>("studies");
    const auto dragged = [&](bool wantOpen) {
        for (int n = 0; n < 2; ++n) {
            QTreeWidgetItem* series = studies->topLevelItem(n)->child(0);
            if (series->font(0).bold() == wantOpen) {
                const QModelIndex study = studies->model()->index(n, 0);
                return std::unique_ptr<QMimeData>(
                    studies->model()->mimeData({studies->model()->index(0, 0, study)}));
            }
        }
        return std::unique_ptr<QMimeData>();
    };
    auto* coronal = child<SliceWidget>("coronalView");
    QWidget* area = window->centralWidget();
    const QPoint at = coronal->mapTo(area, coronal->rect().center());
    const auto enters = [&](const QMimeData& data) {
        QDragEnterEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &event);
        return event.isAccepted();
    };
    // The row of the archive and nothing of the patient.
    const auto another = dragged(false);
    ASSERT_NE(another, nullptr);
    ASSERT_EQ(another->formats().size(), 1);
    EXPECT_EQ(another->data(another->formats().first()), QByteArray::number(qint64(other)));
    EXPECT_FALSE(enters(*dragged(true))) << "nothing is compared with itself";
    EXPECT_FALSE(enters(QMimeData()));
    ASSERT_TRUE(enters(*another));
    QDropEvent drop(at, Qt::CopyAction, another.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(area, &drop);
    ASSERT_TRUE(waitFor([this] { return comparison().series().has_value(); }));
    QApplication::processEvents();
    EXPECT_EQ(comparison().series()->series.id, other);
    EXPECT_TRUE(child<SliceWidget>("compared_coronal")->isVisible()) << "in the view's plane";
}

TEST_F(CompareTest, OpeningAnotherStudyEndsIt)
{
    openBoth();
    compare();
    window->openSeries(other);
    ASSERT_TRUE(waitFor([this] {
        return window->session().series() && window->session().series()->series.id == other;
    }));
    EXPECT_FALSE(comparison().series().has_value());
    EXPECT_TRUE(child<QWidget>("comparePane")->isHidden());
}

} // namespace
} // namespace fovea
