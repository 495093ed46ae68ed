#pragma once

#include "model/engine/Engine.h"

#include <algorithm>
#include <numeric>

namespace fovea::test {

/// A model of two dimensions without LibTorch: (1, 0) is whatever a text says to be there, (0, 1)
/// what it says not to be.
class FakeEngine : public Engine {
public:
    explicit FakeEngine(const std::string& fingerprint = "f")
    {
        m_info.fingerprint = fingerprint;
        m_info.anatomyIds = {"lung", "heart"};
    }
    const ModelInfo& info() const override { return m_info; }
    Result<StudyAnalysis> analyze(const Volume&, const LabelMap&, const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    Result<ExplainedAnalysis> explain(const Volume&, const LabelMap&,
                                      const std::vector<RelevanceRequest>&,
                                      const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    Result<RegionRelevance> relevance(const Volume&, const LabelMap&, const std::string&,
                                      const std::vector<std::string>&,
                                      const std::vector<std::string>&, RelevanceMethod,
                                      const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    Result<std::vector<float>> embedText(const std::string& text) override
    {
        if (text.find_first_not_of(' ') == std::string::npos)
            return makeError(ErrorCode::EmptyText);
        const bool absent = text.starts_with("No") || text.find(" no ") != std::string::npos;
        return absent ? std::vector{0.0F, 1.0F} : std::vector{1.0F, 0.0F};
    }

protected:
    ModelInfo m_info;
};

/// Compares all.
class FakeIndex final : public RegionIndex {
public:
    explicit FakeIndex(std::shared_ptr<const RegionVectors> vectors)
        : m_vectors(std::move(vectors))
    {
    }
    const RegionVectors& vectors() const override { return *m_vectors; }
    std::size_t clustered() const override { return 0; }
    std::size_t bytesPerRegion() const override { return 0; }
    Result<std::vector<RegionHit>> search(const RegionSearch& search) const override
    {
        std::vector<RegionHit> hits;
        for (std::size_t row = 0; row < m_vectors->rows.size(); ++row) {
            const bool wanted =
                !search.rows || std::ranges::find(*search.rows, row) != search.rows->end();
            const std::uint32_t anatomy = m_vectors->rows[row].anatomy;
            if (wanted && m_vectors->rows[row].alive &&
                (search.anatomy == 0 || search.anatomy == anatomy))
                hits.push_back({row, score(search.direction, row)});
        }
        std::ranges::stable_sort(hits, std::greater{}, &RegionHit::score);
        hits.resize(std::min(hits.size(), search.count));
        return hits;
    }
    Result<std::vector<float>> scores(const std::vector<float>& direction,
                                      const std::vector<std::size_t>& rows) const override
    {
        std::vector<float> found;
        for (const std::size_t row : rows)
            found.push_back(score(direction, row));
        return found;
    }

private:
    float score(const std::vector<float>& direction, std::size_t row) const
    {
        return std::inner_product(direction.begin(), direction.end(), m_vectors->vector(row), 0.0F);
    }

    std::shared_ptr<const RegionVectors> m_vectors;
};

class FakeApi : public ModelApi {
public:
    int indicesMade = 0;

    Result<std::unique_ptr<Engine>> load(const std::filesystem::path&, const LoadOptions&) override
    {
        return makeError(ErrorCode::ModelNotFound, {""});
    }
    Result<ModelInfo> importCheckpoint(const ImportOptions&, const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<ModelInfo> train(const StudySource&, const StudySource&, const TrainOptions&,
                            const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<TuneResult> tune(const StudySource&, const StudySource&, const TuneOptions&,
                            const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<TuneEstimate> estimateTune(const TuneOptions&, std::size_t, std::uint64_t) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<ModelInfo> applyAdapter(const std::filesystem::path&, const std::filesystem::path&,
                                   const std::filesystem::path&, const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<ObjectiveComparison> compare(const StudySource&, const StudySource&, const StudySource&,
                                        const CompareOptions&, const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<Evaluation> evaluate(Engine&, const StudySource&, const EvaluateOptions&,
                                const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<BenchReport> bench(const BenchOptions&, const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<std::shared_ptr<const RegionIndex>>
    regionIndex(std::shared_ptr<const RegionVectors> vectors, const RegionIndexOptions&,
                const Progress&) override
    {
        ++indicesMade;
        return std::shared_ptr<const RegionIndex>(std::make_shared<FakeIndex>(std::move(vectors)));
    }
    Result<Verification> verify(const std::filesystem::path&, const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
};

} // namespace fovea::test
