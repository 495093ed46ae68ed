#include "model/evaluate/LabelOverlap.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

LabelMapPtr row(const std::vector<std::uint16_t>& labels)
{
    ImageGeometry geometry;
    geometry.size = {static_cast<int>(labels.size()), 1, 1};
    return LabelMap::create(geometry, labels, {});
}

TEST(LabelOverlap, EveryLabelOfEitherMapIsCounted)
{
    const auto overlaps =
        labelOverlaps(*row({1, 1, 1, 0, 7, 7, 0}), *row({1, 1, 0, 0, 7, 300, 300}));
    ASSERT_EQ(overlaps.size(), 3U);
    EXPECT_EQ(overlaps[0].label, 1);
    EXPECT_EQ(overlaps[0].first, 3U);
    EXPECT_EQ(overlaps[0].second, 2U);
    EXPECT_DOUBLE_EQ(overlaps[0].dice(), 0.8);
    EXPECT_DOUBLE_EQ(overlaps[1].dice(), 2.0 / 3.0);
    EXPECT_EQ(overlaps[2].label, 300);
    EXPECT_DOUBLE_EQ(overlaps[2].dice(), 0.0);
    EXPECT_TRUE(labelOverlaps(*row({0, 0}), *row({0, 0})).empty());
}

} // namespace
} // namespace fovea
