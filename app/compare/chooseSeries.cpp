#include "app/compare/chooseSeries.h"

#include "app/compare/kernelSharpness.h"
#include "app/hanging/BodyPart.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <set>
#include <string>
#include <tuple>

namespace fovea {

namespace {

constexpr int FewestSlices = 3;
constexpr double SameDirection = 0.94; ///< Cosine of 20 degrees.

std::optional<std::chrono::sys_days> dayOf(const std::string& date)
{
    const auto number = [&date](std::size_t at, std::size_t length) {
        int value = -1;
        const char* begin = date.data() + at;
        const auto [end, failed] = std::from_chars(begin, begin + length, value);
        return failed == std::errc() && end == begin + length ? value : -1;
    };
    if (date.size() != 8)
        return std::nullopt;
    const int year = number(0, 4);
    const int month = number(4, 2);
    const int day = number(6, 2);
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    const std::chrono::year_month_day found{std::chrono::year(year),
                                            std::chrono::month(unsigned(month)),
                                            std::chrono::day(unsigned(day))};
    return found.ok() ? std::optional(std::chrono::sys_days(found)) : std::nullopt;
}

bool isEarlier(const StudyRecord& study, const StudyRecord& than)
{
    if (!dayOf(study.date))
        return false;
    if (study.date != than.date)
        return study.date < than.date;
    return !study.time.empty() && !than.time.empty() && study.time < than.time;
}

enum class Coverage { All, Some, Unknown, None };

Coverage coverage(const PatientSeries& open, const PatientSeries& other)
{
    const auto wanted = bodyPartsOf(open.study, open.series);
    const auto shown = bodyPartsOf(other.study, other.series);
    if (wanted.empty() || shown.empty())
        return Coverage::Unknown;
    const auto common =
        std::ranges::count_if(wanted, [&shown](BodyPart part) { return shown.contains(part); });
    return common == std::ssize(wanted) ? Coverage::All
           : common > 0                 ? Coverage::Some
                                        : Coverage::None;
}

bool sameDirection(const SeriesRecord& a, const SeriesRecord& b)
{
    const Vec3 normal = cross(a.rowDirection, a.columnDirection);
    return std::abs(dot(normal, cross(b.rowDirection, b.columnDirection))) >= SameDirection;
}

double difference(const SeriesRecord& a, const SeriesRecord& b)
{
    // What has no slice distance is taken for thick, which hides least.
    const auto distance = [](const SeriesRecord& series) {
        return series.spacingMm[2] > 0 ? series.spacingMm[2] : 10.0;
    };
    const double thickness = std::abs(std::log2(distance(a) / distance(b)));
    if (a.convolutionKernel == b.convolutionKernel)
        return thickness;
    const auto sharpA = kernelSharpness(a.convolutionKernel);
    const auto sharpB = kernelSharpness(b.convolutionKernel);
    if (!sharpA || !sharpB)
        return thickness + 0.5;
    return thickness + (sharpA == sharpB ? 0.25 : 1.0);
}

/// Smaller is better; the study's date is compared between the two.
using Rank = std::tuple<Coverage, std::string, bool, double, int, int>;

struct Judged {
    std::size_t index = 0;
    Rank rank;
};

/// A date and time whose order of letters is newest first.
std::string newestFirst(const StudyRecord& study)
{
    std::string key = study.date + study.time;
    std::ranges::transform(key, key.begin(), [](char c) { return char('0' + ('9' - c)); });
    return key + '~'; // A study without a time is older than one of the same day that has one.
}

} // namespace

PriorChoice chooseSeries(const PatientSeries& open, const std::vector<PatientSeries>& candidates)
{
    PriorChoice choice;
    std::vector<Judged> suitable;
    std::set<std::int64_t> studies;
    const auto reached = [&choice](NoPrior reason) {
        choice.whyNot = std::max(choice.whyNot, reason);
    };
    for (std::size_t n = 0; n < candidates.size(); ++n) {
        const auto& [study, series] = candidates[n];
        if (study.id == open.study.id)
            continue;
        if (!dayOf(open.study.date)) {
            reached(NoPrior::NoStudyDate);
            continue;
        }
        const Coverage covers = coverage(open, candidates[n]);
        if (!isEarlier(study, open.study))
            reached(NoPrior::NoneEarlier);
        else if (series.modality != open.series.modality)
            reached(NoPrior::OtherModality);
        else if (covers == Coverage::None)
            reached(NoPrior::OtherBodyPart);
        else if (series.sliceCount < FewestSlices)
            reached(NoPrior::NoVolume);
        else {
            studies.insert(study.id);
            suitable.push_back(
                {n,
                 {covers, newestFirst(study), !sameDirection(open.series, series),
                  difference(open.series, series), -series.sliceCount, series.number}});
        }
    }
    const auto best = std::ranges::min_element(suitable, {}, &Judged::rank);
    if (best != suitable.end())
        choice.index = best->index;
    choice.comparableStudies = studies.size();
    return choice;
}

std::optional<int> daysBetween(const std::string& from, const std::string& to)
{
    const auto first = dayOf(from);
    const auto last = dayOf(to);
    if (!first || !last)
        return std::nullopt;
    return static_cast<int>((*last - *first).count());
}

} // namespace fovea
