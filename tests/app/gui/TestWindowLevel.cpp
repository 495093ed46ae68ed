#include "app/text/notes.h"
#include "tests/app/gui/BrokenArchive.h"
#include "tests/app/gui/WindowFixture.h"

#include <QApplication>
#include <QLabel>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

namespace fovea {
namespace {

class WindowLevelTest : public WindowFixture {
protected:
    /// A window over an empty archive at the same place.
    void startOver()
    {
        WindowFixture::window.reset();
        ASSERT_TRUE(waitFor([this] { // What was still being written may be in the way.
            std::error_code busy;
            std::filesystem::remove_all(archive.folder(), busy);
            return !std::filesystem::exists(archive.folder());
        }));
        ASSERT_TRUE(StudyDatabase::open(archive.folder())) << "one that has gone would be missed";
        makeWindow();
    }
    WindowLevel window() { return this->WindowFixture::window->viewState().window.get(); }
    void setWindow(const WindowLevel& to) { WindowFixture::window->viewState().window.set(to); }
    std::optional<SeriesWindow> stored()
    {
        const auto database = StudyDatabase::open(archive.folder());
        return *database->windowOf(WindowFixture::window->session().series()->series.id);
    }
    void type(const char* field, const QString& number)
    {
        auto* box = child<QSpinBox>(field);
        box->selectAll();
        QTest::keyClicks(box, number);
        QTest::keyClick(box, Qt::Key_Return);
    }
    void openAgain()
    {
        bool shown = false;
        auto* target = WindowFixture::window.get();
        const auto connection = QObject::connect(&target->session(), &StudySession::seriesShown,
                                                 target, [&shown] { shown = true; });
        target->openSeries(1);
        ASSERT_TRUE(waitFor([&shown] { return shown; }));
        QObject::disconnect(connection);
    }
};

TEST_F(WindowLevelTest, IsTyped)
{
    type("windowWidth", QStringLiteral("1500"));
    type("windowLevel", QStringLiteral("-600"));
    EXPECT_EQ(window(), (WindowLevel{-600, 1500}));
    // And shows what others set.
    trigger("window_brain");
    EXPECT_EQ(child<QSpinBox>("windowWidth")->value(), 80);
    EXPECT_EQ(child<QSpinBox>("windowLevel")->value(), 40);
    EXPECT_EQ(window(), (WindowLevel{40, 80}));
    type("windowWidth", QStringLiteral("0")); // A window is at least 1 wide.
    EXPECT_GE(window().widthHu, 1);
}

TEST_F(WindowLevelTest, TheFilesOwnWindowsAreOffered)
{
    EXPECT_FALSE(child<QAction>("window_file1")->isVisible());
    setWindow({1, 2});
    openPhantom();
    EXPECT_EQ(window(), (WindowLevel{40, 400})) << "opens as its files suggest";
    QAction* own = child<QAction>("window_file1");
    ASSERT_TRUE(own->isVisible());
    EXPECT_TRUE(own->text().contains(QStringLiteral("400"))) << own->text().toStdString();
    EXPECT_FALSE(child<QAction>("window_file2")->isVisible());
    trigger("window_lung");
    own->trigger();
    EXPECT_EQ(window(), (WindowLevel{40, 400}));
}

TEST_F(WindowLevelTest, IsRememberedForTheSeriesAndTheModality)
{
    openPhantom();
    trigger("window_lung");
    ASSERT_TRUE(waitFor([this] { return stored().has_value(); }));
    EXPECT_EQ(*stored(), (SeriesWindow{-600, 1500}));
    setWindow({400, 1800}); // Changed and left at once: not lost either.
    openAgain();
    ASSERT_TRUE(waitFor([this] { return stored() == SeriesWindow({400, 1800}); }));

    restart();
    setWindow({1, 2});
    openAgain();
    EXPECT_EQ(window(), (WindowLevel{400, 1800}));
    EXPECT_EQ(settings.windowOf(QStringLiteral("CT")), std::pair(400.0, 1800.0));

    // A series that was never read opens as its modality was read last.
    settings.setWindowOf(QStringLiteral("CT"), {50, 350});
    startOver();
    openPhantom();
    EXPECT_EQ(window(), (WindowLevel{50, 350}));
    QTest::qWait(500);
    EXPECT_FALSE(stored().has_value()) << "opening is not a choice";
}

TEST_F(WindowLevelTest, SetInTheLastMomentIsNotLost)
{
    openPhantom();
    trigger("window_lung");
    openAgain(); // At once: what the archive says may be older.
    EXPECT_EQ(window(), (WindowLevel{-600, 1500}));
    trigger("window_bone");
    WindowFixture::window->close();
    WindowFixture::window.reset(); // No event loop in between.
    const auto database = StudyDatabase::open(archive.folder());
    const auto kept = database->windowOf(1);
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, (SeriesWindow{400, 1800}));
    EXPECT_EQ(settings.windowOf(QStringLiteral("CT")), std::pair(400.0, 1800.0));
}

TEST_F(WindowLevelTest, AFailureToKeepItIsSaidAndTriedAgain)
{
    openPhantom();
    auto* report = child<QLabel>("archiveReport");
    {
        const BrokenArchive broken(archive.folder());
        trigger("window_lung");
        ASSERT_TRUE(waitFor([report] { return !report->text().isEmpty(); }));
    }
    ASSERT_TRUE(waitFor([report] { return report->text().isEmpty(); }));
    EXPECT_EQ(*stored(), (SeriesWindow{-600, 1500}));
}

TEST_F(WindowLevelTest, WhatMustBeKnownStandsOverTheViews)
{
    auto* bar = child<QWidget>("noticeBar");
    openPhantom();
    EXPECT_TRUE(bar->isHidden());

    const std::filesystem::path holed = folder.filePath(QStringLiteral("holed")).toStdString();
    std::filesystem::create_directories(holed);
    int kept = 0;
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(phantomFolder() / "phantom-7/ct"))
    {
        if (file.is_regular_file())
            std::filesystem::copy_file(file.path(), holed / (std::to_string(kept++) + ".dcm"));
    }
    ASSERT_EQ(kept, 32);
    // Which file is which slice does not show in its name: the middle one by position.
    const auto scan = scanFolder(holed, Progress());
    ASSERT_TRUE(scan);
    auto instances = scan->allSeries().front()->instances;
    std::ranges::sort(instances, {}, [](const ScannedInstance& instance) {
        return instance.frames.front().positionMm[2];
    });
    std::filesystem::remove(instances[16].path);

    startOver();
    bar = child<QWidget>("noticeBar");
    bool shown = false;
    auto* target = WindowFixture::window.get();
    QObject::connect(&target->session(), &StudySession::seriesShown, target,
                     [&shown] { shown = true; });
    target->importFolder(holed);
    ASSERT_TRUE(waitFor([&shown] { return shown; }));
    EXPECT_FALSE(bar->isHidden());
    EXPECT_EQ(child<QLabel>("noticeText")->text(),
              noteText(SeriesNote{SeriesNote::Kind::MissingSlices, 1, 0}));
    EXPECT_TRUE(dialogs.errors.isEmpty() && dialogs.questions.isEmpty());
    child<QToolButton>("closeNotices")->click();
    EXPECT_TRUE(bar->isHidden());
}

} // namespace
} // namespace fovea
