// How sure a network is of its structures, against numbers worked out by hand.

#include "model/segment/ConfidenceRecorder.h"

#include <ATen/ATen.h>

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

/// Logits of three classes in which each voxel has `label` with the probability, the other two
/// classes share the rest.
void paint(at::Tensor& logits, int z, int y, int x, int label, double probability)
{
    for (int c = 0; c < 3; ++c)
        logits.index_put_({c, z, y, x}, static_cast<float>(std::log(
                                            c == label ? probability : (1.0 - probability) / 2.0)));
}

double entropy(double probability)
{
    const double rest = (1.0 - probability) / 2.0;
    return -probability * std::log2(probability) - 2.0 * rest * std::log2(rest);
}

at::Tensor background(int planes, int rows, int columns)
{
    at::Tensor logits = at::zeros({3, planes, rows, columns});
    logits.select(0, 0).fill_(5.0);
    return logits;
}

/// A 3 x 3 x 3 cube of label 1 in the middle of 5 x 6 x 7, sure inside, unsure at its rim.
at::Tensor cube()
{
    at::Tensor logits = background(5, 6, 7);
    for (int z = 1; z < 4; ++z) {
        for (int y = 1; y < 4; ++y) {
            for (int x = 2; x < 5; ++x)
                paint(logits, z, y, x, 1, z == 2 && y == 2 && x == 3 ? 0.98 : 0.6);
        }
    }
    return logits;
}

TEST(ConfidenceRecorder, IsTheMeanInsideAndTheEntropyAtTheRim)
{
    const at::Tensor logits = cube();
    ConfidenceRecorder recorder(24);
    ASSERT_TRUE(recorder(0, logits));
    const auto confidence = recorder.finish();
    ASSERT_EQ(confidence.size(), 1u) << "not of the background";
    EXPECT_EQ(confidence[0].label, 25);
    EXPECT_NEAR(confidence[0].probability, (26 * 0.6 + 0.98) / 27, 1e-5);
    EXPECT_NEAR(confidence[0].rimEntropy, entropy(0.6), 1e-5) << "the middle is no rim";
    EXPECT_TRUE(confidence[0].isLow());
}

TEST(ConfidenceRecorder, HowPlanesComeDoesNotMatter)
{
    const at::Tensor logits = cube();
    ConfidenceRecorder whole;
    ASSERT_TRUE(whole(0, logits));
    ConfidenceRecorder pieces;
    ASSERT_TRUE(pieces(0, logits.slice(1, 0, 2).contiguous()));
    ASSERT_TRUE(pieces(2, logits.slice(1, 2, 3).contiguous()));
    ASSERT_TRUE(pieces(3, logits.slice(1, 3, 5).contiguous()));
    EXPECT_EQ(whole.finish(), pieces.finish());
}

TEST(ConfidenceRecorder, TheEndOfTheImageIsNoRim)
{
    at::Tensor logits = background(4, 4, 4);
    for (int z = 0; z < 4; ++z) {
        for (int y = 0; y < 4; ++y) {
            for (int x = 0; x < 4; ++x)
                paint(logits, z, y, x, x < 2 ? 1 : 2, x == 1 || x == 2 ? 0.9 : 0.99);
        }
    }
    ConfidenceRecorder recorder;
    ASSERT_TRUE(recorder(0, logits));
    const auto confidence = recorder.finish();
    ASSERT_EQ(confidence.size(), 2u);
    for (const StructureConfidence& one : confidence) {
        EXPECT_NEAR(one.rimEntropy, entropy(0.9), 1e-5) << "where the two meet, and only there";
        EXPECT_NEAR(one.probability, (0.9 + 0.99) / 2, 1e-5);
        EXPECT_FALSE(one.isLow());
    }
}

TEST(ConfidenceRecorder, ExtremeLogitsStayNumbers)
{
    at::Tensor logits = background(1, 1, 2);
    logits.index_put_({1, 0, 0, 0}, 1e30F);
    logits.index_put_({2, 0, 0, 0}, -1e30F);
    ConfidenceRecorder recorder;
    ASSERT_TRUE(recorder(0, logits));
    const auto confidence = recorder.finish();
    ASSERT_EQ(confidence.size(), 1u);
    EXPECT_DOUBLE_EQ(confidence[0].probability, 1.0);
    EXPECT_NEAR(confidence[0].rimEntropy, 0.0, 1e-6);
}

} // namespace
} // namespace fovea
