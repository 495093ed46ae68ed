#include "UnseenFile.h"

#include "model/preprocess/RegionWindow.h"
#include "model/training/TrainingStep.h"
#include "model/verify/GoldenRule.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>

#include <cmath>
#include <vector>

namespace fovea {
namespace {

using Json = GoldenJson;

std::vector<float> values(const at::Tensor& tensor)
{
    const at::Tensor flat = tensor.contiguous();
    const float* data = flat.const_data_ptr<float>();
    return {data, data + flat.numel()};
}

Json prompt(const Fvlm& network, const std::string& organ, const std::string& finding,
            const std::vector<std::int64_t>& ids)
{
    std::vector<std::int64_t> negative = ids;
    negative.insert(negative.begin() + 1, 11);
    const at::Tensor vectors = network.textVectors({negative, ids});
    return {{"organ", organ},
            {"finding", finding},
            {"negative_ids", negative},
            {"positive_ids", ids},
            {"text_feat", {values(vectors[0]), values(vectors[1])}}};
}

} // namespace

UnseenFile::UnseenFile()
{
    m_network.hidden = 24;
    m_network.mlp = 40;
    m_network.heads = 3;
    m_network.layers = 5; // hence one level only besides the last
    m_network.patch = {4, 8, 8};
    m_network.grid = {2, 3, 2};
    m_network.levels = {3};
    m_network.textHidden = 16;
    m_network.textLayers = 1;
    m_network.textHeads = 2;
    m_network.textIntermediate = 20;
    m_network.vocabulary = 30;
    m_network.maxPositions = 12;
    m_network.embedding = 6;
    m_network.anatomies = {"left kidney", "spleen", "pancreas"};
    m_settings.roi = {8, 24, 16};
}

Json UnseenFile::file() const
{
    const NetworkConfig& c = m_network;
    Json out{{"config",
              {{"hidden", c.hidden},
               {"mlp", c.mlp},
               {"vheads", c.heads},
               {"layers", c.layers},
               {"th", c.textHidden},
               {"tl", c.textLayers},
               {"thd", c.textHeads},
               {"ti", c.textIntermediate},
               {"vocab", c.vocabulary},
               {"maxpos", c.maxPositions},
               {"embed", c.embedding}}},
             {"roi", m_settings.roi},
             {"parameters", Json::array()},
             {"prompts", Json::array()},
             {"cases", Json::array()}};
    for (const ParameterShape& p : parameterShapes(c))
        out["parameters"].push_back({p.name, p.shape});
    const Fvlm network = *Fvlm::create(c, golden::parameters(c));
    const c10::InferenceMode inference;
    out["prompts"].push_back(prompt(network, "spleen", "Splenomegaly", {2, 9, 3}));
    out["prompts"].push_back(prompt(network, "pancreas", "Cyst", {2, 17, 8, 8, 3}));
    // One volume as large as the stored grid, one larger than the window with an organ larger
    // than it, and one smaller that lacks an organ.
    addCase(out, network, "whole", {8, 24, 16},
            {{0, 5, 2, 20, 1, 9}, {3, 7, 4, 12, 8, 15}, {1, 2, 1, 2, 1, 2}});
    addCase(out, network, "wide", {15, 30, 41},
            {{1, 15, 0, 30, 0, 40}, {3, 9, 20, 29, 30, 41}, {9, 12, 1, 9, 1, 9}});
    addCase(out, network, "short", {3, 10, 9},
            {{0, 2, 0, 5, 0, 5}, {0, 0, 0, 0, 0, 0}, {1, 3, 4, 9, 4, 8}});
    return out;
}

Json UnseenFile::fileWithTraining() const
{
    Json out = file();
    Json& train = out["train"];
    train["shape"] = {8, 24, 16};
    train["boxes_zyx"] = {{{1, 6, 2, 20, 1, 9}, {3, 7, 4, 12, 8, 15}, {1, 2, 1, 2, 1, 2}},
                          {{1, 6, 3, 20, 2, 9}, {3, 7, 4, 12, 8, 16}, {1, 2, 1, 2, 1, 2}}};
    const std::string normal = " shows no significant abnormalities.";
    train["captions"] = {{"left kidney", {"Stone.", "left kidney" + normal}},
                         {"spleen", {"Cyst.", "Large."}},
                         {"pancreas", {"pancreas" + normal, "pancreas" + normal}}};
    train["caption_ids"] = {{"left kidney", {{2, 5, 3}, {2, 6, 7, 3}}},
                            {"spleen", {{2, 9, 3}, {2, 10, 3}}},
                            {"pancreas", {{2, 6, 3}, {2, 6, 3}}}};
    train["abnormal"] = {{1, 1, 0}, {0, 1, 0}};

    // By hand: the second spleen touches a face, and no pancreas is abnormal.
    TrainingBatch batch;
    std::vector<float> pixels;
    for (int b = 0; b < 2; ++b) {
        golden::NamedNumbers numbers("train:" + std::to_string(b));
        for (int i = 0; i < 8 * 24 * 16; ++i)
            pixels.push_back(numbers.next());
    }
    batch.images = at::from_blob(pixels.data(), {2, 1, 8, 24, 16}, at::kFloat).clone();
    batch.regions.resize(3);
    const GoldenJson boxes = train["boxes_zyx"];
    for (int b = 0; b < 2; ++b) {
        const PreparedStudy study =
            golden::study("", {8, 24, 16}, goldenBoxes(GoldenNode(boxes[b], ""), {8, 24, 16}));
        const RegionWindow window = windowAt(study, {0, 0, 0}, {8, 24, 16}, m_network.patch);
        for (int a = 0; a < 3; ++a) {
            if (a == 1 && b == 1)
                continue;
            TrainingBatch::Region region;
            region.sample = b;
            region.tokens = regionTokens(study, window, a, m_network.patch);
            const std::string& name = m_network.anatomies[static_cast<std::size_t>(a)];
            region.caption = train["captions"][name][b];
            region.captionIds = train["caption_ids"][name][b].get<std::vector<std::int64_t>>();
            region.normal = train["abnormal"][b][a] == 0;
            batch.regions[static_cast<std::size_t>(a)].push_back(region);
        }
    }
    ParameterMap parameters = golden::parameters(m_network);
    for (auto& [name, tensor] : parameters)
        tensor.requires_grad_(true);
    const Fvlm network = *Fvlm::create(m_network, parameters);
    const TrainingLoss loss = trainingLoss(network, batch);
    loss.total.backward();
    train["loss"] = loss.total.item<double>();
    for (const auto& [anatomy, value] : loss.perAnatomy)
        train["organ_losses"][m_network.anatomies[static_cast<std::size_t>(anatomy)] + "_itc"] =
            value;
    for (const auto& [name, tensor] : parameters) {
        if (tensor.grad().defined())
            train["grad_norms"][name] = tensor.grad().norm().item<double>();
    }
    return out;
}

void UnseenFile::addCase(Json& file, const Fvlm& network, const std::string& name,
                         const Index3& shape, const Json& boxes) const
{
    Json one{{"name", name}, {"shape", shape}, {"boxes_zyx", boxes}, {"organs", Json::array()}};
    const PreparedStudy study =
        golden::study("image:" + name, shape, goldenBoxes(GoldenNode(one["boxes_zyx"], ""), shape));
    for (const PreparedRegion& region : study.regions) {
        const std::string& organ =
            m_network.anatomies[static_cast<std::size_t>(region.anatomyIndex)];
        const RegionWindow window = regionWindow(study, region, m_settings, m_network.patch);
        std::vector<float> crop = cutImage(study, window);
        const ImageFeatures features = network.encodeImage(at::from_blob(
            crop.data(), {1, 1, window.padded[0], window.padded[1], window.padded[2]}, at::kFloat));
        const auto tokens = regionTokens(study, window, region.anatomyIndex, m_network.patch);
        const at::Tensor vector = network.pool(features, 0, region.anatomyIndex, tokens).vector;
        Json entry{{"organ", organ},
                   {"crop_shape", window.size},
                   {"padded_shape", window.padded},
                   {"crop_first_values", {crop[0], crop[1], crop[2], crop[3]}},
                   {"tokens", tokens.size()},
                   {"hidden_samples", {{"flat_index", {0, 7, 25}}, {"values", Json::array()}}},
                   {"image_feat", values(vector)}};
        for (const at::Tensor& level : features.levels) {
            const std::vector<float> all = values(level);
            entry["hidden_samples"]["values"].push_back({all[0], all[7], all[25]});
        }
        for (const Json& prompt : file["prompts"]) {
            if (prompt["organ"] != organ)
                continue;
            const at::Tensor texts =
                network.textVectors({prompt["negative_ids"], prompt["positive_ids"]});
            const at::Tensor logits = texts.matmul(vector) / network.temperature();
            entry["scores"][prompt["finding"].get<std::string>()] =
                1.0 / (1.0 + std::exp(logits[0].item<double>() - logits[1].item<double>()));
        }
        one["organs"].push_back(entry);
    }
    file["cases"].push_back(one);
}

} // namespace fovea
