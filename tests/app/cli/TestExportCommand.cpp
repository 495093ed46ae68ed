#include "app/work/studyWork.h"
#include "storage/LabelMapFile.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/storage/moveQform.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <set>

// phantom → import → analyze → export, and what pydicom reads of it.

using namespace fovea;
using namespace fovea::test;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string bytes(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Where the measure of the first series ends.
Vec3 measureEnd(const ImageGeometry& geometry)
{
    return geometry.indexToPatient({48, 40, 20});
}

/// What a reader leaves in the window: a length of 30 mm to the patient's left and a key image of
/// its slice.
void readAsAPerson(const std::string& archive)
{
    auto database = StudyDatabase::open(archive);
    ASSERT_TRUE(database.ok());
    const auto series = loadSeries(*database, 1, Progress());
    ASSERT_TRUE(series.ok());
    KeyImageRecord key;
    key.seriesId = 1;
    key.positionMm = measureEnd(series->volume->geometry());
    key.window = {40, 400};
    ASSERT_TRUE(database->addKeyImage(key).ok());
    Measure measure;
    measure.uid = "{6a1f0000-0000-4000-8000-000000000001}";
    measure.pointsMm = {key.positionMm - Vec3{30, 0, 0}, key.positionMm};
    measure.frameOfReferenceUid = series->series.frameOfReferenceUid;
    ASSERT_TRUE(database->changeMeasures(1, {{std::nullopt, measure}}).ok());
}

/// An archive with two small phantoms, the first analysed by the demo model and read by a person,
/// exported whole; made once.
class ExportCommandTest : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = new TemporaryFolder;
        writeSmallPhantoms(*s_folder / "p", 2, 7);
        ASSERT_EQ(runCli({"import", *s_folder / "p", "--archive", archive()}).exitCode, 0);
        const CliResult analysis =
            runCli({"analyze", "--series", "1", "--archive", archive(), "--json"});
        ASSERT_EQ(analysis.exitCode, 0) << analysis.log;
        s_analysis = analysis.json()["results"][0];
        ASSERT_NO_FATAL_FAILURE(readAsAPerson(archive()));
        s_exported = runCli({"export", "--series", "1", "--archive", archive(), "--out", out(),
                             "--sr", "--seg", "--capture", "--key-objects", "--pdf", "--pdf-dicom",
                             "--csv", "--json-table", "--json"});
    }
    static void TearDownTestSuite()
    {
        delete s_folder;
        s_folder = nullptr;
    }
    static std::string archive() { return *s_folder / "a"; }
    static std::string out() { return *s_folder / "out"; }
    static std::string file(const std::string& name) { return out() + "/" + name; }

    static TemporaryFolder* s_folder;
    static json s_analysis;
    static CliResult s_exported;
};

TemporaryFolder* ExportCommandTest::s_folder = nullptr;
json ExportCommandTest::s_analysis;
CliResult ExportCommandTest::s_exported;

/// Items of this name anywhere below `item`.
void collect(const json& item, const std::string& name, std::vector<json>& into)
{
    if (item.value("name", "") == name)
        into.push_back(item);
    for (const json& child : item["items"])
        collect(child, name, into);
}

std::vector<json> itemsNamed(const json& item, const std::string& name)
{
    std::vector<json> found;
    collect(item, name, found);
    return found;
}

/// The value of the first item of this name directly below.
json valueOf(const json& group, const std::string& name)
{
    for (const json& child : group["items"]) {
        if (child.value("name", "") == name)
            return child["value"];
    }
    return {};
}

} // namespace

TEST_F(ExportCommandTest, writesAllThatWasAskedFor)
{
    ASSERT_EQ(s_exported.exitCode, 0) << s_exported.log;
    EXPECT_EQ(s_exported.json()["files"].size(), 8u);
    for (const char* name :
         {"measurement-report.dcm", "segmentation.dcm", "capture-001.dcm", "key-objects.dcm",
          "report.pdf", "report.dcm", "results.csv", "results.json"})
        EXPECT_TRUE(std::filesystem::exists(file(name))) << name;
    EXPECT_EQ(bytes(file("report.pdf")).substr(0, 5), "%PDF-");
}

TEST_F(ExportCommandTest, tablesSayWhatTheAnalysisSays)
{
    const json table = json::parse(bytes(file("results.json")))["studies"][0];
    EXPECT_EQ(table["study"]["patient_id"], "PHANTOM-7");
    std::map<std::pair<std::string, std::string>, json> byFinding;
    for (const json& finding : table["findings"])
        byFinding[{finding["anatomy"], finding["id"]}] = finding;
    int compared = 0;
    for (const json& anatomy : s_analysis["anatomies"]) {
        for (const json& finding : anatomy["findings"]) {
            const json& row = byFinding[{anatomy["id"], finding["id"]}];
            ASSERT_FALSE(row.is_null());
            EXPECT_EQ(row["score"], finding["score"]);
            EXPECT_EQ(row["probability"], finding["calibrated"]);
            ++compared;
        }
    }
    EXPECT_GT(compared, 5);
    EXPECT_EQ(table["structures"].size(), s_analysis["structures"].size());
    EXPECT_EQ(table["structures"][0]["volume_ml"], s_analysis["structures"][0]["volume_ml"]);
    EXPECT_EQ(table["structures"][0]["mean_hu"], s_analysis["structures"][0]["mean_hu"]);
}

TEST_F(ExportCommandTest, theLogSaysWhatWasOpenedAndWhatLeft)
{
    const auto entries = [](const char* action) {
        return runCli({"audit", "list", "--archive", archive(), "--json", "--action", action})
            .json()["entries"];
    };
    const json opened = entries("opened");
    ASSERT_EQ(opened.size(), 1u);
    EXPECT_EQ(opened[0]["details"], "command line, analyze");
    EXPECT_EQ(opened[0]["study_id"], 1);
    std::set<std::string> left;
    for (const json& entry : entries("exported")) {
        if (entry["study_id"] == 1)
            left.insert(std::string(entry["details"]));
    }
    for (const char* part : {"measurement report", "segmentation", "key images",
                             "key object selection", "report", "report in DICOM", "CSV", "JSON"})
        EXPECT_TRUE(left.contains(part)) << part;
    // A question about one study says which.
    runCli({"ask", "nodule", "--series", "1", "--archive", archive()});
    const json asked = entries("queried");
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(asked[0]["study_id"], 1);
}

TEST_F(ExportCommandTest, whatIsRefusedDidNotLeave)
{
    const auto count = [] {
        return runCli({"audit", "list", "--archive", archive(), "--json", "--action", "exported"})
            .json()["entries"]
            .size();
    };
    const auto before = count();
    EXPECT_NE(runCli({"export", "--series", "1", "--archive", archive(), "--out", out(), "--csv"})
                  .exitCode,
              0)
        << "it is there already";
    EXPECT_EQ(count(), before);
}

TEST_F(ExportCommandTest, aSeriesThatCannotBeReadIsSaidAndTheOthersGoOut)
{
    const std::string broken = *s_folder / "b";
    std::filesystem::copy(archive(), broken, std::filesystem::copy_options::recursive);
    {
        auto database = StudyDatabase::open(broken);
        ASSERT_TRUE(database.ok());
        for (const InstanceRecord& image : *database->instancesOf(2))
            std::filesystem::remove(image.path);
    }
    const std::string folder = *s_folder / "partly";
    const CliResult result =
        runCli({"export", "--all", "--archive", broken, "--out", folder, "--json-table", "--json"});
    EXPECT_NE(result.exitCode, 0);
    EXPECT_THAT(result.log, HasSubstr("Series 2 left out"));
    ASSERT_EQ(result.json()["left_out"].size(), 1u);
    EXPECT_EQ(result.json()["left_out"][0]["series_id"], 2);
    EXPECT_EQ(json::parse(bytes(folder + "/results.json"))["studies"].size(), 1u);
}

TEST_F(ExportCommandTest, anAnalysisTellsOfASegmentationInTwoPlaces)
{
    const std::string other = *s_folder / "c";
    std::filesystem::copy(archive(), other, std::filesystem::copy_options::recursive);
    const std::string map = *s_folder / "map.nii";
    {
        auto database = StudyDatabase::open(other);
        ASSERT_TRUE(database.ok());
        const auto series = loadSeries(*database, 2, Progress());
        const auto record = newestLabelMap(*database, 2);
        ASSERT_TRUE(series.ok() && record.ok() && *record);
        const auto labels = loadLabelMap(*series, **record, AnatomyCatalog(), Progress());
        ASSERT_TRUE(labels.ok());
        ASSERT_TRUE(writeLabelMapFile(map, *labels->labels).ok());
    }
    moveQform(map, 7);
    const CliResult first =
        runCli({"analyze", "--series", "2", "--labels", map, "--archive", other, "--json"});
    ASSERT_EQ(first.exitCode, 0) << first.log;
    EXPECT_THAT(first.json()["results"][0]["notes"].dump(), HasSubstr("7.0 mm"));
    // Whenever that segmentation speaks.
    const CliResult again = runCli({"analyze", "--series", "2", "--archive", other});
    EXPECT_THAT(again.output, HasSubstr("7.0 mm"));
}

TEST_F(ExportCommandTest, replacesNothingUnasked)
{
    const std::string before = bytes(file("results.csv"));
    const std::vector<std::string> again{"export",  "--series", "1",   "--archive",
                                         archive(), "--out",    out(), "--csv"};
    const CliResult refused = runCli(again);
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_THAT(refused.log, HasSubstr("results.csv"));
    std::vector<std::string> forced = again;
    forced.push_back("--overwrite");
    EXPECT_EQ(runCli(forced).exitCode, 0);
    EXPECT_EQ(bytes(file("results.csv")), before);
}

TEST_F(ExportCommandTest, tablesOfASearchHaveItsStudies)
{
    const auto studies = [&](const std::string& search, const std::string& name) {
        const std::string folder = *s_folder / name;
        const CliResult result = runCli({"export", "--all", "--search", search, "--archive",
                                         archive(), "--out", folder, "--json-table"});
        EXPECT_EQ(result.exitCode, 0) << result.log;
        return json::parse(bytes(folder + "/results.json"))["studies"];
    };
    const json both = studies("phantom", "both");
    ASSERT_EQ(both.size(), 2u);
    EXPECT_NE(both[0]["study"]["study_uid"], both[1]["study"]["study_uid"]);
    const json one = studies("PHANTOM-8", "one");
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one[0]["study"]["patient_id"], "PHANTOM-8");
    EXPECT_TRUE(one[0]["findings"].empty()) << "nobody has analysed it";
    EXPECT_FALSE(one[0]["structures"].empty());
}

TEST_F(ExportCommandTest, saysWhatCannotBe)
{
    const auto refusal = [&](std::vector<std::string> options) {
        options.insert(options.begin(),
                       {"export", "--archive", archive(), "--out", *s_folder / "never"});
        const CliResult result = runCli(options);
        EXPECT_NE(result.exitCode, 0);
        return result.log;
    };
    EXPECT_THAT(refusal({"--series", "1"}), HasSubstr("nothing to write"));
    EXPECT_THAT(refusal({"--all", "--pdf"}), HasSubstr("tables only"));
    EXPECT_THAT(refusal({"--series", "2", "--capture"}), HasSubstr("nothing to write"))
        << "there are no key images";
    EXPECT_THAT(refusal({"--series", "99", "--csv"}), Not(HasSubstr("unexpected")));
    EXPECT_FALSE(std::filesystem::exists(*s_folder / "never"));
}

TEST_F(ExportCommandTest, isReadByPydicom)
{
    std::string output;
    FILE* pipe =
        popen(("python3 " FOVEA_SOURCE_DIR "/tests/app/cli/readWithPydicom.py '" + out() + "' 2>&1")
                  .c_str(),
              "r");
    ASSERT_NE(pipe, nullptr);
    std::array<char, 4096> part;
    while (const std::size_t count = fread(part.data(), 1, part.size(), pipe))
        output.append(part.data(), count);
    const int status = pclose(pipe);
    if (WIFEXITED(status) && (WEXITSTATUS(status) == 77 || WEXITSTATUS(status) == 127))
        GTEST_SKIP() << "skipped: python3 has no pydicom";
    ASSERT_EQ(status, 0) << output;
    const json read = json::parse(output, nullptr, false);
    ASSERT_TRUE(read.is_object()) << output;
    ASSERT_EQ(read.size(), 5u);
    for (const auto& [name, object] : read.items()) {
        EXPECT_EQ(object["patient_id"], "PHANTOM-7") << name;
        EXPECT_EQ(object["study"], s_analysis["study_instance_uid"]) << name;
    }
    // The report: every structure with its volume and the segment that it was measured in.
    const json& report = read["measurement-report.dcm"];
    EXPECT_EQ(report["class"], "Comprehensive 3D SR Storage");
    const json& segmentation = read["segmentation.dcm"];
    std::map<std::string, int> segments;
    for (const json& segment : segmentation["segments"])
        segments[segment["label"]] = segment["number"];
    int structures = 0;
    for (const json& group : itemsNamed(report["content"], "Measurement Group")) {
        std::string tracked = valueOf(group, "Tracking Identifier");
        std::ranges::replace(tracked, ' ', '_');
        for (const json& structure : s_analysis["structures"]) {
            if (structure["name"] != tracked)
                continue;
            EXPECT_NEAR(valueOf(group, "Volume").get<double>(),
                        structure["volume_ml"].get<double>(), 1e-3);
            const auto segment = itemsNamed(group, "Referenced Segment");
            ASSERT_EQ(segment.size(), 1u);
            EXPECT_EQ(segment[0]["value"], segmentation["uid"]);
            EXPECT_EQ(segment[0]["segment"], segments[tracked]);
            const auto side = itemsNamed(group, "Laterality");
            if (structure["side"] == "left")
                EXPECT_EQ(side.at(0)["value"], "Left") << tracked;
            else if (structure["side"] == "right")
                EXPECT_EQ(side.at(0)["value"], "Right") << tracked;
            else
                EXPECT_TRUE(side.empty()) << tracked;
            ++structures;
        }
    }
    EXPECT_EQ(structures, int(s_analysis["structures"].size()));
    EXPECT_FALSE(itemsNamed(report["content"], "Calibrated probability").empty());
    // The measure, where it lies in the patient.
    auto database = StudyDatabase::open(archive());
    ASSERT_TRUE(database.ok());
    const auto series = loadSeries(*database, 1, Progress());
    ASSERT_TRUE(series.ok());
    const Vec3 end = measureEnd(series->volume->geometry());
    const auto lengths = itemsNamed(report["content"], "Length");
    ASSERT_EQ(lengths.size(), 1u);
    EXPECT_NEAR(lengths[0]["value"].get<double>(), 30.0, 1e-3);
    EXPECT_EQ(lengths[0]["unit"], "mm");
    const json& path = lengths[0]["items"][0];
    EXPECT_EQ(path["graphic"], "POLYLINE");
    EXPECT_EQ(path["frame_of_reference"], series->series.frameOfReferenceUid);
    const std::vector<double> expected{end[0] - 30, end[1], end[2], end[0], end[1], end[2]};
    ASSERT_EQ(path["value"].size(), 6u);
    for (std::size_t i = 0; i < 6; ++i)
        EXPECT_NEAR(path["value"][i].get<double>(), expected[i], 1e-3);
    // The picture: the patient's left on its right, all of its pixels.
    const json& capture = read["capture-001.dcm"];
    EXPECT_EQ(capture["orientation"], json::array({"L", "P"}));
    const auto rows = capture["rows"].get<std::size_t>();
    const auto columns = capture["columns"].get<std::size_t>();
    ASSERT_GE(capture["bytes"].get<std::size_t>(), rows * columns * 3);
    const std::string raw = bytes(file("capture-001.dcm"));
    const std::size_t start = raw.size() - capture["bytes"].get<std::size_t>();
    const std::size_t middle = start + (rows / 2 * columns + columns / 2) * 3;
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(capture["middle"][i], static_cast<unsigned char>(raw[middle + i]));
    // The selection points at that picture and at the CT's own image.
    const json& selection = read["key-objects.dcm"]["content"]["items"];
    std::vector<std::string> selected;
    for (const json& item : selection) {
        if (item["type"] == "IMAGE")
            selected.push_back(item["value"]);
    }
    ASSERT_EQ(selected.size(), 2u);
    EXPECT_EQ(selected[1], capture["uid"].get<std::string>());
    const auto instances = database->instancesOf(1);
    ASSERT_TRUE(instances.ok());
    const auto key = std::ranges::find(*instances, selected[0], &InstanceRecord::sopInstanceUid);
    ASSERT_NE(key, instances->end());
    EXPECT_NEAR(key->positionMm, end[2], 0.01);
    // The document is the PDF, byte for byte.
    const json& document = read["report.dcm"];
    EXPECT_EQ(document["class"], "Encapsulated PDF Storage");
    EXPECT_EQ(document["document_start"], "%PDF-");
    EXPECT_EQ(document["document_length"], bytes(file("report.pdf")).size());
}
