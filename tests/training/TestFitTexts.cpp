#include "model/training/FitTexts.h"
#include "model/training/TrainedNetwork.h"
#include "model/training/Vocabulary.h"
#include "model/training/ZeroShot.h"
#include "tests/training/Cubes.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/equal.h>

#include <gtest/gtest.h>
#include <numeric>

namespace fovea {
namespace {

/// Studies of which three things are said, each by two readers in words of their own.
std::vector<TrainingCase> saidTwice()
{
    std::vector<TrainingCase> cases;
    for (int n = 0; n < 60; ++n) {
        TrainingCase::Region region;
        if (n % 3 == 0) {
            region.text = "Calcified plaque.";
            region.rewordings = {"Calcification is seen."};
            region.findings = {"calcified"};
        } else if (n % 3 == 1) {
            region.text = "Enlarged heart.";
            region.rewordings = {"Cardiac silhouette widened."};
            region.findings = {"enlarged"};
        } else {
            region.text = "The heart is normal.";
            region.rewordings = {"Unremarkable."};
            region.normal = true;
        }
        cases.emplace_back().regions.push_back(region);
    }
    return cases;
}

class FitTexts : public testing::Test {
protected:
    void SetUp() override
    {
        nlohmann::json json = smallRecipe();
        json["training"]["textSteps"] = 100;
        json["training"]["textBatch"] = 16;
        json["training"]["textLearningRate"] = 0.01;
        Result<Recipe> recipe = recipeFromJson(json.dump());
        ASSERT_TRUE(recipe.ok()) << recipe.error().detail;
        m_recipe = *std::move(recipe);
        m_cases = saidTwice();
        Result<WordPiece> words = WordPiece::create(vocabularyOf(m_recipe, m_cases));
        ASSERT_TRUE(words.ok());
        m_words.emplace(*std::move(words));
        m_recipe.network.vocabulary = static_cast<int>(m_words->size());
    }

    Fvlm network() const
    {
        ParameterMap parameters = firstParameters(m_recipe, 3);
        for (auto& [name, tensor] : parameters)
            tensor.requires_grad_(true);
        return *Fvlm::create(m_recipe.network, parameters);
    }

    double cosine(const Fvlm& network, const std::string& a, const std::string& b) const
    {
        const std::vector<float> u = textVector(network, *m_words, {a});
        const std::vector<float> v = textVector(network, *m_words, {b});
        return std::inner_product(u.begin(), u.end(), v.begin(), 0.0);
    }

    Recipe m_recipe;
    std::vector<TrainingCase> m_cases;
    std::optional<WordPiece> m_words;
};

TEST_F(FitTexts, OtherWordsForTheSameComeTogether)
{
    const Fvlm fvlm = network();
    const at::Tensor image = fvlm.parameters().at("visual_encoder.norm.weight").detach().clone();
    ASSERT_TRUE(fitTexts(m_recipe, fvlm, m_cases, *m_words, 7, {}).ok());
    const double same = cosine(fvlm, "Calcified plaque.", "Calcification is seen.");
    const double other = cosine(fvlm, "Calcified plaque.", "Cardiac silhouette widened.");
    EXPECT_GT(same, 0.8);
    EXPECT_LT(other, 0.4);
    EXPECT_GT(cosine(fvlm, "Enlarged heart.", "Cardiac silhouette widened."), 0.8);
    // Both normal sentences are positives of each other without a shared word or study.
    EXPECT_GT(cosine(fvlm, "The heart is normal.", "Unremarkable."), 0.8);
    EXPECT_TRUE(at::equal(image, fvlm.parameters().at("visual_encoder.norm.weight")))
        << "the image side is left as it was";
}

TEST_F(FitTexts, IsTheSameForTheSameSeed)
{
    m_recipe.textSteps = 5;
    const Fvlm a = network(), b = network();
    ASSERT_TRUE(fitTexts(m_recipe, a, m_cases, *m_words, 7, {}).ok());
    ASSERT_TRUE(fitTexts(m_recipe, b, m_cases, *m_words, 7, {}).ok());
    EXPECT_EQ(textVector(a, *m_words, {"Calcified plaque."}),
              textVector(b, *m_words, {"Calcified plaque."}));
}

TEST_F(FitTexts, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const Status status =
        fitTexts(m_recipe, network(), m_cases, *m_words, 7, Progress(stop.get_token()));
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().code, ErrorCode::Cancelled);
}

TEST_F(FitTexts, NothingIsLearntOfNormalStudiesAlone)
{
    for (TrainingCase& one : m_cases)
        one.regions[0].normal = true;
    const Fvlm fvlm = network();
    const std::vector<float> before = textVector(fvlm, *m_words, {"Calcified plaque."});
    ASSERT_TRUE(fitTexts(m_recipe, fvlm, m_cases, *m_words, 7, {}).ok());
    EXPECT_EQ(textVector(fvlm, *m_words, {"Calcified plaque."}), before);
}

} // namespace
} // namespace fovea
