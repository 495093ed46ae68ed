#pragma once

#include "model/checkpoint/ModelPackage.h"
#include "model/engine/Engine.h"
#include "model/engine/RegionEncoder.h"
#include "model/text/WordPiece.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

namespace fovea {

/// The Engine over a model package. Regions whose windows coincide share one pass of the image
/// encoder; prompts are encoded once, and texts that were asked are remembered.
class FvlmEngine : public Engine {
public:
    static Result<std::unique_ptr<Engine>> load(const std::filesystem::path& package,
                                                const LoadOptions& options = {});
    /// Takes over a package that was read or made in memory.
    static Result<std::unique_ptr<Engine>> create(ModelPackage package,
                                                  const LoadOptions& options = {});

    const ModelInfo& info() const override { return m_info; }
    Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap& labels,
                                  const Progress& progress) override;
    Result<StudyAnalysis> reanalyze(const Volume& volume, const LabelMap& before,
                                    const LabelMap& after, const StudyAnalysis& stored,
                                    const Progress& progress) override;
    Result<ExplainedAnalysis> explain(const Volume& volume, const LabelMap& labels,
                                      const std::vector<RelevanceRequest>& requests,
                                      const Progress& progress) override;
    Result<RegionRelevance> relevance(const Volume& volume, const LabelMap& labels,
                                      const std::string& anatomyId,
                                      const std::vector<std::string>& positive,
                                      const std::vector<std::string>& negative,
                                      RelevanceMethod method, const Progress& progress) override;
    Result<std::vector<float>> embedText(const std::string& utf8) override;
    Result<std::vector<std::vector<float>>>
    embedTexts(const std::vector<std::string>& texts) override;

private:
    FvlmEngine(ModelManifest manifest, RegionEncoder encoder, WordPiece words, ModelInfo info);

    /// Unit vectors of a finding's prompts, negative then positive.
    struct PromptPair {
        std::vector<float> negative;
        std::vector<float> positive;
        std::vector<std::vector<float>> negatives; ///< The prompts that `negative` is the mean of.
        std::vector<std::vector<float>> positives;
    };

    const InferenceNetwork& network() const { return m_encoder.network(); }
    /// `chosen`: per anatomy of the network whether it is to be scored; empty: all are.
    Result<StudyAnalysis> analyzeVisiting(const Volume& volume, const LabelMap& labels,
                                          const Progress& progress, const RegionVisitor& visit,
                                          const std::vector<bool>& chosen = {});
    Result<at::Tensor> direction(const RelevanceRequest& request);
    Result<at::Tensor> ensemble(const std::vector<std::string>& texts);
    void encodePrompts();
    void scoreFindings(StudyAnalysis& analysis) const;
    std::vector<std::int64_t> tokens(const std::string& text) const;

    std::mutex m_mutex; ///< Held while the network works.
    ModelManifest m_manifest;
    RegionEncoder m_encoder;
    WordPiece m_words;
    ModelInfo m_info;
    double m_temperature = 0.07;
    std::vector<PromptPair> m_prompts; ///< One per finding; empty until first needed.
    std::map<std::string, std::vector<float>> m_texts; ///< Unit vectors of texts that were asked.
};

} // namespace fovea
