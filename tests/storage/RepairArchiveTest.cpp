#include "storage/repairArchive.h"

#include "storage/RegionStore.h"
#include "tests/storage/SampleArchive.h"

#include <fstream>
#include <gmock/gmock.h>

using namespace fovea;
using namespace fovea::test;
using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;
using Kind = ArchiveProblemKind;

namespace {

class RepairArchive : public testing::Test {
protected:
    ArchiveRepairReport repair(bool removeRecords)
    {
        const auto report = taken(checkArchive(archive.folder(), ArchiveCheckDepth::Thorough));
        return taken(repairArchive(archive.folder(), report.problems, removeRecords));
    }
    std::vector<Kind> kinds()
    {
        return problemKinds(archive.folder(), ArchiveCheckDepth::Thorough);
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

TEST_F(RepairArchive, ChangesNothingInASoundOne)
{
    const ArchiveRepairReport report = repair(true);
    EXPECT_THAT(report.mended, IsEmpty());
    EXPECT_TRUE(report.left.sound());
    EXPECT_TRUE(report.databaseBefore.empty());
    EXPECT_TRUE(report.movedTo.empty());
    EXPECT_EQ(report.left.studies, 2u);
}

TEST_F(RepairArchive, MovesUnnamedFilesAsideWithTheirContents)
{
    fs::create_directories(archive.folder() / "files/old");
    std::ofstream(archive.folder() / "files/old/a.dcm") << "precious";
    const ArchiveRepairReport report = repair(false);
    EXPECT_EQ(contents(report.movedTo / "files/old/a.dcm"), "precious");
    EXPECT_FALSE(fs::exists(archive.folder() / "files/old"));
    EXPECT_TRUE(report.left.sound());
    // A second one of that name does not replace the first.
    fs::create_directories(archive.folder() / "files/old");
    std::ofstream(archive.folder() / "files/old/a.dcm") << "other";
    const ArchiveRepairReport again = repair(false);
    EXPECT_EQ(contents(report.movedTo / "files/old/a.dcm"), "precious");
    EXPECT_EQ(contents(again.movedTo / "files/old/a.dcm"), "other");
}

TEST_F(RepairArchive, CountsAgainAndKeepsTheDatabaseAsItWas)
{
    archive.run("UPDATE series SET slices = 99 WHERE id = 1");
    const ArchiveRepairReport report = repair(false);
    EXPECT_THAT(report.mended, ElementsAre(ArchiveProblem{Kind::SlicesMiscounted, "series 1", 1}));
    EXPECT_TRUE(report.left.sound());
    EXPECT_EQ(taken(archive.database().series(1)).sliceCount, SampleArchive::slices);
    const auto kept = place / "kept";
    fs::create_directories(kept);
    fs::copy_file(report.databaseBefore, kept / "fovea.db");
    fs::create_directories(kept / "files");
    auto before = StudyDatabase::open(kept);
    ASSERT_TRUE(before.ok());
    EXPECT_EQ(taken(before->series(1)).sliceCount, 99);
}

TEST_F(RepairArchive, RemovesRecordsOfMissingFilesOnlyWhereItIsTold)
{
    fs::remove(archive.images().at(0));
    EXPECT_THAT(repair(false).mended, IsEmpty());
    EXPECT_THAT(kinds(), ElementsAre(Kind::ImageMissing));
    EXPECT_THAT(repair(true).mended, testing::SizeIs(1));
    EXPECT_THAT(kinds(), IsEmpty());
    EXPECT_EQ(taken(archive.database().series(1)).sliceCount, SampleArchive::slices - 1);
}

TEST_F(RepairArchive, KeepsWhatAReaderDidOnASeriesWithoutImages)
{
    for (const auto& image : archive.images())
        fs::remove(image);
    const ArchiveRepairReport report = repair(true);
    // Its measurement and its segmentation are all that is left: they stay, and so it says so.
    ASSERT_EQ(report.left.problems.size(), 1u);
    EXPECT_EQ(report.left.problems[0].kind, Kind::EmptySeries);
    EXPECT_EQ(taken(archive.database().measuresOf(1)).size(), 1u);
    // The other study has nothing but images.
    for (const InstanceRecord& image : taken(archive.database().instancesOf(2)))
        fs::remove(image.path);
    repair(true);
    EXPECT_EQ(taken(archive.database().studies()).size(), 1u);
}

TEST_F(RepairArchive, RemovesRowsThatReferToNothing)
{
    archive.run("PRAGMA foreign_keys = OFF; INSERT INTO series_windows VALUES (4711, 40, 400);"
                "INSERT INTO patients VALUES (77, 'nobody', '', '', '', '');"
                "DELETE FROM heat_maps");
    EXPECT_THAT(repair(false).mended, IsEmpty());
    EXPECT_EQ(repair(true).mended.size(), 3u);
    EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(RepairArchive, MakesTheRegionStoreAnew)
{
    archive.search();
    const fs::path store = regionStoreFolder(archive.folder(), SampleArchive::model);
    fs::resize_file(store / "vectors.f32", 8);
    const ArchiveRepairReport report = repair(false);
    EXPECT_EQ(report.mended.size(), 1u);
    EXPECT_TRUE(report.databaseBefore.empty()) << "no record changed";
    EXPECT_THAT(kinds(), IsEmpty());
    const auto vectors = taken(readRegionVectors(store, SampleArchive::model));
    ASSERT_TRUE(vectors);
    EXPECT_EQ(vectors->rows.size(), 1u);
}

TEST_F(RepairArchive, LeavesToABackupWhatNothingElseBringsBack)
{
    fs::resize_file(archive.images().at(2), 10);
    EXPECT_THAT(repair(true).mended, IsEmpty());
    EXPECT_THAT(kinds(), ElementsAre(Kind::ImageChanged));
    EXPECT_EQ(remedyFor(Kind::ImageChanged), ArchiveRemedy::RestoreBackup);
}
