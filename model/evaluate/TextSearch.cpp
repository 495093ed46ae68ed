#include "model/evaluate/TextSearch.h"

#include <algorithm>
#include <array>
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
    sum.recallAt1 += metrics.recallAt1;
    sum.recallAt5 += metrics.recallAt5;
    sum.recallAt10 += metrics.recallAt10;
    sum.precisionAt10 += metrics.precisionAt10;
    sum.averagePrecision += metrics.averagePrecision;
}

void divide(RetrievalMetrics& sum, double count)
{
    sum.recallAt1 /= count;
    sum.recallAt5 /= count;
    sum.recallAt10 /= count;
    sum.precisionAt10 /= count;
    sum.averagePrecision /= count;
}

constexpr std::array<double, 3> depths{1.0, 5.0, SearchDepth};

double bestPossibleHits(std::size_t relevant, double depth)
{
    return std::min(static_cast<double>(relevant), depth);
}

/// From how many relevant candidates are among the first of each depth.
void setRecalls(RetrievalMetrics& metrics, const std::array<double, 3>& hits, std::size_t relevant)
{
    metrics.recallAt1 = hits[0] / bestPossibleHits(relevant, depths[0]);
    metrics.recallAt5 = hits[1] / bestPossibleHits(relevant, depths[1]);
    metrics.recallAt10 = hits[2] / bestPossibleHits(relevant, depths[2]);
    metrics.precisionAt10 = hits[2] / depths[2];
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

/// The mean over the relevant candidates, each of them asked for the others; at least two.
RetrievalMetrics byExample(std::span<const std::vector<float>> images, const TextSearchQuery& query)
{
    RetrievalMetrics sum;
    int examples = 0;
    for (std::size_t example = 0; example < query.candidates.size(); ++example) {
        if (!query.relevant[example])
            continue;
        std::vector<double> scores;
        std::vector<bool> relevant;
        for (std::size_t i = 0; i < query.candidates.size(); ++i) {
            if (i == example)
                continue;
            scores.push_back(
                cosine(images[query.candidates[i]], images[query.candidates[example]]));
            relevant.push_back(query.relevant[i]);
        }
        add(sum, retrievalMetrics(scores, relevant));
        ++examples;
    }
    divide(sum, examples);
    return sum;
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
    const auto relevant = static_cast<std::size_t>(metrics.relevant);
    metrics.chance = retrievalByChance(query.candidates.size(), relevant);
    if (relevant > 1) {
        metrics.byExample = byExample(images, query);
        metrics.byExampleChance = retrievalByChance(query.candidates.size() - 1, relevant - 1);
    }
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

    const auto all = static_cast<double>(std::ranges::count(relevant, true));
    RetrievalMetrics metrics;
    std::array<double, 3> hits{}; // among the first of each depth
    double found = 0.0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double tied = 0.0;
        for (; end < order.size() && scores[order[end]] == scores[order[begin]]; ++end)
            tied += relevant[order[end]] ? 1.0 : 0.0;
        const double size = static_cast<double>(end - begin);
        for (std::size_t k = 0; k < depths.size(); ++k) {
            const double places = std::clamp(depths[k] - static_cast<double>(begin), 0.0, size);
            hits[k] += tied * places / size;
        }
        found += tied;
        metrics.averagePrecision += tied / all * found / static_cast<double>(end);
        begin = end;
    }
    setRecalls(metrics, hits, static_cast<std::size_t>(all));
    return metrics;
}

RetrievalMetrics retrievalByChance(std::size_t candidates, std::size_t relevant)
{
    const auto n = static_cast<double>(candidates);
    const auto r = static_cast<double>(relevant);
    std::array<double, 3> hits{};
    for (std::size_t k = 0; k < depths.size(); ++k)
        hits[k] = std::min(depths[k], n) * r / n;
    double harmonic = 0.0;
    for (std::size_t i = 1; i <= candidates; ++i)
        harmonic += 1.0 / static_cast<double>(i);
    const double others = candidates > 1 ? (r - 1.0) / (n - 1.0) : 0.0;
    RetrievalMetrics metrics;
    setRecalls(metrics, hits, relevant);
    metrics.averagePrecision = others * (1.0 - harmonic / n) + harmonic / n;
    return metrics;
}

TextSearchMetrics measureTextSearch(std::span<const std::vector<float>> images,
                                    const std::vector<TextSearchQuery>& queries)
{
    std::vector<float> textMean;
    if (queries.size() > 1)
        textMean = meanDirection(queries.size(),
                                 [&](std::size_t i) -> const auto& { return queries[i].vector; });
    TextSearchMetrics metrics;
    RetrievalMetrics exampleSum;
    RetrievalMetrics exampleChance;
    for (const TextSearchQuery& query : queries) {
        const QueryMetrics& measured =
            metrics.queries.emplace_back(measure(images, query, textMean));
        if (!measured.byCosine)
            continue;
        ++metrics.measured;
        add(metrics.byCosine, *measured.byCosine);
        add(metrics.chance, *measured.chance);
        if (measured.byExample) {
            ++metrics.measuredByExample;
            add(exampleSum, *measured.byExample);
            add(exampleChance, *measured.byExampleChance);
        }
    }
    if (metrics.measured == 0)
        return metrics;
    divide(metrics.byCosine, metrics.measured);
    divide(metrics.chance, metrics.measured);
    if (metrics.measuredByExample > 0) {
        divide(exampleSum, metrics.measuredByExample);
        divide(exampleChance, metrics.measuredByExample);
        metrics.byExample = exampleSum;
        metrics.byExampleChance = exampleChance;
    }
    metrics.byMargin = meanOfAll(metrics.queries, &QueryMetrics::byMargin);
    metrics.byAutomaticMargin = meanOfAll(metrics.queries, &QueryMetrics::byAutomaticMargin);
    metrics.byCentred = meanOfAll(metrics.queries, &QueryMetrics::byCentred);
    return metrics;
}

} // namespace fovea
