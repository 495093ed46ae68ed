#pragma once

#include "app/catalogs/CatalogParts.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace fovea {

class PromptEditor;
class TrialView;

/// One finding of the catalog: its name, which holds at once, and its prompts, which are tried over
/// the archive before they can be kept. The model's package itself never changes.
class FindingEditor : public QWidget {
    Q_OBJECT

public:
    explicit FindingEditor(CatalogParts parts, QWidget* parent = nullptr);

    /// `name`: as the list has it. Prompts that are being typed stay where the same finding is
    /// shown again.
    void show(const std::optional<FindingKey>& key, const QString& name);
    void focusName();

Q_SIGNALS:
    void seriesChosen(qint64 seriesId);

private:
    QPushButton* button(const char* name, const QString& text, void (FindingEditor::*run)());
    void updateButtons();
    /// It has prompts that nobody has kept or discarded yet.
    bool isEdited() const;
    void say(const QString& note);
    void rename();
    void tryOut();
    void keep();
    void discard();
    void restore();

    CatalogParts m_parts;
    QLineEdit* m_name;
    QLabel* m_note;
    PromptEditor* m_prompts;
    TrialView* m_trial;
    QPushButton* m_try;
    QPushButton* m_keep;
    QPushButton* m_discard;
    QPushButton* m_restore;
    std::optional<FindingKey> m_shown;
    QString m_shownName;
    std::optional<RegionPrompts> m_tried; ///< The trial that is shown is of these.
    TaskHandle m_task;
    int m_asked = 0; ///< Of several trials only the last is shown.
};

} // namespace fovea
