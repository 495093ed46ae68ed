#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

// How well a text finds the studies it describes, for any model that puts texts and images into one
// space: one vector per region, or one per study as CLIP has it. Standard C++ only.

namespace fovea {

/// How many of the first results count at most.
inline constexpr int SearchDepth = 10;

/// How good an order of candidates is. Candidates with equal scores have no order: recall and
/// precision are their mean over all orders of the tied, and average precision takes each group of
/// tied candidates as one step, as scikit-learn's average_precision_score.
struct RetrievalMetrics {
    /// Relevant candidates among the first k, of min(k, relevant ones).
    double recallAt1 = 0.0;
    double recallAt5 = 0.0;
    double recallAt10 = 0.0;
    double precisionAt10 = 0.0;    ///< Relevant candidates among the first 10, of 10.
    double averagePrecision = 0.0; ///< Precision at each relevant candidate, averaged.
};

/// Scores and truth of the candidates of one query; equal lengths, at least one relevant.
RetrievalMetrics retrievalMetrics(const std::vector<double>& scores,
                                  const std::vector<bool>& relevant);

/// What a random order has on average, of `candidates` with `relevant` (at least one) among them.
/// Average precision: ((R - 1) / (N - 1)) (1 - H_N / N) + H_N / N with the harmonic number H_N
/// (Bestgen, "Exact Expected Average Precision of the Random Baseline for System Evaluation", PBML
/// 2015).
RetrievalMetrics retrievalByChance(std::size_t candidates, std::size_t relevant);

struct TextSearchQuery {
    std::string text;          ///< For reports.
    std::vector<float> vector; ///< The text's.
    /// The vector of the text that says the opposite; empty: there is none.
    std::vector<float> against;
    std::vector<std::size_t> candidates; ///< Positions among the images' vectors.
    std::vector<bool> relevant;          ///< Whether each candidate is what the text describes.
    /// The vector of an opposite made from the text alone ("Not …"); empty: none.
    std::vector<float> automatic{};
};

struct QueryMetrics {
    std::string text;
    int candidates = 0;
    int relevant = 0;
    /// Ranked by cosine with the text. This and the next two are empty where no candidate is
    /// relevant.
    std::optional<RetrievalMetrics> byCosine;
    /// Ranked by cosine with the text less cosine with its opposite. Empty without one.
    std::optional<RetrievalMetrics> byMargin;
    /// The same with the automatic opposite.
    std::optional<RetrievalMetrics> byAutomaticMargin;
    /// Ranked by cosine after each modality's mean is taken away: that of the query's candidates
    /// from the images, that of all queries' texts from the text.
    std::optional<RetrievalMetrics> byCentred;
    std::optional<RetrievalMetrics> chance;
    /// Region to region: the others ranked by cosine with one relevant candidate, the mean over all
    /// of these. This and its chance are empty with fewer than two relevant ones.
    std::optional<RetrievalMetrics> byExample;
    std::optional<RetrievalMetrics> byExampleChance;
};

struct TextSearchMetrics {
    std::vector<QueryMetrics> queries;
    int measured = 0;          ///< Queries with a relevant candidate: what the means are over.
    RetrievalMetrics byCosine; ///< Mean; its averagePrecision is the mean average precision (mAP).
    /// Mean over the measured queries; empty where one of them has no opposite.
    std::optional<RetrievalMetrics> byMargin;
    std::optional<RetrievalMetrics> byAutomaticMargin; ///< Likewise.
    std::optional<RetrievalMetrics> byCentred;         ///< Empty with fewer than two queries.
    RetrievalMetrics chance;                           ///< Mean.
    int measuredByExample = 0;                 ///< Queries with two relevant candidates or more.
    std::optional<RetrievalMetrics> byExample; ///< Mean over them; empty without any.
    std::optional<RetrievalMetrics> byExampleChance;
};

/// Ranks each query's candidates. Vectors may have any length above 0; all are of one dimension.
TextSearchMetrics measureTextSearch(std::span<const std::vector<float>> images,
                                    const std::vector<TextSearchQuery>& queries);

} // namespace fovea
