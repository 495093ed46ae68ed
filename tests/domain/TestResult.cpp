#include "model/domain/Result.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace fovea {
namespace {

Result<std::string> upTo(int limit, int value)
{
    if (value > limit)
        return makeError(ErrorCode::ValueOutOfRange, {std::to_string(value)}, "too large");
    return std::to_string(value);
}

TEST(Result, CarriesAValue)
{
    const Result<std::string> result = upTo(5, 4);
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(static_cast<bool>(result));
    EXPECT_EQ(*result, "4");
    EXPECT_EQ(result->size(), 1u);
}

TEST(Result, CarriesAnError)
{
    const Result<std::string> result = upTo(5, 6);
    ASSERT_FALSE(result.ok());
    EXPECT_FALSE(static_cast<bool>(result));
    EXPECT_EQ(result.error().code, ErrorCode::ValueOutOfRange);
    ASSERT_EQ(result.error().arguments.size(), 1u);
    EXPECT_EQ(result.error().arguments[0], "6");
    EXPECT_EQ(result.error().detail, "too large");
}

TEST(Result, MovesAValueThatCannotBeCopied)
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    ASSERT_TRUE(result.ok());
    const std::unique_ptr<int> value = *std::move(result);
    EXPECT_EQ(*value, 7);
}

TEST(Result, TheValueMayBeChangedInPlace)
{
    Result<std::string> result(std::string("a"));
    *result += "b";
    result->push_back('c');
    EXPECT_EQ(result.value(), "abc");
}

TEST(Status, SaysWhetherItWasDone)
{
    const Status done = Done{};
    const Status failed = makeError(ErrorCode::Cancelled);
    EXPECT_TRUE(done.ok());
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace fovea
