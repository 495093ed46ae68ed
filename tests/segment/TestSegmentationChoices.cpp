// What of a segmentation is wanted: structures, the surroundings of a rough one, pieces, smooth
// edges.

#include "model/engine/SegmenterApi.h"
#include "model/segment/labelPieces.h"
#include "model/segment/roughCrop.h"
#include "model/verify/GoldenSegmentation.h"

#include "SegmentationFiles.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace fovea {
namespace {

namespace fs = std::filesystem;

using testing::goldenFile;

/// The network of the reference's figures on the reference's volume.
class SegmentationChoices : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!fs::exists(testing::tinyTraining()))
            GTEST_SKIP() << testing::NoSharedData;
        const GoldenJson file = GoldenJson::parse(testing::contents(goldenFile("pipeline.json")));
        m_volume = golden::segmentationVolume(GoldenNode(file, {}).at("volume"));
        const auto all = segment(asTotalSegmentator());
        ASSERT_TRUE(all) << all.error().detail;
        m_all = *all;
    }

    Result<Segmentation> segment(const SegmentOptions& options) const
    {
        return foveaSegmenterApi()->segment({testing::tinyDataset()}, *m_volume, options,
                                            Progress{});
    }

    static SegmentOptions asTotalSegmentator()
    {
        SegmentOptions options;
        options.work = SegmentOptions::Work::TotalSegmentator;
        return options;
    }

    static std::map<std::string, std::size_t> counts(const LabelMap& map)
    {
        std::map<std::string, std::size_t> all;
        for (const Structure& structure : map.structures())
            all[structure.name] = structure.voxelCount;
        return all;
    }

    VolumePtr m_volume;
    Segmentation m_all;
};

TEST_F(SegmentationChoices, WhatIsNotWantedIsLeftOut)
{
    SegmentOptions options = asTotalSegmentator();
    options.structures = {"kidney_right"};
    const auto made = segment(options);
    ASSERT_TRUE(made) << made.error().detail;
    ASSERT_EQ(made->labels->structures().size(), 1U);
    ASSERT_EQ(made->confidence.size(), 1U);
    const std::uint16_t label = made->labels->structures()[0].label;
    EXPECT_EQ(made->confidence[0].label, label);
    for (std::size_t i = 0; i < made->labels->labels().size(); ++i) {
        const std::uint16_t before = m_all.labels->labels()[i];
        ASSERT_EQ(made->labels->labels()[i], before == label ? label : 0) << i;
    }

    options.structures = {"kidney_right", "third_lung"};
    const auto unknown = segment(options);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::BadOption);
    EXPECT_NE(unknown.error().arguments.back().find("third_lung"), std::string::npos);
}

TEST_F(SegmentationChoices, OnlyTheSurroundingsOfWhatTheCoarseModelFoundAreSegmented)
{
    SegmentOptions options = asTotalSegmentator();
    options.structures = {"kidney_right"};
    const auto whole = segment(options);
    ASSERT_TRUE(whole);
    const RoughBox box =
        widened(*boxOf(*whole->labels, options.structures), {20, 20, 20}, m_volume->geometry());
    const auto part = foveaSegmenterApi()->segment({testing::tinyDataset()},
                                                   *cropped(*m_volume, box), options, Progress{});
    ASSERT_TRUE(part);

    options.coarseModel = testing::tinyDataset();
    const auto made = segment(options);
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->labels->geometry(), m_volume->geometry());
    EXPECT_TRUE(std::ranges::equal(
        made->labels->labels(), uncropped(part->labels->labels(), box, m_volume->geometry().size)));
    EXPECT_GT(counts(*made->labels)["kidney_right"], 0U);
    EXPECT_EQ(made->confidence, part->confidence);

    options.structures.clear();
    EXPECT_EQ(segment(options).error().code, ErrorCode::BadOption) << "where to look";
}

TEST_F(SegmentationChoices, APartLiesWhereItLay)
{
    const RoughBox box{{5, 7, 3}, {60, 44, 30}};
    const VolumePtr part = cropped(*m_volume, box);
    EXPECT_EQ(part->geometry().size, (Index3{55, 37, 27}));
    const Vec3 there = part->geometry().indexToPatient({10, 11, 12});
    const Vec3 here = m_volume->geometry().indexToPatient({15, 18, 15});
    EXPECT_LT(norm(there - here), 1e-9);
    EXPECT_EQ(part->at({10, 11, 12}), m_volume->at({15, 18, 15}));
}

TEST_F(SegmentationChoices, SmallPiecesGoAndLargeOnesStay)
{
    SegmentOptions options = asTotalSegmentator();
    options.smallPiecesMm3 = 1e9;
    const auto none = segment(options);
    ASSERT_TRUE(none) << none.error().detail;
    EXPECT_TRUE(none->labels->structures().empty());

    options.smallPiecesMm3 = 200;
    const auto some = segment(options);
    ASSERT_TRUE(some);
    std::size_t gone = 0;
    for (std::size_t i = 0; i < some->labels->labels().size(); ++i) {
        const std::uint16_t before = m_all.labels->labels()[i];
        const std::uint16_t after = some->labels->labels()[i];
        ASSERT_TRUE(after == before || after == 0);
        gone += after != before;
    }
    EXPECT_GT(gone, 0U) << "random weights make specks";
    EXPECT_FALSE(some->labels->structures().empty());

    options.work = SegmentOptions::Work::NnUnet;
    EXPECT_EQ(segment(options).error().code, ErrorCode::BadOption) << "said, not left undone";
}

TEST_F(SegmentationChoices, SmoothEdgesAreNearTheOthers)
{
    SegmentOptions options;
    options.smoothEdges = true;
    const auto smooth = segment(options);
    ASSERT_TRUE(smooth) << smooth.error().detail;
    options.smoothEdges = false;
    options.work = SegmentOptions::Work::NnUnet;
    const auto own = segment(options);
    ASSERT_TRUE(own);
    // The same logits brought back the same way, but for classes beyond their boxes and for
    // rounding to half precision.
    std::size_t different = 0;
    for (std::size_t i = 0; i < own->labels->labels().size(); ++i)
        different += smooth->labels->labels()[i] != own->labels->labels()[i];
    EXPECT_LT(different, own->labels->labels().size() / 100);
    EXPECT_EQ(smooth->confidence, own->confidence);
}

TEST(LabelPieces, HangTogetherByFacesAlone)
{
    // Two planes of 3 x 4; a 1 that touches the others by an edge only, and a 2 between.
    std::vector<std::uint16_t> map{1, 1, 0, 0, //
                                   0, 0, 1, 0, //
                                   2, 0, 0, 1, //
                                   1, 0, 0, 0, //
                                   0, 0, 0, 0, //
                                   2, 2, 0, 1};
    auto cleaned = map;
    removeSmallPieces(cleaned, {2, 3, 4}, 1);
    EXPECT_EQ(cleaned, (std::vector<std::uint16_t>{1, 1, 0, 0, //
                                                   0, 0, 0, 0, //
                                                   2, 0, 0, 1, //
                                                   1, 0, 0, 0, //
                                                   0, 0, 0, 0, //
                                                   2, 2, 0, 1}));
    keepLargestPieces(map, {2, 3, 4}, {1});
    EXPECT_EQ(map, (std::vector<std::uint16_t>{1, 1, 0, 0, //
                                               0, 0, 0, 0, //
                                               2, 0, 0, 0, //
                                               1, 0, 0, 0, //
                                               0, 0, 0, 0, //
                                               2, 2, 0, 0}));
}

TEST(LabelPieces, ArmsThatMeetLateAreOnePiece)
{
    // A U and a comb: runs that are joined only by the last row.
    std::vector<std::uint16_t> map{3, 0, 3, 0, 3, //
                                   3, 0, 3, 0, 3, //
                                   3, 3, 3, 3, 3};
    const std::vector<std::uint16_t> before = map;
    removeSmallPieces(map, {1, 3, 5}, 10);
    EXPECT_EQ(map, before) << "11 voxels";
    removeSmallPieces(map, {1, 3, 5}, 11);
    EXPECT_EQ(std::ranges::count(map, 0), 15) << "exactly so many go too";
}

} // namespace
} // namespace fovea
