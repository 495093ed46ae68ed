#pragma once

#include "app/catalogs/CatalogParts.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace fovea {

class FindingEditor;

/// The findings of the model in use and the site's own: order, whether they are shown, adding and
/// deleting own ones, and an editor of the one that is chosen.
class FindingsPage : public QWidget {
    Q_OBJECT

public:
    explicit FindingsPage(CatalogParts parts, QWidget* parent = nullptr);

Q_SIGNALS:
    void seriesChosen(qint64 seriesId);

private:
    QWidget* makeList();
    QPushButton* button(const char* name, const QString& text, void (FindingsPage::*run)());
    void showList();
    void showAnatomies();
    void addRow(const FindingKey& key, const QString& name);
    void showCurrent();
    std::optional<FindingKey> current() const;
    void choose(const std::string& findingId);
    void checkShown(QTreeWidgetItem* item);
    void moveUp();
    void moveDown();
    void move(int by);
    void addOwn();
    void removeOwn();
    void undoRemove();

    CatalogParts m_parts;
    QTreeWidget* m_list;
    QComboBox* m_anatomy; ///< Of a finding that is added.
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_undo = nullptr;
    FindingEditor* m_editor;
    std::optional<FindingKey> m_shown;
    std::optional<OwnFinding> m_removed; ///< The last one, which can come back.
    bool m_filling = false;
};

} // namespace fovea
