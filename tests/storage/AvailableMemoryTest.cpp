#include "storage/availableMemory.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

TEST(AvailableMemory, IsKnownOnThisSystem)
{
    const auto available = availableMemory();
    ASSERT_TRUE(available);
    EXPECT_GT(*available, std::uint64_t{1} << 20);
    EXPECT_LT(*available, std::uint64_t{1} << 50);
}

TEST(AvailableMemory, WhatIsMissingIsSaid)
{
    EXPECT_TRUE(checkMemory("volume", 100, 100));
    EXPECT_TRUE(checkMemory("volume", 100, std::nullopt)) << "nobody knows";
    const Status refused = checkMemory("volume", 1'572'864'000, 1'000'000'000);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutOfMemory);
    EXPECT_EQ(refused.error().arguments,
              (std::vector<std::string>{"volume", "1572864000", "572864000"}));
}

} // namespace
} // namespace fovea
