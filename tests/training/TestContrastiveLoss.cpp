// One step of training against figures computed with the authors' code (tests/model/golden).

#include "model/training/Captions.h"
#include "model/training/ContrastiveLoss.h"
#include "model/training/TrainingStep.h"
#include "tests/model/GoldenRule.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using nlohmann::json;

at::Tensor unitRows(std::vector<float> values, std::int64_t width)
{
    const auto rows = static_cast<std::int64_t>(values.size()) / width;
    return at::from_blob(values.data(), {rows, width}, at::kFloat).clone();
}

TEST(SoftTargets, NormalSamplesAndEqualCaptionsArePositives)
{
    const at::Tensor t =
        softTargets({{"a.", "n.", "n.x.", "a.", "b."}, {false, true, true, false, false}});
    const float expected[5][5] = {{0.5F, 0, 0, 0.5F, 0},
                                  {0, 0.5F, 0.5F, 0, 0},
                                  {0, 0.5F, 0.5F, 0, 0},
                                  {0.5F, 0, 0, 0.5F, 0},
                                  {0, 0, 0, 0, 1}};
    for (int i = 0; i < 5; ++i) {
        for (int j = 0; j < 5; ++j)
            EXPECT_FLOAT_EQ(t[i][j].item<float>(), expected[i][j]) << i << "," << j;
    }
}

TEST(SoftTargets, OfOneFindingAbnormalSamplesAreInPartPositives)
{
    CaptionTargets targets{{"a.", "n.", "b."}, {false, true, false}};
    targets.abnormalPairs = 0.5;
    const at::Tensor t = softTargets(targets);
    EXPECT_FLOAT_EQ(t[0][0].item<float>(), 2.0F / 3);
    EXPECT_FLOAT_EQ(t[0][2].item<float>(), 1.0F / 3);
    EXPECT_FLOAT_EQ(t[0][1].item<float>(), 0.0F);
    EXPECT_FLOAT_EQ(t[1][1].item<float>(), 1.0F);
}

TEST(ContrastiveLoss, IsTheMeanOfBothDirections)
{
    // Two pairs, cosines 1 and 0.6 across, temperature 1: worked out by hand.
    const at::Tensor images = unitRows({1, 0, 0.6F, 0.8F}, 2);
    const at::Tensor texts = unitRows({1, 0, 0.6F, 0.8F}, 2);
    at::Tensor temperature = at::empty({}, at::kFloat);
    temperature.fill_(1.0);
    const at::Tensor targets = softTargets({{"a.", "b."}, {false, false}});
    const double expected = -std::log(std::exp(1.0) / (std::exp(1.0) + std::exp(0.6)));
    EXPECT_NEAR(contrastiveLoss(images, texts, temperature, targets).item<double>(), expected,
                1e-6);
}

class GoldenStep : public testing::Test {
protected:
    void SetUp() override
    {
        m_golden = golden::readJson(golden::goldenPath("fvlm-tiny.json"));
        const json& train = m_golden.at("train");
        NetworkConfig config = golden::networkConfig(m_golden.at("config"));
        m_parameters = golden::parameters(config);
        for (auto& [name, tensor] : m_parameters)
            tensor.requires_grad_(true);
        const Index3 shape = train.at("shape");
        const std::size_t voxels = static_cast<std::size_t>(shape[0]) *
                                   static_cast<std::size_t>(shape[1]) *
                                   static_cast<std::size_t>(shape[2]);
        for (std::size_t b = 0; b < 3; ++b) {
            TrainingCase c;
            c.size = shape;
            c.image.assign(voxels, 0);
            c.labels.assign(voxels, 0);
            std::uint8_t label = 0;
            for (const json& box : train.at("boxes_zyx")[b]) {
                ++label;
                for (int z = box[0]; z < box[1]; ++z) {
                    for (int y = box[2]; y < box[3]; ++y) {
                        for (int x = box[4]; x < box[5]; ++x)
                            c.labels[static_cast<std::size_t>((z * shape[1] + y) * shape[2] + x)] =
                                label;
                    }
                }
            }
            c.boxes = findRegions(shape, c.labels);
            for (std::size_t a = 0; a < config.anatomies.size(); ++a) {
                TrainingCase::Region region;
                region.anatomyIndex = static_cast<int>(a);
                region.normal = train.at("abnormal")[b][a] == 0;
                region.text = train.at("captions").at(config.anatomies[a])[b];
                const std::string prefix = normalTemplate(config.anatomies[a]);
                if (region.text.starts_with(prefix))
                    region.text = region.text.substr(prefix.size());
                c.regions.push_back(region);
            }
            m_cases.push_back(std::move(c));
        }
        m_config = config;
        m_voxels = voxels;
    }

    TrainingBatch batch()
    {
        const json& train = m_golden.at("train");
        BatchOptions options;
        options.crop = m_cases[0].size;
        options.patch = m_config.patch;
        options.anatomyIds = m_config.anatomies;
        const Result<WordPiece> words = WordPiece::create("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n");
        std::vector<const TrainingCase*> cases;
        for (const TrainingCase& c : m_cases)
            cases.push_back(&c);
        std::mt19937_64 random(1);
        TrainingBatch batch = makeBatch(cases, options, *words, 64, random);
        // Exact pixels and the reference's own token ids in place of the ones made here.
        float* pixel = batch.images.mutable_data_ptr<float>();
        for (int b = 0; b < 3; ++b) {
            golden::NamedNumbers numbers("train:" + std::to_string(b));
            for (std::size_t n = 0; n < m_voxels; ++n)
                *pixel++ = numbers.next();
        }
        for (std::size_t a = 0; a < batch.regions.size(); ++a) {
            for (TrainingBatch::Region& region : batch.regions[a]) {
                const auto sample = static_cast<std::size_t>(region.sample);
                const std::string expected = train.at("captions").at(m_config.anatomies[a])[sample];
                EXPECT_EQ(region.caption, expected);
                region.captionIds = train.at("caption_ids")
                                        .at(m_config.anatomies[a])[sample]
                                        .get<std::vector<std::int64_t>>();
            }
        }
        return batch;
    }

    json m_golden;
    NetworkConfig m_config;
    ParameterMap m_parameters;
    std::vector<TrainingCase> m_cases;
    std::size_t m_voxels = 0;
};

TEST_F(GoldenStep, LossAndGradientsAreTheReferences)
{
    const json& train = m_golden.at("train");
    const TrainingBatch made = batch();
    ASSERT_EQ(made.regions.size(), 4U);
    EXPECT_EQ(made.regions[0].size(), 3U);
    EXPECT_EQ(made.regions[2].size(), 2U)
        << "an esophagus that touches the crop's face is left out";

    const Result<Fvlm> network = Fvlm::create(m_config, m_parameters);
    ASSERT_TRUE(network.ok());
    const TrainingLoss loss = trainingLoss(*network, made);
    ASSERT_TRUE(loss.total.defined());
    EXPECT_NEAR(loss.total.item<double>(), train.at("loss").get<double>(), 1e-4);
    ASSERT_EQ(loss.perAnatomy.size(), 3U) << "no abnormal aorta: it does not count";
    for (const auto& [anatomy, value] : loss.perAnatomy) {
        const std::string name = m_config.anatomies[static_cast<std::size_t>(anatomy)] + "_itc";
        EXPECT_NEAR(value, train.at("organ_losses").at(name).get<double>(), 1e-4) << name;
    }

    loss.total.backward();
    std::size_t compared = 0;
    for (const auto& [name, expected] : train.at("grad_norms").items()) {
        const auto found = m_parameters.find(name);
        ASSERT_NE(found, m_parameters.end()) << name;
        ASSERT_TRUE(found->second.grad().defined()) << name;
        const double norm = found->second.grad().norm().item<double>();
        const double reference = expected;
        // A key's bias moves all scores of a softmax alike: its gradient is rounding only.
        if (reference < 1e-5)
            EXPECT_LT(norm, 1e-4) << name;
        else
            EXPECT_NEAR(norm, reference, 1e-3 * reference) << name;
        ++compared;
    }
    EXPECT_GT(compared, 180U);
}

} // namespace
} // namespace fovea
