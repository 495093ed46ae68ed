#include "app/work/TimeLeft.h"

#include <gtest/gtest.h>

using namespace fovea;
using namespace std::chrono_literals;

TEST(TimeLeft, GoesOnAsItDidSinceTheFirstReport)
{
    const TimeLeft::Clock::time_point start;
    TimeLeft left;
    EXPECT_FALSE(left.at(0.2, start));
    EXPECT_FALSE(left.at(0.2, start + 5s)) << "nothing was seen being done";
    ASSERT_TRUE(left.at(0.4, start + 10s));
    EXPECT_DOUBLE_EQ(*left.at(0.4, start + 10s), 30.0);
    EXPECT_DOUBLE_EQ(*left.at(0.6, start + 10s), 10.0);
    EXPECT_DOUBLE_EQ(*left.at(1.0, start + 20s), 0.0);
}
