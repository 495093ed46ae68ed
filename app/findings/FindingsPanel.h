#pragma once

#include "app/findings/FindingsModel.h"
#include "model/engine/Engine.h"

#include <QWidget>

#include <map>
#include <string>
#include <utility>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
class QTreeView;

namespace fovea {

class FindingDetails;

/// The findings of the open study, which model says so, and the analysis' progress.
class FindingsPanel : public QWidget {
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    /// Which model speaks; always visible while there are findings.
    void setModel(const ModelInfo& info);
    /// The finding that was chosen stays chosen where it is still there.
    void setReadings(const std::vector<AnatomyReading>& anatomies, const VerdictMap& verdicts);
    void setVerdicts(const VerdictMap& verdicts);
    /// See FindingsModel::setDoubts().
    void setDoubts(std::map<std::string, AnatomyDoubt> doubts)
    {
        m_model.setDoubts(std::move(doubts));
    }
    /// Under the list: what the numbers are, which anatomies have none.
    void setNote(const QString& note);
    /// No findings; `reason` says why (nothing open, no segmentation, running).
    void clearAnalysis(const QString& reason);
    /// Makes an anatomy's row the current one, in sight; one without findings: none is.
    void selectAnatomy(const QString& anatomyId);
    /// Whether the segmentation on the screen is another one than the findings are of.
    void setCorrected(bool corrected);
    /// The bar and the cancel button show while `running`.
    void setRunning(bool running);
    void setProgress(double fraction);

    /// The finding that is chosen; empty where none is.
    std::optional<FindingKey> current() const;
    /// The anatomy that is chosen, itself or by one of its findings; empty where none is.
    std::string currentAnatomy() const;
    void choose(const FindingKey& key);
    /// The button under the list.
    void setCalibration(QAction& action);
    FindingDetails& details() { return *m_details; }

Q_SIGNALS:
    /// A row was chosen: the views go to that anatomy.
    void anatomyChosen(const QString& anatomyId);
    /// current() is another one, or what is said of it may have changed.
    void currentChanged();
    void cancelRequested();
    /// Regions of the archive like this one are wanted.
    void likeRequested(const QString& anatomyId);

private:
    FindingsModel m_model;
    QLabel* m_modelName;
    QLabel* m_warning;
    QTreeView* m_view;
    QLabel* m_empty;
    FindingDetails* m_details;
    QLabel* m_corrected;
    QLabel* m_note;
    QToolButton* m_calibration;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
};

} // namespace fovea
