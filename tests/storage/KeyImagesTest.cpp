#include "storage/StudyDatabase.h"
#include "tests/storage/TemporaryFolder.h"

#include <gtest/gtest.h>

using namespace fovea;
using fovea::test::TemporaryFolder;

namespace {

std::int64_t addSeries(StudyDatabase& database, const std::string& uid)
{
    SeriesEntry entry;
    entry.study.studyInstanceUid = uid;
    entry.series.seriesInstanceUid = uid + ".1";
    entry.series.modality = "CT";
    const auto stored = database.addSeries(entry);
    EXPECT_TRUE(stored.ok());
    return stored ? stored->seriesId : 0;
}

KeyImageRecord keyImage(std::int64_t seriesId, double z)
{
    return {0, seriesId, KeyImagePlane::Coronal, {1.5, -2.25, z}, {-600, 1500}, {}};
}

} // namespace

TEST(KeyImages, AreThereAfterReopeningWithoutClosing)
{
    const TemporaryFolder folder;
    auto first = StudyDatabase::open(folder.path());
    ASSERT_TRUE(first.ok());
    const std::int64_t series = addSeries(*first, "1.2");
    const std::int64_t other = addSeries(*first, "1.3");
    const auto added = first->addKeyImage(keyImage(series, 10));
    ASSERT_TRUE(added.ok());
    ASSERT_TRUE(first->addKeyImage(keyImage(series, 20)).ok());
    ASSERT_TRUE(first->addKeyImage(keyImage(other, 30)).ok());

    const auto second = StudyDatabase::open(folder.path()); // While the first is still open.
    ASSERT_TRUE(second.ok());
    const auto found = second->keyImagesOf(series);
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found->size(), 2u);
    const KeyImageRecord& one = found->front();
    EXPECT_EQ(one.id, added->id);
    EXPECT_EQ(one.seriesId, series);
    EXPECT_EQ(one.plane, KeyImagePlane::Coronal);
    EXPECT_EQ(one.positionMm, (Vec3{1.5, -2.25, 10}));
    EXPECT_EQ(one.window, (SeriesWindow{-600, 1500}));
    EXPECT_EQ(one.addedAt.size(), 20u);
}

TEST(KeyImages, AreRemovedOneByOneAndWithTheirStudy)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const std::int64_t series = addSeries(*database, "1.2");
    const auto one = database->addKeyImage(keyImage(series, 10));
    ASSERT_TRUE(database->addKeyImage(keyImage(series, 20)).ok());
    ASSERT_TRUE(database->removeKeyImage(one->id).ok());
    ASSERT_EQ(database->keyImagesOf(series)->size(), 1u);
    EXPECT_EQ(database->keyImagesOf(series)->front().positionMm[2], 20);

    ASSERT_TRUE(database->saveWindow(series, {50, 350}).ok());
    ASSERT_TRUE(database->removeStudy(database->series(series)->studyId).ok());
    EXPECT_TRUE(database->keyImagesOf(series)->empty());
    // Whatever series gets this number next does not inherit the window.
    EXPECT_FALSE(database->windowOf(series)->has_value());
}

TEST(KeyImages, NeedASeriesOfTheArchive)
{
    auto database = StudyDatabase::openInMemory();
    EXPECT_EQ(database->addKeyImage(keyImage(77, 10)).error().code, ErrorCode::NotInArchive);
    EXPECT_EQ(database->saveWindow(77, {50, 350}).error().code, ErrorCode::NotInArchive);
}

TEST(SeriesWindow, TheLastOneIsKept)
{
    auto database = StudyDatabase::openInMemory();
    const std::int64_t series = addSeries(*database, "1.2");
    ASSERT_TRUE(database->windowOf(series).ok());
    EXPECT_FALSE(database->windowOf(series)->has_value());
    ASSERT_TRUE(database->saveWindow(series, {50, 350}).ok());
    ASSERT_TRUE(database->saveWindow(series, {-600, 1500}).ok());
    EXPECT_EQ(database->windowOf(series)->value(), (SeriesWindow{-600, 1500}));
    EXPECT_EQ(database->saveWindow(series, {0, 0}).error().code, ErrorCode::DatabaseFailed);
}
