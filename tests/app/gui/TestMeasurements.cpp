#include "app/MainWindow.h"
#include "app/measure/MeasureKeeper.h"
#include "app/text/errorText.h"
#include "app/work/phantomWork.h"
#include "storage/CatalogFile.h"
#include "tests/app/gui/BrokenArchive.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/app/gui/TestSettings.h"
#include "tests/app/gui/waitFor.h"
#include "viewer/slice/SliceWidget.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

const AnatomyCatalog& catalog()
{
    static const auto read =
        readCatalogFile(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/anatomies.json");
    return read.value();
}

const fs::path& phantomFolder()
{
    static const QTemporaryDir folder;
    static const fs::path path = [] {
        const fs::path root = folder.path().toStdString();
        const PhantomGrid grid{{96, 84, 48}, {3.6, 3.6, 6.5}};
        const auto written = writePhantom(7, grid, root, catalog(), Progress());
        EXPECT_TRUE(written) << errorText(written.error()).toStdString();
        return root;
    }();
    return path;
}

void mouse(QWidget& widget, QEvent::Type type, QPointF at, Qt::MouseButton button)
{
    const bool moved = type == QEvent::MouseMove;
    const bool up = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, at, widget.mapToGlobal(at), moved ? Qt::NoButton : button,
                      up ? Qt::MouseButtons(Qt::NoButton) : Qt::MouseButtons(button),
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton)
{
    mouse(widget, QEvent::MouseButtonPress, from, button);
    for (const double way : {0.3, 0.6, 1.0}) {
        mouse(widget, QEvent::MouseMove, from + (to - from) * way, button);
        QCoreApplication::processEvents();
    }
    mouse(widget, QEvent::MouseButtonRelease, to, button);
    QCoreApplication::processEvents();
}

/// A window on an archive; no model, since measuring needs none.
struct Desk {
    explicit Desk(const fs::path& archiveFolder)
        : archive(tasks, archiveFolder)
    {
        window.show();
    }
    QAction* action(const char* name)
    {
        auto* found = window.findChild<QAction*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    template <typename Widget> Widget* child(const char* name)
    {
        auto* found = window.findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    SliceWidget& axial() { return *child<SliceWidget>("axialView"); }
    QTreeWidget& list() { return *child<QTreeWidget>("measures"); }
    bool open(qint64 seriesId)
    {
        window.openSeries(seriesId);
        return waitFor([this] { return window.session().labelMap().has_value(); });
    }
    qint64 series() { return window.session().series()->series.id; }
    void drawLength()
    {
        action("measureLength")->trigger();
        drag(axial(), {60, 60}, {120, 60});
    }
    /// What another process would find in the archive now.
    MeasureList stored()
    {
        const auto database = StudyDatabase::open(archive.folder());
        auto measures = database->measuresOf(series());
        return measures ? *measures : MeasureList();
    }

    QTemporaryDir folder;
    TestSettings settings{folder};
    FakeDialogs dialogs;
    TaskRunner tasks;
    Archive archive;
    ModelService model{tasks, fs::path("none")};
    MainWindow window{{tasks, archive, model, catalog(), settings, dialogs}};
};

class MeasurementsTest : public ::testing::Test {
protected:
    MeasurementsTest()
    {
        desk = std::make_unique<Desk>(archiveFolder);
        desk->dialogs.nextFolder = QString::fromStdString(phantomFolder().string());
        desk->action("openFolder")->trigger();
        EXPECT_TRUE(waitFor([this] { return desk->window.session().labelMap().has_value(); }))
            << desk->dialogs.errors.join(QLatin1Char('\n')).toStdString();
    }

    QTemporaryDir folder;
    fs::path archiveFolder = folder.filePath(QStringLiteral("archive")).toStdString();
    std::unique_ptr<Desk> desk;
};

TEST_F(MeasurementsTest, WhatIsDrawnIsListedStoredAtOnceAndComesBack)
{
    EXPECT_EQ(desk->list().topLevelItemCount(), 0);
    desk->drawLength();
    ASSERT_EQ(desk->list().topLevelItemCount(), 1);
    const QString value = desk->list().topLevelItem(0)->text(1);
    EXPECT_EQ(value, QStringLiteral("%1 mm").arg(60 * desk->axial().mmPerPixel(), 0, 'f', 1));
    // In the archive while the window is still open: nothing waits for closing.
    ASSERT_TRUE(waitFor([this] { return desk->stored().size() == 1; }));

    // Another start, the first never closed, as after a kill.
    Desk second(archiveFolder);
    ASSERT_TRUE(second.open(desk->series()));
    ASSERT_TRUE(waitFor([&] { return second.list().topLevelItemCount() == 1; }));
    EXPECT_EQ(second.list().topLevelItem(0)->text(1), value);
    EXPECT_FALSE(second.action("undo")->isEnabled()) << "undoing ends where the study was opened";
}

TEST_F(MeasurementsTest, EachStepOnMeasuresIsUndoneAndRedone)
{
    QAction* undo = desk->action("undo");
    QAction* redo = desk->action("redo");
    EXPECT_EQ(undo->shortcut(), QKeySequence(QStringLiteral("Ctrl+Z")));
    EXPECT_EQ(redo->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    EXPECT_FALSE(undo->isEnabled());
    desk->drawLength();
    const QString drawn = desk->list().topLevelItem(0)->text(1);
    desk->action("measureSelect")->trigger();
    drag(desk->axial(), {120, 60}, {150, 90}); // Its end.
    const QString pulled = desk->list().topLevelItem(0)->text(1);
    EXPECT_NE(pulled, drawn);
    auto* text = desk->child<QLineEdit>("measureTextField");
    text->setText(QStringLiteral("target"));
    Q_EMIT text->editingFinished();
    EXPECT_EQ(desk->list().topLevelItem(0)->text(0), QStringLiteral("Length: target"));
    desk->action("measureDelete")->trigger();
    EXPECT_EQ(desk->list().topLevelItemCount(), 0);
    ASSERT_TRUE(waitFor([this] { return desk->stored().empty(); }));

    undo->trigger();
    ASSERT_EQ(desk->list().topLevelItemCount(), 1);
    EXPECT_EQ(desk->list().topLevelItem(0)->text(0), QStringLiteral("Length: target"));
    undo->trigger();
    EXPECT_EQ(desk->list().topLevelItem(0)->text(0), QStringLiteral("Length"));
    undo->trigger();
    EXPECT_EQ(desk->list().topLevelItem(0)->text(1), drawn);
    undo->trigger();
    EXPECT_EQ(desk->list().topLevelItemCount(), 0);
    EXPECT_FALSE(undo->isEnabled());
    redo->trigger();
    redo->trigger();
    ASSERT_EQ(desk->list().topLevelItemCount(), 1);
    EXPECT_EQ(desk->list().topLevelItem(0)->text(1), pulled);
    // The archive follows both ways.
    ASSERT_TRUE(waitFor([this] {
        const MeasureList stored = desk->stored();
        return stored.size() == 1 && stored[0].text.empty();
    }));
}

TEST_F(MeasurementsTest, ADragOfTheWindowIsOneStep)
{
    QAction* undo = desk->action("undo");
    ViewState& state = desk->window.viewState();
    const WindowLevel before = state.window.get();
    drag(desk->axial(), {60, 60}, {140, 90}, Qt::RightButton);
    const WindowLevel after = state.window.get();
    ASSERT_NE(after, before);
    desk->action("window_lung")->trigger();
    QCoreApplication::processEvents();
    undo->trigger();
    EXPECT_EQ(state.window.get(), after);
    undo->trigger();
    EXPECT_EQ(state.window.get(), before);
    EXPECT_FALSE(undo->isEnabled());
    desk->action("redo")->trigger();
    EXPECT_EQ(state.window.get(), after);
}

TEST_F(MeasurementsTest, HidingStructuresAndModesIsUndone)
{
    QAction* undo = desk->action("undo");
    ViewState& state = desk->window.viewState();
    auto* anatomies = desk->child<QTreeWidget>("anatomies");
    QTreeWidgetItem* lung = anatomies->topLevelItem(0);
    lung->setCheckState(0, Qt::Unchecked); // Five lobes, one step.
    QCoreApplication::processEvents();
    desk->action("overlayAbnormality")->trigger();
    QCoreApplication::processEvents();
    desk->action("interpolate")->trigger();
    QCoreApplication::processEvents();
    const Slab thin = state.slab(SliceOrientation::Coronal).get();
    state.slab(SliceOrientation::Coronal).set(thickened(thin, 3));
    QCoreApplication::processEvents();

    undo->trigger();
    EXPECT_EQ(state.slab(SliceOrientation::Coronal).get(), thin);
    undo->trigger();
    EXPECT_TRUE(desk->action("interpolate")->isChecked());
    undo->trigger();
    EXPECT_EQ(state.overlayMode.get(), OverlayMode::Structures);
    EXPECT_TRUE(desk->action("overlayStructures")->isChecked());
    EXPECT_EQ(state.hiddenLabels.get().size(), 5u);
    undo->trigger();
    EXPECT_TRUE(state.hiddenLabels.get().empty());
    EXPECT_EQ(lung->checkState(0), Qt::Checked);
    EXPECT_FALSE(undo->isEnabled());
}

TEST_F(MeasurementsTest, AnotherStudyIsNotUndone)
{
    desk->drawLength();
    desk->action("window_lung")->trigger();
    QCoreApplication::processEvents();
    ASSERT_TRUE(waitFor([this] { return desk->stored().size() == 1; }));
    ASSERT_TRUE(desk->open(desk->series()));
    ASSERT_TRUE(waitFor([this] { return desk->list().topLevelItemCount() == 1; }));
    QCoreApplication::processEvents();
    EXPECT_FALSE(desk->action("undo")->isEnabled());
    EXPECT_EQ(desk->list().topLevelItemCount(), 1);
}

TEST_F(MeasurementsTest, TheListGoesToAMeasureRemovesAndCopiesIt)
{
    ViewState& state = desk->window.viewState();
    desk->drawLength();
    desk->action("measureSelect")->trigger();
    const Vec3 there = state.cursorMm.get();
    desk->axial().scroll(5);
    ASSERT_NE(state.cursorMm.get(), there);
    Q_EMIT desk->list().itemActivated(desk->list().topLevelItem(0), 0);
    EXPECT_NEAR(desk->axial().toWidget(state.cursorMm.get()).x(), 90, 0.01);
    EXPECT_NEAR(state.cursorMm.get()[2], there[2], 3.3) << "in its slice";

    auto* text = desk->child<QLineEdit>("measureTextField");
    text->setText(QStringLiteral("target"));
    Q_EMIT text->editingFinished();
    desk->action("measureCopy")->trigger();
    EXPECT_EQ(QApplication::clipboard()->text(),
              QStringLiteral("Length\t%1\ttarget").arg(desk->list().topLevelItem(0)->text(1)));
    desk->child<QPushButton>("measureRemove")->click();
    EXPECT_EQ(desk->list().topLevelItemCount(), 0);
    EXPECT_FALSE(desk->action("measureCopy")->isEnabled());
}

TEST_F(MeasurementsTest, GoingToAMeasureRestoresThePlaneItWasDrawnIn)
{
    ViewState& state = desk->window.viewState();
    desk->drawLength(); // On the standard plane.
    state.frame.set(PlaneFrame().turned(SliceOrientation::Coronal, 0.4));
    const Vec3 oblique = state.frame.get().axes(SliceOrientation::Axial).next;
    desk->drawLength();
    desk->action("measureSelect")->trigger();
    ASSERT_EQ(desk->list().topLevelItemCount(), 2);
    // As after the next start.
    ASSERT_TRUE(waitFor([this] { return desk->stored().size() == 2; }));
    ASSERT_TRUE(desk->open(desk->series()));
    ASSERT_TRUE(waitFor([this] { return desk->list().topLevelItemCount() == 2; }));
    ASSERT_TRUE(state.frame.get().isStandard());
    desk->action("layoutCoronal")->trigger();

    const auto goTo = [this](int row) {
        Q_EMIT desk->list().itemActivated(desk->list().topLevelItem(row), 0);
    };
    goTo(1);
    EXPECT_NEAR(std::abs(dot(state.frame.get().axes(SliceOrientation::Axial).next, oblique)), 1,
                1e-9);
    EXPECT_TRUE(desk->axial().isVisible()) << "the view that shows it";
    // A plane that is there already stays as the reader turned it.
    state.frame.set(state.frame.get().turned(SliceOrientation::Axial, 0.5));
    const PlaneFrame turned = state.frame.get();
    goTo(1);
    EXPECT_EQ(state.frame.get(), turned);
    goTo(0);
    EXPECT_TRUE(state.frame.get().isStandard());
}

TEST_F(MeasurementsTest, TheKeysAreThoseOfTheMenu)
{
    const std::vector<std::pair<const char*, const char*>> keys{
        {"measureLength", "L"},     {"measureAngle", "A"},   {"measureEllipse", "E"},
        {"measurePolygon", "P"},    {"measureProbe", "W"},   {"measureArrow", "N"},
        {"measureText", "Shift+N"}, {"measureDelete", "Del"}};
    for (const auto& [name, key] : keys)
        EXPECT_EQ(desk->action(name)->shortcut(), QKeySequence(QLatin1String(key))) << name;
    EXPECT_FALSE(desk->action("measureEnd")->isEnabled()) << "Escape is free while nothing is on";
    desk->action("measureAngle")->trigger();
    EXPECT_TRUE(desk->action("measureAngle")->isChecked());
    EXPECT_FALSE(desk->action("measureSelect")->isChecked());
    desk->action("measureEnd")->trigger();
    EXPECT_TRUE(desk->action("measureSelect")->isChecked());
    // No two actions of the window answer to one key.
    std::map<QString, QString> taken;
    for (const QAction* action : desk->window.findChildren<QAction*>()) {
        if (action->shortcut().isEmpty())
            continue;
        const auto [known, isNew] =
            taken.emplace(action->shortcut().toString(), action->objectName());
        EXPECT_TRUE(isNew) << action->shortcut().toString().toStdString() << ": "
                           << known->second.toStdString() << " and "
                           << action->objectName().toStdString();
    }
}

TEST_F(MeasurementsTest, AFailureToSaveIsSaidAndTriedAgain)
{
    auto* report = desk->child<QLabel>("archiveReport");
    {
        const BrokenArchive broken(archiveFolder);
        desk->drawLength();
        ASSERT_TRUE(waitFor([&] { return !report->text().isEmpty(); }));
        EXPECT_TRUE(report->isVisibleTo(&desk->window));
        EXPECT_TRUE(report->text().contains(QStringLiteral("Measurements")));
        EXPECT_FALSE(desk->child<QLabel>("measuresTrouble")->text().isEmpty());
        EXPECT_EQ(desk->list().topLevelItemCount(), 1) << "it is still there";
        // Closing would lose it: that is asked, and "no" stays.
        EXPECT_FALSE(desk->window.close());
        EXPECT_EQ(desk->dialogs.questions.size(), 1);
    }
    ASSERT_TRUE(waitFor([&] { return report->text().isEmpty(); }));
    EXPECT_FALSE(report->isVisibleTo(&desk->window));
    EXPECT_TRUE(desk->child<QLabel>("measuresTrouble")->text().isEmpty());
    EXPECT_EQ(desk->stored().size(), 1u);
    EXPECT_TRUE(desk->window.close());
}

TEST_F(MeasurementsTest, WhatIsOnItsWayWhenTheWindowGoesIsWritten)
{
    const qint64 series = desk->series();
    desk->drawLength();
    desk.reset(); // No event loop in between.
    const auto database = StudyDatabase::open(archiveFolder);
    EXPECT_EQ(database->measuresOf(series)->size(), 1u);
}

TEST_F(MeasurementsTest, WhatCouldNotBeSavedComesBackWithItsStudy)
{
    TaskRunner tasks;
    const Archive archive(tasks, archiveFolder);
    MeasureKeeper keeper(archive);
    ArchiveQueue& writes = keeper.writes();
    writes.setRetryInterval(20);
    MeasureList loaded;
    bool told = false;
    QObject::connect(&keeper, &MeasureKeeper::loaded, [&](const MeasureList& list) {
        loaded = list;
        told = true;
    });
    bool failed = false;
    bool recovered = false;
    QObject::connect(&writes, &ArchiveQueue::failed, [&] { failed = true; });
    QObject::connect(&writes, &ArchiveQueue::recovered, [&] { recovered = true; });
    const qint64 series = desk->series();
    Measure measure;
    measure.uid = "one";
    measure.kind = MeasureKind::Probe;
    measure.pointsMm = {{1, 2, 3}};
    {
        const BrokenArchive broken(archiveFolder);
        keeper.note(series, {std::nullopt, measure});
        Measure moved = measure;
        moved.pointsMm = {{4, 5, 6}};
        keeper.note(series, {measure, moved});
        measure = moved;
        ASSERT_TRUE(waitFor([&] { return failed; }));
        EXPECT_EQ(writes.waitingCount(), 1u);
    }
    keeper.open(series);
    ASSERT_TRUE(waitFor([&] { return told; }));
    EXPECT_EQ(loaded, MeasureList{measure});
    ASSERT_TRUE(waitFor([&] { return recovered; }));
    EXPECT_EQ(writes.waitingCount(), 0u);
    EXPECT_EQ(desk->stored(), MeasureList{measure});
}

} // namespace
} // namespace fovea
