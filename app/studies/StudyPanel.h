#pragma once

#include "app/study/Archive.h"
#include "app/work/markedStudies.h"

#include <QWidget>

#include <cstdint>
#include <functional>
#include <set>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QTimer;
class QTreeWidget;
class QTreeWidgetItem;

namespace fovea {

class ArchiveQueue;
class StudyFilterBar;
class StudyNoteKeeper;

/// The archive's studies, newest first, with their series; searched as one types. A series is
/// opened by Enter or a double click, and compared by dragging it onto the views. Studies that a
/// standing search has marked say so, and can be listed alone. Studies that nobody has opened are
/// bold; readers give studies tags and a note.
class StudyPanel : public QWidget {
    Q_OBJECT

public:
    /// `archive` must outlive the panel.
    explicit StudyPanel(const Archive& archive, QWidget* parent = nullptr);

    /// Reads the list again; keeps search text and selection.
    void refresh();
    /// It is shown: its study counts as read.
    void setOpenSeries(qint64 seriesId);
    void focusSearch();
    /// The series that is marked in the list; 0: none.
    qint64 selectedSeries() const;
    /// Offers `action` in the list's context menu.
    void addSeriesAction(QAction* action);
    /// Studies with a row that is selected, theirs or a series', in the list's order.
    std::vector<std::int64_t> selectedStudies() const;
    /// How many studies the list finds, with those that it has no room for.
    std::size_t listedCount() const { return m_matching; }
    /// Through which notes, tags and read marks get into the archive.
    const ArchiveQueue& writes() const;
    /// Finds all of them, as search and filter are now, in the list's order. For other threads.
    std::function<Result<std::vector<std::int64_t>>(const StudyDatabase&, const Progress&)>
    findListed() const;

Q_SIGNALS:
    void seriesChosen(qint64 seriesId);
    void selectionChanged();
    /// The list was read.
    void listed();
    void failed(const fovea::Error& error);
    void clearMarksRequested(qint64 studyId);

private:
    /// What search and filter ask for.
    MarkedStudyQuery wanted() const;
    void addStudyActions();
    void showStudyActions();
    std::vector<QTreeWidgetItem*> selectedItems() const; ///< Of selectedStudies().
    QTreeWidgetItem* currentStudy() const;               ///< That of the current row; null: none.
    void toggleRead();
    void editNote();
    void show(const MarkedStudyListing& listing);
    void showMarkFilter(const MarkedStudyListing& listing);
    std::vector<QTreeWidgetItem*> seriesItems() const;
    void selectAgain(const std::set<qint64>& studies, const std::set<qint64>& series);
    void markOpenSeries();
    void select(qint64 seriesId);
    void chosen(QTreeWidgetItem* item);

    const Archive& m_archive;
    StudyNoteKeeper* m_notes;
    QLineEdit* m_search;
    QTimer* m_searchDelay;
    StudyFilterBar* m_filter;
    QComboBox* m_marked; ///< Which studies; hidden where no search marks any.
    QTreeWidget* m_tree;
    QLabel* m_empty;
    QLabel* m_count; ///< Where not all that match are listed.
    QAction* m_read;
    QAction* m_note;
    QAction* m_clear;
    TaskHandle m_query;
    qint64 m_openSeries = 0;
    std::size_t m_matching = 0; ///< Of the last listing.
};

} // namespace fovea
