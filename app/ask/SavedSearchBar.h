#pragma once

#include "storage/SearchRecords.h"

#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QComboBox;
class QToolButton;

namespace fovea {

/// The saved searches in a box, from which one is run, and what can be done with the one that was
/// chosen last. Knows no archive: SavedSearchDesk does.
class SavedSearchBar : public QWidget {
    Q_OBJECT

public:
    explicit SavedSearchBar(QWidget* parent = nullptr);

    /// `fingerprint`: the model's in use; standing searches of another one say that they rest.
    void setSearches(const std::vector<SavedSearch>& searches, const std::string& fingerprint);
    /// Shows which one is being looked at; 0: none of them.
    void choose(std::int64_t id);
    /// 0: none.
    std::int64_t chosen() const;
    /// There is an answer to save, and a match to mark others by.
    void setCanSave(bool question, bool match);

Q_SIGNALS:
    void runRequested(qint64 id);
    void saveRequested();
    void findingRequested();       ///< The question is to be a finding of the catalog.
    void markRequested();          ///< New studies, at least as similar as the selected match.
    void restRequested(qint64 id); ///< No longer marks new studies.
    void renameRequested(qint64 id);
    void removeRequested(qint64 id);

private:
    QAction* add(const char* name, const QString& text, std::function<void()> run);
    void updateActions();

    QComboBox* m_box;
    QToolButton* m_menu;
    QAction* m_save;
    QAction* m_mark;
    QAction* m_finding;
    QAction* m_again;
    QAction* m_rest;
    QAction* m_rename;
    QAction* m_remove;
    std::vector<SavedSearch> m_searches;
    bool m_canSave = false;
    bool m_canMark = false;
};

} // namespace fovea
