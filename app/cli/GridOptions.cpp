#include "app/cli/GridOptions.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace fovea {

namespace {

struct GridText {
    Q_DECLARE_TR_FUNCTIONS(fovea::GridOptions)
};

QString siteIds()
{
    QStringList ids;
    for (const std::string& id : PhantomSite::ids())
        ids.append(QString::fromStdString(id));
    return ids.join(QLatin1String(", "));
}

} // namespace

void GridOptions::declare(CommandParser& parser, const ScanDetail& detail)
{
    m_thinnestSliceMm = detail.thinnestSliceMm;
    matrix = detail.matrix;
    parser.count("--matrix", matrix,
                 GridText::tr("Rows and columns of each phantom's own protocol"));
    parser.numbers("--size", size, 3, 1, 4096,
                   GridText::tr("Columns, rows and slices, with --spacing: one grid for all"));
    parser.numbers("--spacing", spacingMm, 3, 0.05, 50.0,
                   GridText::tr("Between columns, rows and slices, in mm"));
    parser.text("--site", siteId, GridText::tr("Whose phantoms: %1").arg(siteIds()), "NAME");
}

PhantomSampling GridOptions::sampling() const
{
    PhantomSampling sampling;
    sampling.detail = {matrix, m_thinnestSliceMm};
    sampling.site = PhantomSite::named(siteId).value_or(PhantomSite::reference());
    if (!size.empty()) {
        PhantomGrid& grid = sampling.grid.emplace();
        std::ranges::copy(size, grid.size.begin());
        std::ranges::copy(spacingMm, grid.spacingMm.begin());
    }
    return sampling;
}

PhantomGrid GridOptions::grid(std::uint64_t seed) const
{
    const PhantomSampling all = sampling();
    return all.grid ? *all.grid : sampleScan(seed, all.detail);
}

Status GridOptions::check() const
{
    if (size.empty() != spacingMm.empty())
        return makeError(ErrorCode::BadOption,
                         {size.empty() ? "--spacing" : "--size", "needs --size and --spacing"});
    if (!PhantomSite::named(siteId))
        return makeError(ErrorCode::BadOption, {"--site", "one of " + siteIds().toStdString()});
    return Done{};
}

} // namespace fovea
