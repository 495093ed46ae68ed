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

QueryMetrics measure(std::span<const std::vector<float>> images, const TextSearchQuery& query)
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
    if (!query.against.empty()) {
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] -= cosine(images[query.candidates[i]], query.against);
        metrics.byMargin = retrievalMetrics(scores, query.relevant);
    }
    metrics.chance =
        retrievalByChance(query.candidates.size(), static_cast<std::size_t>(metrics.relevant));
    return metrics;
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
    TextSearchMetrics metrics;
    RetrievalMetrics margins;
    int withMargin = 0;
    for (const TextSearchQuery& query : queries) {
        const QueryMetrics& measured = metrics.queries.emplace_back(measure(images, query));
        if (!measured.byCosine)
            continue;
        ++metrics.measured;
        add(metrics.byCosine, *measured.byCosine);
        add(metrics.chance, *measured.chance);
        if (measured.byMargin) {
            ++withMargin;
            add(margins, *measured.byMargin);
        }
    }
    if (metrics.measured == 0)
        return metrics;
    divide(metrics.byCosine, metrics.measured);
    divide(metrics.chance, metrics.measured);
    if (withMargin == metrics.measured) {
        divide(margins, withMargin);
        metrics.byMargin = margins;
    }
    return metrics;
}

} // namespace fovea
