#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/EvaluationParts.h"
#include "model/evaluate/Metrics.h"
#include "model/evaluate/PromptSet.h"
#include "model/evaluate/TextSearch.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fovea {

/// Collects region vectors, study by study, and measures them against the texts of a prompt set:
/// the findings' paraphrases, and the searches.
class PromptRecorder {
public:
    /// Gives the unit vector of a text (Engine::embedText()).
    using EmbedText = std::function<Result<std::vector<float>>(const std::string&)>;

    /// Embeds every text of the set once. Errors: those of `embedText`.
    static Result<PromptRecorder> create(const PromptSet& prompts, const EmbedText& embedText);

    void add(const LabelledStudy& study, const StudyAnalysis& analysis);

    /// Of the findings that have cases with and without, and a score of the model's own.
    std::vector<ParaphraseMetrics> paraphrases() const;
    /// A query's candidates are the studies that have its anatomy and whose answer is known
    /// (answersQuery()); its opposite is its finding's negative prompts (the mean of their unit
    /// vectors), where the set has the finding.
    TextSearchMetrics textSearch() const;
    /// The same of the queries' paraphrases, each a query of its own.
    TextSearchMetrics paraphrasedSearch() const;

private:
    struct PairVectors {
        std::vector<float> positive;
        std::vector<float> negative;
    };
    struct RecordedFinding {
        FindingPrompts prompts;
        std::vector<PairVectors> pairs;
        ScoredCases own;
        std::vector<ScoredCases> paraphrased; ///< One per pair.
    };
    struct RecordedQuery {
        SearchPrompt prompt;
        /// In the prompt's own words first, then in its paraphrases'; without candidates.
        std::vector<TextSearchQuery> wordings;
        std::vector<std::size_t> candidates; ///< Positions in m_regions.
        std::vector<bool> relevant;
    };

    PromptRecorder() = default;

    static Result<RecordedQuery> recordedQuery(const SearchPrompt& prompt, const PromptSet& prompts,
                                               const EmbedText& embedText);
    /// Of every query the wordings from `first` to before `last`.
    TextSearchMetrics search(std::size_t first, std::size_t last) const;

    void addFinding(RecordedFinding& finding, const LabelledStudy& study,
                    const StudyAnalysis& analysis) const;

    std::vector<RecordedFinding> m_findings;
    std::vector<RecordedQuery> m_queries;
    std::vector<std::vector<float>> m_regions; ///< Vectors of all studies' regions.
};

} // namespace fovea
