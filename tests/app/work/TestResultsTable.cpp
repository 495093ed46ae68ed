#include "app/work/resultsTable.h"
#include "tests/storage/SampleResults.h"
#include "tests/storage/TemporaryFolder.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <sstream>

using namespace fovea;
using namespace fovea::test;

namespace {

using Line = std::map<std::string, std::string>;

/// A reader of its own: cells by column, quotes undone.
std::vector<Line> parse(const std::string& csv)
{
    std::vector<std::vector<std::string>> rows(1);
    std::string cell;
    bool inQuotes = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (inQuotes) {
            if (c == '"' && i + 1 < csv.size() && csv[i + 1] == '"')
                cell += csv[++i];
            else if (c == '"')
                inQuotes = false;
            else
                cell += c;
        } else if (c == '"') {
            inQuotes = true;
        } else if (c == ',' || c == '\r') {
            rows.back().push_back(std::move(cell));
            cell.clear();
        } else if (c == '\n') {
            rows.emplace_back();
        } else {
            cell += c;
        }
    }
    rows.pop_back();
    std::vector<Line> lines;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        EXPECT_EQ(rows[r].size(), rows.front().size());
        Line line;
        for (std::size_t i = 0; i < rows[r].size(); ++i)
            line[rows.front()[i]] = rows[r][i];
        lines.push_back(std::move(line));
    }
    return lines;
}

class ResultsTable : public ::testing::Test {
protected:
    const Line& line(const std::string& item, const std::string& column, const std::string& value)
    {
        static const Line none;
        for (const Line& one : m_lines) {
            if (one.at("item") == item && one.at(column) == value)
                return one;
        }
        ADD_FAILURE() << item << ' ' << value;
        return none;
    }

    TemporaryFolder m_folder;
    StudyResults m_results = sampleResults(m_folder.path());
    std::vector<Line> m_lines;
};

TEST_F(ResultsTable, HasOneRowPerItem)
{
    m_results.measures[0].measure.text = "a \"b\", c\nd";
    m_results.measures[1].measure.text = "=1+1";
    m_lines = parse(resultsCsv({m_results, m_results}));
    EXPECT_EQ(m_lines.size(), 2u * (4 + 1 + 2 + 6 + 1));
    for (const Line& one : m_lines) {
        EXPECT_EQ(one.at("study_uid"), m_results.study.studyInstanceUid);
        EXPECT_EQ(one.at("patient_id"), "SAMPLE-1");
    }
    EXPECT_EQ(line("measure", "kind", "length").at("text"), "a \"b\", c\nd");
    EXPECT_EQ(line("measure", "kind", "angle").at("text"), "'=1+1");
    EXPECT_EQ(line("measure", "kind", "length").at("length_mm"), "5");
    EXPECT_EQ(std::stod(line("measure", "kind", "polygon").at("mean_hu")),
              m_results.measures[3].values.pixels->meanHu);
    EXPECT_EQ(line("key_image", "kind", "axial").at("window_width_hu"), "1500");
    EXPECT_EQ(line("key_image", "kind", "axial").at("window_centre_hu"), "-600");
    EXPECT_EQ(line("structure", "id", "lung_upper_lobe_left").at("side"), "left");
    EXPECT_EQ(std::stod(line("structure", "id", "heart").at("volume_ml")),
              m_results.structures[1].measure.volumeMl);
    EXPECT_EQ(line("skipped", "anatomy", "heart").at("reason"), "too_small");
}

TEST_F(ResultsTable, LeavesEmptyWhatIsNotKnown)
{
    m_lines = parse(resultsCsv({m_results}));
    const Line& sure = line("finding", "id", "pleural_effusion_small");
    EXPECT_EQ(sure.at("score"), "0.75");
    EXPECT_EQ(sure.at("probability"), "0.625");
    EXPECT_EQ(sure.at("calibrated_on"), "site_b");
    EXPECT_EQ(sure.at("above_threshold"), "1");
    EXPECT_EQ(sure.at("verdict"), "accepted");
    EXPECT_EQ(sure.at("percentile"), "");
    const Line& withheld = line("finding", "id", "nodule");
    EXPECT_EQ(withheld.at("score"), "0.875");
    EXPECT_EQ(withheld.at("withheld"), "1");
    for (const char* column : {"probability", "threshold", "above_threshold", "calibrated_on",
                               "verdict", "volume_ml", "length_mm", "points_mm"})
        EXPECT_EQ(withheld.at(column), "") << column;
    EXPECT_EQ(line("finding", "id", "atelectasis").at("score_kind"), "margin");
    EXPECT_EQ(line("finding", "id", "emphysema").at("comment"), "Motion.");
    EXPECT_EQ(line("measure", "kind", "length").at("area_mm2"), "");
}

TEST_F(ResultsTable, SaysTheSameAsJson)
{
    const nlohmann::json json = resultsJson({m_results});
    const auto& one = json["studies"][0];
    EXPECT_EQ(one["findings"].size(), 4u);
    EXPECT_EQ(one["findings"][0]["probability"], 0.625);
    EXPECT_TRUE(one["findings"][1]["probability"].is_null());
    EXPECT_EQ(one["findings"][1]["withheld"], true);
    EXPECT_TRUE(one["findings"][1]["above_threshold"].is_null());
    EXPECT_EQ(one["model"]["model_fingerprint"], "abcdef0123456789");
    EXPECT_EQ(one["structures"][0]["side"], "left");
    EXPECT_EQ(one["measures"][0]["length_mm"], 5.0);
    EXPECT_TRUE(one["measures"][0]["mean_hu"].is_null());
    EXPECT_EQ(one["measures"][0]["points_mm"].size(), 2u);
    EXPECT_EQ(one["key_images"][0]["kind"], "axial");
    EXPECT_EQ(one["skipped"][0]["reason"], "too_small");
    StudyResults bare;
    EXPECT_TRUE(resultsJson({bare})["studies"][0]["model"].is_null());
}

} // namespace
