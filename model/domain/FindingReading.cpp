#include "model/domain/FindingReading.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fovea {

namespace {

double platt(const SiteReference& site, double score)
{
    const double s = std::clamp(score, 1e-6, 1.0 - 1e-6);
    return 1.0 / (1.0 + std::exp(-(site.a * std::log(s / (1.0 - s)) + site.b)));
}

/// What is larger needs a look first.
auto urgency(const FindingReading& reading)
{
    return std::tuple(reading.above(), reading.probability.value_or(-1.0),
                      reading.place.percentile.value_or(-1.0), reading.score);
}

} // namespace

ArchivePlace archivePlace(const std::vector<double>& sorted, double value)
{
    ArchivePlace place;
    place.studies = static_cast<int>(sorted.size());
    if (place.studies < fewestForPercentile)
        return place;
    const auto [first, last] = std::ranges::equal_range(sorted, value);
    const double below = static_cast<double>(first - sorted.begin());
    const double equal = static_cast<double>(last - first);
    place.percentile = 100.0 * (below + 0.5 * equal) / static_cast<double>(sorted.size());
    return place;
}

FindingReading readFinding(const Finding& finding, const ReadingContext& context)
{
    FindingReading reading;
    reading.anatomyId = finding.anatomyId;
    reading.findingId = finding.findingId;
    reading.displayName = finding.displayName;
    reading.score = finding.score;
    reading.promptRange = finding.promptRange;
    if (const auto place = context.places.find(reading.key()); place != context.places.end())
        reading.place = place->second;
    reading.place.phantoms = context.phantomStudy;
    reading.reworded = context.reworded.contains(reading.key());
    if (reading.reworded)
        return reading;
    if (const auto site = context.site.find(reading.key()); site != context.site.end()) {
        reading.probability = platt(site->second, finding.score);
        reading.threshold = site->second.threshold;
        reading.reference = siteReference;
        reading.siteLabels = site->second.labels;
        return reading;
    }
    if (!finding.calibrated && !finding.threshold)
        return reading;
    reading.reference = context.calibratedOn;
    reading.withheld = context.withholds();
    if (!reading.withheld) {
        reading.probability = finding.calibrated;
        reading.threshold = finding.threshold;
    }
    return reading;
}

std::vector<AnatomyReading> readFindings(const std::vector<Finding>& findings,
                                         const ReadingContext& context)
{
    std::vector<AnatomyReading> anatomies;
    for (const Finding& finding : findings) {
        auto anatomy = std::ranges::find(anatomies, finding.anatomyId, &AnatomyReading::anatomyId);
        if (anatomy == anatomies.end())
            anatomy = anatomies.insert(anatomy, AnatomyReading{finding.anatomyId, {}, {}});
        anatomy->findings.push_back(readFinding(finding, context));
        const auto& probability = anatomy->findings.back().probability;
        if (probability)
            anatomy->abnormality = std::max(anatomy->abnormality.value_or(0.0), *probability);
    }
    for (AnatomyReading& anatomy : anatomies) {
        std::ranges::stable_sort(anatomy.findings, std::ranges::greater{}, urgency);
        if (const auto found = context.unusual.find(anatomy.anatomyId);
            found != context.unusual.end())
            anatomy.unusual = found->second;
        anatomy.unusual.phantoms = context.phantomStudy;
        if (const auto found = context.scalars.find(anatomy.anatomyId);
            found != context.scalars.end())
            anatomy.scalars = found->second;
        for (ScalarReading& scalar : anatomy.scalars)
            scalar.place.phantoms = context.phantomStudy;
    }
    std::ranges::stable_sort(anatomies, std::ranges::greater{}, [](const AnatomyReading& anatomy) {
        return urgency(anatomy.findings.front());
    });
    return anatomies;
}

} // namespace fovea
