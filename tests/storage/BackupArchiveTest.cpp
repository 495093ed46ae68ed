#include "storage/backupArchive.h"

#include "storage/BackupManifest.h"
#include "storage/FolderLock.h"
#include "tests/storage/FileSizeLimit.h"
#include "tests/storage/SampleArchive.h"

#include <fstream>
#include <gmock/gmock.h>

using namespace fovea;
using namespace fovea::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

namespace {

class BackupArchive : public testing::Test {
protected:
    BackupReport backup() { return taken(backupArchive(archive.folder(), place / "backups")); }
    std::vector<ArchiveProblemKind> problems(const fs::path& folder)
    {
        return problemKinds(folder, ArchiveCheckDepth::Thorough);
    }
    /// Folders in which nothing half-made may be left.
    std::size_t entries(const fs::path& folder)
    {
        std::size_t count = 0;
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(folder, none))
            count += entry.exists();
        return count;
    }

    const TemporaryFolder place;
    SampleArchive archive{place.path()};
};

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_F(BackupArchive, ComesBackAsItWas)
{
    fs::create_directories(archive.folder() / "catalogs");
    std::ofstream(archive.folder() / "catalogs/own-findings.json") << "{\"own\": 1}";
    fs::create_directories(archive.folder() / "thumbnails");
    std::ofstream(archive.folder() / "thumbnails/1.png") << "made anew";
    archive.search();
    const BackupReport made = backup();
    EXPECT_THAT(made.missing, IsEmpty());
    // Images, segmentation, catalog, database.
    EXPECT_EQ(made.files, 2u * SampleArchive::slices + 3);
    EXPECT_FALSE(fs::exists(made.folder / "thumbnails"));
    EXPECT_FALSE(fs::exists(made.folder / "index"));

    const fs::path restored = place / "restored";
    const RestoreReport report = taken(restoreBackup(made.folder, restored));
    EXPECT_TRUE(report.keptAside.empty());
    EXPECT_EQ(report.files, made.files);
    EXPECT_THAT(problems(restored), IsEmpty());
    auto database = StudyDatabase::open(restored);
    ASSERT_TRUE(database.ok());
    EXPECT_EQ(taken(database->studies()).size(), 2u);
    EXPECT_EQ(taken(database->measuresOf(1)), taken(archive.database().measuresOf(1)));
    EXPECT_EQ(taken(database->findingScores(SampleArchive::model, "lung", "lung_nodule")),
              std::vector<double>{0.875});
    const auto images = taken(database->instancesOf(1));
    const auto before = archive.images();
    ASSERT_EQ(images.size(), before.size());
    for (std::size_t i = 0; i < images.size(); ++i) {
        EXPECT_TRUE(images[i].path.string().starts_with(restored.string()));
        EXPECT_EQ(contents(images[i].path), contents(before[i]));
    }
    EXPECT_EQ(contents(restored / "catalogs/own-findings.json"), "{\"own\": 1}");
}

TEST_F(BackupArchive, SharesImagesWithTheOneBefore)
{
    const BackupReport first = backup();
    EXPECT_EQ(first.linked, 0u);
    const BackupReport second = backup();
    EXPECT_EQ(second.linked, 2u * SampleArchive::slices);
    const fs::path image = archive.images().at(0).lexically_relative(archive.folder());
    EXPECT_EQ(fs::hard_link_count(second.folder / image), 2u);
    EXPECT_EQ(fs::hard_link_count(archive.images().at(0)), 1u) << "never with the archive itself";
    // One that has rotted there is not taken over.
    fs::remove(first.folder / image);
    fs::resize_file(second.folder / image, 10);
    const BackupReport third = backup();
    EXPECT_EQ(third.linked, 2u * SampleArchive::slices - 1);
    EXPECT_EQ(contents(third.folder / image), contents(archive.images().at(0)));
}

TEST_F(BackupArchive, RestoringKeepsWhatWasThereAside)
{
    const BackupReport made = backup();
    ASSERT_TRUE(archive.database().removeStudy(2).ok());
    archive.close();
    const RestoreReport report = taken(restoreBackup(made.folder, archive.folder()));
    auto now = StudyDatabase::open(archive.folder());
    ASSERT_TRUE(now.ok());
    EXPECT_EQ(taken(now->studies()).size(), 2u);
    auto aside = StudyDatabase::open(report.keptAside);
    ASSERT_TRUE(aside.ok());
    EXPECT_EQ(taken(aside->studies()).size(), 1u);
    EXPECT_THAT(problems(report.keptAside), IsEmpty());
}

TEST_F(BackupArchive, IsFoundInItsFolderOrInThatOfAllBackups)
{
    const BackupReport first = backup();
    const BackupReport second = backup();
    EXPECT_EQ(taken(findBackup(first.folder)).folder, first.folder);
    const BackupFacts newest = taken(findBackup(place / "backups"));
    EXPECT_EQ(newest.folder, second.folder);
    EXPECT_EQ(newest.files, second.files);
    EXPECT_EQ(newest.bytes, second.bytes);
    EXPECT_EQ(newest.createdAt.size(), 20u);
    const auto none = findBackup(place.path());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::FileNotFound);
}

TEST_F(BackupArchive, IsRestoredIntoAnEmptyFolderAndNeverIntoAnotherArchive)
{
    const BackupReport made = backup();
    const fs::path fresh = place / "new";
    EXPECT_EQ(restorePlace(fresh), fresh) << "does not exist";
    fs::create_directories(fresh);
    EXPECT_EQ(restorePlace(fresh), fresh) << "empty";
    const RestoreReport report = taken(restoreBackup(made.folder, fresh));
    EXPECT_TRUE(report.keptAside.empty()) << "nothing was there";
    EXPECT_THAT(problems(fresh), IsEmpty());
    EXPECT_EQ(entries(place.path()), 6u) << "nothing beside it: source0, source1, labels.nii.gz, "
                                            "archive, backups, new";
    // A folder with something in it gets a new one.
    EXPECT_EQ(restorePlace(place / "backups"), place / "backups/fovea-archive");
    // But an archive does not.
    EXPECT_EQ(restorePlace(fresh), fresh / "fovea-archive");
    const auto inside = restoreBackup(made.folder, restorePlace(fresh));
    ASSERT_FALSE(inside);
    EXPECT_EQ(inside.error().code, ErrorCode::BadOption);
    EXPECT_FALSE(fs::exists(fresh / "fovea-archive"));
    EXPECT_FALSE(restoreBackup(made.folder, fresh / "files/deep"));
    EXPECT_FALSE(fs::exists(fresh / "files/deep"));
}

TEST_F(BackupArchive, DoesNotRestoreOverAnArchiveInUse)
{
    const BackupReport made = backup();
    const FolderLock window = FolderLock::tryLock(archive.folder());
    ASSERT_TRUE(window.held());
    const auto refused = restoreBackup(made.folder, archive.folder());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DatabaseNotOpened);
    EXPECT_EQ(refused.error().arguments.at(1), "in use");
    EXPECT_THAT(problems(archive.folder()), IsEmpty());
}

TEST_F(BackupArchive, RefusesADamagedBackupAndLeavesTheArchiveAlone)
{
    const BackupReport made = backup();
    const fs::path image = archive.images().at(0).lexically_relative(archive.folder());
    std::fstream damaged(made.folder / image, std::ios::in | std::ios::out | std::ios::binary);
    damaged.seekp(-1, std::ios::end);
    damaged.put('\x7F');
    damaged.close();
    const auto before = entries(place.path());
    const auto refused = restoreBackup(made.folder, archive.folder());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BrokenFile);
    EXPECT_THAT(refused.error().arguments.at(0), HasSubstr(image.string()));
    EXPECT_EQ(entries(place.path()), before);
    EXPECT_THAT(problems(archive.folder()), IsEmpty());
}

TEST_F(BackupArchive, RefusesManifestsThatAreNone)
{
    const BackupReport made = backup();
    const fs::path manifest = made.folder / "manifest.txt";
    const std::string whole = contents(manifest);
    EXPECT_EQ(restoreBackup(place / "nothing", place / "r").error().code, ErrorCode::FileNotFound);
    const auto with = [&](const std::string& text) {
        std::ofstream(manifest, std::ios::trunc) << text;
        const auto refused = restoreBackup(made.folder, place / "r");
        EXPECT_EQ(fs::exists(place / "r"), refused.ok());
        return refused ? ErrorCode::Internal : refused.error().code;
    };
    EXPECT_EQ(with("hello"), ErrorCode::MetadataBroken);
    EXPECT_EQ(with(whole.substr(0, whole.size() / 2)), ErrorCode::MetadataBroken);
    std::string outward = whole;
    outward.replace(outward.find("fovea.db"), 8, "../../fo");
    EXPECT_EQ(with(outward), ErrorCode::MetadataBroken);
    std::string newer = whole;
    newer.replace(newer.find("schema ") + 7, 1, "9999");
    EXPECT_EQ(with(newer), ErrorCode::DatabaseTooNew);
    EXPECT_EQ(with(whole), ErrorCode::Internal) << "the untouched one is accepted";
}

TEST_F(BackupArchive, LeavesNothingHalfWhenTheDiskIsFullOrItIsCancelled)
{
    {
        const FileSizeLimit limit(2000); // The database has more.
        const auto failed = backupArchive(archive.folder(), place / "backups");
        ASSERT_FALSE(failed);
    }
    EXPECT_EQ(entries(place / "backups"), 0u);
    std::stop_source stop;
    const Progress cancelling(stop.get_token(), [&](double fraction) {
        if (fraction > 0.3)
            stop.request_stop();
    });
    const auto cancelled = backupArchive(archive.folder(), place / "backups", cancelling);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(entries(place / "backups"), 0u);
    EXPECT_THAT(problems(archive.folder()), IsEmpty());
}

TEST_F(BackupArchive, SaysWhichFilesWereNotThere)
{
    const fs::path image = archive.images().at(1);
    fs::remove(image);
    EXPECT_THAT(backup().missing, ElementsAre(image.lexically_relative(archive.folder()).string()));
    const auto inside = backupArchive(archive.folder(), archive.folder() / "backups");
    ASSERT_FALSE(inside);
    EXPECT_EQ(inside.error().code, ErrorCode::BadOption);
}

TEST(BackupManifest, KeepsPathsOfAnyLetters)
{
    const TemporaryFolder folder;
    BackupManifest manifest;
    manifest.createdAt = "2026-01-27T10:15:30Z";
    manifest.schema = 7;
    manifest.files["files/a b%25\n c.dcm"] = {12, std::string(32, 'a')};
    manifest.files["files/ö\xFF.dcm"] = {0, std::string(32, 'b')};
    ASSERT_TRUE(writeManifest(folder.path(), manifest).ok());
    const auto read = taken(readManifest(folder.path()));
    EXPECT_EQ(read.files, manifest.files);
    EXPECT_EQ(read.createdAt, manifest.createdAt);
    EXPECT_EQ(read.bytes(), 12u);
}
