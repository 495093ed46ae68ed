// The network against figures computed with the authors' code (tests/model/golden, and the
// full-size network where the shared sample data is).

#include "model/verify/GoldenNetwork.h"
#include "model/verify/verify.h"

#include "GoldenRule.h"
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <iostream>

namespace fovea {
namespace {

/// All quantities of the file within their tolerances, and `expected` among them.
void checkFile(const std::string& path, const std::vector<Quantity>& expected)
{
    const Result<Verification> made = verify(path, Progress{});
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->passed());
    EXPECT_TRUE(made->notCompared.empty());
    for (const Comparison& comparison : made->comparisons) {
        std::cout << "[ measured ] " << quantityKey(comparison.quantity) << " "
                  << comparison.largestDifference << " of " << comparison.tolerance << "\n";
        EXPECT_TRUE(comparison.passed())
            << quantityKey(comparison.quantity) << ": " << comparison.largestDifference << " at "
            << comparison.where;
    }
    for (const Quantity quantity : expected) {
        const auto found = std::ranges::find(made->comparisons, quantity, &Comparison::quantity);
        EXPECT_NE(found, made->comparisons.end()) << quantityKey(quantity);
    }
}

TEST(NetworkGolden, TinyNetworkAgrees)
{
    checkFile(golden::goldenPath("fvlm-tiny.json"),
              {Quantity::ParameterShapes, Quantity::ImageWindows, Quantity::TokenCounts,
               Quantity::CropValues, Quantity::FeatureLevels, Quantity::UnitVectors,
               Quantity::TextVectors, Quantity::Scores, Quantity::AnatomiesPresent,
               Quantity::AnatomyLosses, Quantity::TotalLoss, Quantity::GradientNorms,
               Quantity::VanishingGradients});
}

TEST(NetworkGolden, FullNetworkAgrees)
{
    const std::string path = golden::sharedPath("golden/fvlm-full.json");
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "no shared sample data";
    EXPECT_EQ(golden::networkConfig(golden::readJson(path).at("config")), NetworkConfig{})
        << "the defaults are the released network's";
    checkFile(path, {Quantity::ParameterShapes, Quantity::ImageWindows, Quantity::TokenCounts,
                     Quantity::CropValues, Quantity::FeatureLevels, Quantity::UnitVectors,
                     Quantity::TextVectors, Quantity::Scores, Quantity::AnatomiesPresent});
}

} // namespace
} // namespace fovea
