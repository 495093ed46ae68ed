#pragma once

#include "app/study/Archive.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QTimer;
class QTreeWidget;
class QTreeWidgetItem;

namespace fovea {

/// The archive's studies, newest first, with their series; searched as one types. A series is
/// opened by Enter or a double click, and compared by dragging it onto the views.
class StudyPanel : public QWidget {
    Q_OBJECT

public:
    /// `archive` must outlive the panel.
    explicit StudyPanel(const Archive& archive, QWidget* parent = nullptr);

    /// Reads the list again; keeps search text and selection.
    void refresh();
    void setOpenSeries(qint64 seriesId);
    void focusSearch();
    /// The series that is marked in the list; 0: none.
    qint64 selectedSeries() const;
    /// Offers `action` in the list's context menu.
    void addSeriesAction(QAction* action);

Q_SIGNALS:
    void seriesChosen(qint64 seriesId);
    void selectionChanged();
    void failed(const fovea::Error& error);

private:
    struct Entry {
        StudyRecord study;
        std::vector<SeriesRecord> series;
    };
    void show(const std::vector<Entry>& entries);
    std::vector<QTreeWidgetItem*> seriesItems() const;
    void markOpenSeries();
    void select(qint64 seriesId);
    void chosen(QTreeWidgetItem* item);

    const Archive& m_archive;
    QLineEdit* m_search;
    QTimer* m_searchDelay;
    QTreeWidget* m_tree;
    QLabel* m_empty;
    TaskHandle m_query;
    qint64 m_openSeries = 0;
};

} // namespace fovea
