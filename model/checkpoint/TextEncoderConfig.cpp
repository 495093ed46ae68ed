#include "model/checkpoint/TextEncoderConfig.h"

#include "model/checkpoint/MappedFile.h"

#include <nlohmann/json.hpp>

#include <array>

namespace fovea {
namespace {

struct Size {
    const char* name;   ///< In config.json.
    const char* member; ///< In model.json.
    int NetworkConfig::* number;
    bool inShapes; ///< Whether tensors' shapes tell it too.
};

constexpr std::array<Size, 6> sizes{
    {{"hidden_size", "textHidden", &NetworkConfig::textHidden, true},
     {"num_hidden_layers", "textLayers", &NetworkConfig::textLayers, true},
     {"num_attention_heads", "textHeads", &NetworkConfig::textHeads, false},
     {"intermediate_size", "textIntermediate", &NetworkConfig::textIntermediate, true},
     {"vocab_size", "vocabulary", &NetworkConfig::vocabulary, true},
     {"max_position_embeddings", "maxPositions", &NetworkConfig::maxPositions, true}}};

} // namespace

Status readTextEncoderConfig(const std::filesystem::path& textEncoderFolder,
                             const std::set<std::string>& stated, NetworkConfig& network)
{
    const Result<std::shared_ptr<MappedFile>> file =
        MappedFile::open(textEncoderFolder / "config.json");
    if (!file)
        return file.error();
    try {
        const auto json = nlohmann::json::parse((*file)->text());
        for (const Size& size : sizes) {
            const int number = json.at(size.name);
            if (!stated.contains(size.member))
                network.*size.number = number;
        }
        const double eps = json.at("layer_norm_eps");
        if (!stated.contains("textLayerNormEps"))
            network.textLayerNormEps = eps;
        if (json.at("hidden_act") != "gelu")
            return makeError(ErrorCode::ModelBroken, {"config.json", "activation is not gelu"});
    } catch (const nlohmann::json::exception& e) {
        return makeError(ErrorCode::ModelBroken,
                         {"config.json", "a number is missing or of another type"}, e.what());
    }
    return Done{};
}

Status checkTextEncoder(const NetworkConfig& configured, const NetworkConfig& found)
{
    std::string differences;
    for (const Size& size : sizes) {
        if (size.inShapes && configured.*size.number != found.*size.number)
            differences += (differences.empty() ? "" : "; ") + std::string(size.name) + " is " +
                           std::to_string(configured.*size.number) + ", the checkpoint has " +
                           std::to_string(found.*size.number);
    }
    if (!differences.empty())
        return makeError(ErrorCode::ModelBroken, {"config.json", differences});
    return Done{};
}

} // namespace fovea
