#include "app/archive/ArchiveDialog.h"
#include "storage/Importer.h"
#include "tests/app/gui/WindowFixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

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

TEST_F(ArchiveDialogTest, BacksUpAndRestoresBesideTheArchive)
{
    const fs::path backups = folder.filePath(QStringLiteral("backups")).toStdString();
    dialogs.nextFolder = QString::fromStdString(backups.string());
    trigger("backUpArchive");
    waitUntilDone();
    EXPECT_TRUE(headline().contains(QStringLiteral("read again and compared")))
        << headline().toStdString();
    fs::path made;
    for (const auto& entry : fs::directory_iterator(backups))
        made = entry.path();
    ASSERT_TRUE(fs::exists(made / "manifest.txt"));

    auto* dialog = child<ArchiveDialog>("archiveDialog");
    const fs::path place = folder.filePath(QStringLiteral("restored")).toStdString();
    dialogs.nextAnswer = true;
    dialog->restore(made, place);
    waitUntilDone();
    EXPECT_EQ(dialogs.questions.size(), 1);
    EXPECT_EQ(settings.archiveFolder(), place);
    auto restored = StudyDatabase::open(place);
    ASSERT_TRUE(restored.ok());
    EXPECT_EQ(restored->studies()->size(), 1u);
    EXPECT_EQ(StudyDatabase::open(archive.folder())->studies()->size(), 1u) << "still there";
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
