#include "storage/checkArchive.h"

#include "storage/FolderLock.h"
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

class CheckArchive : public testing::Test {
protected:
    std::vector<Kind> kinds(ArchiveCheckDepth depth = ArchiveCheckDepth::Quick)
    {
        return problemKinds(archive.folder(), depth);
    }

    const TemporaryFolder place;
    SampleArchive archive{place.path()};
};

} // namespace

TEST_F(CheckArchive, FindsNothingInASoundOne)
{
    for (const auto depth : {ArchiveCheckDepth::Quick, ArchiveCheckDepth::Thorough}) {
        const auto report = taken(checkArchive(archive.folder(), depth));
        EXPECT_THAT(report.problems, IsEmpty());
        EXPECT_EQ(report.studies, 2u);
        EXPECT_EQ(report.files, 2u * SampleArchive::slices + 1); // And a segmentation.
        EXPECT_GT(report.bytes, 2000u);
    }
}

TEST_F(CheckArchive, TellsMissingChangedAndUnnamedFiles)
{
    const auto images = archive.images();
    fs::remove(images.at(0));
    fs::resize_file(images.at(1), fs::file_size(images.at(1)) - 1);
    std::ofstream(archive.folder() / "files/stray.bin") << "x";
    EXPECT_THAT(kinds(), ElementsAre(Kind::ImageMissing, Kind::ImageChanged, Kind::FileUnnamed));
    const auto report = taken(checkArchive(archive.folder(), ArchiveCheckDepth::Quick));
    EXPECT_EQ(archive.folder() / report.problems.at(0).subject, images.at(0));
    EXPECT_EQ(archive.folder() / report.problems.at(1).subject, images.at(1));
    EXPECT_EQ(report.problems.at(2).subject, "files/stray.bin");
}

TEST_F(CheckArchive, KnowsAnotherFileOfTheSameSize)
{
    const fs::path image = archive.images().at(0);
    const std::string bytes(fs::file_size(image), 'x');
    std::ofstream(image, std::ios::trunc) << bytes;
    const fs::path map = archive.labelMap();
    std::fstream edited(map, std::ios::in | std::ios::out | std::ios::binary);
    edited.seekp(30);
    edited.put('\x55');
    edited.close();
    EXPECT_THAT(kinds(), IsEmpty());
    EXPECT_THAT(kinds(ArchiveCheckDepth::Thorough),
                ElementsAre(Kind::ImageUnreadable, Kind::LabelMapChanged));
}

TEST_F(CheckArchive, NamesTheFileBesideALabelMapAndNoOther)
{
    std::ofstream(archive.labelMap().string() + ".confidence.json") << "{}";
    EXPECT_THAT(kinds(), IsEmpty());
    std::ofstream(archive.images().at(0).string() + ".confidence.json") << "{}";
    EXPECT_THAT(kinds(), ElementsAre(Kind::FileUnnamed));
}

TEST_F(CheckArchive, LeavesAnImportUnderWayAlone)
{
    fs::create_directories(archive.folder() / "files/1.2-coming");
    std::ofstream(archive.folder() / "files/1.2-coming/a.dcm") << "x";
    EXPECT_THAT(kinds(), ElementsAre(Kind::FileUnnamed));
    // Its owner lives as long as it holds the folder.
    const FolderLock owner = FolderLock::tryLock(archive.folder() / "files/1.2-coming");
    ASSERT_TRUE(archive.database().notePending("files/1.2-coming").ok());
    EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(CheckArchive, CountsRecordsAgain)
{
    archive.run("UPDATE series SET slices = 99 WHERE id = 1");
    archive.run("INSERT INTO patients VALUES (77, 'nobody', '', '', '', '')");
    archive.run("DELETE FROM heat_maps WHERE ordinal = 0");
    EXPECT_THAT(kinds(),
                ElementsAre(Kind::SlicesMiscounted, Kind::PatientUnused, Kind::AnalysisIncomplete));
    archive.run("DELETE FROM instances WHERE series = 1");
    EXPECT_THAT(kinds(), testing::Contains(Kind::EmptySeries));
}

TEST_F(CheckArchive, TellsReferencesToNothing)
{
    archive.run("PRAGMA foreign_keys = OFF; INSERT INTO series_windows VALUES (4711, 40, 400)");
    const auto report = taken(checkArchive(archive.folder(), ArchiveCheckDepth::Quick));
    ASSERT_EQ(report.problems.size(), 1u);
    EXPECT_EQ(report.problems[0].kind, Kind::BrokenReference);
    EXPECT_EQ(report.problems[0].subject, "series_windows");
}

TEST_F(CheckArchive, ComparesTheRegionStoreWithTheDatabase)
{
    archive.search();
    EXPECT_THAT(kinds(ArchiveCheckDepth::Thorough), IsEmpty());
    // Another vector under the same stamp: nobody but a thorough check would ever know.
    archive.run("UPDATE embeddings SET vector = zeroblob(length(vector))");
    EXPECT_THAT(kinds(), IsEmpty());
    EXPECT_THAT(kinds(ArchiveCheckDepth::Thorough), ElementsAre(Kind::RegionStoreBroken));
    fs::resize_file(regionStoreFolder(archive.folder(), SampleArchive::model) / "vectors.f32", 8);
    EXPECT_THAT(kinds(), ElementsAre(Kind::RegionStoreBroken));
}

TEST_F(CheckArchive, TellsADamagedDatabaseFromAMissingAndANewerOne)
{
    archive.close();
    const fs::path file = archive.folder() / "fovea.db";
    {
        std::fstream damaged(file, std::ios::in | std::ios::out | std::ios::binary);
        for (std::streamoff page = 1; page < 12; ++page) {
            damaged.seekp(page * 4096 + 100);
            damaged << std::string(3000, '\xAA');
        }
    }
    EXPECT_THAT(kinds(), testing::Each(Kind::DatabaseDamaged));
    EXPECT_THAT(kinds(), testing::Not(IsEmpty()));
    fs::remove(file);
    const auto missing = checkArchive(archive.folder(), ArchiveCheckDepth::Quick);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::DatabaseNotOpened);
    EXPECT_EQ(missing.error().arguments.at(1), "missing");
    EXPECT_FALSE(fs::exists(file)) << "an empty one over the images looks like a loss";
    EXPECT_FALSE(StudyDatabase::open(archive.folder()).ok());
}

TEST_F(CheckArchive, CanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const auto report =
        checkArchive(archive.folder(), ArchiveCheckDepth::Quick, Progress(stop.get_token()));
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
}
