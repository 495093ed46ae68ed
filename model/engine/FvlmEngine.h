#pragma once

#include "model/checkpoint/ModelPackage.h"
#include "model/engine/Engine.h"
#include "model/network/Fvlm.h"
#include "model/text/WordPiece.h"

#include <filesystem>
#include <memory>

namespace fovea {

struct PreparedStudy;
struct PreparedRegion;

/// The Engine over a model package: fp32, on the first CUDA device where LibTorch has one, else on
/// the CPU. Regions whose windows coincide share one pass of the image encoder; prompts are encoded
/// once.
class FvlmEngine : public Engine {
public:
    static Result<std::unique_ptr<Engine>> load(const std::filesystem::path& package);
    /// Takes over a package that was read or made in memory.
    static Result<std::unique_ptr<Engine>> create(ModelPackage package);

    const ModelInfo& info() const override { return m_info; }
    Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap& labels,
                                  const Progress& progress) override;
    Result<std::vector<float>> embedText(const std::string& utf8) override;
    Result<std::vector<RegionMatch>> rank(const std::vector<RegionEmbedding>& regions,
                                          const std::string& utf8) override;

private:
    FvlmEngine(ModelManifest manifest, Fvlm network, WordPiece words, ModelInfo info);

    /// Unit vectors of a finding's prompts, negative then positive.
    struct PromptPair {
        std::vector<float> negative;
        std::vector<float> positive;
    };

    std::vector<float> meanTextVector(const std::vector<std::string>& texts) const;
    void encodePrompts();
    Status embedRegions(const PreparedStudy& study, const Progress& progress,
                        StudyAnalysis& analysis) const;
    RegionEmbedding embedRegion(const PreparedStudy& study, const PreparedRegion& region,
                                const ImageFeatures& features,
                                const struct RegionWindow& window) const;
    void scoreFindings(StudyAnalysis& analysis) const;
    std::vector<std::int64_t> tokens(const std::string& text) const;

    ModelManifest m_manifest;
    Fvlm m_network;
    WordPiece m_words;
    ModelInfo m_info;
    double m_temperature = 0.07;
    std::vector<PromptPair> m_prompts; ///< One per finding; empty until first needed.
};

} // namespace fovea
