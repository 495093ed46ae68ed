#pragma once

#include <QTreeWidget>

namespace fovea {

/// A tree of which several rows can be selected, and whose items can be dragged where they stand
/// for a series of the archive.
class StudyTree : public QTreeWidget {
    Q_OBJECT

public:
    /// The series' row in the archive is the item's data of this role, in the first column.
    static constexpr int SeriesIdRole = Qt::UserRole + 1;

    explicit StudyTree(QWidget* parent = nullptr);

protected:
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override;
};

} // namespace fovea
