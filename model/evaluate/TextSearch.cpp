#include "model/evaluate/TextSearch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fovea {
namespace {

double cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    const auto product = [](const std::vector<float>& x, const std::vector<float>& y) {
        return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
    };
    return product(a, b) / std::sqrt(product(a, a) * product(b, b));
}

void add(RetrievalMetrics& sum, const RetrievalMetrics& metrics)
{
    sum.recallAt10 += metrics.recallAt10;
    sum.precisionAt10 += metrics.precisionAt10;
    sum.averagePrecision += metrics.averagePrecision;
}

void divide(RetrievalMetrics& sum, double count)
{
    sum.recallAt10 /= count;
    sum.precisionAt10 /= count;
    sum.averagePrecision /= count;
}

double bestPossibleHits(std::size_t relevant)
{
    return static_cast<double>(std::min<std::size_t>(relevant, SearchDepth));
}

std::vector<float> minus(std::vector<float> vector, const std::vector<float>& mean)
{
    for (std::size_t i = 0; i < vector.size(); ++i)
        vector[i] -= mean[i];
    return vector;
}

/// Mean of the unit vectors that `at(0)` … `at(count - 1)` point along.
template <typename At> std::vector<float> meanDirection(std::size_t count, At at)
{
    std::vector<float> mean;
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<float>& vector = at(i);
        mean.resize(vector.size(), 0.0F);
        const double scale =
            1.0 /
            (std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0)) *
             static_cast<double>(count));
        for (std::size_t axis = 0; axis < vector.size(); ++axis)
            mean[axis] += static_cast<float>(scale * static_cast<double>(vector[axis]));
    }
    return mean;
}

RetrievalMetrics byMargin(std::span<const std::vector<float>> images, const TextSearchQuery& query,
                          std::vector<double> scores, const std::vector<float>& against)
{
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] -= cosine(images[query.candidates[i]], against);
    return retrievalMetrics(scores, query.relevant);
}

RetrievalMetrics byCentred(std::span<const std::vector<float>> images, const TextSearchQuery& query,
                           const std::vector<float>& textMean)
{
    const std::vector<float> imageMean =
        meanDirection(query.candidates.size(), [&](std::size_t i) -> const std::vector<float>& {
            return images[query.candidates[i]];
        });
    const std::vector<float> text =
        minus(meanDirection(1, [&](std::size_t) -> const auto& { return query.vector; }), textMean);
    std::vector<double> scores;
    for (const std::size_t candidate : query.candidates) {
        const auto unit =
            meanDirection(1, [&](std::size_t) -> const auto& { return images[candidate]; });
        const double score = cosine(minus(unit, imageMean), text);
        // A candidate that is the mean points nowhere.
        scores.push_back(std::isfinite(score) ? score : 0.0);
    }
    return retrievalMetrics(scores, query.relevant);
}

QueryMetrics measure(std::span<const std::vector<float>> images, const TextSearchQuery& query,
                     const std::vector<float>& textMean)
{
    QueryMetrics metrics;
    metrics.text = query.text;
    metrics.candidates = static_cast<int>(query.candidates.size());
    metrics.relevant = static_cast<int>(std::ranges::count(query.relevant, true));
    if (metrics.relevant == 0)
        return metrics;
    std::vector<double> scores;
    for (const std::size_t candidate : query.candidates)
        scores.push_back(cosine(images[candidate], query.vector));
    metrics.byCosine = retrievalMetrics(scores, query.relevant);
    if (!query.against.empty())
        metrics.byMargin = byMargin(images, query, scores, query.against);
    if (!query.automatic.empty())
        metrics.byAutomaticMargin = byMargin(images, query, scores, query.automatic);
    if (!textMean.empty())
        metrics.byCentred = byCentred(images, query, textMean);
    metrics.chance =
        retrievalByChance(query.candidates.size(), static_cast<std::size_t>(metrics.relevant));
    return metrics;
}

/// Over the measured queries; empty where one of them lacks it.
std::optional<RetrievalMetrics> meanOfAll(const std::vector<QueryMetrics>& queries,
                                          std::optional<RetrievalMetrics> QueryMetrics::* ranking)
{
    RetrievalMetrics sum;
    int count = 0;
    for (const QueryMetrics& query : queries) {
        if (!query.byCosine)
            continue;
        if (!(query.*ranking))
            return std::nullopt;
        add(sum, *(query.*ranking));
        ++count;
    }
    divide(sum, count);
    return sum;
}

} // namespace

RetrievalMetrics retrievalMetrics(const std::vector<double>& scores,
                                  const std::vector<bool>& relevant)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, std::ranges::greater{}, [&](std::size_t i) { return scores[i]; });

    constexpr double depth = SearchDepth;
    const auto all = static_cast<double>(std::ranges::count(relevant, true));
    RetrievalMetrics metrics;
    double hits = 0.0; // among the first 10
    double found = 0.0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double tied = 0.0;
        for (; end < order.size() && scores[order[end]] == scores[order[begin]]; ++end)
            tied += relevant[order[end]] ? 1.0 : 0.0;
        const double size = static_cast<double>(end - begin);
        const double places = std::clamp(depth - static_cast<double>(begin), 0.0, size);
        hits += tied * places / size;
        found += tied;
        metrics.averagePrecision += tied / all * found / static_cast<double>(end);
        begin = end;
    }
    metrics.recallAt10 = hits / bestPossibleHits(static_cast<std::size_t>(all));
    metrics.precisionAt10 = hits / depth;
    return metrics;
}

RetrievalMetrics retrievalByChance(std::size_t candidates, std::size_t relevant)
{
    const auto n = static_cast<double>(candidates);
    const auto r = static_cast<double>(relevant);
    const double hits = std::min<double>(SearchDepth, n) * r / n;
    double harmonic = 0.0;
    for (std::size_t i = 1; i <= candidates; ++i)
        harmonic += 1.0 / static_cast<double>(i);
    const double others = candidates > 1 ? (r - 1.0) / (n - 1.0) : 0.0;
    return {hits / bestPossibleHits(relevant), hits / SearchDepth,
            others * (1.0 - harmonic / n) + harmonic / n};
}

TextSearchMetrics measureTextSearch(std::span<const std::vector<float>> images,
                                    const std::vector<TextSearchQuery>& queries)
{
    std::vector<float> textMean;
    if (queries.size() > 1)
        textMean = meanDirection(queries.size(),
                                 [&](std::size_t i) -> const auto& { return queries[i].vector; });
    TextSearchMetrics metrics;
    for (const TextSearchQuery& query : queries) {
        const QueryMetrics& measured =
            metrics.queries.emplace_back(measure(images, query, textMean));
        if (!measured.byCosine)
            continue;
        ++metrics.measured;
        add(metrics.byCosine, *measured.byCosine);
        add(metrics.chance, *measured.chance);
    }
    if (metrics.measured == 0)
        return metrics;
    divide(metrics.byCosine, metrics.measured);
    divide(metrics.chance, metrics.measured);
    metrics.byMargin = meanOfAll(metrics.queries, &QueryMetrics::byMargin);
    metrics.byAutomaticMargin = meanOfAll(metrics.queries, &QueryMetrics::byAutomaticMargin);
    metrics.byCentred = meanOfAll(metrics.queries, &QueryMetrics::byCentred);
    return metrics;
}

} // namespace fovea
