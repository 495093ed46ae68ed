#include "model/evaluate/HitRate.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

TEST(HitRate, WilsonIntervalsAreThoseOfTheLiterature)
{
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine
    // 1998, table I, method 3.
    struct Published {
        int hits;
        int count;
        double low;
        double high;
    };
    for (const Published& p : {Published{81, 263, 0.2553, 0.3662},
                               {15, 148, 0.0624, 0.1605},
                               {0, 20, 0.0000, 0.1611},
                               {1, 29, 0.0061, 0.1718}})
    {
        const Interval interval = HitRate{p.hits, p.count}.interval();
        EXPECT_NEAR(interval.low, p.low, 5e-5) << p.hits << " of " << p.count;
        EXPECT_NEAR(interval.high, p.high, 5e-5) << p.hits << " of " << p.count;
    }
    // Misses instead of hits mirror it.
    const Interval all = HitRate{20, 20}.interval();
    EXPECT_NEAR(all.low, 1.0 - 0.1611, 5e-5);
    EXPECT_DOUBLE_EQ(all.high, 1.0);
}

TEST(HitRate, CountsAttempts)
{
    HitRate rate;
    EXPECT_EQ(rate.rate(), 0.0);
    EXPECT_EQ(rate.interval().low, 0.0);
    EXPECT_EQ(rate.interval().high, 1.0) << "nothing is known";
    rate.add(true);
    rate.add(false);
    rate.add(true);
    rate.add(true);
    EXPECT_EQ(rate.count, 4);
    EXPECT_DOUBLE_EQ(rate.rate(), 0.75);
}

} // namespace
} // namespace fovea
