// verify() on nnU-Net's reference figures: all agree, and a changed number is found.

#include "model/verify/verify.h"

#include "SegmentationFiles.h"
#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <iostream>

namespace fovea {
namespace {

using testing::goldenFile;
using testing::Json;
using testing::readJson;
using testing::TemporaryFolder;

void expectAgreement(const std::filesystem::path& file, const std::vector<Quantity>& expected)
{
    const Result<Verification> made = verify(file, Progress{});
    ASSERT_TRUE(made) << (made.error().arguments.empty() ? made.error().detail
                                                         : made.error().arguments.back());
    EXPECT_EQ(made->kind, Verification::Kind::Segmentation);
    for (const Comparison& comparison : made->comparisons) {
        std::cout << "[ measured ] " << quantityKey(comparison.quantity) << " "
                  << comparison.largestDifference << " of " << comparison.tolerance << " in "
                  << comparison.values << "\n";
        EXPECT_TRUE(comparison.passed())
            << quantityKey(comparison.quantity) << ": " << comparison.largestDifference << " at "
            << comparison.where << ", " << comparison.beyond << " beyond";
    }
    for (const Quantity quantity : expected)
        EXPECT_NE(std::ranges::find(made->comparisons, quantity, &Comparison::quantity),
                  made->comparisons.end())
            << quantityKey(quantity);
}

TEST(SegmentationFigures, NetworksAgree)
{
    expectAgreement(goldenFile("networks.json"),
                    {Quantity::ParameterShapes, Quantity::FeatureLevels, Quantity::WindowLogits,
                     Quantity::WindowLabels});
}

TEST(SegmentationFigures, TheSlidingWindowAgrees)
{
    expectAgreement(goldenFile("sliding-window.json"),
                    {Quantity::WindowStarts, Quantity::WindowWeights, Quantity::SlidLogits,
                     Quantity::SlidLabels, Quantity::HalfSlidLogits, Quantity::HalfSlidLabels});
}

TEST(SegmentationFigures, ResamplingAgrees)
{
    expectAgreement(goldenFile("resampling.json"),
                    {Quantity::ResampledSizes, Quantity::ZoomedImages, Quantity::WholeHu,
                     Quantity::LabelsBack, Quantity::Orientations, Quantity::CropBoxes});
}

TEST(SegmentationFigures, RemovedPiecesAgree)
{
    expectAgreement(goldenFile("postprocessing.json"), {Quantity::LabelPieces});
}

TEST(SegmentationFigures, NnunetsOwnPreprocessingAgrees)
{
    expectAgreement(goldenFile("nnunet-own-preprocessing.json"),
                    {Quantity::NonzeroBoxes, Quantity::SeparateAxes, Quantity::NormalizedImages,
                     Quantity::ResampledLogits, Quantity::SegmentedVoxels});
}

TEST(SegmentationFigures, TheWholePipelineAgrees)
{
    // The network that it runs lies beside it.
    const std::filesystem::path file = testing::sharedFile("pipeline.json");
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << testing::NoSharedData;
    expectAgreement(file, {Quantity::WholeHu, Quantity::NonzeroBoxes, Quantity::NormalizedImages,
                           Quantity::HalfSlidLogits, Quantity::HalfSegmentedVoxels,
                           Quantity::SegmentedVoxels});
}

TEST(SegmentationFigures, JoinedPartsAgree)
{
    expectAgreement(goldenFile("parts.json"),
                    {Quantity::HalfSegmentedVoxels, Quantity::LabelSamples});
}

/// After `change` the file fails in that quantity.
void expectFound(const std::string& name, Quantity quantity,
                 const std::function<void(Json&)>& change)
{
    const TemporaryFolder folder;
    Json file = readJson(goldenFile(name));
    change(file);
    folder.write("networks.json", testing::contents(goldenFile("networks.json")));
    const Result<Verification> made = verify(folder.write("changed.json", file.dump()), Progress{});
    ASSERT_TRUE(made) << made.error().arguments.back();
    ASSERT_NE(made->firstFailed(), nullptr) << name;
    EXPECT_EQ(quantityKey(made->firstFailed()->quantity), quantityKey(quantity));
}

void add(Json& number, double difference)
{
    number = number.get<double>() + difference;
}

TEST(SegmentationFigures, AChangedNumberIsFoundAndNamed)
{
    const auto firstNetwork = [](Json& f) -> Json& {
        f = Json::array({f[0]});
        return f[0];
    };
    expectFound("networks.json", Quantity::WindowLogits,
                [&](Json& f) { add(firstNetwork(f)["logits"]["samples"][7][1], 2e-4); });
    expectFound("networks.json", Quantity::WindowLabels,
                [&](Json& f) { add(firstNetwork(f)["argmax_counts"][2], 5); });
    expectFound("networks.json", Quantity::ParameterShapes,
                [&](Json& f) { firstNetwork(f)["parameters"][3][0] = "encoder.other"; });
    expectFound("networks.json", Quantity::FeatureLevels,
                [&](Json& f) { add(firstNetwork(f)["skips"][1]["samples"][2][1], -2e-4); });

    expectFound("resampling.json", Quantity::WholeHu,
                [](Json& f) { add(f["zoom"][0]["to"][0]["orders"][2]["samples_int32"][9][1], 1); });
    expectFound("resampling.json", Quantity::ZoomedImages, [](Json& f) {
        add(f["zoom"][0]["to"][1]["orders"][1]["samples_before_truncation"][9][1], 0.01);
    });
    expectFound("resampling.json", Quantity::Orientations, [](Json& f) {
        add(f["orientation"][3]["canonical_values_are_source_flat_indices"][4][1], 1);
    });
    expectFound("resampling.json", Quantity::LabelsBack,
                [](Json& f) { add(f["zoom"][0]["to"][0]["labels"]["counts_back"][1], 1); });
    expectFound("resampling.json", Quantity::ResampledSizes,
                [](Json& f) { add(f["result_sizes"][0]["result_size_ijk"][1], 1); });

    expectFound("resampling.json", Quantity::CropBoxes,
                [](Json& f) { add(f["crop"][0]["bbox_ijk"][2][1], 1); });
    for (const int operation : {0, 1, 2})
        expectFound("postprocessing.json", Quantity::LabelPieces,
                    [operation](Json& f) { add(f[0]["operations"][operation]["counts"][1], 1); });

    const std::string own = "nnunet-own-preprocessing.json";
    expectFound(own, Quantity::NormalizedImages,
                [](Json& f) { add(f[1]["preprocessed"]["samples"][5][1], 1e-4); });
    expectFound(own, Quantity::ResampledLogits,
                [](Json& f) { add(f[3]["logits"]["resampled"]["samples"][5][1], 1e-4); });
    expectFound(own, Quantity::SeparateAxes, [](Json& f) { f[1]["separate_axis_data"] = 1; });
    expectFound(own, Quantity::NonzeroBoxes, [](Json& f) { f[0]["bbox_nonzero"][0][0] = 1; });
    expectFound(own, Quantity::SegmentedVoxels, [](Json& f) {
        add(f[2]["labels"]["counts"][0], 40);
        add(f[2]["labels"]["counts"][1], -40);
    });
}

TEST(SegmentationFigures, FilesThatCannotBeComparedSayWhy)
{
    const auto refusal = [](const std::string& name, const std::function<void(Json&)>& change) {
        const TemporaryFolder folder;
        Json file = readJson(goldenFile(name));
        change(file);
        const Result<Verification> made =
            verify(folder.write("changed.json", file.dump()), Progress{});
        EXPECT_FALSE(made);
        return made ? std::string() : made.error().arguments.back();
    };
    const auto nothing = [](Json&) {};
    EXPECT_NE(refusal("sliding-window.json", nothing).find("networks.json"), std::string::npos);
    EXPECT_NE(refusal("pipeline.json", nothing).find("Dataset"), std::string::npos);
    EXPECT_NE(refusal("networks.json",
                      [](Json& f) { f[0]["plans_new_form"]["network_class_name"] = "Primus"; })
                  .find("Primus"),
              std::string::npos);
    EXPECT_NE(refusal("networks.json", [](Json& f) { f[0]["logits"]["samples"][0][0] = 1e9; })
                  .find("samples"),
              std::string::npos);
    EXPECT_NE(refusal("resampling.json",
                      [](Json& f) { f["zoom"][0]["size_ijk"] = {1 << 19, 1 << 19, 1 << 19}; })
                  .find("2^30"),
              std::string::npos);
}

TEST(SegmentationFigures, ComparingCanBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    const auto made = verify(goldenFile("sliding-window.json"), Progress(stop.get_token()));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace fovea
