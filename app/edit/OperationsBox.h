#pragma once

#include "app/edit/EditSession.h"
#include "model/edit/EditTarget.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QPushButton;

namespace fovea {

/// The operations on a whole structure, with their size: grow, shrink, smooth, keep the largest
/// part, fill between slices.
class OperationsBox : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the box.
    OperationsBox(EditSession& session, StudySession& study, QWidget* parent);

    /// What the next operation works on; also brings the buttons up to date.
    void setTarget(const EditTarget& target);

private:
    QPushButton* add(QGridLayout& grid, int row, int column, const QString& objectName,
                     const QString& text, const QString& toolTip);
    using Sized = Result<LabelPatch> (*)(const LabelMap&, const EditTarget&, double,
                                         const Progress&);
    void runSized(const QString& what, Sized operation);
    void runIslands();
    void runFill();

    EditSession& m_session;
    StudySession& m_study;
    EditTarget m_target;
    QDoubleSpinBox* m_size;
    QComboBox* m_direction;
    std::vector<QPushButton*> m_buttons;
};

} // namespace fovea
