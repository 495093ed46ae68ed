#include "storage/HounsfieldTable.h"

#include <gtest/gtest.h>

using namespace fovea;

namespace {

struct Converted {
    std::vector<std::int16_t> hu;
    HounsfieldTable::Outcome outcome;
};

template <typename T>
Converted convert(const std::vector<T>& stored, double slope, double intercept,
                  std::optional<int> padding = {}, std::optional<int> limit = {})
{
    ScannedInstance instance;
    instance.signedPixels = std::is_signed_v<T>;
    instance.paddingValue = padding;
    instance.paddingRangeLimit = limit;
    ScannedFrame frame;
    frame.rescaleSlope = slope;
    frame.rescaleIntercept = intercept;
    HounsfieldTable table;
    EXPECT_FALSE(table.isFor(instance, frame));
    table.build(instance, frame);
    EXPECT_TRUE(table.isFor(instance, frame));
    Converted out;
    out.hu.resize(stored.size());
    out.outcome = table.convert(std::span<const T>(stored), std::span<std::int16_t>(out.hu));
    return out;
}

} // namespace

TEST(HounsfieldTable, AppliesTheRescaleToEveryPixelType)
{
    EXPECT_EQ(convert<std::uint16_t>({0, 1024, 4095}, 1, -1024).hu,
              (std::vector<std::int16_t>{-1024, 0, 3071}));
    EXPECT_EQ(convert<std::int16_t>({-1000, 0, 300}, 2, 1).hu,
              (std::vector<std::int16_t>{-1999, 1, 601}));
    EXPECT_EQ(convert<std::uint8_t>({0, 255}, 10, -1000).hu,
              (std::vector<std::int16_t>{-1000, 1550}));
    EXPECT_EQ(convert<std::int8_t>({-128, 127}, 1, 0).hu, (std::vector<std::int16_t>{-128, 127}));
}

TEST(HounsfieldTable, RoundsToTheNearest)
{
    // 2.0002442 * 1500 = 3000.3663, * 3000 = 6000.7326
    EXPECT_EQ(convert<std::uint16_t>({1500, 3000}, 2.0002442, 0).hu,
              (std::vector<std::int16_t>{3000, 6001}));
    EXPECT_EQ(convert<std::int16_t>({-1500}, 1.2505, 0).hu, (std::vector<std::int16_t>{-1876}));
}

TEST(HounsfieldTable, NeverLetsPaddingShine)
{
    const auto bright = convert<std::int16_t>({1500, 100}, 1, 0, 1500);
    EXPECT_EQ(bright.hu, (std::vector<std::int16_t>{-1024, 100}));
    EXPECT_EQ(bright.outcome.paddingReplaced, 1);

    const auto dark = convert<std::int16_t>({-2000, -32768}, 1, -1024, -2000, -32768);
    EXPECT_EQ(dark.hu, (std::vector<std::int16_t>{-3024, -32768}));
    EXPECT_EQ(dark.outcome.paddingReplaced, 0);
    EXPECT_FALSE(dark.outcome.outOfRange);

    const auto range = convert<std::uint16_t>({63000, 65535, 62999}, 1, -32000, 63000, 65535);
    EXPECT_EQ(range.hu, (std::vector<std::int16_t>{-1024, -1024, 30999}));
    EXPECT_EQ(range.outcome.paddingReplaced, 2);
}

TEST(HounsfieldTable, SaysWhenHuDoNotFit)
{
    EXPECT_TRUE(convert<std::uint16_t>({65535}, 1, -1024).outcome.outOfRange);
    EXPECT_TRUE(convert<std::int16_t>({-32768}, 1, -1024).outcome.outOfRange);
    EXPECT_FALSE(convert<std::uint16_t>({33791}, 1, -1024).outcome.outOfRange);
}
