#include "model/bench/BenchAnalyze.h"

#include "model/bench/BenchRates.h"
#include "model/bench/BenchStudy.h"
#include "model/bench/ReferenceOrder.h"
#include "model/bench/fastestOf.h"
#include "model/bench/processorName.h"
#include "model/checkpoint/DefaultCatalog.h"
#include "model/checkpoint/ModelPackage.h"
#include "model/engine/CpuSetup.h"
#include "model/engine/DeviceMemory.h"
#include "model/engine/RegionEncoder.h"
#include "model/engine/WindowImage.h"
#include "model/engine/torchErrors.h"
#include "model/text/WordPiece.h"
#include "model/verify/GoldenRule.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/stack.h>
#include <c10/core/InferenceMode.h>
#include <torch/version.h>

#include <cmath>
#include <functional>

namespace fovea {
namespace {

using TokenIds = std::vector<std::vector<std::int64_t>>;

/// The catalog's prompts as token ids, negative then positive per finding. Without a vocabulary,
/// any ids will do: 3 to 7 tokens, as the released prompts have.
TokenIds promptIds(const ModelPackage& package)
{
    const auto words = WordPiece::create(package.vocabulary);
    TokenIds ids;
    for (const FindingDefinition& finding : package.manifest.findings) {
        for (const auto* texts : {&finding.negative, &finding.positive}) {
            for (const std::string& text : *texts) {
                if (words)
                    ids.push_back(words->encode(
                        text, static_cast<std::size_t>(package.manifest.network.maxPositions)));
                else
                    ids.emplace_back(3 + ids.size() % 5, 5);
            }
        }
    }
    return ids;
}

Result<ModelPackage> packageFor(const BenchOptions& options)
{
    if (!options.package.empty())
        return readModelPackage(options.package);
    ModelPackage package;
    package.manifest.findings = releasedCatalog();
    package.parameters = golden::parameters(package.manifest.network);
    return package;
}

/// What a variant answers for a study.
struct Answer {
    at::Tensor vectors; ///< [regions, embedding]
    at::Tensor scores;  ///< [regions, prompt pairs]
};

/// softmax over (negative, positive) of cosine / temperature, for every region and every pair.
Answer scored(const at::Tensor& vectors, const at::Tensor& texts, double temperature)
{
    const at::Tensor cosines = vectors.matmul(texts.t()).reshape({vectors.size(0), -1, 2});
    return {vectors, (cosines / temperature).softmax(-1).select(-1, 1)};
}

struct Variant {
    std::string name;
    std::function<Answer(const PreparedStudy&, const Progress&)> run;
    std::function<int(const PreparedStudy&)> passes;
};

class Bench {
public:
    Bench(const ModelPackage& package, const Fvlm& network, const BenchOptions& options,
          const Progress& progress)
        : m_package(package)
        , m_network(network)
        , m_reference(network)
        , m_options(options)
        , m_progress(progress)
        , m_ids(promptIds(package))
    {
    }

    Result<BenchReport> run()
    {
        BenchReport report;
        report.processor = processorName();
        report.threads = at::get_num_threads();
        report.torchVersion = TORCH_VERSION;
        report.prompts = static_cast<int>(m_ids.size());
        m_texts = m_network.textVectors(m_ids);
        addVariants();
        resetPeakDeviceBytes();
        const auto kinds = {BenchCase::Kind::OneWindow, BenchCase::Kind::AllWindows};
        double from = 0.0;
        for (const BenchCase::Kind kind : kinds) {
            const Result<BenchCase> result = benchCase(kind, m_progress.part(from, from + 0.4));
            if (!result)
                return result.error();
            report.cases.push_back(*result);
            from += 0.4;
        }
        if (m_options.referenceOnly)
            return report;
        report.peakDeviceBytes = peakDeviceBytes();
        report.rates.push_back(benchRate(*m_full, "fp32", m_options.rounds));
        if (m_half)
            report.rates.push_back(benchRate(*m_half, "bf16", m_options.rounds));
        benchPrompts(report);
        return benchPreprocess(report);
    }

private:
    void addVariants()
    {
        m_variants.push_back(
            {"reference",
             [this](const PreparedStudy& study, const Progress&) {
                 return scored(at::stack(m_reference.embed(study, m_package.manifest.preprocess)),
                               m_texts, temperature());
             },
             [](const PreparedStudy& study) { return static_cast<int>(study.regions.size()); }});
        if (m_options.referenceOnly)
            return;
        m_full = std::make_shared<const InferenceNetwork>(m_network, Precision::Float32);
        addOurs("fp32", m_full);
        if (fastestCpuPrecision(m_network.config()) == Precision::BFloat16) {
            m_half = std::make_shared<const InferenceNetwork>(m_network, Precision::BFloat16);
            addOurs("bf16", m_half);
        }
        if (at::hasCUDA()) {
            const Fvlm there = m_network.to(at::Device(at::kCUDA, 0));
            addOurs("cuda fp32",
                    std::make_shared<const InferenceNetwork>(there, Precision::Float32));
            addOurs("cuda fp16",
                    std::make_shared<const InferenceNetwork>(there, Precision::Float16));
        }
    }

    void addOurs(const char* name, const std::shared_ptr<const InferenceNetwork>& network)
    {
        const auto encoder = std::make_shared<RegionEncoder>(network, [this] { return m_full; });
        m_variants.push_back(
            {name,
             [this, encoder](const PreparedStudy& study, const Progress& progress) {
                 StudyAnalysis analysis;
                 const Status status = encoder->encodePrepared(study, m_package.manifest.preprocess,
                                                               progress, analysis);
                 TORCH_CHECK(status, "not encoded");
                 std::vector<at::Tensor> vectors;
                 for (RegionEmbedding& region : analysis.embeddings)
                     vectors.push_back(at::from_blob(region.vector.data(),
                                                     {m_network.config().embedding}, at::kFloat)
                                           .clone());
                 return scored(at::stack(vectors), m_texts, temperature());
             },
             [this](const PreparedStudy& study) {
                 return static_cast<int>(
                     sharedWindows(study, m_package.manifest.preprocess, m_network.config().patch)
                         .size());
             }});
    }

    Result<BenchCase> benchCase(BenchCase::Kind kind, const Progress& progress)
    {
        const PreparedStudy study =
            benchStudy(kind, m_network.config(), m_package.manifest.preprocess);
        std::vector<std::vector<double>> seconds(m_variants.size());
        std::vector<Answer> answers(m_variants.size());
        for (int round = 0; round < m_options.rounds; ++round) {
            for (std::size_t i = 0; i < m_variants.size(); ++i) {
                if (progress.cancelled())
                    return makeError(ErrorCode::Cancelled);
                const double share = 1.0 / std::ssize(m_variants) / m_options.rounds;
                const double from =
                    static_cast<double>(round) / m_options.rounds + share * static_cast<double>(i);
                const Progress part = progress.part(from, from + share);
                seconds[i].push_back(
                    secondsOf([&] { answers[i] = m_variants[i].run(study, part); }));
                part.report(1.0);
            }
        }
        BenchCase result;
        result.kind = kind;
        for (std::size_t i = 0; i < m_variants.size(); ++i) {
            std::ranges::sort(seconds[i]);
            BenchVariant variant;
            variant.name = m_variants[i].name;
            variant.seconds = seconds[i].front();
            variant.medianSeconds = seconds[i][seconds[i].size() / 2];
            variant.passes = m_variants[i].passes(study);
            const at::Tensor& vectors = answers[i].vectors;
            const at::Tensor& expected = answers[0].vectors;
            variant.vectorDifference = (vectors - expected).abs().max().item<double>();
            variant.smallestCosine =
                (unitVectors(vectors.to(at::kDouble)) * unitVectors(expected.to(at::kDouble)))
                    .sum(-1)
                    .min()
                    .item<double>();
            variant.scoreDifference =
                (answers[i].scores - answers[0].scores).abs().max().item<double>();
            result.variants.push_back(variant);
        }
        return result;
    }

    void benchPrompts(BenchReport& report) const
    {
        report.promptsReferenceSeconds = secondsOf([&] {
            for (std::size_t i = 0; i + 1 < m_ids.size(); i += 2)
                m_reference.textVectors({m_ids[i], m_ids[i + 1]});
        });
        report.promptsSeconds = fastestOf(m_options.rounds, [&] { m_full->textVectors(m_ids); });
    }

    Result<BenchReport> benchPreprocess(BenchReport& report) const
    {
        const BenchVolume volume = benchVolume(m_network.config());
        std::optional<Error> failed;
        report.preprocessSeconds = fastestOf(m_options.rounds, [&] {
            const auto prepared =
                prepareStudy(*volume.volume, *volume.labels, m_network.config().anatomies,
                             m_package.manifest.preprocess, m_progress.part(1, 1));
            if (!prepared)
                failed = prepared.error();
        });
        if (failed)
            return *failed;
        return std::move(report);
    }

    double temperature() const { return m_network.temperature().item<double>(); }

    const ModelPackage& m_package;
    const Fvlm& m_network;
    ReferenceOrder m_reference;
    const BenchOptions& m_options;
    const Progress& m_progress;
    TokenIds m_ids;
    at::Tensor m_texts;
    std::vector<Variant> m_variants;
    std::shared_ptr<const InferenceNetwork> m_full;
    std::shared_ptr<const InferenceNetwork> m_half;
};

} // namespace

Result<BenchReport> benchAnalyze(const BenchOptions& options, const Progress& progress)
{
    if (options.rounds < 1)
        return makeError(ErrorCode::BadOption, {"rounds", "at least 1"});
    return guarded<BenchReport>([&]() -> Result<BenchReport> {
        if (!options.referenceOnly)
            prepareCpuForInference();
        const Result<ModelPackage> package = packageFor(options);
        if (!package)
            return package.error();
        const Result<Fvlm> network = Fvlm::create(package->manifest.network, package->parameters);
        if (!network)
            return network.error();
        return Bench(*package, *network, options, progress).run();
    });
}

} // namespace fovea
