#include "app/work/ImportSource.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"
#include "tests/unpack/ZipWriter.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A series in a zip, with a text beside it, compressed or not.
fs::path zippedSeries(const TemporaryFolder& folder)
{
    const auto ct =
        writeCtSeries(*sampleVolume(smallGeometry(3)), folder / "ct", samplePatient(), seeded(5));
    EXPECT_TRUE(ct.ok());
    std::vector<fovea::testing::ZipFile> files{{"readme.txt", "no image", false, {}, {}}};
    for (std::size_t n = 0; n < 3; ++n)
        files.push_back(
            {"series/image" + std::to_string(n), contents(pathsOf(*ct)[n]), n > 0, {}, {}});
    const fs::path zip = folder / "study.zip";
    std::ofstream(zip, std::ios::binary) << fovea::testing::zipOf(files);
    return zip;
}

ErrorCode refusal(const fs::path& path, const TemporaryFolder& folder)
{
    const auto source = ImportSource::open(path, folder / "archive", Progress());
    EXPECT_FALSE(source.ok());
    EXPECT_TRUE(fs::is_empty(folder / "archive/incoming"));
    return source ? ErrorCode::Internal : source.error().code;
}

} // namespace

TEST(ImportSource, TakesWhatIsInAZipAndLeavesNothingBehind)
{
    const TemporaryFolder folder;
    const fs::path zip = zippedSeries(folder);
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database.ok());
    {
        auto source = ImportSource::open(zip, folder / "archive", Progress());
        ASSERT_TRUE(source.ok()) << source.error().detail;
        ASSERT_EQ(source->report().leftOut.size(), 1u);
        EXPECT_EQ(source->report().leftOut[0].path, zip / "readme.txt");
        EXPECT_EQ(source->report().leftOut[0].reason.arguments.at(0),
                  (zip / "readme.txt").string());
        // Another window opens the archive meanwhile, which sweeps what nobody holds.
        ASSERT_TRUE(StudyDatabase::open(folder / "archive").ok());
        // What is gone afterwards cannot be referenced.
        std::vector<ImportSource> sources;
        sources.push_back(std::move(*source));
        const auto summary = ImportSource::importAll(*database, std::move(sources),
                                                     ImportMode::Reference, Progress());
        ASSERT_TRUE(summary.ok()) << summary.error().detail;
        EXPECT_EQ(summary->instancesTaken, 3);
        ASSERT_EQ(summary->leftOut.size(), 1u);
        EXPECT_EQ(summary->leftOut[0].path, zip / "readme.txt");
    }
    EXPECT_TRUE(fs::is_empty(folder / "archive/incoming"));
    const auto study = taken(database->studies()).at(0);
    const auto series = taken(database->seriesOf(study.id)).at(0);
    for (const InstanceRecord& instance : taken(database->instancesOf(series.id))) {
        EXPECT_TRUE(instance.managed);
        EXPECT_GT(fs::file_size(instance.path), 500u);
    }
}

TEST(ImportSource, ReadsFoldersAndFilesWhereTheyLie)
{
    const TemporaryFolder folder;
    zippedSeries(folder);
    const auto source = ImportSource::open(folder / "ct", folder / "archive", Progress());
    ASSERT_TRUE(source.ok());
    EXPECT_EQ(source->report().filesSeen, 3u);
    EXPECT_FALSE(fs::exists(folder / "archive")) << "nothing to unpack";
    EXPECT_EQ(ImportSource::open(folder / "none", folder / "archive", Progress()).error().code,
              ErrorCode::FileNotFound);
}

TEST(ImportSource, RefusesAZipThatIsDamagedOrLeadsElsewhereOrIsABomb)
{
    const TemporaryFolder folder;
    const std::string whole = contents(zippedSeries(folder));
    fs::create_directories(folder / "archive/incoming");
    const auto refusalOf = [&](const std::string& bytes) {
        const fs::path zip = folder / "bad.zip";
        std::ofstream(zip, std::ios::binary) << bytes;
        return refusal(zip, folder);
    };
    EXPECT_EQ(refusalOf(whole.substr(0, whole.size() / 2)), ErrorCode::BrokenFile);
    std::string changed = whole;
    changed[whole.size() / 3] = static_cast<char>(~changed[whole.size() / 3]);
    EXPECT_EQ(refusalOf(changed), ErrorCode::BrokenFile);
    EXPECT_EQ(refusalOf(fovea::testing::zipOf({{"../../escaped", "x", false, {}, {}}})),
              ErrorCode::BrokenFile);
    EXPECT_EQ(refusalOf(fovea::testing::zipOf({{"/tmp/escaped", "x", false, {}, {}}})),
              ErrorCode::BrokenFile);
    EXPECT_FALSE(fs::exists(folder / "escaped"));
    EXPECT_EQ(
        refusalOf(fovea::testing::zipOf({{"zeros", std::string(200u << 20, '\0'), true, {}, {}}})),
        ErrorCode::BrokenFile);
}
