#include "app/views/ExportActions.h"
#include "tests/app/gui/BrokenArchive.h"
#include "tests/app/gui/WindowFixture.h"
#include "viewer/slice/SliceWidget.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace fovea {
namespace {

class KeyImagesTest : public WindowFixture {
protected:
    KeyImagesTest()
    {
        window->resize(1500, 900);
        window->show();
        settle();
    }
    static void settle()
    {
        for (int n = 0; n < 3; ++n)
            QApplication::processEvents();
    }
    SliceWidget* slice(const char* name) { return child<SliceWidget>(name); }
    void focus(QWidget* widget)
    {
        window->activateWindow();
        widget->setFocus();
        settle();
        ASSERT_TRUE(widget->hasFocus());
    }
    /// What another process would find now.
    std::vector<KeyImageRecord> stored()
    {
        const auto database = StudyDatabase::open(archive.folder());
        return *database->keyImagesOf(window->session().series()->series.id);
    }
    bool storedCount(std::size_t count)
    {
        return waitFor([this, count] { return stored().size() == count; });
    }
    QListWidget* list() { return child<QListWidget>("keyImages"); }
    void reopen()
    {
        bool shown = false;
        QObject::connect(&window->session(), &StudySession::seriesShown, window.get(),
                         [&shown] { shown = true; });
        window->openSeries(1);
        ASSERT_TRUE(waitFor([&shown] { return shown; }));
    }
};

TEST_F(KeyImagesTest, AStarStaysWithItsSlice)
{
    EXPECT_FALSE(child<QAction>("toggleKeyImage")->isEnabled());
    openPhantom();
    SliceWidget* axial = slice("axialView");
    focus(axial);
    auto* star = child<QToolButton>("axialStar");
    EXPECT_TRUE(star->accessibleDescription().isEmpty());
    trigger("toggleKeyImage");
    ASSERT_EQ(list()->count(), 1);
    EXPECT_TRUE(list()->item(0)->text().contains(QString::number(axial->sliceNumber())));
    EXPECT_FALSE(star->accessibleDescription().isEmpty());
    EXPECT_TRUE(child<QToolButton>("coronalStar")->accessibleDescription().isEmpty());
    // Stored with the change, not at exit.
    ASSERT_TRUE(storedCount(1));
    EXPECT_EQ(stored()[0].plane, KeyImagePlane::Axial);

    axial->scroll(1);
    EXPECT_TRUE(star->accessibleDescription().isEmpty());
    axial->scroll(-1);
    EXPECT_FALSE(star->accessibleDescription().isEmpty());
    trigger("toggleKeyImage");
    EXPECT_EQ(list()->count(), 0);
    EXPECT_TRUE(storedCount(0));
}

TEST_F(KeyImagesTest, OnAndOffInHasteEndsAsItLooks)
{
    openPhantom();
    focus(slice("axialView"));
    for (int n = 0; n < 5; ++n)
        trigger("toggleKeyImage");
    EXPECT_EQ(list()->count(), 1);
    // The writes follow one another in the order of the changes.
    QTest::qWait(1000);
    EXPECT_TRUE(storedCount(1));
    trigger("toggleKeyImage");
    EXPECT_TRUE(storedCount(0));
}

TEST_F(KeyImagesTest, SpaceWalksThroughThemInReadingOrder)
{
    openPhantom();
    SliceWidget* axial = slice("axialView");
    SliceWidget* coronal = slice("coronalView");
    focus(coronal);
    trigger("toggleKeyImage"); // Coronal, middle.
    const int coronalSlice = coronal->sliceNumber();
    focus(axial);
    axial->scrollToEnd(true);
    trigger("window_lung");
    trigger("toggleKeyImage");
    axial->scrollToEnd(false);
    trigger("window_bone");
    trigger("toggleKeyImage");
    ASSERT_EQ(list()->count(), 3);

    coronal->scroll(-3);
    axial->scroll(7);
    trigger("window_brain");
    QTest::keyClick(axial, Qt::Key_Space); // From the star given last, the first axial slice.
    EXPECT_EQ(axial->sliceNumber(), axial->sliceCount());
    EXPECT_EQ(window->viewState().window.get(), (WindowLevel{-600, 1500}));
    QTest::keyClick(axial, Qt::Key_Space);
    EXPECT_EQ(coronal->sliceNumber(), coronalSlice);
    EXPECT_TRUE(coronal->hasFocus()); // The view that has the key image.
    QTest::keyClick(coronal, Qt::Key_Space);
    EXPECT_EQ(axial->sliceNumber(), 1); // Round.
    EXPECT_EQ(window->viewState().window.get(), (WindowLevel{400, 1800}));
    QTest::keyClick(axial, Qt::Key_Space, Qt::ShiftModifier);
    EXPECT_EQ(coronal->sliceNumber(), coronalSlice);
}

TEST_F(KeyImagesTest, AKeyImageWhoseViewIsHiddenIsBroughtForward)
{
    openPhantom();
    focus(slice("sagittalView"));
    trigger("toggleKeyImage");
    trigger("layout_one");
    settle();
    ASSERT_FALSE(slice("sagittalView")->isVisible());
    trigger("nextKeyImage");
    settle();
    EXPECT_TRUE(slice("sagittalView")->isVisible());
}

TEST_F(KeyImagesTest, AnObliquePlaneIsNoneAndGoingToOneResetsThePlanes)
{
    openPhantom();
    focus(slice("axialView"));
    trigger("toggleKeyImage");
    ASSERT_EQ(list()->count(), 1);
    auto* star = child<QToolButton>("axialStar");
    EXPECT_FALSE(star->accessibleDescription().isEmpty());
    ViewState& state = window->viewState();
    state.frame.set(state.frame.get().turned(SliceOrientation::Coronal, 0.3));
    EXPECT_TRUE(star->accessibleDescription().isEmpty());
    trigger("toggleKeyImage");
    EXPECT_EQ(list()->count(), 1);
    EXPECT_TRUE(child<QWidget>("noticeBar")->isVisibleTo(window.get()));
    trigger("nextKeyImage");
    EXPECT_TRUE(state.frame.get().isStandard());
    EXPECT_FALSE(star->accessibleDescription().isEmpty());
}

TEST_F(KeyImagesTest, SpaceOutsideTheViewsIsNotTaken)
{
    openPhantom();
    focus(slice("axialView"));
    trigger("toggleKeyImage");
    slice("axialView")->scroll(5);
    const Vec3 before = window->viewState().cursorMm.get();
    auto* anatomies = child<QTreeWidget>("anatomies");
    ASSERT_GT(anatomies->topLevelItemCount(), 0);
    QTreeWidgetItem* item = anatomies->topLevelItem(0);
    anatomies->setCurrentItem(item);
    focus(anatomies);
    const Qt::CheckState checked = item->checkState(0);
    QTest::keyClick(anatomies, Qt::Key_Space);
    EXPECT_NE(item->checkState(0), checked);
    EXPECT_EQ(window->viewState().cursorMm.get(), before);
}

TEST_F(KeyImagesTest, AreThereAgainAfterARestart)
{
    openPhantom();
    focus(slice("axialView"));
    slice("axialView")->scroll(4);
    const Vec3 at = window->viewState().cursorMm.get();
    trigger("toggleKeyImage");
    ASSERT_TRUE(storedCount(1));
    restart();
    window->show();
    settle();
    reopen();
    ASSERT_EQ(list()->count(), 1);
    Q_EMIT list()->itemClicked(list()->item(0));
    const Vec3 now = window->viewState().cursorMm.get();
    for (std::size_t axis = 0; axis < 3; ++axis)
        EXPECT_NEAR(now[axis], at[axis], 1e-9);
    // Delete in the list takes the star away.
    focus(list());
    QTest::keyClick(list(), Qt::Key_Delete);
    EXPECT_EQ(list()->count(), 0);
    EXPECT_FALSE(child<QLabel>("keyImagesEmpty")->isHidden());
    EXPECT_TRUE(storedCount(0));
}

TEST_F(KeyImagesTest, WhatCannotBeKeptIsSaidAndNotShown)
{
    openPhantom();
    focus(slice("axialView"));
    {
        auto database = StudyDatabase::open(archive.folder());
        ASSERT_TRUE(database->removeStudy(window->session().series()->study.id).ok());
    }
    trigger("toggleKeyImage");
    ASSERT_TRUE(waitFor([this] { return list()->count() == 0; }));
    ASSERT_TRUE(waitFor([this] { return !child<QWidget>("noticeBar")->isHidden(); }));
    EXPECT_TRUE(child<QLabel>("noticeText")->text().contains(QStringLiteral("Key images")));
}

TEST_F(KeyImagesTest, WhatCannotBeWrittenStaysAndIsTriedAgain)
{
    openPhantom();
    focus(slice("axialView"));
    auto* report = child<QLabel>("archiveReport");
    {
        const BrokenArchive broken(archive.folder());
        trigger("toggleKeyImage");
        ASSERT_TRUE(waitFor([report] { return !report->text().isEmpty(); }));
        EXPECT_TRUE(report->isVisibleTo(window.get()));
        EXPECT_TRUE(report->text().contains(QStringLiteral("Key images")));
        EXPECT_EQ(list()->count(), 1);
        EXPECT_FALSE(window->close()) << "it would be lost";
        EXPECT_EQ(dialogs.questions.size(), 1);
    }
    ASSERT_TRUE(waitFor([report] { return report->text().isEmpty(); }));
    EXPECT_EQ(stored().size(), 1u);
    EXPECT_EQ(list()->count(), 1);
}

TEST_F(KeyImagesTest, AStarGivenInTheLastMomentIsKept)
{
    openPhantom();
    focus(slice("axialView"));
    trigger("toggleKeyImage");
    window.reset(); // No event loop in between.
    const auto database = StudyDatabase::open(archive.folder());
    EXPECT_EQ(database->keyImagesOf(1)->size(), 1u);
}

TEST_F(KeyImagesTest, AViewIsCopiedAsItIsSeen)
{
    openPhantom();
    SliceWidget* coronal = slice("coronalView");
    focus(coronal);
    trigger("copyView");
    const QImage copied = QGuiApplication::clipboard()->image();
    EXPECT_EQ(copied.size(), coronal->size() - QSize(2, 2));
    const QImage seen = coronal->grab().toImage();
    const QPoint inside(copied.width() / 2, copied.height() / 3);
    EXPECT_EQ(copied.pixel(inside), seen.pixel(inside + QPoint(1, 1)));
    EXPECT_TRUE(window->statusBar()->currentMessage().contains(QStringLiteral("Coronal")));
}

TEST_F(KeyImagesTest, AViewIsSavedWhereThePersonWants)
{
    openPhantom();
    focus(slice("sagittalView"));
    const QString file = folder.filePath(QStringLiteral("picture.png"));
    dialogs.nextSaveFile = file;
    trigger("exportView");
    ASSERT_TRUE(waitFor([&file] { return QFile::exists(file); }));
    EXPECT_EQ(QImage(file).size(), slice("sagittalView")->size() - QSize(2, 2));
    // The suggested name says which view, and nothing of the patient.
    EXPECT_TRUE(dialogs.suggestedFile.endsWith(QStringLiteral("/fovea-sagittal.png")));

    dialogs.nextSaveFile = folder.filePath(QStringLiteral("no/such/folder/picture.png"));
    trigger("exportView");
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
    trigger("exportView"); // Cancelled.
    settle();
    EXPECT_EQ(dialogs.errors.size(), 1);
}

} // namespace
} // namespace fovea
