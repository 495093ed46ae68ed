#pragma once

#include "app/Dialogs.h"
#include "app/findings/CounterfactualCheck.h"
#include "app/findings/FindingsModel.h"
#include "app/findings/RegionMapDesk.h"
#include "app/findings/VerdictKeeper.h"
#include "app/models/ModelService.h"
#include "app/work/siteFindings.h"
#include "viewer/ViewState.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QMenu;
class QUndoStack;

namespace fovea {

class CalibrationDialog;
class FindingsPanel;
class StudySession;

/// Reading what the model found: says what each score means on the open study (FindingReading),
/// colours the anatomies by it, keeps the reader's verdicts, and steps through what is above its
/// threshold.
class FindingsDesk : public QObject {
    Q_OBJECT

public:
    /// All must outlive the desk. `undo` is cleared by its owner when another study is opened.
    struct Parts {
        const Archive& archive;
        ModelService& model;
        StudySession& session;
        ViewState& view;
        QUndoStack& undo;
        const AnatomyCatalog& catalog;
        Dialogs& dialogs;
    };
    explicit FindingsDesk(Parts parts, QObject* parent = nullptr);
    ~FindingsDesk() override;

    /// `parent` owns it.
    FindingsPanel* makePanel(QWidget* parent);
    void fillMenu(QMenu& menu);

    /// How the site shows findings, and the scores of those that it asks with prompts of its own on
    /// the open analysis.
    void setSite(SiteReading site);
    /// Where the model looked.
    RegionMapDesk& regions() { return m_regions; }
    const std::vector<AnatomyReading>& readings() const { return m_readings; }
    const VerdictMap& verdicts() const { return m_verdicts; }
    /// Of the verdicts.
    const ArchiveQueue& writes() const { return m_keeper.writes(); }

Q_SIGNALS:
    /// For the status bar.
    void told(const QString& message);
    /// A text of the report is to be asked about.
    void textAsked(const QString& text);
    /// A report draft of this study has left the program.
    void reportLeft(std::int64_t studyId);
    /// Verdicts could not be read.
    void failed(const fovea::Error& error);

private:
    void forget();
    void showStudy();
    void showAnalysis();
    void readArchive();
    void read();
    void showCurrent();
    void updateActions();
    /// The next finding above its threshold (1), or the one before (-1), round at the ends.
    void step(int by);
    void decide(Verdict verdict);
    void comment(const QString& text);
    void push(VerdictRecord after);
    void carryOut(const VerdictRecord& verdict);
    void showReport();
    void showCalibration();
    QString checkText(const FindingReading& reading) const;
    const FindingReading* currentReading() const;
    const AnatomyReading* currentAnatomy() const;
    VerdictRecord verdictOf(const FindingKey& key) const;
    QString note() const;

    Parts m_parts;
    StudySession& m_session;
    VerdictKeeper m_keeper;
    CounterfactualCheck m_check;
    RegionMapDesk m_regions;
    QPointer<FindingsPanel> m_panel;
    ReadingContext m_context;
    SiteReading m_site;
    std::vector<AnatomyReading> m_readings;
    VerdictMap m_verdicts;
    /// Raw scores with the anatomy made homogeneous, of those that were asked for.
    std::map<FindingKey, double> m_without;
    bool m_verdictsKnown = false;     ///< Those of the open study are there.
    std::unique_ptr<QObject> m_asked; ///< Receiver of the archive's answer for the open analysis.
    QList<QAction*> m_stepping;
    QList<QAction*> m_deciding;
    QAction* m_report = nullptr;
    QAction* m_calibration;
    QPointer<CalibrationDialog> m_calibrationDialog;
};

} // namespace fovea
