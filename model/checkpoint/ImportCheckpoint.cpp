#include "model/checkpoint/ImportCheckpoint.h"

#include "model/checkpoint/CheckpointFile.h"
#include "model/checkpoint/DefaultCatalog.h"
#include "model/checkpoint/MappedFile.h"
#include "model/text/WordPiece.h"

#include <nlohmann/json.hpp>

namespace fovea {

Result<NetworkConfig> networkForTextEncoder(const std::filesystem::path& textEncoderFolder)
{
    const Result<std::shared_ptr<MappedFile>> file =
        MappedFile::open(textEncoderFolder / "config.json");
    if (!file)
        return file.error();
    NetworkConfig network;
    try {
        const auto json = nlohmann::json::parse((*file)->text());
        network.textHidden = json.at("hidden_size");
        network.textLayers = json.at("num_hidden_layers");
        network.textHeads = json.at("num_attention_heads");
        network.textIntermediate = json.at("intermediate_size");
        network.vocabulary = json.at("vocab_size");
        network.maxPositions = json.at("max_position_embeddings");
        network.textLayerNormEps = json.at("layer_norm_eps");
        if (json.at("hidden_act") != "gelu")
            return makeError(ErrorCode::ModelBroken, {"config.json", "activation is not gelu"});
    } catch (const nlohmann::json::exception& e) {
        return makeError(ErrorCode::ModelBroken,
                         {"config.json", "a number is missing or of another type"}, e.what());
    }
    if (const std::string problem = network.problem(); !problem.empty())
        return makeError(ErrorCode::ModelBroken, {"config.json", problem});
    return network;
}

Result<ModelPackage> importFvlmCheckpoint(const std::filesystem::path& checkpoint,
                                          const std::filesystem::path& textEncoderFolder,
                                          const std::filesystem::path& outputPackage,
                                          const NetworkConfig& network, const Progress& progress)
{
    const Result<std::shared_ptr<MappedFile>> vocabulary =
        MappedFile::open(textEncoderFolder / "vocab.txt");
    if (!vocabulary)
        return vocabulary.error();
    const Result<WordPiece> words = WordPiece::create((*vocabulary)->text());
    if (!words)
        return words.error();
    if (words->size() != static_cast<std::size_t>(network.vocabulary))
        return makeError(ErrorCode::VocabularyBroken,
                         {std::to_string(words->size()) + " tokens instead of " +
                          std::to_string(network.vocabulary)});

    const Result<ParameterMap> found = readCheckpoint(checkpoint);
    if (!found)
        return found.error();
    progress.report(0.2);

    ModelPackage package;
    package.manifest.name = "fVLM (imported checkpoint)";
    package.manifest.licence = "The released weights state no licence.";
    package.manifest.provenance =
        "Imported from a checkpoint of the fVLM code (arXiv 2501.14548). Thresholds and "
        "calibrations were fitted on "
        "the released model's answers for the CT-RATE validation set and are for display only.";
    package.manifest.network = network;
    package.manifest.findings = releasedCatalog();
    package.vocabulary = (*vocabulary)->text();
    const std::vector<ParameterShape> shapes = parameterShapes(network);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const auto tensor = found->find(shapes[i].name);
        if (tensor == found->end())
            return makeError(ErrorCode::TensorMissing, {shapes[i].name});
        package.parameters.emplace(tensor->first, tensor->second);
    }
    progress.report(0.4);
    Result<std::string> fingerprint = writeModelPackage(outputPackage, package);
    if (!fingerprint)
        return fingerprint.error();
    package.fingerprint = std::move(*fingerprint);
    progress.report(1.0);
    return package;
}

} // namespace fovea
