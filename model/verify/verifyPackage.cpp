#include "model/verify/verifyPackage.h"

#include "model/checkpoint/ModelPackage.h"
#include "model/engine/FvlmEngine.h"
#include "model/verify/Comparisons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace fovea {
namespace {

namespace fs = std::filesystem;

constexpr double lengthTolerance = 1e-5;

void noteOtherFiles(const fs::path& folder, std::vector<std::string>& unknown)
{
    const std::array<std::string, 3> own{"model.json", "vocab.txt", "weights.safetensors"};
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (std::ranges::find(own, name) == own.end())
            unknown.push_back(name);
    }
}

} // namespace

Result<Verification> verifyPackage(const fs::path& folder, const Progress& progress)
{
    Result<ModelPackage> package = readModelPackage(folder);
    if (!package)
        return package.error();
    Verification verification;
    verification.kind = Verification::Kind::ModelPackage;
    verification.fingerprint = package->fingerprint;
    noteOtherFiles(folder, verification.notCompared);

    Comparisons comparisons;
    const NetworkConfig& network = package->manifest.network;
    const std::vector<ParameterShape> shapes = parameterShapes(network);
    for (const ParameterShape& p : shapes)
        comparisons.exact(Quantity::Tensors, p.name, package->parameters.contains(p.name) ? 1 : 0,
                          1);
    for (const auto& [name, tensor] : package->parameters) {
        if (std::ranges::find(shapes, name, &ParameterShape::name) == shapes.end())
            verification.notCompared.push_back("weights.safetensors: " + name);
    }
    const Result<WordPiece> words = WordPiece::create(package->vocabulary);
    if (!words)
        return words.error();
    // A network may have more embeddings than its vocabulary has tokens.
    const auto tokens = static_cast<std::int64_t>(words->size());
    comparisons.exact(Quantity::VocabularySize, "vocab.txt", tokens,
                      std::min<std::int64_t>(tokens, network.vocabulary));

    const std::vector<FindingDefinition> findings = package->manifest.findings;
    const Result<std::unique_ptr<Engine>> engine = FvlmEngine::create(std::move(*package));
    if (!engine)
        return engine.error();
    for (std::size_t i = 0; i < findings.size(); ++i) {
        for (const auto* prompts : {&findings[i].positive, &findings[i].negative}) {
            for (const std::string& prompt : *prompts) {
                if (progress.cancelled())
                    return makeError(ErrorCode::Cancelled);
                const Result<std::vector<float>> vector = (*engine)->embedText(prompt);
                if (!vector)
                    return vector.error();
                const double squares =
                    std::inner_product(vector->begin(), vector->end(), vector->begin(), 0.0);
                comparisons.absolute(Quantity::PromptVectors,
                                     findings[i].anatomyId + ", " + findings[i].id,
                                     std::sqrt(squares), 1.0, lengthTolerance);
            }
        }
        progress.report(static_cast<double>(i + 1) / static_cast<double>(findings.size()));
    }
    verification.comparisons = comparisons.take();
    return verification;
}

} // namespace fovea
