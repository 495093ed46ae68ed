#include "app/cli/tuneEstimates.h"

#include "app/cli/Table.h"
#include "app/text/durationText.h"
#include "app/text/tuneWayText.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string>

namespace fovea {

namespace {

struct EstimatesText {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneEstimates)
};

/// For the reason of an error, which is not translated.
std::string gigabytesOf(const WayEstimate& one)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f GB", static_cast<double>(one.peakBytes) / 1e9);
    return nameOf(one.way) + " (" + text + ")";
}

} // namespace

QString waysText(const std::vector<WayEstimate>& ways)
{
    Table table({{EstimatesText::tr("Way")},
                 {EstimatesText::tr("Time, about"), Table::Align::Right},
                 {EstimatesText::tr("Memory, at most"), Table::Align::Right},
                 {EstimatesText::tr("Disk, about"), Table::Align::Right},
                 {EstimatesText::tr("What it can change")}});
    for (const WayEstimate& one : ways)
        table.addRow({QString::fromStdString(nameOf(one.way)),
                      one.seconds ? durationText(*one.seconds) : QStringLiteral("-"),
                      bytesText(one.peakBytes), bytesText(one.diskBytes), tuneWayChange(one.way)});
    return table.text();
}

nlohmann::json waysJson(const std::vector<WayEstimate>& ways)
{
    auto out = nlohmann::json::array();
    for (const WayEstimate& one : ways)
        out.push_back({{"way", nameOf(one.way)},
                       {"trainable_parameters", one.trainableParameters},
                       {"steps", one.steps},
                       {"seconds", one.seconds ? nlohmann::json(*one.seconds) : nlohmann::json()},
                       {"peak_bytes", one.peakBytes},
                       {"disk_bytes", one.diskBytes}});
    return out;
}

std::uint64_t memoryBytes(int gigabytes)
{
    return static_cast<std::uint64_t>(gigabytes) * 1'000'000'000;
}

Error memoryError(const Error& error, int gigabytes)
{
    if (error.code != ErrorCode::OutOfMemory)
        return error;
    return makeError(ErrorCode::BadOption,
                     {"--memory", "it came to take more than " + std::to_string(gigabytes) +
                                      " GB and was ended; allow it more, and go on with --resume "
                                      "where --checkpoint was given"});
}

Status checkMemory(const std::vector<WayEstimate>& ways, TuneWay way, int gigabytes)
{
    const WayEstimate* wanted = estimateOf(ways, way);
    const std::uint64_t limit = memoryBytes(gigabytes);
    if (!wanted || wanted->peakBytes <= limit)
        return Done{};
    std::string fits;
    for (const WayEstimate& one : waysWithin(ways, limit))
        fits += (fits.empty() ? "" : ", ") + gigabytesOf(one);
    return makeError(ErrorCode::BadOption,
                     {"--memory", "this may take " + gigabytesOf(*wanted) + "; " +
                                      (fits.empty() ? "no way fits" : "what fits: " + fits)});
}

} // namespace fovea
