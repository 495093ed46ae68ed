#include "tests/app/cli/CliProcess.h"
#include "tests/storage/moveQform.h"
#include "tests/unpack/ZipWriter.h"

#include <cstdint>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// segment: files in and out, comparison, refusals. What is segmented is tested with model/segment.

using namespace fovea::test;
using nlohmann::json;
using testing::HasSubstr;

namespace {

/// A tiny trained network, in the shared sample data only.
const std::string model = std::string(FOVEA_SHARED_DIR) + "/golden/nnunet/Dataset901_Tiny";

/// A body of water with two lungs in it, on a table, as NRRD of 60 x 40 x 40 voxels of 5 mm.
std::string writeChest(const TemporaryFolder& folder, bool lungs = true)
{
    const std::string path = folder / "chest.nrrd";
    std::ofstream out(path, std::ios::binary);
    out << "NRRD0004\ntype: int16\ndimension: 3\nspace: left-posterior-superior\n"
           "sizes: 60 40 40\nspace directions: (5,0,0) (0,5,0) (0,0,5)\n"
           "space origin: (0,0,0)\nencoding: raw\nendian: little\n\n";
    for (int k = 0; k < 40; ++k) {
        for (int j = 0; j < 40; ++j) {
            for (int i = 0; i < 60; ++i) {
                const bool body = i > 5 && i < 54 && j > 5 && j < 33;
                const bool lung = lungs && j > 9 && j < 28 && k > 4 && k < 36 &&
                                  ((i > 9 && i < 25) || (i > 34 && i < 50));
                const std::int16_t hu = lung ? -850 : body || j == 37 ? 40 : -1000;
                out.write(reinterpret_cast<const char*>(&hu), sizeof(hu));
            }
        }
    }
    return path;
}

/// A CT of 40 × 36 × 24 voxels with a bright box in it.
std::string writeCt(const TemporaryFolder& folder)
{
    const std::string path = folder / "ct.nrrd";
    std::ofstream out(path, std::ios::binary);
    out << "NRRD0004\ntype: int16\ndimension: 3\nspace: left-posterior-superior\n"
           "sizes: 40 36 24\nspace directions: (1.5,0,0) (0,1.5,0) (0,0,1.5)\n"
           "space origin: (0,0,0)\nencoding: raw\nendian: little\n\n";
    for (int k = 0; k < 24; ++k) {
        for (int j = 0; j < 36; ++j) {
            for (int i = 0; i < 40; ++i) {
                const bool box = i > 10 && i < 30 && j > 8 && j < 20 && k > 4;
                const auto hu = static_cast<std::int16_t>((box ? 60 : -900) + (i * 7 + j * 5) % 90);
                out.write(reinterpret_cast<const char*>(&hu), sizeof(hu));
            }
        }
    }
    return path;
}

} // namespace

TEST(SegmentCommand, aVolumeFileBecomesALabelMapThatAgreesWithItself)
{
    if (!std::filesystem::exists(model))
        GTEST_SKIP() << "no shared sample data";
    const TemporaryFolder folder;
    const std::string ct = writeCt(folder);
    const std::string out = folder / "labels.nii.gz";
    const CliResult made = runCli(
        {"segment", ct, "--model", model, "--out", out, "--like", "totalsegmentator", "--json"});
    ASSERT_EQ(made.exitCode, 0) << made.log;
    ASSERT_TRUE(std::filesystem::exists(out));
    ASSERT_FALSE(made.json()["structures"].empty());
    EXPECT_FALSE(made.json().contains("mean_dice"));
    EXPECT_GT(made.json()["structures"][0]["voxels"].get<int>(), 0);

    const CliResult again = runCli({"segment", ct, "--model", model, "--out", folder / "again.nrrd",
                                    "--like", "totalsegmentator", "--compare", out, "--json"});
    ASSERT_EQ(again.exitCode, 0) << again.log;
    EXPECT_DOUBLE_EQ(again.json()["mean_dice"].get<double>(), 1.0);
    const CliResult other = runCli({"segment", ct, "--model", model, "--out", folder / "own.nrrd",
                                    "--like", "nnunet", "--step", "1", "--compare", out});
    ASSERT_EQ(other.exitCode, 0) << other.log;
    EXPECT_THAT(other.output, HasSubstr("Mean Dice"));
}

TEST(SegmentCommand, aFileThatSaysTwoPlacesIsTold)
{
    const TemporaryFolder folder;
    const std::string ct = writeChest(folder);
    const std::string map = folder / "map.nii";
    const CliResult sound = runCli({"segment", ct, "--chest", "--out", map, "--json"});
    ASSERT_EQ(sound.exitCode, 0) << sound.log;
    EXPECT_TRUE(sound.json()["notes"].empty());
    const std::string out = folder / "b.nrrd";
    EXPECT_TRUE(runCli({"segment", ct, "--chest", "--out", out, "--compare", map, "--json"})
                    .json()["notes"]
                    .empty());

    moveQform(map, 7);
    const CliResult told =
        runCli({"segment", ct, "--chest", "--out", out, "--compare", map, "--json"});
    ASSERT_EQ(told.exitCode, 0) << told.log;
    ASSERT_EQ(told.json()["notes"].size(), 1u);
    EXPECT_THAT(told.json()["notes"][0].get<std::string>(), HasSubstr("7.0 mm"));
    EXPECT_THAT(runCli({"segment", ct, "--chest", "--out", out, "--compare", map}).output,
                HasSubstr("7.0 mm"));
    // As a research volume of its own.
    const CliResult imported = runCli({"import", map, ct, "--archive", folder / "a", "--json"});
    ASSERT_EQ(imported.exitCode, 0) << imported.log;
    ASSERT_EQ(imported.json()["notes"].size(), 1u);
    EXPECT_EQ(imported.json()["notes"][0]["path"], map);
    EXPECT_THAT(imported.json()["notes"][0]["text"].get<std::string>(), HasSubstr("sform"));
    EXPECT_THAT(runCli({"import", map, "--archive", folder / "a"}).output, HasSubstr("7.0 mm"));
}

TEST(SegmentCommand, theChestNeedsNoModel)
{
    const TemporaryFolder folder;
    const std::string ct = writeChest(folder);
    const std::string out = folder / "chest.seg.nrrd";
    const CliResult made = runCli({"segment", ct, "--chest", "--out", out, "--json"});
    ASSERT_EQ(made.exitCode, 0) << made.log;
    const json structures = made.json()["structures"];
    ASSERT_EQ(structures.size(), 3u) << "two lungs and the body, no trachea";
    EXPECT_EQ(structures[0]["name"], "lung_right");
    EXPECT_EQ(structures[1]["name"], "lung_left");
    EXPECT_EQ(structures[2]["name"], "body");
    const double lungMl = 15 * 18 * 31 * 0.125;
    EXPECT_NEAR(structures[0]["volume_ml"].get<double>(), lungMl, 0.01 * lungMl);
    EXPECT_NEAR(structures[1]["volume_ml"].get<double>(), lungMl, 0.01 * lungMl);

    const CliResult again =
        runCli({"segment", ct, "--chest", "--out", folder / "b.nrrd", "--compare", out, "--json"});
    ASSERT_EQ(again.exitCode, 0) << again.log;
    EXPECT_EQ(again.json()["structures"].size(), 2u) << "lungs are compared";
    EXPECT_DOUBLE_EQ(again.json()["mean_dice"].get<double>(), 1.0);
}

TEST(SegmentCommand, whatHasNoLungsIsRefused)
{
    const TemporaryFolder folder;
    const std::string out = folder / "labels.nrrd";
    const CliResult result =
        runCli({"segment", writeChest(folder, false), "--chest", "--out", out});
    EXPECT_NE(result.exitCode, 0);
    EXPECT_THAT(result.log, HasSubstr("no lungs"));
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(SegmentCommand, aZipSegmentsAsItIsDownloaded)
{
    if (!std::filesystem::exists(model))
        GTEST_SKIP() << "no shared sample data";
    const TemporaryFolder folder;
    std::vector<fovea::testing::ZipFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(model)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string name = entry.path().lexically_relative(model).generic_string();
        files.push_back(
            {"Dataset901_Tiny/" + name, {std::istreambuf_iterator<char>(in), {}}, true, {}, {}});
    }
    const std::string zip = folder / "Dataset901_Tiny.zip";
    std::ofstream(zip, std::ios::binary) << fovea::testing::zipOf(files);
    const std::string ct = writeCt(folder);
    const std::string out = folder / "labels.nrrd";
    const CliResult made = runCli({"segment", ct, "--model", zip, "--out", out, "--json"});
    ASSERT_EQ(made.exitCode, 0) << made.log;
    ASSERT_FALSE(made.json()["structures"].empty());
    for (const json& structure : made.json()["structures"]) {
        EXPECT_GT(structure["probability"].get<double>(), 1.0 / 6) << "of six classes the largest";
        EXPECT_LE(structure["probability"].get<double>(), 1.0);
        EXPECT_GE(structure["rim_entropy_bits"].get<double>(), 0.0);
    }
    const CliResult folderOne = runCli(
        {"segment", ct, "--model", model, "--out", folder / "f.nrrd", "--compare", out, "--json"});
    EXPECT_DOUBLE_EQ(folderOne.json()["mean_dice"].get<double>(), 1.0);
}

TEST(SegmentCommand, ctrlCEndsItWithNothingHalfWritten)
{
    if (!std::filesystem::exists(model))
        GTEST_SKIP() << "no shared sample data";
    const TemporaryFolder folder;
    // Thousands of windows: it would take minutes.
    const std::string ct = folder / "large.nrrd";
    {
        std::ofstream out(ct, std::ios::binary);
        out << "NRRD0004\ntype: int16\ndimension: 3\nspace: left-posterior-superior\n"
               "sizes: 320 320 320\nspace directions: (1.5,0,0) (0,1.5,0) (0,0,1.5)\n"
               "space origin: (0,0,0)\nencoding: raw\nendian: little\n\n";
        std::vector<std::int16_t> plane(320 * 320);
        for (int k = 0; k < 320; ++k) {
            for (std::size_t i = 0; i < plane.size(); ++i)
                plane[i] = static_cast<std::int16_t>((i * 7 + static_cast<std::size_t>(k)) % 90);
            out.write(reinterpret_cast<const char*>(plane.data()),
                      static_cast<std::streamsize>(plane.size() * 2));
        }
    }
    std::filesystem::create_directories(folder / "out");
    constexpr int interruptAfterMs = 6000; // Among the windows.
    const CliResult result =
        runCli({"segment", ct, "--model", model, "--out", folder / "out/labels.nrrd", "--json"},
               interruptAfterMs);
    EXPECT_EQ(result.exitCode, 1) << "cancelled, not killed: " << result.log;
    EXPECT_THAT(result.log, HasSubstr("ancel"));
    EXPECT_TRUE(result.output.empty()) << result.output;
    EXPECT_TRUE(std::filesystem::is_empty(folder / "out")) << "nothing half written";
}

TEST(SegmentCommand, seriesOfTheArchiveAreSegmentedAndKept)
{
    const TemporaryFolder folder;
    const std::string archive = folder / "archive";
    const json phantoms = writeSmallPhantoms(folder / "phantoms");
    // The images alone, as they come from a scanner.
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "phantoms")) {
        if (entry.path().filename() == "seg.dcm")
            std::filesystem::remove(entry.path());
    }
    ASSERT_EQ(runCli({"import", folder / "phantoms", "--archive", archive}).exitCode, 0);
    const CliResult made = runCli({"segment", "--all", "--chest", "--archive", archive, "--json"});
    ASSERT_EQ(made.exitCode, 0) << made.log;
    ASSERT_EQ(made.json()["results"].size(), 1u) << made.output;
    const json first = made.json()["results"][0];
    EXPECT_FALSE(first["stored"].get<bool>());
    EXPECT_FALSE(first["structures"].empty());

    const std::string series = std::to_string(first["series_id"].get<int>());
    const CliResult again =
        runCli({"segment", "--series", series, "--chest", "--archive", archive, "--json"});
    ASSERT_EQ(again.exitCode, 0) << again.log;
    EXPECT_TRUE(again.json()["results"][0]["stored"].get<bool>()) << "not made twice";
    EXPECT_EQ(again.json()["results"][0]["label_map_id"], first["label_map_id"]);
    const json listed = runCli({"list", "--archive", archive, "--json"}).json();
    EXPECT_EQ(listed["studies"][0]["series"][0]["label_maps"].size(), 1u);

    EXPECT_NE(runCli({"segment", "--all", "--chest", "--archive", archive}).exitCode, 0)
        << "there is nothing left";
    EXPECT_NE(runCli({"segment", "--series", "999", "--chest", "--archive", archive}).exitCode, 0);
    EXPECT_NE(runCli({"segment", "--all", "--chest", "--archive", folder / "none"}).exitCode, 0);
}

TEST(SegmentCommand, whatCannotBeDoneIsSaid)
{
    const TemporaryFolder folder;
    const std::string ct = writeCt(folder);
    const auto refused = [&](const std::vector<std::string>& arguments, const std::string& why) {
        const CliResult result = runCli(arguments);
        EXPECT_NE(result.exitCode, 0) << why;
        EXPECT_THAT(result.log, HasSubstr(why));
    };
    const std::string out = folder / "labels.nii.gz";
    refused({"segment", ct, "--model", folder / "absent", "--out", out}, "absent");
    refused({"segment", folder / "absent.nii", "--model", model, "--out", out}, "absent.nii");
    refused({"segment", ct, "--model", model, "--out", folder / "labels.png"}, "nii.gz");
    refused({"segment", ct, "--model", model, "--out", folder / "absent/labels.nrrd"},
            "labels.nrrd");
    refused({"segment", ct, "--model", model, "--out", out, "--like", "nobody"}, "nobody");
    refused({"segment", ct, "--out", out}, "--model");
    refused({"segment", "--chest", "--out", out}, "--series");
    refused({"segment", ct, "--all", "--chest", "--out", out}, "--series");
    refused({"segment", "--all", "--chest", "--out", out}, "--series");
    refused({"segment", "--all", "--model", model, "--step", "0.5"}, "--series");
    refused({"segment", ct, "--chest", "--model", model, "--out", out}, "--model");
    refused({"segment", ct, "--model", model, "--out", out, "--compare", folder / "none.nrrd"},
            "none.nrrd");
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(SegmentCommand, theBundledNetworkSaysThatItIsNotForPatients)
{
    const TemporaryFolder folder;
    const std::string ct = writeChest(folder);
    const std::string out = folder / "labels.nii.gz";
    const CliResult made = runCli({"segment", ct, "--demo", "--out", out, "--json"});
    ASSERT_EQ(made.exitCode, 0) << made.log;
    EXPECT_TRUE(std::filesystem::exists(out));
    EXPECT_THAT(made.log, HasSubstr("synthetic chests alone"));

    const CliResult both = runCli({"segment", ct, "--demo", "--chest", "--out", out});
    EXPECT_NE(both.exitCode, 0);
    EXPECT_THAT(both.log, HasSubstr("--demo"));
}
