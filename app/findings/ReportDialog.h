#pragma once

#include "app/Dialogs.h"
#include "app/Task.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace fovea {

/// A report draft to edit, copy and save as text (UTF-8). Not modal: the study stays in view.
class ReportDialog : public QDialog {
    Q_OBJECT

public:
    /// `tasks` and `dialogs` must outlive it.
    ReportDialog(const QString& draft, TaskRunner& tasks, Dialogs& dialogs, QWidget* parent);

Q_SIGNALS:
    /// Regions that the selected text is about are to be looked for.
    void asked(const QString& text);
    /// The text was copied or saved.
    void left();

private:
    void copy();
    void save();

    TaskRunner& m_tasks;
    Dialogs& m_dialogs;
    QPlainTextEdit* m_text;
    QLabel* m_status;
};

} // namespace fovea
