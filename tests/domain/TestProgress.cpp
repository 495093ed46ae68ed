#include "model/domain/Progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

namespace fovea {
namespace {

TEST(Progress, ASilentOneMayBeReportedTo)
{
    const Progress progress;
    progress.report(0.5);
    progress.part(0.2, 0.4).report(1.0);
    EXPECT_FALSE(progress.cancelled());
}

TEST(Progress, PartsNestIntoTheWhole)
{
    std::vector<double> heard;
    const Progress whole(std::stop_token{}, [&](double fraction) { heard.push_back(fraction); });
    whole.report(0.25);
    const Progress second = whole.part(0.5, 1.0);
    second.report(0.0);
    second.report(0.5);
    const Progress lastQuarter = second.part(0.5, 1.0);
    lastQuarter.report(0.0);
    lastQuarter.report(0.5);
    lastQuarter.report(1.0);
    whole.report(1.0);
    EXPECT_THAT(heard,
                testing::Pointwise(testing::DoubleEq(), {0.25, 0.5, 0.75, 0.75, 0.875, 1.0, 1.0}));
}

TEST(Progress, AStopReachesEveryPart)
{
    std::stop_source stop;
    const Progress whole(stop.get_token());
    const Progress part = whole.part(0.0, 0.5);
    EXPECT_FALSE(part.cancelled());
    stop.request_stop();
    EXPECT_TRUE(part.cancelled());
    EXPECT_TRUE(whole.cancelled());
    EXPECT_TRUE(part.part(0.1, 0.2).cancelled());
}

} // namespace
} // namespace fovea
