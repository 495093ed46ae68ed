#include "model/engine/FvlmEngine.h"

#include "model/checkpoint/AnatomyGrouping.h"
#include "model/domain/measureScalars.h"
#include "model/engine/CpuSetup.h"
#include "model/engine/torchErrors.h"
#include "model/network/toVector.h"

#include <ATen/Context.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <utility>

namespace fovea {
namespace {

constexpr double preprocessShare = 0.15; ///< Of an analysis' time, for its progress.
constexpr std::size_t maxTextTokens = 384;
constexpr std::size_t rememberedTexts = 1000;

double cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Least and largest.
std::pair<double, double> cosines(const std::vector<float>& vector,
                                  const std::vector<std::vector<float>>& others)
{
    std::pair<double, double> range{1.0, -1.0};
    for (const std::vector<float>& other : others) {
        const double value = cosine(vector, other);
        range = {std::min(range.first, value), std::max(range.second, value)};
    }
    return range;
}

Precision precisionFor(const LoadOptions& options, bool cuda, const NetworkConfig& config)
{
    switch (options.precision) {
    case LoadOptions::Precision::Full:
        return Precision::Float32;
    case LoadOptions::Precision::Half:
        return cuda ? Precision::Float16 : Precision::BFloat16;
    case LoadOptions::Precision::Automatic:
        break;
    }
    return cuda ? Precision::Float16 : fastestCpuPrecision(config);
}

const char* precisionName(Precision precision)
{
    switch (precision) {
    case Precision::BFloat16:
        return "bf16";
    case Precision::Float16:
        return "fp16";
    case Precision::Float32:
        break;
    }
    return "fp32";
}

} // namespace

FvlmEngine::FvlmEngine(ModelManifest manifest, RegionEncoder encoder, WordPiece words,
                       ModelInfo info)
    : m_manifest(std::move(manifest))
    , m_encoder(std::move(encoder))
    , m_words(std::move(words))
    , m_info(std::move(info))
    , m_temperature(m_encoder.network().temperature())
{
    m_info.temperature = m_temperature;
}

Result<std::unique_ptr<Engine>> FvlmEngine::load(const std::filesystem::path& package,
                                                 const LoadOptions& options)
{
    prepareCpuForInference();
    Result<ModelPackage> read = readModelPackage(package);
    if (!read)
        return read.error();
    return create(std::move(*read), options);
}

Result<std::unique_ptr<Engine>> FvlmEngine::create(ModelPackage package, const LoadOptions& options)
{
    prepareCpuForInference();
    Result<WordPiece> words = WordPiece::create(package.vocabulary);
    if (!words)
        return words.error();
    if (words->size() > static_cast<std::size_t>(package.manifest.network.vocabulary))
        return makeError(ErrorCode::VocabularyBroken,
                         {"more tokens than the network has embeddings"});

    return guarded<std::unique_ptr<Engine>>([&]() -> Result<std::unique_ptr<Engine>> {
        using Device = LoadOptions::Device;
        const bool cuda = options.device != Device::Cpu && at::hasCUDA();
        if (options.device == Device::Cuda && !cuda)
            return makeError(ErrorCode::BadOption, {"cuda", "LibTorch finds no CUDA device"});
        const Result<Fvlm> onCpu = Fvlm::create(package.manifest.network, package.parameters);
        if (!onCpu)
            return onCpu.error();
        if (!(onCpu->temperature().item<double>() > 0.0))
            return makeError(ErrorCode::ModelBroken,
                             {"weights.safetensors", "the temperature is not positive"});

        const Precision precision = precisionFor(options, cuda, onCpu->config());
        const Fvlm fvlm = cuda ? onCpu->to(at::Device(at::kCUDA, 0)) : *onCpu;
        RegionEncoder encoder(std::make_shared<const InferenceNetwork>(fvlm, precision),
                              [network = *onCpu, options] {
                                  return std::make_shared<const InferenceNetwork>(
                                      network, precisionFor(options, false, network.config()));
                              });
        ModelInfo info;
        info.name = package.manifest.name;
        info.fingerprint = package.fingerprint;
        info.demo = package.manifest.demo;
        info.licence = package.manifest.licence;
        info.provenance = package.manifest.provenance;
        info.calibratedOn = package.manifest.calibrationReference();
        for (const FindingDefinition& finding : package.manifest.findings)
            info.findings.push_back({finding.anatomyId, finding.id, finding.name, finding.positive,
                                     finding.negative, finding.threshold});
        info.anatomyIds = package.manifest.network.anatomies;
        info.device = cuda ? "cuda:0" : "cpu";
        info.precision = precisionName(precision);
        return std::unique_ptr<Engine>(new FvlmEngine(
            std::move(package.manifest), std::move(encoder), std::move(*words), std::move(info)));
    });
}

std::vector<std::int64_t> FvlmEngine::tokens(const std::string& text) const
{
    return m_words.encode(
        text, std::min(maxTextTokens, static_cast<std::size_t>(network().config().maxPositions)));
}

void FvlmEngine::encodePrompts()
{
    if (m_prompts.size() == m_manifest.findings.size())
        return;
    std::vector<std::vector<std::int64_t>> ids;
    for (const FindingDefinition& finding : m_manifest.findings) {
        for (const auto* texts : {&finding.negative, &finding.positive}) {
            for (const std::string& text : *texts)
                ids.push_back(tokens(text));
        }
    }
    const at::Tensor vectors = network().textVectors(ids);
    std::int64_t next = 0;
    const auto mean = [&](const std::vector<std::string>& texts) {
        const auto count = static_cast<std::int64_t>(texts.size());
        const at::Tensor rows = vectors.slice(0, next, next + count);
        next += count;
        // One prompt is taken as it is: making a unit vector unit again would only round it.
        return toVector(count == 1 ? rows[0] : unitVectors(rows.mean(0)));
    };
    const auto single = [&](std::size_t count) {
        std::vector<std::vector<float>> rows;
        for (std::size_t n = 0; n < count; ++n)
            rows.push_back(toVector(vectors[next + static_cast<std::int64_t>(n)]));
        return rows;
    };
    std::vector<PromptPair> prompts;
    for (const FindingDefinition& finding : m_manifest.findings) {
        PromptPair pair;
        pair.negatives = single(finding.negative.size());
        pair.negative = mean(finding.negative);
        pair.positives = single(finding.positive.size());
        pair.positive = mean(finding.positive);
        prompts.push_back(std::move(pair));
    }
    m_prompts = std::move(prompts);
}

Result<StudyAnalysis> FvlmEngine::analyze(const Volume& volume, const LabelMap& labels,
                                          const Progress& progress)
{
    return analyzeVisiting(volume, labels, progress, {});
}

Result<StudyAnalysis> FvlmEngine::analyzeVisiting(const Volume& volume, const LabelMap& labels,
                                                  const Progress& progress,
                                                  const RegionVisitor& visit,
                                                  const std::vector<bool>& chosen)
{
    const auto isChosen = [&](int anatomy) {
        return chosen.empty() || chosen[static_cast<std::size_t>(anatomy)];
    };
    return guarded<StudyAnalysis>([&]() -> Result<StudyAnalysis> {
        const auto start = std::chrono::steady_clock::now();
        const std::vector<std::string>& anatomies = network().config().anatomies;
        // All anatomies are prepared, since the crop that they share decides where windows lie.
        Result<PreparedStudy> study =
            prepareStudy(volume, labels, labelsByAnatomy(m_manifest, labels), m_manifest.preprocess,
                         progress.part(0.0, preprocessShare), m_encoder.imagePlace());
        if (!study)
            return study.error();
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        std::erase_if(study->regions,
                      [&](const PreparedRegion& region) { return !isChosen(region.anatomyIndex); });

        StudyAnalysis analysis;
        analysis.modelFingerprint = m_info.fingerprint;
        if (!study->regions.empty()) {
            const std::lock_guard lock(m_mutex);
            encodePrompts();
            if (const Status status =
                    m_encoder.encode(volume, *study, m_manifest.preprocess,
                                     progress.part(preprocessShare, 1.0), analysis, visit);
                !status)
                return status.error();
        }
        scoreFindings(analysis);
        std::vector<LabelledAnatomy> measured;
        const auto groups = labelsByAnatomy(m_manifest, labels);
        for (std::size_t i = 0; i < anatomies.size(); ++i) {
            if (isChosen(static_cast<int>(i)) && !groups[i].empty())
                measured.push_back({anatomies[i], groups[i]});
        }
        analysis.scalars = measureScalars(volume, labels, measured);
        for (std::size_t i = 0; i < anatomies.size(); ++i) {
            const auto isIt = [&](const RegionEmbedding& e) { return e.anatomyId == anatomies[i]; };
            if (!isChosen(static_cast<int>(i)) || std::ranges::any_of(analysis.embeddings, isIt))
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

void FvlmEngine::scoreFindings(StudyAnalysis& analysis) const
{
    for (std::size_t i = 0; i < m_manifest.findings.size(); ++i) {
        const FindingDefinition& definition = m_manifest.findings[i];
        const auto region = std::ranges::find(analysis.embeddings, definition.anatomyId,
                                              &RegionEmbedding::anatomyId);
        if (region == analysis.embeddings.end())
            continue;
        const PromptPair& prompts = m_prompts[i];
        const auto score = [&](double positive, double negative) {
            return 1.0 / (1.0 + std::exp((negative - positive) / m_temperature)); // softmax of two
        };
        Finding finding;
        finding.anatomyId = definition.anatomyId;
        finding.findingId = definition.id;
        finding.displayName = definition.name;
        finding.score = score(cosine(region->vector, prompts.positive),
                              cosine(region->vector, prompts.negative));
        const auto [leastFor, mostFor] = cosines(region->vector, prompts.positives);
        const auto [leastAgainst, mostAgainst] = cosines(region->vector, prompts.negatives);
        if (prompts.positives.size() * prompts.negatives.size() > 1)
            finding.promptRange =
                ScoreRange{score(leastFor, mostAgainst), score(mostFor, leastAgainst)};
        if (definition.calibration)
            finding.calibrated = definition.calibration->apply(finding.score);
        finding.threshold = definition.threshold;
        analysis.findings.push_back(std::move(finding));
    }
}

Result<std::vector<float>> FvlmEngine::embedText(const std::string& utf8)
{
    Result<std::vector<std::vector<float>>> vectors = embedTexts({utf8});
    if (!vectors)
        return vectors.error();
    return std::move(vectors->front());
}

Result<std::vector<std::vector<float>>>
FvlmEngine::embedTexts(const std::vector<std::string>& texts)
{
    using Vectors = std::vector<std::vector<float>>;
    if (std::ranges::any_of(texts,
                            [this](const auto& text) { return m_words.tokenize(text).empty(); }))
        return makeError(ErrorCode::EmptyText);
    return guarded<Vectors>([&]() -> Result<Vectors> {
        const std::lock_guard lock(m_mutex);
        Vectors vectors(texts.size());
        std::vector<std::size_t> unknown;
        std::vector<std::vector<std::int64_t>> ids;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (const auto known = m_texts.find(texts[i]); known != m_texts.end()) {
                vectors[i] = known->second;
                continue;
            }
            unknown.push_back(i);
            ids.push_back(tokens(texts[i]));
        }
        if (unknown.empty())
            return vectors;
        const at::Tensor found = network().textVectors(ids);
        for (std::size_t row = 0; row < unknown.size(); ++row) {
            vectors[unknown[row]] = toVector(found[static_cast<std::int64_t>(row)]);
            if (m_texts.size() >= rememberedTexts)
                m_texts.clear();
            m_texts.emplace(texts[unknown[row]], vectors[unknown[row]]);
        }
        return vectors;
    });
}

} // namespace fovea
