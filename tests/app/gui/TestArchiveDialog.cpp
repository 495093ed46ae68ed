#include "app/archive/ArchiveDialog.h"
#include "storage/Importer.h"
#include "tests/app/gui/WindowFixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>
#include <filesystem>
#include <fstream>

// File ▸ Archive: driven by the menu's actions and the dialog's object names.

namespace fovea {
namespace {

namespace fs = std::filesystem;

class ArchiveDialogTest : public WindowFixture {
protected:
    ArchiveDialogTest()
    {
        auto database = StudyDatabase::open(archive.folder());
        auto report = scanFolder(phantomFolder(), Progress());
        EXPECT_TRUE(importScan(*database, *report, ImportMode::Copy));
    }
    void waitUntilDone()
    {
        auto* dialog = child<ArchiveDialog>("archiveDialog");
        ASSERT_TRUE(waitFor([dialog] { return !dialog->isRunning(); }));
    }
    fs::path backups() const { return folder.filePath(QStringLiteral("backups")).toStdString(); }
    void backUp()
    {
        dialogs.nextFolder = QString::fromStdString(backups().string());
        trigger("backUpArchive");
        waitUntilDone();
    }
    /// The newest backup, by the menu.
    void restore(const fs::path& place)
    {
        dialogs.laterFolders = {QString::fromStdString(backups().string()),
                                QString::fromStdString(place.string())};
        trigger("restoreArchive");
        ASSERT_TRUE(waitFor([this] { return dialogs.laterFolders.isEmpty(); }));
        waitUntilDone();
    }
    QString headline() { return child<QLabel>("archiveHeadline")->text(); }
    QTreeWidget& problems() { return *child<QTreeWidget>("archiveProblems"); }
    fs::path anyImage() const
    {
        auto database = StudyDatabase::open(archive.folder());
        return database->instancesOf(1)->front().path;
    }
};

TEST_F(ArchiveDialogTest, SaysThatASoundArchiveIs)
{
    trigger("checkArchive");
    waitUntilDone();
    EXPECT_TRUE(headline().contains(QStringLiteral("Everything is as recorded")))
        << headline().toStdString();
    EXPECT_EQ(problems().topLevelItemCount(), 0);
    EXPECT_FALSE(child<QPushButton>("archiveRepair")->isEnabled());
    EXPECT_TRUE(child<QCheckBox>("archiveRemoveRecords")->isHidden());
}

TEST_F(ArchiveDialogTest, ListsProblemsAndRepairsThemWhereTheUserAllowsIt)
{
    fs::remove(anyImage());
    std::ofstream(archive.folder() / "files/stray.txt") << "x";
    trigger("checkArchive");
    waitUntilDone();
    ASSERT_EQ(problems().topLevelItemCount(), 2);
    EXPECT_EQ(problems().topLevelItem(0)->text(0), QStringLiteral("Missing images (1)"));
    EXPECT_TRUE(problems().topLevelItem(0)->child(0)->text(0).startsWith(QStringLiteral("files/")));
    child<QPushButton>("archiveRepair")->click();
    waitUntilDone();
    EXPECT_TRUE(headline().contains(QStringLiteral("lost+found"))) << headline().toStdString();
    ASSERT_EQ(problems().topLevelItemCount(), 1);
    EXPECT_FALSE(child<QPushButton>("archiveRepair")->isEnabled()) << "records wait for a word";
    child<QCheckBox>("archiveRemoveRecords")->setChecked(true);
    child<QPushButton>("archiveRepair")->click();
    waitUntilDone();
    EXPECT_TRUE(headline().contains(QStringLiteral("Everything is as recorded")))
        << headline().toStdString();
}

TEST_F(ArchiveDialogTest, BacksUpAndRestoresIntoAFolderOfOnesChoice)
{
    backUp();
    EXPECT_TRUE(headline().contains(QStringLiteral("read again and compared")))
        << headline().toStdString();
    const fs::path place = folder.filePath(QStringLiteral("restored")).toStdString();
    fs::create_directories(place); // As the file dialog makes it.
    int restarts = 0;
    QObject::connect(window.get(), &MainWindow::restartWanted, [&restarts] { ++restarts; });

    // Whoever wants to go on with the archive that is open may.
    restore(place);
    ASSERT_EQ(dialogs.questions.size(), 1);
    EXPECT_TRUE(headline().contains(QStringLiteral("is restored in"))) << headline().toStdString();
    EXPECT_NE(settings.archiveFolder(), place);
    EXPECT_EQ(restarts, 0);

    // A folder with something in it is left alone: the archive gets a new one in it.
    dialogs.nextAnswer = true;
    restore(place.parent_path());
    const fs::path beside = place.parent_path() / "fovea-archive";
    EXPECT_EQ(settings.archiveFolder(), beside);
    ASSERT_TRUE(waitFor([&restarts] { return restarts == 1; }));
    EXPECT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.join(u' ').toStdString();
    for (const fs::path& made : {place, beside}) {
        auto restored = StudyDatabase::open(made);
        ASSERT_TRUE(restored.ok());
        EXPECT_EQ(restored->studies()->size(), 1u);
    }
    EXPECT_EQ(StudyDatabase::open(archive.folder())->studies()->size(), 1u) << "still there";
}

TEST_F(ArchiveDialogTest, RestoresWhereTheArchiveIsGone)
{
    backUp();
    fs::remove_all(archive.folder()); // The disk died.
    makeWindow();
    const auto isGone = [](const QString& error) {
        return error.contains(QStringLiteral("no longer there"));
    };
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
    const fs::path place = folder.filePath(QStringLiteral("restored")).toStdString();
    dialogs.nextAnswer = true;
    restore(place);
    EXPECT_TRUE(std::ranges::all_of(dialogs.errors, isGone))
        << dialogs.errors.join(u' ').toStdString();
    EXPECT_EQ(settings.archiveFolder(), place);
    const Archive back(tasks, settings.archiveFolder());
    EXPECT_EQ(back.open()->studies()->size(), 1u);
    EXPECT_FALSE(fs::exists(back.folder().string() + "-before-restore"));
}

TEST_F(ArchiveDialogTest, RestoresNothingIntoAnArchive)
{
    backUp();
    restore(archive.folder());
    EXPECT_TRUE(headline().contains(QStringLiteral("inside an archive")))
        << headline().toStdString();
    EXPECT_TRUE(dialogs.questions.isEmpty());
    EXPECT_FALSE(fs::exists(archive.folder() / "fovea-archive"));
}

TEST_F(ArchiveDialogTest, SaysWhatABackupIsWhereAnotherFolderWasChosen)
{
    dialogs.laterFolders = {QString::fromStdString(phantomFolder().string())};
    trigger("restoreArchive");
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
    EXPECT_TRUE(dialogs.errors.first().contains(QStringLiteral("fovea-backup-")));
}

TEST_F(ArchiveDialogTest, SaysWhyAFolderIsNoBackup)
{
    trigger("checkArchive");
    waitUntilDone();
    child<ArchiveDialog>("archiveDialog")->restore(phantomFolder(), archive.folder() / "x");
    waitUntilDone();
    EXPECT_TRUE(headline().contains(QStringLiteral("manifest.txt"))) << headline().toStdString();
    EXPECT_TRUE(dialogs.questions.isEmpty());
}

} // namespace
} // namespace fovea
