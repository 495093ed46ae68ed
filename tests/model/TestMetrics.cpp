#include "model/evaluate/Metrics.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <sstream>

namespace fovea {
namespace {

TEST(Metrics, AreaUnderRocCountsTiesHalf)
{
    EXPECT_DOUBLE_EQ(*areaUnderRoc({{0.1, 0.4, 0.35, 0.8}, {false, false, true, true}}), 0.75);
    EXPECT_DOUBLE_EQ(*areaUnderRoc({{0.5, 0.5, 0.5}, {true, false, false}}), 0.5);
    EXPECT_DOUBLE_EQ(*areaUnderRoc({{0.2, 0.2, 0.9}, {false, true, true}}), 0.75);
    EXPECT_FALSE(areaUnderRoc({{0.5, 0.6}, {true, true}}));
    EXPECT_FALSE(areaUnderRoc({}));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_DOUBLE_EQ(*areaUnderRoc({{nan, 0.1}, {true, false}}), 0.0);
}

TEST(Metrics, TheOperatingThresholdIsTheLastOfTheBest)
{
    // Perfectly separable between 0.3 and 0.7: the last step that still calls 0.7 present.
    const auto threshold = operatingThreshold({{0.1, 0.3, 0.7, 0.9}, {false, false, true, true}});
    ASSERT_TRUE(threshold);
    EXPECT_DOUBLE_EQ(*threshold, 69.0 / 99.0);
    EXPECT_FALSE(operatingThreshold({{0.5}, {true}}));
}

TEST(Metrics, PlattFindsTheLogisticThatMadeTheLabels)
{
    ScoredCases cases;
    for (int i = 1; i < 200; ++i) {
        const double score = i / 200.0;
        const double x = std::log(score / (1 - score));
        const double probability = 1 / (1 + std::exp(-(0.8 * x - 1.2)));
        for (int j = 0; j < 50; ++j) {
            cases.scores.push_back(score);
            cases.positive.push_back(j < std::lround(50 * probability));
        }
    }
    const auto fit = fitPlatt(cases);
    ASSERT_TRUE(fit);
    EXPECT_NEAR(fit->a, 0.8, 0.02);
    EXPECT_NEAR(fit->b, -1.2, 0.02);
}

TEST(Metrics, PlattStaysFiniteWhereTheClassesAreSeparable)
{
    const auto fit = fitPlatt({{0.1, 0.2, 0.8, 0.9}, {false, false, true, true}});
    ASSERT_TRUE(fit);
    EXPECT_TRUE(std::isfinite(fit->a));
    EXPECT_GT(fit->a, 0.0);
    EXPECT_FALSE(fitPlatt({{0.1, 0.2}, {false, false}}));
}

std::vector<std::vector<std::string>> readCsv(const std::string& path)
{
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        std::vector<std::string> row;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');)
            row.push_back(cell);
        rows.push_back(row);
    }
    return rows;
}

// The answers of the released model and the labels they were given for: published figures.
TEST(Metrics, ReproducesThePublishedFiguresOfTheReleasedModel)
{
    const std::string folder = std::string(FOVEA_SHARED_DIR) + "/data/ct-rate-predictions/";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "no shared sample data";
    const auto predictions = readCsv(folder + "predictions.csv");
    const auto labels = readCsv(folder + "labels.csv");
    const auto volumeName = [](std::string name) {
        if (const auto dot = name.find(".nii"); dot != std::string::npos)
            name.erase(dot);
        return name;
    };
    std::map<std::string, std::size_t> labelRow;
    for (std::size_t i = 1; i < labels.size(); ++i)
        labelRow.emplace(volumeName(labels[i].at(0)), i);
    const auto casesOf = [&](const std::string& prediction, const std::string& label) {
        const auto column = [](const std::vector<std::string>& header, const std::string& end) {
            std::size_t found = 0;
            for (std::size_t i = 0; i < header.size(); ++i) {
                if (header[i].size() >= end.size() &&
                    header[i].substr(header[i].size() - end.size()) == end)
                    found = i;
            }
            return found;
        };
        const std::size_t from = column(predictions[0], prediction);
        const std::size_t truth = column(labels[0], label);
        EXPECT_GT(from, 0U);
        EXPECT_GT(truth, 0U);
        ScoredCases cases;
        for (std::size_t i = 1; i < predictions.size(); ++i) {
            const auto row = labelRow.find(volumeName(predictions[i].at(0)));
            if (row == labelRow.end())
                continue;
            const std::string& cell =
                from < predictions[i].size() ? predictions[i][from] : std::string();
            cases.scores.push_back(cell.empty() ? std::numeric_limits<double>::quiet_NaN()
                                                : std::stod(cell));
            cases.positive.push_back(std::stod(labels[row->second].at(truth)) > 0.5);
        }
        EXPECT_EQ(cases.scores.size(), 3006U);
        return cases;
    };
    const ScoredCases effusion = casesOf("_Pleural effusion.", "Pleural effusion");
    EXPECT_NEAR(*areaUnderRoc(effusion), 0.9208, 1e-4);
    EXPECT_NEAR(*operatingThreshold(effusion), 0.242, 1e-3);
    const auto platt = fitPlatt(effusion);
    ASSERT_TRUE(platt);
    EXPECT_NEAR(platt->a, 1.088, 0.02);
    EXPECT_NEAR(platt->b, -0.274, 0.02);
    EXPECT_NEAR(*areaUnderRoc(casesOf("_Emphysema.", "Emphysema")), 0.7263, 1e-4);
    EXPECT_NEAR(*areaUnderRoc(casesOf("_Cardiomegaly.", "Cardiomegaly")), 0.9395, 1e-4);
    EXPECT_NEAR(*areaUnderRoc(casesOf("_Hiatal hernia.", "Hiatal hernia")), 0.7318, 1e-4);
}

} // namespace
} // namespace fovea
