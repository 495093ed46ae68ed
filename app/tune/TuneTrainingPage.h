#pragma once

#include "app/tune/TuneJob.h"
#include "app/work/tuning/estimateWays.h"

#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace fovea {

class CurvePlot;
class WayTable;

/// Starts, pauses and stops a tuning and shows how it goes. What it is to learn from is said
/// elsewhere; on the GUI thread.
class TuneTrainingPage : public QWidget {
    Q_OBJECT

public:
    /// `job` outlives it.
    explicit TuneTrainingPage(TuneJob& job, QWidget* parent = nullptr);

    /// What may be learnt from was looked at, and is enough: a tuning can begin. Forgets what the
    /// ways would take.
    void setReady(bool ready, const QString& why);
    /// What each way would take, and which one the number of cases asks for.
    void setEstimates(std::vector<WayEstimate> ways, TuneWay byCases);
    /// As the command line spells it; "auto" for what the number of cases asks for.
    QString way() const;
    /// Whose studies these are, in a few words: what the new model says that it was fitted to.
    QString site() const;
    /// What the tuning may take, in gigabytes of 10^9 bytes; 0: no limit.
    int memory() const;

Q_SIGNALS:
    /// A new tuning is wanted.
    void beginWanted();

private:
    void showJob();
    void refresh();
    void pressedStart();
    void showWays();
    QString tooLarge() const; ///< Why the way that is chosen may not begin; empty: it may.

    TuneJob& m_job;
    QTimer m_timer;
    bool m_ready = false;
    QString m_why;
    std::vector<WayEstimate> m_ways;
    TuneWay m_byCases = TuneWay::Heads;
    QComboBox* m_way;
    QLineEdit* m_site;
    QSpinBox* m_memory;
    WayTable* m_table;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_new;
    QLabel* m_state;
    QProgressBar* m_progress;
    CurvePlot* m_loss;
    CurvePlot* m_auc;
    CurvePlot* m_calibration;
    QPlainTextEdit* m_messages;
};

} // namespace fovea
