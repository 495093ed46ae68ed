#include "app/studies/StudyTree.h"

#include "app/studies/seriesMime.h"

#include <QMimeData>

namespace fovea {

StudyTree::StudyTree(QWidget* parent)
    : QTreeWidget(parent)
{
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
}

QStringList StudyTree::mimeTypes() const
{
    return {seriesMimeType()};
}

QMimeData* StudyTree::mimeData(const QList<QTreeWidgetItem*>& items) const
{
    QList<const QTreeWidgetItem*> held(items.begin(), items.end());
    if (const QTreeWidgetItem* current = currentItem(); items.contains(current))
        held = {current}; // Of several the one that was taken hold of.
    for (const QTreeWidgetItem* item : held) {
        if (const qint64 seriesId = item->data(0, SeriesIdRole).toLongLong(); seriesId > 0)
            return seriesMimeData(seriesId).release(); // The caller's.
    }
    return nullptr; // Nothing to drag.
}

} // namespace fovea
