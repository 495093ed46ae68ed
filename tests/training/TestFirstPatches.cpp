#include "model/training/FirstPatches.h"
#include "model/training/TrainedNetwork.h"
#include "tests/training/Cubes.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/equal.h>

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

constexpr const char* Weight = "visual_encoder.patch_embedding.patch_embeddings.weight";
constexpr const char* Bias = "visual_encoder.patch_embedding.patch_embeddings.bias";

Recipe recipe()
{
    const Result<Recipe> read = recipeFromJson(smallRecipe().dump());
    EXPECT_TRUE(read.ok());
    Recipe recipe = *read;
    recipe.network.vocabulary = 100;
    return recipe;
}

TEST(FirstPatches, TokensVaryAlikeInEveryDimension)
{
    const Recipe small = recipe();
    const auto cases = loadCases(cubes(1, 40), small.network.anatomies, small.preprocess, {});
    ASSERT_TRUE(cases.ok());
    ParameterMap parameters = firstParameters(small, 1);
    startFromPatches(small, cases->cases, 1, parameters);

    // The middle token lies inside of the cube, so that it is one that was sampled.
    const auto count = static_cast<std::int64_t>(cases->cases.size());
    at::Tensor images = at::empty({count, 1, 12, 12, 12}, at::kFloat);
    float* out = images.mutable_data_ptr<float>();
    for (const TrainingCase& one : cases->cases) {
        for (const std::uint8_t voxel : one.image)
            *out++ = static_cast<float>(voxel) / 255.0F;
    }
    const at::Tensor tokens = at::conv3d(images, parameters.at(Weight), parameters.at(Bias), 4)
                                  .reshape({count, small.network.hidden, 27})
                                  .transpose(1, 2)
                                  .reshape({count * 27, small.network.hidden});
    const at::Tensor mean = tokens.mean(0).abs();
    const at::Tensor deviation = tokens.std(0);
    EXPECT_LT(mean.max().item<double>(), 0.5);
    EXPECT_GT(deviation.min().item<double>(), 0.5);
    EXPECT_LT(deviation.max().item<double>(), 1.6);
}

TEST(FirstPatches, SameSeedSameRows)
{
    const Recipe small = recipe();
    const auto cases = loadCases(cubes(1, 10), small.network.anatomies, small.preprocess, {});
    ASSERT_TRUE(cases.ok());
    ParameterMap a = firstParameters(small, 1), b = firstParameters(small, 1);
    const at::Tensor before = a.at(Weight).clone();
    const at::Tensor query = a.at("query_tokens").clone();
    startFromPatches(small, cases->cases, 4, a);
    startFromPatches(small, cases->cases, 4, b);
    EXPECT_TRUE(at::equal(a.at(Weight), b.at(Weight)));
    EXPECT_FALSE(at::equal(a.at(Weight), before));
    EXPECT_TRUE(at::equal(a.at("query_tokens"), query)) << "nothing else is touched";
}

} // namespace
} // namespace fovea
