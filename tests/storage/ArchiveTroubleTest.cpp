#include "storage/ArchiveConnection.h"
#include "tests/storage/OwnMounts.h"
#include "tests/storage/SampleArchive.h"

#include <fstream>
#include <gmock/gmock.h>

// What happens to an archive from outside: each is told for what it is, and nothing is lost.

using namespace fovea;
using namespace fovea::test;
using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;

namespace {

Measure measureCalled(const std::string& uid)
{
    Measure measure;
    measure.uid = uid;
    measure.kind = MeasureKind::Text;
    measure.pointsMm = {{0, 0, 0}};
    measure.normal = {0, 0, 1};
    measure.text = std::string(2000, 'x');
    return measure;
}

Status add(StudyDatabase& database, const std::string& uid)
{
    return database.changeMeasures(1, {{std::nullopt, measureCalled(uid)}});
}

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void expectSound(const fs::path& archive)
{
    EXPECT_THAT(problemKinds(archive, ArchiveCheckDepth::Thorough), IsEmpty());
}

} // namespace

TEST(ArchiveTrouble, AFullDiskIsSaidAndNothingThatWasThereIsLost)
{
    const TemporaryFolder place;
    withOwnMounts([&] {
        const fs::path drive = place / "drive";
        fs::create_directory(drive);
        ASSERT_EQ(mount("tmpfs", drive.c_str(), "tmpfs", 0, "size=4m"), 0);
        SampleArchive archive(drive);
        const ScanReport more = [&] {
            ImageGeometry wide = smallGeometry();
            wide.size = {400, 400, 16}; // 5 MB
            EXPECT_TRUE(writeCtSeries(*sampleVolume(wide), place / "wide", samplePatient("WIDE"),
                                      seeded(77))
                            .ok());
            return taken(scanFolder(place / "wide", Progress()));
        }();
        const auto import = importScan(archive.database(), more, ImportMode::Copy);
        ASSERT_FALSE(import);
        EXPECT_EQ(import.error().code, ErrorCode::DiskFull);
        // The rest of the drive, then a database that cannot grow.
        std::vector<std::string> stored;
        {
            std::ofstream filler(drive / "filler", std::ios::binary);
            while (filler << std::string(4096, 'x') << std::flush) {
            }
        }
        Status written = Done{};
        for (int n = 0; n < 2000 && written; ++n) {
            written = add(archive.database(), "n" + std::to_string(n));
            if (written)
                stored.push_back("n" + std::to_string(n));
        }
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, ErrorCode::DiskFull) << written.error().detail;
        fs::remove(drive / "filler");
        EXPECT_TRUE(add(archive.database(), "after").ok()) << "it goes on where there is space";
        const auto measures = taken(archive.database().measuresOf(1));
        EXPECT_EQ(measures.size(), stored.size() + 2); // The sample's and the last.
        archive.close();
        expectSound(archive.folder());
    });
}

TEST(ArchiveTrouble, AReadOnlyDriveIsSaidAndNothingChanges)
{
    const TemporaryFolder place;
    withOwnMounts([&] {
        SampleArchive archive(place.path());
        archive.close();
        const std::string before = contents(archive.folder() / "fovea.db");
        const char* folder = archive.folder().c_str();
        ASSERT_EQ(mount(folder, folder, nullptr, MS_BIND, nullptr), 0);
        ASSERT_EQ(mount(nullptr, folder, nullptr,
                        MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV, nullptr),
                  0);
        auto opened = StudyDatabase::open(archive.folder());
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, ErrorCode::DatabaseNotOpened);
        EXPECT_THAT(opened.error().arguments,
                    ElementsAre((archive.folder() / "fovea.db").string(), "read only"))
            << opened.error().detail;
        EXPECT_EQ(contents(archive.folder() / "fovea.db"), before);
        // A new archive cannot be made there either.
        const auto fresh = StudyDatabase::open(archive.folder() / "new");
        ASSERT_FALSE(fresh);
        EXPECT_EQ(fresh.error().arguments.at(1), "read only");
    });
}

TEST(ArchiveTrouble, AnArchiveThatGoesAwayDuringAnImportIsWholeWhenItIsBack)
{
    const TemporaryFolder place;
    SampleArchive archive(place.path());
    EXPECT_TRUE(writeCtSeries(*sampleVolume(smallGeometry()), place / "more", samplePatient("MORE"),
                              seeded(78))
                    .ok());
    const ScanReport more = taken(scanFolder(place / "more", Progress()));
    const fs::path away = place / "away";
    fs::rename(archive.folder(), away);
    const auto import = importScan(archive.database(), more, ImportMode::Copy);
    ASSERT_FALSE(import);
    EXPECT_EQ(import.error().code, ErrorCode::FileNotWritable);
    EXPECT_FALSE(fs::exists(archive.folder())) << "nothing is made in its place";
    // Where the drive is gone but its mount point is not, that has no database either.
    EXPECT_FALSE(checkArchive(archive.folder(), ArchiveCheckDepth::Quick));
    fs::rename(away, archive.folder());
    EXPECT_TRUE(importScan(archive.database(), more, ImportMode::Copy).ok());
    expectSound(archive.folder());
}

TEST(ArchiveTrouble, TwoProgramsWriteTheSameArchive)
{
    const TemporaryFolder place;
    SampleArchive archive(place.path());
    constexpr int each = 40;
    const auto write = [&](const std::string& prefix) {
        auto database = StudyDatabase::open(archive.folder());
        bool good = database.ok();
        for (int n = 0; n < each && good; ++n)
            good = add(*database, prefix + std::to_string(n)).ok();
        return good;
    };
    archive.close();
    const pid_t child = fork();
    if (child == 0)
        _exit(write("theirs") ? 0 : 1);
    EXPECT_TRUE(write("ours"));
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    auto database = StudyDatabase::open(archive.folder());
    ASSERT_TRUE(database.ok());
    EXPECT_EQ(taken(database->measuresOf(1)).size(), 2u * each + 1);
    expectSound(archive.folder());
}

TEST(ArchiveTrouble, ThatAnotherProgramIsWritingIsSaidAfterAWhile)
{
    const TemporaryFolder place;
    SampleArchive archive(place.path());
    {
        const ArchiveConnection other(archive.folder());
        const Transaction held(other.get());
        const Status refused = add(archive.database(), "m2");
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::DatabaseFailed);
        EXPECT_THAT(refused.error().arguments, ElementsAre("busy"));
        EXPECT_EQ(taken(archive.database().measuresOf(1)).size(), 1u) << "reading goes on";
        const auto opened = StudyDatabase::open(archive.folder());
        ASSERT_TRUE(opened.ok()) << "also of who comes now";
        EXPECT_EQ(taken(opened->measuresOf(1)).size(), 1u);
    }
    EXPECT_TRUE(add(archive.database(), "m2").ok());
}

TEST(ArchiveTrouble, AClockSetBackHidesNothingNewer)
{
    const TemporaryFolder place;
    SampleArchive archive(place.path());
    StudyDatabase& database = archive.database();
    // All that is there was made "tomorrow"; then the clock was put right.
    archive.run("UPDATE analyses SET created_at = '2099-01-01T00:00:00Z';"
                "UPDATE label_maps SET added_at = '2099-01-01T00:00:00Z';"
                "UPDATE measures SET created_at = '2099-01-01T00:00:00Z';"
                "UPDATE studies SET added_at = '2099-01-01T00:00:00Z'");
    const fs::path corrected = place / "corrected.nii.gz";
    auto labels = sampleLabels(smallGeometry(SampleArchive::slices + 1));
    ASSERT_TRUE(writeLabelMapFile(corrected, *labels).ok());
    const auto map = taken(attachLabelMap(database, 1, corrected, ImportMode::Copy));
    EXPECT_EQ(taken(database.labelMapsOf(1)).back().id, map.id) << "the newest map is last";
    auto analysis = taken(database.analysis(1, 1, SampleArchive::model)).value();
    analysis.findings.at(0).score = 0.125;
    ASSERT_TRUE(database.saveAnalysis(1, map.id, analysis).ok());
    EXPECT_EQ(taken(database.findingScores(SampleArchive::model, "lung", "lung_nodule")),
              std::vector<double>{0.125})
        << "of the analysis that was stored last";
    const auto current = taken(database.currentAnalyses(SampleArchive::model));
    ASSERT_EQ(current.size(), 1u);
    EXPECT_EQ(current[0].labelMapId, map.id);
    ASSERT_TRUE(add(database, "m2").ok());
    EXPECT_EQ(taken(database.measuresOf(1)).back().uid, "m2");
    archive.search();
    EXPECT_EQ(taken(database.studies()).size(), 2u);
    expectSound(archive.folder());
}

TEST(ArchiveTrouble, ADatabaseOfANewerVersionIsRefusedUnharmed)
{
    const TemporaryFolder place;
    SampleArchive archive(place.path());
    archive.close();
    archive.run("PRAGMA user_version = 4711; PRAGMA wal_checkpoint(TRUNCATE)");
    const std::string before = contents(archive.folder() / "fovea.db");
    const auto opened = StudyDatabase::open(archive.folder());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::DatabaseTooNew);
    const auto checked = checkArchive(archive.folder(), ArchiveCheckDepth::Quick);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::DatabaseTooNew);
    EXPECT_EQ(contents(archive.folder() / "fovea.db"), before);
}
