#include "model/domain/Property.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <vector>

namespace fovea {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Property, TellsAboutChangesOnly)
{
    Property<int> property(3);
    std::vector<int> heard;
    const Connection connection = property.observe([&](int value) { heard.push_back(value); });
    EXPECT_THAT(heard, IsEmpty()) << "observing is no change";
    property.set(3);
    property.set(4);
    property.set(4);
    property.set(5);
    EXPECT_EQ(property.get(), 5);
    EXPECT_THAT(heard, ElementsAre(4, 5));
}

TEST(Property, TheValueIsThereWhenObserversHear)
{
    Property<int> property(0);
    int seen = -1;
    const Connection connection = property.observe([&](int) { seen = property.get(); });
    property.set(8);
    EXPECT_EQ(seen, 8);
}

TEST(Property, SilentAfterItsConnectionEnds)
{
    Property<int> property(0);
    int calls = 0;
    {
        const Connection connection = property.observe([&](int) { ++calls; });
        property.set(1);
    }
    property.set(2);
    Connection connection = property.observe([&](int) { ++calls; });
    connection.reset();
    connection.reset();
    property.set(3);
    EXPECT_EQ(calls, 1);
}

TEST(Property, MovingAConnectionMovesTheRegistration)
{
    Property<int> property(0);
    int first = 0;
    int second = 0;
    Connection a = property.observe([&](int) { ++first; });
    Connection b = std::move(a);
    property.set(1);
    EXPECT_EQ(first, 1);
    b = property.observe([&](int) { ++second; });
    property.set(2);
    EXPECT_EQ(first, 1) << "assigning over a connection ends it";
    EXPECT_EQ(second, 1);
}

TEST(Property, AConnectionMayOutliveItsProperty)
{
    std::optional<Property<int>> property(std::in_place, 0);
    Connection connection = property->observe([](int) {});
    property.reset();
    connection.reset();
    SUCCEED() << "a sanitizer would have said otherwise";
}

TEST(Property, AnObserverMayDisconnectALaterOne)
{
    Property<int> property(0);
    std::vector<std::string> heard;
    Connection second;
    const Connection first = property.observe([&](int) {
        heard.emplace_back("first");
        second.reset();
    });
    second = property.observe([&](int) { heard.emplace_back("second"); });
    property.set(1);
    EXPECT_THAT(heard, ElementsAre("first"));
}

TEST(Property, AnObserverMayDisconnectItselfAndAddOthers)
{
    Property<int> property(0);
    std::vector<std::string> heard;
    Connection late;
    Connection once;
    once = property.observe([&](int) {
        heard.emplace_back("once");
        late = property.observe([&](int) { heard.emplace_back("late"); });
        once.reset();
    });
    property.set(1);
    EXPECT_THAT(heard, ElementsAre("once"));
    property.set(2);
    EXPECT_THAT(heard, ElementsAre("once", "late"));
}

TEST(Property, AnObserverMaySetOtherProperties)
{
    Property<int> window(400);
    Property<int> doubled(800);
    const Connection connection = window.observe([&](int value) { doubled.set(2 * value); });
    window.set(100);
    EXPECT_EQ(doubled.get(), 200);
}

TEST(Property, AnObserverMayCorrectTheValue)
{
    Property<int> width(1);
    std::vector<int> heard;
    const Connection clamp = width.observe([&](int value) {
        if (value < 1)
            width.set(1);
    });
    const Connection listener = width.observe([&](int value) { heard.push_back(value); });
    width.set(5);
    width.set(-3);
    EXPECT_EQ(width.get(), 1);
    ASSERT_FALSE(heard.empty());
    EXPECT_EQ(heard.back(), 1) << "the last that everyone hears is the value that holds";
}

} // namespace
} // namespace fovea
