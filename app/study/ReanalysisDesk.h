#pragma once

#include "app/Dialogs.h"
#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/work/staleAnalyses.h"
#include "model/domain/Anatomy.h"

#include <QObject>

#include <cstddef>
#include <memory>

class QLabel;
class QStatusBar;
class QToolButton;
class QWidget;

namespace fovea {

/// After another model was taken into use: analyses with it what the archive has from other models,
/// so that searches and percentiles, which know one model alone, find the whole archive again. One
/// series after the other in the background; what a reader asks of the model comes between them. A
/// person is asked before. What was agreed to goes on at the next start, until it is done, stopped,
/// or another model is in use. On the GUI thread.
class ReanalysisDesk : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const Archive& archive;
        ModelService& model;
        const AnatomyCatalog& catalog;
        Dialogs& dialogs;
    };
    /// What the parts name outlives it. `window` becomes the parent; `bar` shows what goes on.
    ReanalysisDesk(Parts parts, QStatusBar& bar, QWidget& window);

    /// A person took the model in use into use: looks what it has not analysed, and asks.
    void modelChosen();
    bool isRunning() const { return m_next < m_stale.series.size(); }

Q_SIGNALS:
    /// All is analysed, or what could be.
    void done(int series, int failed);

private:
    void modelReady();
    void look(bool asks);
    bool agreed(const StaleAnalyses& stale) const;
    void begin(StaleAnalyses stale);
    void next();
    void save(const StaleSeries& series, Result<StudyAnalysis> analysis);
    void seriesDone(bool well);
    void stop();
    void forgetWish();
    void showProgress();

    Parts m_parts;
    QWidget& m_window;
    std::unique_ptr<QObject> m_scope; ///< Receiver of the series' tasks: making another drops them.
    unsigned m_round = 0;             ///< Answers to an earlier one mean nothing any more.
    TaskHandle m_task;
    StaleAnalyses m_stale;
    std::size_t m_next = 0; ///< Of m_stale.series: the one that is worked on.
    int m_failed = 0;
    QLabel* m_label;
    QToolButton* m_stop;
};

} // namespace fovea
