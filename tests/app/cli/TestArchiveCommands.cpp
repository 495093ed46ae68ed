#include "tests/app/cli/CliProcess.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// phantom → import → list, without a model.

using namespace fovea::test;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

std::size_t filesIn(const std::string& folder)
{
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        count += entry.is_regular_file();
    return count;
}

} // namespace

TEST(ArchiveCommands, phantomWritesWholeStudiesOnce)
{
    const TemporaryFolder folder;
    const json phantoms = writeSmallPhantoms(folder / "p", 2, 7)["phantoms"];
    ASSERT_EQ(phantoms.size(), 2u);
    EXPECT_EQ(phantoms[0]["seed"], 7);
    EXPECT_EQ(phantoms[1]["seed"], 8);
    EXPECT_NE(phantoms[0]["study_instance_uid"], phantoms[1]["study_instance_uid"]);
    EXPECT_EQ(phantoms[0]["slices"], 40);
    // 40 slices, seg.dcm, report.txt, truth.json, and nothing half-made beside them.
    EXPECT_EQ(filesIn(folder / "p/phantom-7"), 43u);
    EXPECT_EQ(filesIn(folder / "p"), 86u);

    const CliResult again = runCli({"phantom", "--seed", "7", "--out", folder / "p", "--size", "96",
                                    "80", "40", "--spacing", "3.6", "3.6", "7.5"});
    EXPECT_EQ(again.exitCode, 1);
    EXPECT_THAT(again.output, IsEmpty());
    EXPECT_THAT(again.log, HasSubstr("phantom-7"));
}

TEST(ArchiveCommands, phantomsOfAnotherSiteAreOtherStudies)
{
    const TemporaryFolder folder;
    const json reference = writeSmallPhantoms(folder / "p", 1, 7)["phantoms"][0];
    const json site =
        runCli({"phantom", "--seed", "7", "--site", "lakeside", "--out", folder / "p", "--size",
                "96", "80", "40", "--spacing", "3.6", "3.6", "7.5", "--json"})
            .json()["phantoms"][0];
    EXPECT_EQ(reference["site"], "reference");
    EXPECT_EQ(site["site"], "lakeside");
    EXPECT_NE(site["study_instance_uid"], reference["study_instance_uid"]);
    EXPECT_NE(site["series_instance_uid"], reference["series_instance_uid"]);
    EXPECT_EQ(filesIn(folder / "p/phantom-lakeside-7"), 43u);
    bool fatty = false;
    for (const json& finding : site["findings"])
        fatty = fatty || finding["finding"] == "hepatic_steatosis";
    EXPECT_TRUE(fatty);
}

TEST(ArchiveCommands, importTwiceChangesNothing)
{
    const TemporaryFolder folder;
    writeSmallPhantoms(folder / "p", 2);
    const CliResult first = runCli({"import", folder / "p", "--archive", folder / "a", "--json"});
    ASSERT_EQ(first.exitCode, 0) << first.log;
    const json one = first.json();
    EXPECT_EQ(one["studies_added"], 2);
    EXPECT_EQ(one["series_added"], 2);
    EXPECT_EQ(one["instances_taken"], 80);
    EXPECT_EQ(one["label_maps_taken"], 2);
    ASSERT_EQ(one["studies"].size(), 2u);
    EXPECT_EQ(one["studies"][0]["series"][0]["slices"], 40);
    EXPECT_EQ(one["studies"][0]["series"][0]["label_maps"], 1);
    // report.txt and truth.json of both are no images, and say so.
    EXPECT_EQ(one["left_out"].size(), 4u);
    EXPECT_THAT(one["left_out"][0]["reason"], HasSubstr("not a DICOM file"));

    const CliResult second = runCli({"import", folder / "p", "--archive", folder / "a", "--json"});
    ASSERT_EQ(second.exitCode, 0) << second.log;
    const json two = second.json();
    EXPECT_EQ(two["studies_added"], 0);
    EXPECT_EQ(two["instances_taken"], 0);
    EXPECT_EQ(two["instances_already_there"], 80);
    EXPECT_EQ(two["label_maps_already_there"], 2);
    EXPECT_EQ(two["studies"], one["studies"]);
}

TEST(ArchiveCommands, listFindsStudiesByText)
{
    const TemporaryFolder folder;
    const json phantoms = writeSmallPhantoms(folder / "p", 2, 5)["phantoms"];
    ASSERT_EQ(runCli({"import", folder / "p", "--archive", folder / "a"}).exitCode, 0);

    const json all = runCli({"list", "--archive", folder / "a", "--json"}).json();
    ASSERT_EQ(all["studies"].size(), 2u);
    const json one = runCli({"list", "PHANTOM-6", "--archive", folder / "a", "--json"}).json();
    ASSERT_EQ(one["studies"].size(), 1u);
    const json& study = one["studies"][0];
    EXPECT_EQ(study["patient_name"], "Phantom^6");
    EXPECT_EQ(study["study_instance_uid"], phantoms[1]["study_instance_uid"]);
    const json& series = study["series"][0];
    EXPECT_EQ(series["series_instance_uid"], phantoms[1]["series_instance_uid"]);
    EXPECT_EQ(series["size"], json({96, 80, 40}));
    EXPECT_NEAR(series["spacing_mm"][2].get<double>(), 7.5, 1e-6);
    EXPECT_EQ(series["label_maps"].size(), 1u);
    EXPECT_THAT(series["analyses"], IsEmpty());

    const CliResult table = runCli({"list", "--archive", folder / "a"});
    EXPECT_EQ(table.exitCode, 0);
    EXPECT_THAT(table.output, HasSubstr("Phantom^5"));
    EXPECT_THAT(table.output, HasSubstr("Phantom^6"));
    const CliResult none = runCli({"list", "nobody", "--archive", folder / "a"});
    EXPECT_EQ(none.exitCode, 0);
    EXPECT_THAT(none.output, Not(HasSubstr("Phantom^")));
}

TEST(ArchiveCommands, referencedFilesStayWhereTheyAre)
{
    const TemporaryFolder folder;
    writeSmallPhantoms(folder / "p");
    const CliResult result =
        runCli({"import", folder / "p", "--reference", "--archive", folder / "a", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    EXPECT_EQ(result.json()["instances_taken"], 40);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "a"))
        EXPECT_NE(entry.path().extension(), ".dcm");
}

TEST(ArchiveCommands, damagedImageIsTakenOutAndTold)
{
    const TemporaryFolder folder;
    writeSmallPhantoms(folder / "p");
    const std::filesystem::path ct = folder / "p/phantom-1/ct";
    std::vector<std::filesystem::path> images;
    for (const auto& entry : std::filesystem::directory_iterator(ct))
        images.push_back(entry.path());
    std::filesystem::resize_file(images.front(), 400);

    const CliResult result = runCli({"import", ct.string(), "--archive", folder / "a", "--json"});
    EXPECT_EQ(result.exitCode, 1) << "an incomplete study was passed off as complete";
    EXPECT_EQ(result.json()["instances_taken"], 39);
    ASSERT_EQ(result.json()["left_out"].size(), 1u);
    EXPECT_EQ(result.json()["left_out"][0]["path"], images.front().string());
    EXPECT_THAT(result.log, Not(IsEmpty()));
}

TEST(ArchiveCommands, unknownSeriesIsRefused)
{
    const TemporaryFolder folder;
    writeSmallPhantoms(folder / "p");
    ASSERT_EQ(runCli({"import", folder / "p", "--archive", folder / "a"}).exitCode, 0);
    for (const char* option : {"--series", "--study"}) {
        for (const char* id : {"999", "1.2.3"}) {
            const CliResult result = runCli({"analyze", option, id, "--archive", folder / "a"});
            EXPECT_EQ(result.exitCode, 1) << option << id;
            EXPECT_THAT(result.output, IsEmpty());
            EXPECT_THAT(result.log, HasSubstr("not in the archive"));
        }
    }
}

TEST(ArchiveCommands, interruptLeavesNothingHalfWritten)
{
    const TemporaryFolder folder;
    // Large enough to be under way when the signal comes.
    const CliResult result = runCli({"phantom", "--count", "200", "--size", "256", "256", "100",
                                     "--spacing", "1.4", "1.4", "3", "--out", folder / "p"},
                                    1500);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_THAT(result.log, HasSubstr("Cancelled."));
    for (const auto& entry : std::filesystem::directory_iterator(folder / "p")) {
        EXPECT_THAT(entry.path().filename().string(), testing::StartsWith("phantom-"));
        EXPECT_TRUE(std::filesystem::exists(entry.path() / "truth.json"));
    }
}
