#pragma once

#include "app/edit/EditSession.h"
#include "model/edit/BrushStroke.h"

#include <QWidget>

#include <optional>

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QUndoStack;
class QVBoxLayout;

namespace fovea {

class OperationsBox;

/// Which structure is edited with which brush, operations on a whole structure, undo, and storing
/// the result. Asks the session for what takes time, and tells the brush by brushChanged().
class EditPanel : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the panel.
    EditPanel(EditSession& session, StudySession& study, QUndoStack& stack,
              QWidget* parent = nullptr);

    /// Empty: no tool is on, and the mouse is the view's.
    std::optional<BrushSettings> brush() const;
    void setRadius(double mm);
    /// No tool any more.
    void endTool();
    void showProblem(const QString& text);

Q_SIGNALS:
    void brushChanged();

private:
    void addStructureRow(QFormLayout& form);
    void addBrushRows(QFormLayout& form);
    void addOutcome(QVBoxLayout& layout, QUndoStack& stack);
    void toolClicked(QAbstractButton* tool);
    void addNewStructure();
    void fillStructures();
    void choose(const Structure& structure);
    void showState();
    EditTarget target() const;

    EditSession& m_session;
    StudySession& m_study;
    std::vector<Structure> m_structures; ///< As in m_structure.
    std::optional<Structure> m_new;      ///< Named here, not painted yet.
    std::uint16_t m_label = 0;           ///< Chosen.

    QComboBox* m_structure;
    QLineEdit* m_newName;
    QPushButton* m_add;
    QPushButton* m_paint;
    QPushButton* m_erase;
    QPushButton* m_threshold;
    QComboBox* m_shape;
    QDoubleSpinBox* m_radius;
    QSpinBox* m_low;
    QSpinBox* m_high;
    QCheckBox* m_overwrite;
    QCheckBox* m_eraseAll;
    OperationsBox* m_operations;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QLabel* m_status;
    QPushButton* m_save;
};

} // namespace fovea
