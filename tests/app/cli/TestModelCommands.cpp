#include "tests/app/cli/CliProcess.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// import → analyze → ask → evaluate with the bundled demo model.

using namespace fovea::test;
using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

const json* entryWith(const json& entries, const char* key, const std::string& value)
{
    const auto it =
        std::ranges::find_if(entries, [&](const json& entry) { return entry[key] == value; });
    return it == entries.end() ? nullptr : &*it;
}

/// An archive with phantoms in it. Two, because a ranking over one study proves little.
class ModelCommands : public testing::Test {
protected:
    void SetUp() override
    {
        m_archive = m_folder / "a";
        writeSmallPhantoms(m_folder / "p", 2);
        const CliResult imported = run({"import", m_folder / "p"});
        ASSERT_EQ(imported.exitCode, 0) << imported.log;
        const json answer = imported.json();
        for (const json& study : answer["studies"])
            m_series.push_back(std::to_string(study["series"][0]["series_id"].get<int>()));
        ASSERT_EQ(m_series.size(), 2u);
    }

    CliResult run(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--archive", m_archive, "--json"});
        return runCli(arguments);
    }

    TemporaryFolder m_folder;
    std::string m_archive;
    std::vector<std::string> m_series;
};

} // namespace

TEST_F(ModelCommands, analyzeScoresMeasuresAndStores)
{
    const CliResult first = run({"analyze", "--series", m_series[0]});
    ASSERT_EQ(first.exitCode, 0) << first.log;
    const json one = first.json();
    EXPECT_TRUE(one["model"]["demo"].get<bool>());
    EXPECT_EQ(one["model"]["fingerprint"].get<std::string>().size(), 64u);
    ASSERT_EQ(one["results"].size(), 1u);
    const json& result = one["results"][0];
    EXPECT_FALSE(result["stored"].get<bool>());
    EXPECT_EQ(result["size"], json({96, 80, 40}));

    const json* lung = entryWith(result["anatomies"], "id", "lung");
    ASSERT_NE(lung, nullptr);
    ASSERT_THAT((*lung)["findings"], testing::Not(IsEmpty()));
    double highest = 0.0;
    for (const json& finding : (*lung)["findings"]) {
        const double score = finding["score"];
        EXPECT_GE(score, 0.0);
        EXPECT_LE(score, 1.0);
        const json& best =
            finding["calibrated"].is_null() ? finding["score"] : finding["calibrated"];
        highest = std::max(highest, best.get<double>());
        if (!finding["threshold"].is_null()) {
            EXPECT_EQ(finding["present"], score > finding["threshold"].get<double>());
        }
    }
    if ((*lung)["calibrated"].get<bool>()) {
        EXPECT_NEAR((*lung)["abnormality"].get<double>(), highest, 1e-12);
    }

    // The region is its structures: volumes add up, and means by volume.
    double volume = 0.0;
    double weighted = 0.0;
    for (const json& structure : result["structures"]) {
        if (structure["anatomy"] == "lung") {
            volume += structure["volume_ml"].get<double>();
            weighted += structure["volume_ml"].get<double>() * structure["mean_hu"].get<double>();
        }
    }
    EXPECT_GT(volume, 500.0);
    EXPECT_NEAR((*lung)["volume_ml"].get<double>(), volume, 1e-6 * volume);
    EXPECT_NEAR((*lung)["mean_hu"].get<double>(), weighted / volume, 1e-6 * std::abs(weighted));

    // Abnormal first.
    double previous = 1.0;
    for (const json& anatomy : result["anatomies"]) {
        if (anatomy["abnormality"].is_null())
            continue;
        EXPECT_LE(anatomy["abnormality"].get<double>(), previous);
        previous = anatomy["abnormality"];
    }

    const json two = run({"analyze", "--series", m_series[0]}).json();
    EXPECT_TRUE(two["results"][0]["stored"].get<bool>());
    EXPECT_EQ(two["results"][0]["anatomies"], result["anatomies"]);
    const json forced = run({"analyze", "--series", m_series[0], "--force"}).json();
    EXPECT_FALSE(forced["results"][0]["stored"].get<bool>());

    const json listed = run({"list"}).json();
    int analysed = 0;
    for (const json& study : listed["studies"]) {
        for (const json& analysis : study["series"][0]["analyses"]) {
            ++analysed;
            EXPECT_EQ(analysis["model_fingerprint"], one["model"]["fingerprint"]);
        }
    }
    EXPECT_EQ(analysed, 1) << "a forced run must replace the stored answer, not add one";
}

TEST_F(ModelCommands, askRanksOneStudyAndTheArchive)
{
    const CliResult empty = run({"ask", "pleural effusion", "--all"});
    EXPECT_EQ(empty.exitCode, 1) << "nothing was analysed, so nothing can be ranked";
    EXPECT_THAT(empty.output, IsEmpty());

    ASSERT_EQ(run({"analyze", "--all"}).exitCode, 0);
    const CliResult asked = run({"ask", "pleural effusion", "--series", m_series[0]});
    ASSERT_EQ(asked.exitCode, 0) << asked.log;
    const json study = asked.json();
    EXPECT_EQ(study["text"], "pleural effusion");
    EXPECT_EQ(study["understood"]["anatomies"], json({"lung"}));
    EXPECT_EQ(study["regions"], 1) << "a heart has no pleural effusion";
    ASSERT_EQ(study["matches"].size(), 1u);
    EXPECT_EQ(study["matches"][0]["anatomy"], "lung");
    EXPECT_TRUE(study["matches"][0]["percentile"].is_null()) << "of two studies there is none";
    EXPECT_THAT(study["matches"][0]["prompt"].get<std::string>(),
                testing::HasSubstr("leural effusion"));

    const json archive = run({"ask", "pleural effusion", "--all", "--top", "100"}).json();
    EXPECT_EQ(archive["regions"], m_series.size());
    double previous = 2.0; // No margin is larger.
    for (const json& match : archive["matches"]) {
        EXPECT_LE(match["score"].get<double>(), previous);
        previous = match["score"];
        if (std::to_string(match["series_id"].get<int>()) == m_series[0]) {
            EXPECT_NEAR(match["score"].get<double>(), study["matches"][0]["score"].get<double>(),
                        1e-5)
                << "the archive says the same of a study as the study";
        }
    }
    // The same question in other words and languages.
    for (const char* text : {"Pleuraerguss", "胸腔积液"})
        EXPECT_EQ(run({"ask", text, "--all"}).json()["matches"],
                  run({"ask", "pleural effusion", "--all"}).json()["matches"])
            << text;
    const json none = run({"ask", "ohne Erguss", "--all"}).json();
    EXPECT_TRUE(none["understood"]["negated"]);
    EXPECT_EQ(none["matches"].size(), archive["matches"].size());
    EXPECT_EQ(none["matches"][0]["series_id"], archive["matches"].back()["series_id"])
        << "who has it least comes first";

    EXPECT_EQ(run({"ask", "pleural effusion", "--all", "--top", "1"}).json()["matches"].size(), 1u);
    const CliResult wordless = run({"ask", "  ", "--all"});
    EXPECT_EQ(wordless.exitCode, 1);
    EXPECT_THAT(wordless.output, IsEmpty());
}

TEST_F(ModelCommands, askRefusesWhatTheModelCannotKnow)
{
    ASSERT_EQ(run({"analyze", "--all"}).exitCode, 0);
    for (const char* text : {"wobbly gizmo", "left", "prostate", ""}) {
        const CliResult asked = run({"ask", text, "--all"});
        EXPECT_EQ(asked.exitCode, 1) << text;
        EXPECT_THAT(asked.output, IsEmpty()) << text;
        EXPECT_THAT(asked.log, testing::Not(IsEmpty())) << text;
    }
}

TEST_F(ModelCommands, askLooksOnlyWhereItIsTold)
{
    ASSERT_EQ(run({"analyze", "--all"}).exitCode, 0);
    const auto regions = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments{"ask", "pleural effusion"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const CliResult asked = run(arguments);
        EXPECT_EQ(asked.exitCode, 0) << asked.log;
        return asked.json()["regions"].get<std::size_t>();
    };
    const json first = run({"ask", "pleural effusion", "--series", m_series[0]}).json();
    const std::string study = std::to_string(first["matches"][0]["study_id"].get<int>());
    EXPECT_EQ(regions({"--study", study}), 1u);
    EXPECT_EQ(regions({"--patient", study}), 1u);
    EXPECT_EQ(regions({"--all", "--from", "1900-01-01"}), m_series.size());
    EXPECT_EQ(regions({"--all", "--to", "19000101"}), 0u);
    EXPECT_EQ(regions({"--all", "--body-part", "KNEE"}), 0u);
    EXPECT_EQ(regions({"--all", "--min-age", "140"}), 0u);
    EXPECT_EQ(regions({"--all", "--finding", "lung/pleural_effusion>-1"}), m_series.size());
    EXPECT_EQ(regions({"--all", "--finding", "lung/pleural_effusion>1"}), 0u);
    for (const std::vector<std::string>& wrong :
         {std::vector<std::string>{"--all", "--from", "soon"},
          {"--all", "--sex", "X"},
          {"--all", "--finding", "effusion"},
          {"--study", "987654"},
          {"--all", "--like", "1:lung"}})
    {
        std::vector<std::string> arguments{"ask", "pleural effusion"};
        arguments.insert(arguments.end(), wrong.begin(), wrong.end());
        EXPECT_EQ(run(arguments).exitCode, 1) << wrong[1];
    }
}

TEST_F(ModelCommands, askFindsRegionsLikeAnother)
{
    ASSERT_EQ(run({"analyze", "--all"}).exitCode, 0);
    const CliResult asked = run({"ask", "--like", m_series[0] + ":heart", "--all"});
    ASSERT_EQ(asked.exitCode, 0) << asked.log;
    const json like = asked.json();
    EXPECT_EQ(like["like"]["anatomy"], "heart");
    EXPECT_EQ(like["regions"], m_series.size() - 1) << "the others'";
    for (const json& match : like["matches"]) {
        EXPECT_EQ(match["anatomy"], "heart");
        EXPECT_NE(std::to_string(match["series_id"].get<int>()), m_series[0]);
        EXPECT_NEAR(match["cosine"].get<double>(), match["score"].get<double>(), 1e-9);
    }
    EXPECT_EQ(run({"ask", "--like", m_series[0] + ":brain", "--all"}).exitCode, 1);
    EXPECT_EQ(run({"ask", "--like", "heart", "--all"}).exitCode, 1);
}

TEST_F(ModelCommands, askComputesWhatIsMissing)
{
    const CliResult asked = run({"ask", "normal heart", "--series", m_series[1]});
    ASSERT_EQ(asked.exitCode, 0) << asked.log;
    EXPECT_THAT(asked.json()["matches"], testing::Not(IsEmpty()));
    EXPECT_TRUE(
        run({"analyze", "--series", m_series[1]}).json()["results"][0]["stored"].get<bool>());
}

TEST_F(ModelCommands, seriesWithoutSegmentationIsRefused)
{
    const TemporaryFolder other;
    const CliResult imported =
        runCli({"import", m_folder / "p/phantom-1/ct", "--archive", other / "a", "--json"});
    ASSERT_EQ(imported.exitCode, 0) << imported.log;
    const std::string id = std::to_string(imported.json()["studies"][0]["study_id"].get<int>());
    const CliResult result = runCli({"analyze", "--study", id, "--archive", other / "a", "--json"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_THAT(result.log, HasSubstr("segment"));

    // The other patient's segmentation is refused and does not get in.
    const CliResult wrong =
        runCli({"analyze", "--study", id, "--labels", m_folder / "p/phantom-2/seg.dcm", "--archive",
                other / "a", "--json"});
    EXPECT_EQ(wrong.exitCode, 1);
    EXPECT_THAT(wrong.output, IsEmpty());
    const json listed = runCli({"list", "--archive", other / "a", "--json"}).json();
    EXPECT_THAT(listed["studies"][0]["series"][0]["label_maps"], IsEmpty());

    const CliResult right =
        runCli({"analyze", "--study", id, "--labels", m_folder / "p/phantom-1/seg.dcm", "--archive",
                other / "a", "--json"});
    EXPECT_EQ(right.exitCode, 0) << right.log;
}

TEST(ModelCommandsWithoutArchive, modelInfoNamesTheDemo)
{
    const CliResult result = runCli({"model", "info", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    EXPECT_TRUE(result.json()["demo"].get<bool>());
    EXPECT_THAT(result.json()["anatomies"], Contains(json("lung")));
    EXPECT_THAT(runCli({"model", "info"}).output, HasSubstr("mean nothing on a patient"));
}

TEST(ModelCommandsWithoutArchive, evaluateReadsFoldersAndPhantoms)
{
    const TemporaryFolder folder;
    writeSmallPhantoms(folder / "p", 1, 40);
    const CliResult result =
        runCli({"evaluate", "--phantoms", "2", "--seed", "50", "--data", folder / "p", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    const json answer = result.json();
    EXPECT_EQ(answer["studies"], 3);
    EXPECT_THAT(answer["findings"], testing::Not(IsEmpty()));
    for (const json& finding : answer["findings"]) {
        EXPECT_LE(finding["positives"].get<int>() + finding["negatives"].get<int>(), 3);
        const bool both = finding["positives"] > 0 && finding["negatives"] > 0;
        EXPECT_EQ(finding["auc"].is_null(), !both);
    }
}

TEST(ModelCommandsWithoutArchive, demoSaysThatItIsSynthetic)
{
    const TemporaryFolder folder;
    const CliResult text = runCli({"demo", "--archive", folder / "a"});
    ASSERT_EQ(text.exitCode, 0) << text.log;
    EXPECT_THAT(text.output, HasSubstr("synthetic phantom"));
    EXPECT_THAT(text.output, HasSubstr("not a medical device"));
    const json again = runCli({"demo", "--archive", folder / "a", "--json"}).json();
    EXPECT_TRUE(again["synthetic"].get<bool>());
    EXPECT_TRUE(again["analysis"]["stored"].get<bool>()) << "the sample study was made twice";
    ASSERT_EQ(again["matches"].size(), 1u);
    const json asked =
        runCli({"ask", again["question"], "--all", "--archive", folder / "a", "--json", "--model",
                std::string(FOVEA_SOURCE_DIR) + "/resources/model/demo"})
            .json();
    EXPECT_NEAR(again["matches"][0]["score"].get<double>(),
                asked["matches"][0]["score"].get<double>(), 1e-5)
        << "one way of asking";
    const json listed = runCli({"list", "--archive", folder / "a", "--json"}).json();
    EXPECT_EQ(listed["studies"].size(), 1u);
}

TEST(RealCt, aortaHasItsKnownDensity)
{
    const std::filesystem::path data =
        std::filesystem::path(FOVEA_SHARED_DIR) / "data/totalsegmentator";
    if (!std::filesystem::exists(data))
        GTEST_SKIP() << "sample data not there";
    const TemporaryFolder folder;
    const CliResult imported = runCli(
        {"import", (data / "example_ct_dicom").string(), "--archive", folder / "a", "--json"});
    ASSERT_EQ(imported.exitCode, 0) << imported.log;
    const std::string uid = imported.json()["studies"][0]["series"][0]["series_instance_uid"];
    const CliResult result =
        runCli({"analyze", "--series", uid, "--labels",
                (data / "example_seg_dicom.nii.gz").string(), "--archive", folder / "a", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    const json analysis = result.json()["results"][0];
    EXPECT_EQ(analysis["size"], json({512, 512, 20}));
    const json* aorta = entryWith(analysis["structures"], "name", "aorta");
    ASSERT_NE(aorta, nullptr);
    EXPECT_EQ((*aorta)["label"], 52);
    EXPECT_NEAR((*aorta)["mean_hu"].get<double>(), 177.3, 0.05);
    const json* region = entryWith(analysis["anatomies"], "id", "aorta");
    ASSERT_NE(region, nullptr);
    EXPECT_NEAR((*region)["mean_hu"].get<double>(), 177.3, 0.05);
}
