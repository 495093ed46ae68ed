#pragma once

#include "app/findings/FindingsModel.h"
#include "model/domain/Analysis.h"
#include "model/domain/Error.h"
#include "model/engine/Engine.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace fovea {

/// The findings of the open study, which model says so, and the analysis' progress.
class FindingsPanel : public QWidget {
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    /// Which model speaks; always visible while there are findings.
    void setModel(const ModelInfo& info);
    void setAnalysis(const StudyAnalysis& analysis);
    /// No findings; `reason` says why (nothing open, no segmentation, running).
    void clearAnalysis(const QString& reason);
    /// The bar and the cancel button show while `running`.
    void setRunning(bool running);
    void setProgress(double fraction);

Q_SIGNALS:
    /// A row was chosen: the views go to that anatomy.
    void anatomyChosen(const QString& anatomyId);
    void cancelRequested();
    /// Regions of the archive like this one are wanted.
    void likeRequested(const QString& anatomyId);

private:
    /// What the numbers are, and which anatomies have none.
    void explain(const StudyAnalysis& analysis);

    FindingsModel m_model;
    QLabel* m_modelName;
    QLabel* m_warning;
    QTreeView* m_view;
    QLabel* m_empty;
    QLabel* m_note;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
};

} // namespace fovea
