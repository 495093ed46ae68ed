#include "app/work/fillScanners.h"

#include "storage/DicomScanner.h"

namespace fovea {
namespace {

/// Empty where no file of the series can be read.
std::optional<Scanner> scannerOf(const StudyDatabase& database, std::int64_t seriesId,
                                 const Progress& progress)
{
    const auto instances = database.instancesOf(seriesId);
    if (!instances || instances->empty())
        return {};
    const auto report = scanFiles({instances->front().path}, progress);
    if (!report || report->allSeries().empty())
        return {};
    const ScannedSeries& series = *report->allSeries().front();
    return Scanner{series.manufacturer, series.scannerModel};
}

} // namespace

Result<std::vector<Scanner>> knownScanners(StudyDatabase& database, const Progress& progress)
{
    const auto unknown = database.seriesWithoutScanner();
    if (!unknown)
        return unknown.error();
    for (std::size_t i = 0; i < unknown->size(); ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        progress.report(static_cast<double>(i) / static_cast<double>(unknown->size()));
        const auto scanner = scannerOf(database, (*unknown)[i], Progress());
        if (!scanner)
            continue;
        if (const Status stored = database.setScanner((*unknown)[i], *scanner); !stored)
            return stored.error();
    }
    return database.scanners();
}

} // namespace fovea
