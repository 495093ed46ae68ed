#include "app/segment/SegmenterChoice.h"
#include "app/segment/externalSegmenter.h"
#include "storage/CatalogFile.h"
#include "storage/LabelMapFile.h"
#include "storage/VolumeFile.h"
#include "storage/VolumeFileWriter.h"
#include "tests/storage/TemporaryFolder.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

// A stand-in of TotalSegmentator: what it is given, what is read back, and how it ends.

namespace fovea {
namespace {

namespace fs = std::filesystem;

/// Oblique, with a reversed axis, so that a wrong affine shows.
VolumePtr volume()
{
    ImageGeometry geometry;
    geometry.size = {12, 10, 8};
    geometry.spacingMm = {1.5, 2.0, 3.0};
    geometry.originMm = {-40, 25, -100};
    geometry.axes = {{{0.8, 0.6, 0}, {0.6, -0.8, 0}, {0, 0, 1}}};
    std::vector<std::int16_t> voxels;
    for (int n = 0; n < 12 * 10 * 8; ++n)
        voxels.push_back(static_cast<std::int16_t>(n - 400));
    return Volume::create(geometry, std::move(voxels));
}

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class ExternalSegmenterTest : public ::testing::Test {
protected:
    ExternalSegmenterTest()
    {
        const char* path = std::getenv("PATH");
        m_pathBefore = path ? path : "";
    }
    ~ExternalSegmenterTest() override { ::setenv("PATH", m_pathBefore.c_str(), 1); }

    /// Puts a script of that name on the PATH.
    void install(const std::string& body)
    {
        const fs::path script = folder / "TotalSegmentator";
        std::ofstream(script, std::ios::trunc) << "#!/bin/sh\n" << body;
        fs::permissions(script, fs::perms::owner_all);
        ::setenv("PATH", (folder.path().string() + ":" + m_pathBefore).c_str(), 1);
    }
    Result<Segmentation> run(const Progress& progress = {}, bool fast = true)
    {
        const auto found = findTotalSegmentator(fast);
        if (!found)
            return found.error();
        return runTotalSegmentator(*found, *volume(), catalog(), progress);
    }
    static const AnatomyCatalog& catalog()
    {
        static const auto read =
            readCatalogFile(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/anatomies.json");
        return read.value();
    }
    std::string at(const char* name) const { return (folder / name).string(); }

    test::TemporaryFolder folder;

private:
    std::string m_pathBefore;
};

TEST(NiftiVolume, LiesWhereItLay)
{
    const test::TemporaryFolder folder;
    const VolumePtr written = volume();
    ASSERT_TRUE(writeNiftiVolume(folder / "ct.nii", *written));
    const auto read = readVolumeFile(folder / "ct.nii", Progress());
    ASSERT_TRUE(read);
    const ImageGeometry& before = written->geometry();
    const ImageGeometry& after = read->volume->geometry();
    EXPECT_EQ(after.size, before.size);
    for (const Vec3& index : {Vec3{0, 0, 0}, Vec3{11, 0, 0}, Vec3{0, 9, 0}, Vec3{3, 5, 7}}) {
        for (std::size_t a = 0; a < 3; ++a)
            EXPECT_NEAR(after.indexToPatient(index)[a], before.indexToPatient(index)[a], 1e-3);
    }
    EXPECT_TRUE(std::ranges::equal(read->volume->voxels(), written->voxels()));
    EXPECT_FALSE(writeNiftiVolume(folder / "ct.png", *written));
}

TEST_F(ExternalSegmenterTest, ItGetsTheVolumeAndItsLabelMapComesBack)
{
    std::vector<std::uint16_t> labels(volume()->geometry().voxelCount());
    labels[volume()->geometry().offset({2, 3, 4})] = 5; // TotalSegmentator's liver.
    labels[volume()->geometry().offset({2, 3, 5})] = 1; // And spleen.
    ASSERT_TRUE(writeLabelMapFile(folder / "answer.nii.gz",
                                  *LabelMap::create(volume()->geometry(), labels, {})));
    install("echo \"$@\" > " + at("arguments") + "\ncp \"$2\" " + at("seen.nii") + "\npwd > " +
            at("place") + "\ncp " + at("answer.nii.gz") + " \"$4\"\n");
    const auto made = run();
    ASSERT_TRUE(made) << made.error().arguments.back();
    EXPECT_TRUE(std::ranges::equal(made->labels->labels(), labels));
    EXPECT_EQ(made->labels->structure(5)->name, "liver");
    EXPECT_TRUE(made->confidence.empty()) << "it does not say";
    EXPECT_NE(contents(folder / "arguments").find("--ml --fast"), std::string::npos);
    const auto seen = readVolumeFile(folder / "seen.nii", Progress());
    ASSERT_TRUE(seen);
    EXPECT_TRUE(std::ranges::equal(seen->volume->voxels(), volume()->voxels()));
    std::string place = contents(folder / "place");
    place.pop_back();
    EXPECT_FALSE(place.empty());
    EXPECT_FALSE(fs::exists(place)) << "the folder is gone";
    ASSERT_TRUE(run({}, false));
    EXPECT_EQ(contents(folder / "arguments").find("--fast"), std::string::npos);
}

TEST_F(ExternalSegmenterTest, ItsLastWordsAreHandedOnWithoutOurPaths)
{
    install(
        "echo \"reading $2\"\nprintf '10%%\\r20%%\\r'\necho 'CUDA out of memory' >&2\nexit 3\n");
    const auto made = run();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::BadOption);
    EXPECT_EQ(made.error().arguments,
              (std::vector<std::string>{"TotalSegmentator",
                                        "it ended with code 3 (CUDA out of memory)"}));
    EXPECT_NE(made.error().detail.find("reading …/ct.nii"), std::string::npos)
        << made.error().detail;
    EXPECT_EQ(made.error().detail.find("/tmp"), std::string::npos) << made.error().detail;
    EXPECT_NE(made.error().detail.find("20%"), std::string::npos);
}

TEST_F(ExternalSegmenterTest, WithoutAnAnswerItIsNoSuccess)
{
    install("exit 0\n");
    const auto made = run();
    ASSERT_FALSE(made);
    EXPECT_NE(made.error().arguments[1].find("without a label map"), std::string::npos);
    install("echo nonsense > \"$4\"\n");
    EXPECT_FALSE(run());
    install("kill -9 $$\n");
    const auto killed = run();
    ASSERT_FALSE(killed);
    EXPECT_NE(killed.error().arguments[1].find("ended by the system"), std::string::npos);
}

TEST_F(ExternalSegmenterTest, ItIsLookedForOnThePathAlone)
{
    ::setenv("PATH", folder.path().c_str(), 1);
    const auto made = run();
    ASSERT_FALSE(made);
    EXPECT_NE(made.error().arguments[1].find("PATH"), std::string::npos);
}

TEST_F(ExternalSegmenterTest, CancellingKillsWhatItStarted)
{
    install("sleep 600 &\necho $! > " + at("child") + "\necho $$ > " + at("parent") + "\nwait\n");
    std::stop_source stop;
    std::thread waiter([&] {
        while (contents(folder / "parent").empty())
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        stop.request_stop();
    });
    const auto made = run(Progress(stop.get_token()));
    waiter.join();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
    for (const char* name : {"child", "parent"}) {
        const pid_t process = std::stoi(contents(folder / name));
        for (int n = 0; n < 100 && ::kill(process, 0) == 0; ++n) // Until it is reaped by init.
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        const std::string state = contents("/proc/" + std::to_string(process) + "/stat");
        EXPECT_TRUE(state.empty() || state.find(") Z") != std::string::npos) << name << state;
    }
}

TEST_F(ExternalSegmenterTest, ItsFingerprintIsOfProgramAndMode)
{
    install("exit 0\n");
    const auto fast = findTotalSegmentator(true);
    ASSERT_TRUE(fast);
    const std::string before = externalFingerprint(*fast);
    EXPECT_NE(before, externalFingerprint({fast->program, false}));
    install("exit 0 # another version\n");
    EXPECT_NE(before, externalFingerprint(*fast));
}

} // namespace
} // namespace fovea
