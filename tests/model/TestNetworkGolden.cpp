// The network against figures computed with the authors' code (tests/model/golden, and the
// full-size network where the shared sample data is).

#include "model/engine/CpuSetup.h"
#include "model/network/Fvlm.h"
#include "model/preprocess/RegionWindow.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>

#include "GoldenRule.h"
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>

namespace fovea {
namespace {

using golden::readJson;
using nlohmann::json;

struct Tolerance {
    double vector = 1e-5;
    double hidden = 1e-4;
    double score = 1e-4;
};

double largestDifference(const at::Tensor& found, const json& expected)
{
    const at::Tensor flat = found.contiguous();
    const float* data = flat.const_data_ptr<float>();
    EXPECT_EQ(static_cast<std::size_t>(flat.numel()), expected.size());
    double largest = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        largest = std::max(largest, std::abs(data[i] - expected[i].get<double>()));
    return largest;
}

void checkPrompts(const Fvlm& network, const json& prompts, double tolerance)
{
    for (const json& prompt : prompts) {
        const at::Tensor vectors =
            network.textVectors({prompt.at("negative_ids"), prompt.at("positive_ids")});
        for (int i = 0; i < 2; ++i)
            EXPECT_LT(largestDifference(vectors[i], prompt.at("text_feat")[i]), tolerance)
                << prompt.at("finding");
    }
}

double scoreOf(const Fvlm& network, const at::Tensor& image, const json& prompt)
{
    const at::Tensor texts =
        network.textVectors({prompt.at("negative_ids"), prompt.at("positive_ids")});
    const at::Tensor logits = texts.matmul(image) / network.temperature();
    return 1.0 / (1.0 + std::exp(logits[0].item<double>() - logits[1].item<double>()));
}

/// Runs every organ of a case and compares windows, tokens, feature levels, vectors and scores.
void checkCase(const Fvlm& network, const json& expected, const json& prompts,
               const Tolerance& tolerance)
{
    const NetworkConfig& config = network.config();
    const PreparedStudy study = golden::study("image:" + expected.at("name").get<std::string>(),
                                              expected.at("shape"), expected.at("boxes_zyx"));
    PreprocessSettings settings;
    std::vector<std::pair<RegionWindow, ImageFeatures>> encoded;
    for (const json& organ : expected.at("organs")) {
        SCOPED_TRACE(expected.at("name").get<std::string>() + " " +
                     organ.at("organ").get<std::string>());
        const int anatomy = config.anatomyIndex(organ.at("organ"));
        const auto region =
            std::ranges::find(study.regions, anatomy, &PreparedRegion::anatomyIndex);
        ASSERT_NE(region, study.regions.end());
        const RegionWindow window = regionWindow(study, *region, settings, config.patch);
        EXPECT_EQ(json(window.size), organ.at("crop_shape"));
        EXPECT_EQ(json(window.padded), organ.at("padded_shape"));
        std::vector<float> crop = cutImage(study, window);
        for (int i = 0; i < 4; ++i)
            EXPECT_NEAR(crop[i], organ.at("crop_first_values")[i].get<double>(), 1e-7);
        const auto tokens = regionTokens(study, window, anatomy, config.patch);
        EXPECT_EQ(tokens.size(), organ.at("tokens").get<std::size_t>());

        auto known = std::ranges::find(encoded, window, &decltype(encoded)::value_type::first);
        if (known == encoded.end()) {
            const at::Tensor image = at::from_blob(
                crop.data(), {1, 1, window.padded[0], window.padded[1], window.padded[2]},
                at::kFloat);
            encoded.emplace_back(window, network.encodeImage(image));
            known = std::prev(encoded.end());
        }
        const ImageFeatures& features = known->second;
        const json& samples = organ.at("hidden_samples");
        ASSERT_EQ(features.levels.size(), samples.at("values").size());
        for (std::size_t level = 0; level < features.levels.size(); ++level) {
            const at::Tensor flat = features.levels[level].contiguous().reshape({-1});
            for (std::size_t i = 0; i < samples.at("flat_index").size(); ++i) {
                const auto at = samples.at("flat_index")[i].get<std::int64_t>();
                EXPECT_NEAR(flat[at].item<double>(), samples.at("values")[level][i].get<double>(),
                            tolerance.hidden);
            }
        }
        const PooledRegion pooled = network.pool(features, 0, anatomy, tokens);
        const double difference = largestDifference(pooled.vector, organ.at("image_feat"));
        EXPECT_LT(difference, tolerance.vector);
        std::cout << "[ measured ] vector difference " << difference << "\n";
        EXPECT_NEAR(pooled.attention.sum().item<double>(), 1.0, 1e-5);
        for (const json& prompt : prompts) {
            if (prompt.at("organ") != organ.at("organ"))
                continue;
            const double score = organ.at("scores").at(prompt.at("finding").get<std::string>());
            EXPECT_NEAR(scoreOf(network, pooled.vector, prompt), score, tolerance.score)
                << prompt.at("finding");
        }
    }
}

TEST(NetworkGolden, ParameterListIsTheReleasedOne)
{
    const json reference = readJson(golden::goldenPath("fvlm-tiny.json"));
    std::map<std::string, std::vector<std::int64_t>> expected;
    for (const json& p : reference.at("parameters")) {
        const auto name = p[0].get<std::string>();
        if (name.find(".cls.") == std::string::npos && name.find("token_type") == std::string::npos)
            expected.emplace(name, p[1].get<std::vector<std::int64_t>>());
    }
    std::map<std::string, std::vector<std::int64_t>> found;
    for (const ParameterShape& p : parameterShapes(golden::networkConfig(reference.at("config"))))
        found.emplace(p.name, p.shape);
    EXPECT_EQ(found, expected);
}

TEST(NetworkGolden, TinyNetworkAgrees)
{
    const json reference = readJson(golden::goldenPath("fvlm-tiny.json"));
    const NetworkConfig config = golden::networkConfig(reference.at("config"));
    Result<Fvlm> network = Fvlm::create(config, golden::parameters(config));
    ASSERT_TRUE(network);
    const c10::InferenceMode inference;
    checkPrompts(*network, reference.at("prompts"), 1e-5);
    for (const json& one : reference.at("cases"))
        checkCase(*network, one, reference.at("prompts"), Tolerance{});
}

TEST(NetworkGolden, FullNetworkAgrees)
{
    const std::string path = golden::sharedPath("golden/fvlm-full.json");
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "no shared sample data";
    const json reference = readJson(path);
    const NetworkConfig config = golden::networkConfig(reference.at("config"));
    EXPECT_EQ(config, NetworkConfig{}) << "the defaults are the released network's";
    prepareCpuForInference(); // the engine's settings must agree too
    Result<Fvlm> network = Fvlm::create(config, golden::parameters(config));
    ASSERT_TRUE(network);
    const c10::InferenceMode inference;
    checkPrompts(*network, reference.at("prompts"), 5e-5);
    for (const json& one : reference.at("cases"))
        checkCase(*network, one, reference.at("prompts"), Tolerance{5e-5, 2e-3, 1e-4});
}

} // namespace
} // namespace fovea
