#include "app/studies/StudyTree.h"

#include "app/studies/seriesMime.h"

#include <QMimeData>

namespace fovea {

StudyTree::StudyTree(QWidget* parent)
    : QTreeWidget(parent)
{
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
}

QStringList StudyTree::mimeTypes() const
{
    return {seriesMimeType()};
}

QMimeData* StudyTree::mimeData(const QList<QTreeWidgetItem*>& items) const
{
    for (const QTreeWidgetItem* item : items) {
        if (const qint64 seriesId = item->data(0, SeriesIdRole).toLongLong(); seriesId > 0)
            return seriesMimeData(seriesId).release(); // The caller's.
    }
    return nullptr; // Nothing to drag.
}

} // namespace fovea
