#include "model/evaluate/Reliability.h"

#include "model/evaluate/HitRate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fovea {

std::vector<ReliabilityBin> reliabilityBins(const ScoredCases& cases, int bins)
{
    std::vector<ReliabilityBin> all(static_cast<std::size_t>(bins));
    std::vector<int> positives(all.size(), 0);
    for (std::size_t i = 0; i < cases.scores.size(); ++i) {
        const double score = cases.scores[i];
        if (std::isnan(score))
            continue;
        const std::size_t bin =
            std::min(all.size() - 1, static_cast<std::size_t>(score * static_cast<double>(bins)));
        ++all[bin].cases;
        all[bin].meanScore += score;
        positives[bin] += cases.positive[i] ? 1 : 0;
    }
    std::vector<ReliabilityBin> filled;
    for (std::size_t n = 0; n < all.size(); ++n) {
        ReliabilityBin& bin = all[n];
        if (bin.cases == 0)
            continue;
        bin.low = static_cast<double>(n) / bins;
        bin.high = static_cast<double>(n + 1) / bins;
        bin.meanScore /= bin.cases;
        HitRate rate;
        rate.hits = positives[n];
        rate.count = bin.cases;
        bin.observed = rate.rate();
        bin.interval = rate.interval();
        filled.push_back(bin);
    }
    return filled;
}

} // namespace fovea
