#pragma once

#include "model/domain/Result.h"

#include <gtest/gtest.h>
#include <utility>

namespace fovea::test {

/// The value, by value: safe in a range-for, where `*function()` would dangle.
template <typename T> T taken(Result<T> result)
{
    EXPECT_TRUE(result.ok());
    return result ? std::move(*result) : T();
}

} // namespace fovea::test
