// From a volume to labels on its grid.

#include "model/engine/SegmenterApi.h"
#include "model/segment/SlidingWindow.h"
#include "model/segment/TotalParts.h"
#include "model/segment/segmentVolume.h"
#include "model/verify/GoldenSegmentation.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/flip.h>
#include <ATen/ops/tensor.h>
#include <c10/core/InferenceMode.h>

#include "SegmentationFiles.h"
#include <algorithm>
#include <cstring>
#include <gtest/gtest.h>
#include <iostream>
#include <zlib.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

using testing::goldenFile;
using testing::Json;
using testing::readJson;
using testing::tinyTraining;

using Work = SegmentOptions::Work;

/// A phantom that is the same from no two sides.
VolumePtr goldenVolume()
{
    const GoldenJson file = GoldenJson::parse(testing::contents(goldenFile("pipeline.json")));
    return golden::segmentationVolume(GoldenNode(file, {}).at("volume"));
}

/// Two windows one above the other, and the same from no two sides.
VolumePtr smallVolume()
{
    ImageGeometry geometry;
    geometry.size = {30, 28, 40};
    geometry.spacingMm = {1.2, 1.3, 2.0};
    return Volume::create(geometry, golden::segmentationCt("small", geometry.size,
                                                           {{-850, {3, 4, 5}, {20, 15, 18}},
                                                            {200, {22, 10, 12}, {37, 26, 20}}},
                                                           {}));
}

/// uint8 voxels of a NIfTI file, i fastest.
std::vector<std::uint16_t> niftiLabels(const fs::path& path, std::size_t count)
{
    gzFile file = gzopen(path.c_str(), "rb");
    EXPECT_NE(file, nullptr);
    std::vector<char> header(352);
    EXPECT_EQ(gzread(file, header.data(), 352), 352);
    std::int16_t type = 0;
    std::memcpy(&type, header.data() + 70, sizeof(type));
    EXPECT_EQ(type, 2);
    std::vector<std::uint8_t> voxels(count);
    EXPECT_EQ(gzread(file, voxels.data(), static_cast<unsigned>(count)), static_cast<int>(count));
    gzclose(file);
    return {voxels.begin(), voxels.end()};
}

double dice(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b, int label)
{
    std::size_t both = 0;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += a[i] == label && b[i] == label;
        sum += (a[i] == label) + (b[i] == label);
    }
    return sum == 0 ? 1.0 : 2.0 * static_cast<double>(both) / static_cast<double>(sum);
}

SegmentOptions firstSettings()
{
    SegmentOptions options;
    options.work = Work::TotalSegmentator;
    options.step = 0.8;
    options.imageOrder = 1;
    return options;
}

TEST(SegmentationPipeline, TheReferencesLabelMapIsMet)
{
    if (!fs::exists(tinyTraining()))
        GTEST_SKIP() << testing::NoSharedData;
    const VolumePtr volume = goldenVolume();
    const std::vector<std::uint16_t> expected =
        niftiLabels(testing::sharedFile("pipe-a-labels.nii.gz"), volume->voxels().size());
    SegmentOptions options = firstSettings();
    options.halfSums = true;
    const auto labels =
        foveaSegmenterApi()->segment({testing::tinyDataset()}, *volume, options, Progress{});
    ASSERT_TRUE(labels) << labels.error().detail;
    const std::vector<std::uint16_t> found(labels->labels->labels().begin(),
                                           labels->labels->labels().end());
    std::size_t different = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        different += found[i] != expected[i];
    std::cout << "[ measured ] " << different << " of " << found.size() << " voxels differ\n";
    EXPECT_LE(static_cast<double>(different), 0.001 * static_cast<double>(found.size()));
    EXPECT_FALSE(labels->confidence.empty());
    options.confidence = false;
    const auto quick =
        foveaSegmenterApi()->segment({testing::tinyDataset()}, *volume, options, Progress{});
    ASSERT_TRUE(quick);
    EXPECT_TRUE(quick->confidence.empty());
    EXPECT_TRUE(std::ranges::equal(quick->labels->labels(), found));
    for (int label = 0; label < 6; ++label)
        EXPECT_GE(dice(found, expected, label), 0.9995) << label;

    EXPECT_EQ(labels->labels->geometry(), volume->geometry());
    ASSERT_EQ(labels->labels->structures().size(), 5U);
    EXPECT_EQ(labels->labels->structures()[1].name, "kidney_right");
    EXPECT_EQ(labels->labels->structures()[1].label, 2);
}

class TinyModel : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!fs::exists(tinyTraining()))
            GTEST_SKIP() << testing::NoSharedData;
        auto model = readSegmentationModel(tinyTraining(), {}, Progress{});
        ASSERT_TRUE(model);
        m_model = std::move(*model);
    }

    Result<std::vector<std::uint16_t>> segment(const Volume& volume, const SegmentOptions& options,
                                               const Progress& progress = {}) const
    {
        const c10::InferenceMode inference;
        return segmentVolume(m_model, volume, options, progress);
    }

    SegmentationModel m_model;
};

TEST_F(TinyModel, HowTheVoxelsLieInMemoryDoesNotMatter)
{
    const VolumePtr volume = smallVolume();
    const ImageGeometry& from = volume->geometry();
    // The same patient with k along j's axis, and both backwards.
    ImageGeometry turned = from;
    turned.size = {from.size[0], from.size[2], from.size[1]};
    turned.spacingMm = {from.spacingMm[0], from.spacingMm[2], from.spacingMm[1]};
    turned.axes = {from.axes[0], from.axes[2] * -1.0, from.axes[1] * -1.0};
    const auto place = [&](int i, int j, int k) {
        return turned.offset({i, from.size[2] - 1 - k, from.size[1] - 1 - j});
    };
    turned.originMm = from.indexToPatient(
        {0.0, static_cast<double>(from.size[1] - 1), static_cast<double>(from.size[2] - 1)});
    std::vector<std::int16_t> voxels(from.voxelCount());
    std::size_t at = 0;
    for (int k = 0; k < from.size[2]; ++k)
        for (int j = 0; j < from.size[1]; ++j)
            for (int i = 0; i < from.size[0]; ++i)
                voxels[place(i, j, k)] = volume->voxels()[at++];

    for (const Work work : {Work::TotalSegmentator, Work::NnUnet}) {
        SegmentOptions options = firstSettings();
        options.work = work;
        const auto straight = segment(*volume, options);
        const auto other = segment(*Volume::create(turned, voxels), options);
        ASSERT_TRUE(straight);
        ASSERT_TRUE(other);
        std::size_t different = 0;
        at = 0;
        for (int k = 0; k < from.size[2]; ++k)
            for (int j = 0; j < from.size[1]; ++j)
                for (int i = 0; i < from.size[0]; ++i)
                    different += (*straight)[at++] != (*other)[place(i, j, k)];
        EXPECT_EQ(different, 0U);
    }
}

TEST_F(TinyModel, NothingIsTooSmall)
{
    for (const Index3 size : {Index3{1, 1, 1}, Index3{3, 40, 2}}) {
        ImageGeometry geometry;
        geometry.size = size;
        geometry.spacingMm = {0.8, 0.9, 5.0};
        const VolumePtr volume =
            Volume::create(geometry, std::vector<std::int16_t>(geometry.voxelCount(), 40));
        for (const Work work : {Work::TotalSegmentator, Work::NnUnet}) {
            SegmentOptions options;
            options.work = work;
            const auto labels = segment(*volume, options);
            ASSERT_TRUE(labels) << labels.error().detail;
            EXPECT_EQ(labels->size(), geometry.voxelCount());
        }
    }
}

TEST_F(TinyModel, VoxelsOutsideWhatIsNotZeroHaveNoLabel)
{
    ImageGeometry geometry;
    geometry.size = {40, 40, 40};
    geometry.spacingMm = {1.5, 1.5, 1.5};
    std::vector<std::int16_t> voxels(geometry.voxelCount(), 0);
    for (int k = 10; k < 30; ++k)
        for (int j = 0; j < 40; ++j)
            for (int i = 0; i < 40; ++i)
                voxels[geometry.offset({i, j, k})] = static_cast<std::int16_t>(1 + i * 13 % 700);
    const auto labels = segment(*Volume::create(geometry, voxels), firstSettings());
    ASSERT_TRUE(labels);
    EXPECT_TRUE(std::all_of(labels->begin(), labels->begin() + 1600 * 10,
                            [](std::uint16_t label) { return label == 0; }));
    EXPECT_TRUE(std::any_of(labels->begin() + 1600 * 10, labels->begin() + 1600 * 30,
                            [](std::uint16_t label) { return label != 0; }));
}

TEST_F(TinyModel, FoldsAreAveraged)
{
    const VolumePtr volume = smallVolume();
    const auto one = segment(*volume, firstSettings());
    m_model.weights.push_back(m_model.weights.front());
    const auto two = segment(*volume, firstSettings());
    ASSERT_TRUE(one);
    ASSERT_TRUE(two);
    EXPECT_EQ(*one, *two);
    // Another fold has its say.
    for (auto& [name, tensor] : m_model.weights.back()) {
        if (name == "decoder.seg_layers.2.bias")
            tensor = tensor.add(at::tensor({0.F, 0.F, 0.F, 0.F, 9.F, 0.F}));
    }
    const auto moved = segment(*volume, firstSettings());
    ASSERT_TRUE(moved);
    EXPECT_GT(std::ranges::count(*moved, 4), std::ranges::count(*one, 4));
}

TEST_F(TinyModel, MirroredWindowsMakeTheAnswerTheSameFromBothSides)
{
    const c10::InferenceMode inference;
    const at::Tensor image =
        at::tensor(golden::numbers("mirror", std::size_t{32} * 24 * 40)).reshape({32, 24, 40});
    const auto slide = [&](const at::Tensor& seen, const std::vector<int>& axes) {
        SlidingWindowOptions options;
        options.mirrorAxes = axes;
        std::vector<at::Tensor> planes;
        const Status status = slideWindow(
            m_model.config, m_model.weights, seen, options,
            [&](int, const at::Tensor& logits) -> Status {
                planes.push_back(logits);
                return Done{};
            },
            Progress{});
        EXPECT_TRUE(status);
        return at::cat(planes, 1);
    };
    const at::Tensor other = at::flip(image, {2});
    const auto difference = [&](const std::vector<int>& axes) {
        return at::flip(slide(other, axes), {3}).sub(slide(image, axes)).abs().max().item<float>();
    };
    EXPECT_GT(difference({}), 0.1F);
    EXPECT_LT(difference({2}), 1e-4F);
    EXPECT_LT(difference({0, 1, 2}), 1e-4F);
}

TEST_F(TinyModel, StopsWithinOneWindow)
{
    const VolumePtr volume = smallVolume();
    std::stop_source stop;
    int reports = 0;
    double last = 0.0;
    const Progress progress(stop.get_token(), [&](double fraction) {
        EXPECT_GE(fraction, last);
        last = fraction;
        // Resampling is before, windows after this share.
        if (fraction > 0.035 && ++reports == 1)
            stop.request_stop();
    });
    const auto labels = segment(*volume, firstSettings(), progress);
    ASSERT_FALSE(labels);
    EXPECT_EQ(labels.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(reports, 1) << "no window after the one in which it was stopped";
}

TEST_F(TinyModel, ProgressGoesThroughEveryWindow)
{
    const VolumePtr volume = smallVolume();
    int windows = 0;
    double last = 0.0;
    const Progress progress({}, [&](double fraction) {
        windows += fraction > 0.031 && fraction < 0.9801;
        last = fraction;
    });
    ASSERT_TRUE(segment(*volume, firstSettings(), progress));
    EXPECT_EQ(windows, 2);
    EXPECT_DOUBLE_EQ(last, 1.0);
}

TEST_F(TinyModel, SettingsThatMakeNoSenseAreRefused)
{
    const VolumePtr volume = smallVolume();
    SegmentOptions options;
    options.imageOrder = 2;
    EXPECT_EQ(segment(*volume, options).error().code, ErrorCode::BadOption);
    options = {};
    options.step = 0.0;
    EXPECT_EQ(segment(*volume, options).error().code, ErrorCode::BadOption);
    options = {};
    options.work = Work::NnUnet;
    m_model.config.imageReader = "SimpleITKIO";
    const auto labels = segment(*volume, options);
    ASSERT_FALSE(labels);
    EXPECT_NE(labels.error().arguments.at(1).find("SimpleITKIO"), std::string::npos);
}

TEST_F(TinyModel, TheMakersWayIsKnownByTheNameOfTheData)
{
    SegmentationConfig config;
    config.datasetName = "Dataset297_TotalSegmentator_total_3mm_1559subj";
    EXPECT_EQ(automaticWork(config), Work::TotalSegmentator);
    EXPECT_DOUBLE_EQ(automaticStep(config), 0.8);
    config.datasetName = "Dataset299_body_1559subj";
    EXPECT_EQ(automaticWork(config), Work::TotalSegmentator);
    EXPECT_DOUBLE_EQ(automaticStep(config), 0.5);
    config.datasetName = "Dataset012_Ours";
    EXPECT_EQ(automaticWork(config), Work::NnUnet);
}

TEST(SegmentationApi, PartsOfTotalAreJoinedUnderItsNumbers)
{
    if (!fs::exists(tinyTraining()))
        GTEST_SKIP() << testing::NoSharedData;
    const testing::TemporaryFolder folder;
    std::vector<fs::path> parts;
    for (const char* name : {"Dataset292_TotalSegmentator_part2_vertebrae_1532subj",
                             "Dataset294_TotalSegmentator_part4_muscles_1559subj"})
    {
        const fs::path training = testing::copyTiny(folder.path() / name);
        Json plans = readJson(training / "plans.json");
        plans["dataset_name"] = name;
        folder.write(fs::relative(training / "plans.json", folder.path()), plans.dump());
        parts.push_back(folder.path() / name);
    }
    const VolumePtr volume = smallVolume();
    SegmentOptions options;
    options.step = 1.0;
    const auto one = foveaSegmenterApi()->segment({parts[0]}, *volume, options, {});
    const auto both = foveaSegmenterApi()->segment(parts, *volume, options, {});
    ASSERT_TRUE(one) << one.error().arguments.back();
    ASSERT_TRUE(both) << both.error().arguments.back();
    // The same network twice: the later part overwrites all of the earlier one.
    ASSERT_EQ(one->labels->labels().size(), both->labels->labels().size());
    for (std::size_t i = 0; i < one->labels->labels().size(); ++i) {
        const int first = one->labels->labels()[i];
        const int second = both->labels->labels()[i];
        ASSERT_EQ(first == 0 ? 0 : first - 24, second == 0 ? 0 : second - 68);
    }
    EXPECT_EQ(both->labels->structures().back().name, "liver");
    EXPECT_EQ(both->labels->structures().back().label, 73);

    EXPECT_EQ(foveaSegmenterApi()->segment({parts[0], parts[0]}, *volume, options, {}).error().code,
              ErrorCode::BadOption);
    EXPECT_EQ(foveaSegmenterApi()
                  ->segment({parts[0], testing::tinyDataset()}, *volume, options, {})
                  .error()
                  .code,
              ErrorCode::BadOption);
}

TEST(SegmentationApi, PartsHaveTheNumbersOfTotal)
{
    EXPECT_EQ(totalPartOffset("Dataset291_TotalSegmentator_part1_organs_1559subj"), 0);
    EXPECT_EQ(totalPartOffset("Dataset295_TotalSegmentator_part5_ribs_1559subj"), 91);
    EXPECT_EQ(totalPartOffset("Dataset833_TotalSegmentator_part3_cardiac_1830subj"), 50);
    EXPECT_EQ(totalPartOffset("Dataset297_TotalSegmentator_total_3mm_1559subj"), std::nullopt);
    EXPECT_EQ(totalPartOffset("Dataset291_Ours"), std::nullopt);
}

TEST(SegmentationApi, WhatIsNoModelIsSaidToBeNone)
{
    const auto labels =
        foveaSegmenterApi()->segment({goldenFile("absent")}, *smallVolume(), {}, {});
    ASSERT_FALSE(labels);
    EXPECT_EQ(labels.error().code, ErrorCode::ModelNotFound);
    EXPECT_FALSE(foveaSegmenterApi()->segment({}, *smallVolume(), {}, {}));
}

} // namespace
} // namespace fovea
