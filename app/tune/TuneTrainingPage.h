#pragma once

#include "app/tune/TuneJob.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace fovea {

class CurvePlot;

/// Starts, pauses and stops a tuning and shows how it goes. What it is to learn from is said
/// elsewhere; on the GUI thread.
class TuneTrainingPage : public QWidget {
    Q_OBJECT

public:
    /// `job` outlives it.
    explicit TuneTrainingPage(TuneJob& job, QWidget* parent = nullptr);

    /// What may be learnt from was looked at, and is enough: a tuning can begin.
    void setReady(bool ready, const QString& why);
    /// As the command line spells it; "auto" for what the number of cases asks for.
    QString way() const;
    /// Whose studies these are, in a few words: what the new model says that it was fitted to.
    QString site() const;

Q_SIGNALS:
    /// A new tuning is wanted.
    void beginWanted();

private:
    void showJob();
    void refresh();
    void pressedStart();

    TuneJob& m_job;
    QTimer m_timer;
    bool m_ready = false;
    QString m_why;
    QComboBox* m_way;
    QLineEdit* m_site;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_new;
    QLabel* m_state;
    QProgressBar* m_progress;
    CurvePlot* m_loss;
    CurvePlot* m_auc;
    QPlainTextEdit* m_messages;
};

} // namespace fovea
