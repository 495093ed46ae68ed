#include "app/tune/WayTable.h"

#include "app/text/durationText.h"
#include "app/text/tuneWayText.h"

namespace fovea {

namespace {

enum Column { WayColumn, TimeColumn, MemoryColumn, DiskColumn, ChangeColumn };

/// All ways without scrolling.
constexpr int rows = 4;

} // namespace

WayTable::WayTable(QWidget* parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("What each way would take"));
    setHeaderLabels({tr("Way"), tr("Time, about"), tr("Memory, at most"), tr("Disk, about"),
                     tr("What it can change")});
    setRootIsDecorated(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight((rows + 2) * (fontMetrics().height() + 6));
}

void WayTable::show(const std::vector<WayEstimate>& ways, std::uint64_t limit)
{
    clear();
    for (const WayEstimate& one : ways) {
        auto* item = new QTreeWidgetItem(this);
        const bool tooLarge = limit > 0 && one.peakBytes > limit;
        const QString memory = bytesText(one.peakBytes);
        item->setText(WayColumn, tuneWayName(one.way));
        item->setText(TimeColumn, one.seconds ? durationText(*one.seconds) : QStringLiteral("–"));
        if (!one.seconds)
            item->setToolTip(TimeColumn,
                             tr("Known once one of the studies was analyzed on this machine."));
        item->setText(MemoryColumn, tooLarge ? tr("%1: too much").arg(memory) : memory);
        item->setText(DiskColumn, bytesText(one.diskBytes));
        item->setText(ChangeColumn, tuneWayChange(one.way));
        item->setToolTip(ChangeColumn, tuneWayChange(one.way));
        for (const int column : {TimeColumn, MemoryColumn, DiskColumn})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        item->setDisabled(tooLarge);
    }
    for (int column = 0; column < ChangeColumn; ++column)
        resizeColumnToContents(column);
}

} // namespace fovea
