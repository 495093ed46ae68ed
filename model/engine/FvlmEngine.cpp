#include "model/engine/FvlmEngine.h"

#include "model/engine/CpuSetup.h"
#include "model/preprocess/PreparedStudy.h"
#include "model/preprocess/RegionWindow.h"

#include <ATen/Context.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>
#include <c10/util/Exception.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace fovea {
namespace {

constexpr double preprocessShare = 0.15; ///< Of an analysis' time, for its progress.
constexpr std::size_t maxTextTokens = 384;

std::vector<float> toVector(const at::Tensor& tensor)
{
    const at::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
    const float* data = plain.const_data_ptr<float>();
    return {data, data + plain.numel()};
}

double cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Error errorFrom(const c10::Error& e)
{
    const std::string what = e.what_without_backtrace();
    if (what.find("not enough memory") != std::string::npos ||
        what.find("out of memory") != std::string::npos)
        return makeError(ErrorCode::OutOfMemory, {"network"}, what);
    return makeError(ErrorCode::Internal, {}, what);
}

/// Runs what calls LibTorch; its exceptions end here.
template <typename T, typename Work> Result<T> guarded(Work work)
{
    try {
        const c10::InferenceMode inference;
        return work();
    } catch (const c10::Error& e) {
        return errorFrom(e);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"network"});
    } catch (const std::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace

FvlmEngine::FvlmEngine(ModelManifest manifest, Fvlm network, WordPiece words, ModelInfo info)
    : m_manifest(std::move(manifest))
    , m_network(std::move(network))
    , m_words(std::move(words))
    , m_info(std::move(info))
    , m_temperature(m_network.temperature().item<double>())
{
}

Result<std::unique_ptr<Engine>> FvlmEngine::load(const std::filesystem::path& package)
{
    prepareCpuForInference();
    Result<ModelPackage> read = readModelPackage(package);
    if (!read)
        return read.error();
    return create(std::move(*read));
}

Result<std::unique_ptr<Engine>> FvlmEngine::create(ModelPackage package)
{
    prepareCpuForInference();
    Result<WordPiece> words = WordPiece::create(package.vocabulary);
    if (!words)
        return words.error();
    if (words->size() > static_cast<std::size_t>(package.manifest.network.vocabulary))
        return makeError(ErrorCode::VocabularyBroken,
                         {"more tokens than the network has embeddings"});

    return guarded<std::unique_ptr<Engine>>([&]() -> Result<std::unique_ptr<Engine>> {
        ModelInfo info;
        info.name = package.manifest.name;
        info.fingerprint = package.fingerprint;
        info.demo = package.manifest.demo;
        info.licence = package.manifest.licence;
        info.provenance = package.manifest.provenance;
        info.anatomyIds = package.manifest.network.anatomies;
        info.device = "cpu";
        if (at::hasCUDA()) {
            info.device = "cuda:0";
            for (auto& [name, tensor] : package.parameters)
                tensor = tensor.to(at::Device(at::kCUDA, 0));
        }
        Result<Fvlm> network =
            Fvlm::create(package.manifest.network, std::move(package.parameters));
        if (!network)
            return network.error();
        if (const double t = network->temperature().item<double>(); !(t > 0.0))
            return makeError(ErrorCode::ModelBroken,
                             {"weights.safetensors", "the temperature is not positive"});
        return std::unique_ptr<Engine>(new FvlmEngine(
            std::move(package.manifest), std::move(*network), std::move(*words), std::move(info)));
    });
}

std::vector<std::int64_t> FvlmEngine::tokens(const std::string& text) const
{
    return m_words.encode(
        text, std::min(maxTextTokens, static_cast<std::size_t>(m_network.config().maxPositions)));
}

std::vector<float> FvlmEngine::meanTextVector(const std::vector<std::string>& texts) const
{
    std::vector<std::vector<std::int64_t>> ids;
    for (const std::string& text : texts)
        ids.push_back(tokens(text));
    const at::Tensor vectors = m_network.textVectors(ids);
    // One prompt is taken as it is: making a unit vector unit again would only round it.
    return toVector(texts.size() == 1 ? vectors[0] : unitVectors(vectors.mean(0)));
}

void FvlmEngine::encodePrompts()
{
    if (m_prompts.size() == m_manifest.findings.size())
        return;
    std::vector<PromptPair> prompts;
    for (const FindingDefinition& finding : m_manifest.findings)
        prompts.push_back({meanTextVector(finding.negative), meanTextVector(finding.positive)});
    m_prompts = std::move(prompts);
}

Result<StudyAnalysis> FvlmEngine::analyze(const Volume& volume, const LabelMap& labels,
                                          const Progress& progress)
{
    return guarded<StudyAnalysis>([&]() -> Result<StudyAnalysis> {
        const auto start = std::chrono::steady_clock::now();
        const std::vector<std::string>& anatomies = m_network.config().anatomies;
        const Result<PreparedStudy> study = prepareStudy(
            volume, labels, anatomies, m_manifest.preprocess, progress.part(0.0, preprocessShare));
        if (!study)
            return study.error();
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);

        StudyAnalysis analysis;
        analysis.modelFingerprint = m_info.fingerprint;
        encodePrompts();
        if (const Status status =
                embedRegions(*study, progress.part(preprocessShare, 1.0), analysis);
            !status)
            return status.error();
        scoreFindings(analysis);
        for (std::size_t i = 0; i < anatomies.size(); ++i) {
            const auto isIt = [&](const RegionEmbedding& e) { return e.anatomyId == anatomies[i]; };
            if (std::ranges::any_of(analysis.embeddings, isIt))
                continue;
            const bool vanished =
                std::ranges::find(study->vanished, static_cast<int>(i)) != study->vanished.end();
            analysis.skipped.push_back({anatomies[i], vanished
                                                          ? SkippedAnatomy::Reason::TooSmall
                                                          : SkippedAnatomy::Reason::NotSegmented});
        }
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        analysis.seconds = seconds.count();
        progress.report(1.0);
        return analysis;
    });
}

Status FvlmEngine::embedRegions(const PreparedStudy& study, const Progress& progress,
                                StudyAnalysis& analysis) const
{
    const Index3 patch = m_network.config().patch;
    const at::Device device = m_network.temperature().device();
    std::vector<RegionWindow> windows;
    for (const PreparedRegion& region : study.regions)
        windows.push_back(regionWindow(study, region, m_manifest.preprocess, patch));

    std::vector<RegionEmbedding> embeddings(windows.size());
    std::vector<bool> done(windows.size(), false);
    for (std::size_t first = 0; first < windows.size(); ++first) {
        if (done[first])
            continue;
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const RegionWindow& window = windows[first];
        std::vector<float> values = cutImage(study, window);
        const at::Tensor image =
            at::from_blob(values.data(),
                          {1, 1, window.padded[0], window.padded[1], window.padded[2]}, at::kFloat)
                .to(device);
        const ImageFeatures features = m_network.encodeImage(image);
        for (std::size_t i = first; i < windows.size(); ++i) {
            if (!done[i] && windows[i] == window) {
                embeddings[i] = embedRegion(study, study.regions[i], features, window);
                done[i] = true;
            }
        }
        progress.report(static_cast<double>(std::ranges::count(done, true)) /
                        static_cast<double>(done.size()));
    }
    analysis.embeddings = std::move(embeddings);
    return Done{};
}

RegionEmbedding FvlmEngine::embedRegion(const PreparedStudy& study, const PreparedRegion& region,
                                        const ImageFeatures& features,
                                        const RegionWindow& window) const
{
    const Index3 patch = m_network.config().patch;
    const std::vector<std::int64_t> tokens =
        regionTokens(study, window, region.anatomyIndex, patch);
    const PooledRegion pooled = m_network.pool(features, 0, region.anatomyIndex, tokens);

    RegionEmbedding embedding;
    embedding.anatomyId =
        m_network.config().anatomies[static_cast<std::size_t>(region.anatomyIndex)];
    embedding.vector = toVector(pooled.vector);
    embedding.tokenGrid = features.grid;
    embedding.attention.assign(static_cast<std::size_t>(features.grid[0]) *
                                   static_cast<std::size_t>(features.grid[1]) *
                                   static_cast<std::size_t>(features.grid[2]),
                               0.0F);
    const std::vector<float> weights = toVector(pooled.attention);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        embedding.attention[static_cast<std::size_t>(tokens[i])] = weights[i];
    embedding.tokenOriginMm = tokenOriginMm(study, window, patch);
    embedding.tokenStepMm = tokenStepMm(study, patch);
    return embedding;
}

void FvlmEngine::scoreFindings(StudyAnalysis& analysis) const
{
    for (std::size_t i = 0; i < m_manifest.findings.size(); ++i) {
        const FindingDefinition& definition = m_manifest.findings[i];
        const auto region = std::ranges::find(analysis.embeddings, definition.anatomyId,
                                              &RegionEmbedding::anatomyId);
        if (region == analysis.embeddings.end())
            continue;
        const double difference = (cosine(region->vector, m_prompts[i].positive) -
                                   cosine(region->vector, m_prompts[i].negative)) /
                                  m_temperature;
        Finding finding;
        finding.anatomyId = definition.anatomyId;
        finding.findingId = definition.id;
        finding.displayName = definition.name;
        finding.score = 1.0 / (1.0 + std::exp(-difference)); // softmax of two
        if (definition.calibration)
            finding.calibrated = definition.calibration->apply(finding.score);
        finding.threshold = definition.threshold;
        analysis.findings.push_back(std::move(finding));
    }
}

Result<std::vector<float>> FvlmEngine::embedText(const std::string& utf8)
{
    if (m_words.tokenize(utf8).empty())
        return makeError(ErrorCode::EmptyText);
    return guarded<std::vector<float>>([&]() -> Result<std::vector<float>> {
        return toVector(m_network.textVectors({tokens(utf8)})[0]);
    });
}

Result<std::vector<RegionMatch>> FvlmEngine::rank(const std::vector<RegionEmbedding>& regions,
                                                  const std::string& utf8)
{
    const Result<std::vector<float>> text = embedText(utf8);
    if (!text)
        return text.error();
    std::vector<RegionMatch> matches;
    for (const RegionEmbedding& region : regions) {
        if (region.vector.size() != text->size())
            return makeError(ErrorCode::BadOption,
                             {"regions", "an embedding comes from another model"});
        matches.push_back({region.anatomyId, cosine(region.vector, *text)});
    }
    std::ranges::stable_sort(matches, std::greater{}, &RegionMatch::cosine);
    return matches;
}

} // namespace fovea
