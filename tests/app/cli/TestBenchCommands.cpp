#include "tests/app/cli/CliProcess.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

// What `bench` says, not how fast it was: a test that judges speed fails on a busy machine.

using namespace fovea::test;

TEST(Bench, viewMeasuresEveryWayOfMovingBesideVtk)
{
    const CliResult result = runCli({"bench", "view", "--slices", "40", "--frames", "2", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    const nlohmann::json report = result.json();
    EXPECT_FALSE(report.at("processor").get<std::string>().empty());
    EXPECT_EQ(report.at("structures"), 117);
    EXPECT_THAT(report.at("vtk").get<std::string>(), testing::HasSubstr("9."));
    std::vector<std::string> kinds;
    for (const nlohmann::json& one : report.at("frames")) {
        kinds.push_back(one.at("kind"));
        EXPECT_GT(one.at("fovea").at("median_ms"), 0.0) << kinds.back();
        EXPECT_GT(one.at("vtk").at("median_ms"), 0.0) << kinds.back();
    }
    EXPECT_THAT(kinds, testing::ElementsAre("one", "linked", "oblique", "oblique_linked", "slab",
                                            "slab_linked", "oblique_slab", "oblique_slab_linked"));
    const nlohmann::json& study = report.at("study");
    EXPECT_EQ(study.at("pixel_bytes"), 2.0 * 512 * 512 * 40);
    EXPECT_GT(study.at("memory_bytes"), study.at("pixel_bytes"));
    EXPECT_GT(study.at("surfaces"), 60);
    EXPECT_GT(study.at("triangles"), 10'000);
}

TEST(Bench, viewWithoutAStudyIsRefused)
{
    const CliResult result = runCli({"bench", "view", "--slices", "0"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.log, testing::HasSubstr("--slices"));
}

TEST(Bench, segmentComparesTheReferencesOrderOfWorkWithOurs)
{
    const std::string model = std::string(FOVEA_SHARED_DIR) + "/golden/nnunet/Dataset901_Tiny";
    if (!std::filesystem::exists(model))
        GTEST_SKIP() << "no shared sample data";
    const CliResult result =
        runCli({"bench", "segment", "--model", model, "--size", "40", "40", "48", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    const nlohmann::json report = result.json();
    EXPECT_EQ(report.at("windows"), 2 * 3 * 2); // of 32 x 24 x 40, half a window apart
    std::vector<std::string> names;
    for (const nlohmann::json& way : report.at("ways")) {
        names.push_back(way.at("name"));
        EXPECT_GT(way.at("seconds").get<double>(), 0.0);
        EXPECT_GT(way.at("peak_bytes").get<double>(), 1e6);
        EXPECT_GT(way.at("equal_voxels").get<double>(), 0.99) << names.back();
    }
    EXPECT_THAT(names, testing::ElementsAre("full", "reference", "ours"));
    EXPECT_GE(report.at("ways")[2].at("equal_voxels").get<double>(), 0.999);

    const CliResult small =
        runCli({"bench", "segment", "--model", model, "--size", "8", "40", "48", "--way", "ours"});
    EXPECT_EQ(small.exitCode, 1) << "smaller than a window";
    EXPECT_EQ(runCli({"bench", "segment", "--way", "theirs"}).exitCode, 1);
}

TEST(Bench, importTakesEveryFileOnce)
{
    const CliResult result =
        runCli({"bench", "import", "--files", "250", "--rounds", "2", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    const nlohmann::json report = result.json();
    EXPECT_EQ(report.at("files"), 250);
    EXPECT_EQ(report.at("taken"), 250);
    EXPECT_EQ(report.at("taken_again"), 0);
    ASSERT_EQ(report.at("peers").size(), 3u);
    for (const nlohmann::json& peer : report.at("peers"))
        EXPECT_GT(peer.at("ratio").get<double>(), 0.0);
    const CliResult large =
        runCli({"bench", "import", "--files", "3", "--matrix", "512", "--rounds", "1", "--json"});
    ASSERT_EQ(large.exitCode, 0) << large.log;
    EXPECT_GT(large.json().at("bytes").get<double>(), 3 * 524'288.0);
    EXPECT_EQ(runCli({"bench", "import", "--files", "0"}).exitCode, 1);
}

TEST(Bench, labelsComeOutAsTheyWereWritten)
{
    const CliResult result =
        runCli({"bench", "labels", "--slices", "20", "--rounds", "1", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    const nlohmann::json report = result.json();
    EXPECT_EQ(report.at("structures"), 117);
    EXPECT_EQ(report.at("map_bytes"), 2.0 * 512 * 512 * 20);
    EXPECT_EQ(report.at("differing_voxels"), 0.0);
    EXPECT_GT(report.at("seconds").get<double>(), 0.0);
    EXPECT_GT(report.at("file_bytes").get<double>(), 117 * 512 * 512 / 8.0);
}

TEST(Bench, listFindsItsMadeUpStudies)
{
    const CliResult result =
        runCli({"bench", "list", "--studies", "60", "--instances", "480", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    const nlohmann::json report = result.json();
    EXPECT_EQ(report.at("instances"), 480);
    EXPECT_GT(report.at("list_ms").get<double>(), 0.0);
    std::map<std::string, std::size_t> matching;
    for (const nlohmann::json& one : report.at("searches")) {
        matching[one.at("text")] = one.at("matching");
        EXPECT_GT(one.at("median_ms").get<double>(), 0.0);
    }
    EXPECT_EQ(matching.at("müller"), matching.at("muller"));
    EXPECT_GT(matching.at("effusion"), 0u);
    EXPECT_GT(matching.at("nodule > 0.8"), matching.at("muller nodule > 0.8"));
    EXPECT_EQ(matching.at("nobody of that name"), 0u);
}
