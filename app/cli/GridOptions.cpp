#include "app/cli/GridOptions.h"

#include <QCoreApplication>

#include <algorithm>

namespace fovea {

namespace {

struct GridText {
    Q_DECLARE_TR_FUNCTIONS(fovea::GridOptions)
};

} // namespace

void GridOptions::declare(CommandParser& parser, const PhantomGrid& grid)
{
    size.assign(grid.size.begin(), grid.size.end());
    spacingMm.assign(grid.spacingMm.begin(), grid.spacingMm.end());
    parser.numbers("--size", size, 1, 4096, GridText::tr("Columns, rows and slices"));
    parser.numbers("--spacing", spacingMm, 0.05, 50.0,
                   GridText::tr("Between columns, rows and slices, in mm"));
}

PhantomGrid GridOptions::grid() const
{
    PhantomGrid grid;
    std::ranges::copy(size, grid.size.begin());
    std::ranges::copy(spacingMm, grid.spacingMm.begin());
    return grid;
}

} // namespace fovea
