#include "app/work/newSeries.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gtest/gtest.h>

// Which series are new, and what is remembered of them.

namespace fovea {
namespace {

class NewSeriesTest : public ::testing::Test {
protected:
    std::int64_t add(const std::string& uid, int slices = 40, const std::string& modality = "CT")
    {
        SeriesEntry entry;
        entry.study.studyInstanceUid = uid;
        entry.series.seriesInstanceUid = uid + ".1";
        entry.series.modality = modality;
        for (int n = 0; n < slices; ++n) {
            InstanceRecord instance;
            instance.sopInstanceUid = uid + ".1." + std::to_string(n);
            instance.path = "/images/" + instance.sopInstanceUid;
            entry.instances.push_back(instance);
        }
        const auto stored = database.addSeries(entry);
        EXPECT_TRUE(stored);
        return stored->seriesId;
    }
    std::vector<std::int64_t> found(const NewSeriesWish& wish)
    {
        const auto series = newSeries(database, wish);
        EXPECT_TRUE(series);
        return *series;
    }

    test::TemporaryFolder folder;
    StudyDatabase database = std::move(StudyDatabase::open(folder / "archive").value());
};

TEST_F(NewSeriesTest, AreThoseThatComeAfterTheWish)
{
    add("1.2.1");
    EXPECT_TRUE(found({}).empty()) << "nobody wishes it";
    const auto wish = wishFromNow(database, "chest");
    ASSERT_TRUE(wish);
    EXPECT_TRUE(found(*wish).empty()) << "what is there already is not new";
    const std::int64_t later = add("1.2.2");
    add("1.2.3", 3);
    add("1.2.4", 40, "MR");
    EXPECT_EQ(found(*wish), std::vector<std::int64_t>{later});

    LabelMapRecord labels;
    labels.seriesId = later;
    labels.path = "/labels/1";
    ASSERT_TRUE(database.addLabelMap(labels));
    EXPECT_TRUE(found(*wish).empty()) << "it came with a segmentation";
}

TEST_F(NewSeriesTest, WhatFailedIsNotTriedAgain)
{
    auto wish = wishFromNow(database, "chest");
    ASSERT_TRUE(wish);
    const std::int64_t series = add("1.2.2");
    wish->failed.insert(series);
    EXPECT_TRUE(found(*wish).empty());
    ASSERT_TRUE(writeNewSeriesWish(database.folder(), *wish));
    const auto again = readNewSeriesWish(database.folder());
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *wish) << "also after the next start";
}

TEST_F(NewSeriesTest, ABrokenFileIsNoWish)
{
    ASSERT_TRUE(writeNewSeriesWish(database.folder(), {"chest", 3, {}}));
    for (const char* text : {"", "{", "[]", R"({"segmenter": 3, "after": 0, "failed": []})"}) {
        std::ofstream(database.folder() / "segment-new.json", std::ios::trunc) << text;
        const auto wish = readNewSeriesWish(database.folder());
        ASSERT_TRUE(wish);
        EXPECT_TRUE(wish->segmenter.empty()) << text;
    }
    ASSERT_TRUE(writeNewSeriesWish(database.folder(), {}));
    EXPECT_FALSE(std::filesystem::exists(database.folder() / "segment-new.json"));
}

} // namespace
} // namespace fovea
