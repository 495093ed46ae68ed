// Studies and moments that nobody plans for: each gives a right answer or a clear error.

#include "model/engine/FvlmEngine.h"
#include "model/network/Fvlm.h"

#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>

#include "OddStudies.h"
#include "SmallModel.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <thread>

namespace fovea {
namespace {

using namespace fovea::testing;

/// A study with windows of its own for lung and heart; no esophagus.
Study ordinaryStudy()
{
    return studyOf(gridOf({60, 40, 30}, {1, 1, 2}), speckle, [](int i, int j, int k) {
        if (i < 20 && j < 20 && k < 12)
            return 1;
        return i >= 45 && j >= 25 && k >= 20 ? 2 : 0;
    });
}

class Robustness : public ::testing::Test {
protected:
    static std::unique_ptr<Engine> makeEngine()
    {
        Result<std::unique_ptr<Engine>> made = FvlmEngine::create(testing::smallPackage());
        EXPECT_TRUE(made);
        return made ? std::move(*made) : nullptr;
    }

    StudyAnalysis analyze(const Study& study)
    {
        Result<StudyAnalysis> made = m_engine->analyze(*study.volume, *study.labels, Progress{});
        EXPECT_TRUE(made);
        return made ? *made : StudyAnalysis{};
    }

    /// The lung's vector and attention are the network's on `image` and `tokens`.
    static void expectLung(const StudyAnalysis& analysis, Image image,
                           const std::vector<std::int64_t>& tokens)
    {
        ASSERT_EQ(analysis.embeddings.size(), 1U);
        const RegionEmbedding& lung = analysis.embeddings[0];
        ASSERT_EQ(lung.anatomyId, "lung");
        const ModelPackage package = testing::smallPackage();
        const c10::InferenceMode inference;
        const Result<Fvlm> network = Fvlm::create(package.manifest.network, package.parameters);
        ASSERT_TRUE(network);
        const ImageFeatures features = network->encodeImage(at::from_blob(
            image.values.data(), {1, 1, image.size[0], image.size[1], image.size[2]}, at::kFloat));
        EXPECT_EQ(lung.tokenGrid, features.grid);
        const PooledRegion pooled = network->pool(features, 0, 0, tokens);
        ASSERT_EQ(pooled.vector.numel(), std::ssize(lung.vector));
        for (std::size_t i = 0; i < lung.vector.size(); ++i)
            EXPECT_NEAR(lung.vector[i], pooled.vector[static_cast<std::int64_t>(i)].item<float>(),
                        1e-5);
        std::vector<std::int64_t> attended;
        for (std::size_t i = 0; i < lung.attention.size(); ++i) {
            if (lung.attention[i] > 0)
                attended.push_back(static_cast<std::int64_t>(i));
        }
        EXPECT_EQ(attended, tokens);
        EXPECT_NEAR(std::accumulate(lung.attention.begin(), lung.attention.end(), 0.0), 1.0, 1e-5);
    }

    static void expectSame(const StudyAnalysis& a, const StudyAnalysis& b)
    {
        ASSERT_EQ(a.embeddings.size(), b.embeddings.size());
        for (std::size_t e = 0; e < a.embeddings.size(); ++e) {
            ASSERT_EQ(a.embeddings[e].vector.size(), b.embeddings[e].vector.size());
            for (std::size_t i = 0; i < a.embeddings[e].vector.size(); ++i)
                EXPECT_NEAR(a.embeddings[e].vector[i], b.embeddings[e].vector[i], 1e-6);
        }
        ASSERT_EQ(a.findings.size(), b.findings.size());
        for (std::size_t f = 0; f < a.findings.size(); ++f)
            EXPECT_NEAR(a.findings[f].score, b.findings[f].score, 1e-6);
    }

    static std::vector<std::int64_t> range(std::int64_t count)
    {
        std::vector<std::int64_t> all(static_cast<std::size_t>(count));
        std::iota(all.begin(), all.end(), 0);
        return all;
    }

    std::unique_ptr<Engine> m_engine = makeEngine();
};

TEST_F(Robustness, TwoThreadsAskOneEngineAtOnce)
{
    const Study study = ordinaryStudy();
    const StudyAnalysis expected = analyze(study);
    const auto fresh = makeEngine(); // whose prompts nobody has encoded yet
    std::array<StudyAnalysis, 2> found;
    {
        std::array<std::jthread, 2> threads;
        for (std::size_t t = 0; t < 2; ++t) {
            threads[t] = std::jthread([&, t] {
                for (int round = 0; round < 5; ++round) {
                    auto made = fresh->analyze(*study.volume, *study.labels, Progress{});
                    if (made)
                        found[t] = std::move(*made);
                }
            });
        }
    }
    for (const StudyAnalysis& one : found)
        expectSame(one, expected);
}

TEST_F(Robustness, TwoEnginesWorkAtOnce)
{
    const Study study = ordinaryStudy();
    const StudyAnalysis expected = analyze(study);
    std::array<StudyAnalysis, 2> found;
    {
        std::array<std::jthread, 2> threads;
        for (std::size_t t = 0; t < 2; ++t) {
            threads[t] = std::jthread([&, t] {
                const auto own = makeEngine();
                for (int round = 0; round < 5; ++round) {
                    auto made = own->analyze(*study.volume, *study.labels, Progress{});
                    if (made)
                        found[t] = std::move(*made);
                }
            });
        }
    }
    for (const StudyAnalysis& one : found)
        expectSame(one, expected);
}

TEST_F(Robustness, CancellingAtAnyMomentIsHeardAndHarmless)
{
    const Study study = ordinaryStudy();
    const auto complete = m_engine->analyze(*study.volume, *study.labels, Progress{});
    ASSERT_TRUE(complete);
    int cancelled = 0;
    for (int percent = 0; percent <= 100; ++percent) {
        std::stop_source stop;
        double stoppedAt = -1.0;
        int heardAfter = 0;
        const auto made = m_engine->analyze(*study.volume, *study.labels,
                                            Progress(stop.get_token(), [&](double fraction) {
                                                heardAfter += stoppedAt >= 0.0 ? 1 : 0;
                                                if (stoppedAt < 0.0 && fraction >= percent / 100.0)
                                                {
                                                    stoppedAt = fraction;
                                                    stop.request_stop();
                                                }
                                            }));
        if (made) {
            // Only once all windows are done is there nothing left to cancel.
            EXPECT_DOUBLE_EQ(stoppedAt, 1.0);
            expectSame(*made, *complete);
        } else {
            EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
            EXPECT_EQ(heardAfter, 0) << "no work is reported after the request";
            ++cancelled;
        }
    }
    EXPECT_GE(cancelled, 50);

    std::stop_source before;
    before.request_stop();
    int heard = 0;
    const auto never = m_engine->analyze(*study.volume, *study.labels,
                                         Progress(before.get_token(), [&](double) { ++heard; }));
    ASSERT_FALSE(never);
    EXPECT_EQ(never.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(heard, 0);
    expectSame(analyze(study), *complete);
}

TEST_F(Robustness, AnOrganWithoutAVoxelIsNotSegmented)
{
    const Study none =
        studyOf(gridOf({20, 20, 10}, {1, 1, 2}), speckle, [](int, int, int) { return 0; });
    const auto refused = m_engine->analyze(*none.volume, *none.labels, Progress{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NoRegion);

    const StudyAnalysis one = analyze(ordinaryStudy());
    ASSERT_EQ(one.skipped.size(), 1U);
    EXPECT_EQ(one.skipped[0].anatomyId, "esophagus");
    EXPECT_EQ(one.skipped[0].reason, SkippedAnatomy::Reason::NotSegmented);
    EXPECT_TRUE(std::ranges::none_of(one.findings,
                                     [](const Finding& f) { return f.anatomyId == "esophagus"; }));
}

TEST_F(Robustness, AnOrganOfOneVoxelIsOneToken)
{
    // The voxel's surroundings are within the margins (1, 2, 2 voxels on each side): the crop is
    // 3 x 5 x 5 around it, padded to 16 x 24 x 24 with as much in front as behind, rounded down.
    const Study study = studyOf(gridOf({20, 20, 10}, {1, 1, 2}), speckle, [](int i, int j, int k) {
        return i == 9 && j == 12 && k == 4 ? 1 : 0;
    });
    Image image({16, 24, 24});
    for (int d = 0; d < 3; ++d) {
        for (int h = 0; h < 5; ++h) {
            for (int w = 0; w < 5; ++w)
                image.at(6 + d, 9 + h, 9 + w) = windowed(speckle(7 + w, 10 + h, 3 + d));
        }
    }
    // The voxel is at (7, 11, 11), in token (1, 1, 1) of 4 x 3 x 3.
    expectLung(analyze(study), image, {13});
}

TEST_F(Robustness, AnOrganThatFillsItsVolumeIsEveryToken)
{
    // As large as the window: nothing is cut, padded or left out.
    const Study study = studyOf(gridOf({24, 24, 16}, {1, 1, 2}), speckle, everywhere);
    Image image({16, 24, 24});
    for (int d = 0; d < 16; ++d) {
        for (int h = 0; h < 24; ++h) {
            for (int w = 0; w < 24; ++w)
                image.at(d, h, w) = windowed(speckle(w, h, d));
        }
    }
    expectLung(analyze(study), image, range(4 * 3 * 3));
}

TEST_F(Robustness, AnOrganLargerThanTheWindowWidensIt)
{
    // The reference's extent is last - first, so the window is one voxel short on every axis:
    // 19 x 32 x 40 of 20 x 33 x 41. They are padded to 20 x 32 x 40, and every token is the
    // organ's.
    const Study study = studyOf(gridOf({41, 33, 20}, {1, 1, 2}), speckle, everywhere);
    Image image({20, 32, 40});
    for (int d = 0; d < 19; ++d) {
        for (int h = 0; h < 32; ++h) {
            for (int w = 0; w < 40; ++w)
                image.at(d, h, w) = windowed(speckle(w, h, d));
        }
    }
    expectLung(analyze(study), image, range(5 * 4 * 5));
}

TEST_F(Robustness, AnOrganTooThinForTheGridIsTooSmall)
{
    // Of slices 0.5 mm apart the grid of 2 mm reads every fourth, and slice 1 is none of them.
    const Study study =
        studyOf(gridOf({20, 20, 40}, {1, 1, 0.5}), speckle, [](int i, int j, int k) {
            return k == 1 && i == 5 && j == 5 ? 2 : (k > 8 ? 1 : 0);
        });
    const StudyAnalysis analysis = analyze(study);
    ASSERT_EQ(analysis.embeddings.size(), 1U);
    const auto heart =
        std::ranges::find(analysis.skipped, std::string("heart"), &SkippedAnatomy::anatomyId);
    ASSERT_NE(heart, analysis.skipped.end());
    EXPECT_EQ(heart->reason, SkippedAnatomy::Reason::TooSmall);
}

TEST_F(Robustness, ALabelMapOnAnotherGridIsRefused)
{
    const Study study = ordinaryStudy();
    const ImageGeometry own = study.volume->geometry();
    const auto refused = [&](const ImageGeometry& geometry) {
        const Study other = studyOf(geometry, speckle, everywhere);
        const auto made = m_engine->analyze(*study.volume, *other.labels, Progress{});
        return !made && made.error().code == ErrorCode::GridMismatch;
    };
    ImageGeometry other = own;
    other.size[2] -= 1;
    EXPECT_TRUE(refused(other)) << "fewer slices";
    other = own;
    std::swap(other.size[0], other.size[1]);
    EXPECT_TRUE(refused(other)) << "the same number of voxels in another shape";
    other = own;
    other.originMm[2] += 1;
    EXPECT_TRUE(refused(other)) << "half a slice away";
    other = own;
    other.spacingMm[0] = 1.1;
    EXPECT_TRUE(refused(other)) << "wider pixels";
    other = own;
    other.axes[0] = {-1, 0, 0};
    EXPECT_TRUE(refused(other)) << "mirrored";
    EXPECT_FALSE(refused(own));
}

TEST_F(Robustness, AVolumeOfOneSlice)
{
    // It stands in the middle (rounded down) of 16 slices of padding; in-plane the organ is one
    // voxel larger than the window of 24 and loses its last line: 29 of 30, padded to 32.
    const Study study = studyOf(gridOf({30, 30, 1}, {1, 1, 2}), speckle, everywhere);
    Image image({16, 32, 32});
    for (int h = 0; h < 29; ++h) {
        for (int w = 0; w < 29; ++w)
            image.at(7, h, w) = windowed(speckle(w, h, 0));
    }
    std::vector<std::int64_t> tokens = range(16); // 4 x 4 of the second layer of 4 slices
    for (std::int64_t& token : tokens)
        token += 16;
    expectLung(analyze(study), image, tokens);
}

TEST_F(Robustness, AVolumeOfTwoThousandSlices)
{
    // 8 x 8 pixels alike everywhere, 1 mm apart: 1000 slices of the grid, of which the window has
    // 999, in the middle of 24 x 24: tokens of the middle column only.
    const Study study =
        studyOf(gridOf({8, 8, 2000}, {1, 1, 1}), [](int, int, int) { return -400; }, everywhere);
    Image image({1000, 24, 24});
    for (int d = 0; d < 999; ++d) {
        for (int h = 8; h < 16; ++h) {
            for (int w = 8; w < 16; ++w)
                image.at(d, h, w) = windowed(-400);
        }
    }
    std::vector<std::int64_t> tokens;
    for (std::int64_t layer = 0; layer < 250; ++layer)
        tokens.push_back(layer * 9 + 4);
    expectLung(analyze(study), image, tokens);
}

TEST_F(Robustness, ThickSlicesAreTheSameBodyAsThinOnes)
{
    // Nothing changes along the long axis, so that interpolating between slices 10 mm apart gives
    // what slices 2 mm apart have.
    const auto hu = [](int i, int j, int) { return speckle(i, j, 0); };
    const StudyAnalysis thick = analyze(studyOf(gridOf({30, 30, 12}, {1, 1, 10}), hu, everywhere));
    const StudyAnalysis thin = analyze(studyOf(gridOf({30, 30, 60}, {1, 1, 2}), hu, everywhere));
    ASSERT_EQ(thick.embeddings.size(), 1U);
    EXPECT_EQ(thick.embeddings[0].tokenGrid, thin.embeddings[0].tokenGrid);
    for (std::size_t i = 0; i < thin.embeddings[0].vector.size(); ++i)
        EXPECT_NEAR(thick.embeddings[0].vector[i], thin.embeddings[0].vector[i], 1e-5);
}

TEST_F(Robustness, AVolumeOfOneVoxel)
{
    const Study study =
        studyOf(gridOf({1, 1, 1}, {1, 1, 2}), [](int, int, int) { return 35; }, everywhere);
    Image image({16, 24, 24});
    image.at(7, 11, 11) = windowed(35);
    expectLung(analyze(study), image, {13});

    // Smaller than a voxel of the grid: still one.
    const Study tiny = studyOf(
        gridOf({1, 1, 1}, {0.01, 0.01, 0.01}), [](int, int, int) { return 35; }, everywhere);
    expectLung(analyze(tiny), image, {13});
}

} // namespace
} // namespace fovea
