#pragma once

#include "app/work/promptScores.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace fovea {

/// The two ensembles of prompts that a finding is asked with, one prompt a line. Says in place what
/// is wrong with them.
class PromptEditor : public QWidget {
    Q_OBJECT

public:
    explicit PromptEditor(QWidget* parent = nullptr);

    void setPrompts(const RegionPrompts& prompts);
    /// Lines without the spaces around them; empty lines are none.
    RegionPrompts prompts() const;
    /// Empty: they can be used.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    void showProblem();

    std::string m_anatomyId;
    QPlainTextEdit* m_positive;
    QPlainTextEdit* m_negative;
    QLabel* m_problem;
    bool m_setting = false;
};

} // namespace fovea
