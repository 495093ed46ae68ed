#include "app/findings/FindingsDesk.h"

#include "app/findings/CalibrationDialog.h"
#include "app/findings/FindingDetails.h"
#include "app/findings/FindingsPanel.h"
#include "app/findings/ReportDialog.h"
#include "app/findings/readingText.h"
#include "app/findings/reportDraft.h"
#include "app/study/StudySession.h"
#include "app/text/names.h"
#include "app/text/notes.h"
#include "app/undo/VerdictCommand.h"
#include "app/work/archiveReading.h"
#include "app/work/phantomWork.h"
#include "viewer/decimalText.h"

#include <QAction>
#include <QDateTime>
#include <QMenu>
#include <QUndoStack>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace fovea {

namespace {

/// As the system calls who sits here.
std::string readerName()
{
    for (const char* variable : {"LOGNAME", "USER"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name.toStdString();
    }
    return FindingsDesk::tr("Unknown reader").toStdString();
}

} // namespace

FindingsDesk::FindingsDesk(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_session(parts.session)
    , m_keeper(parts.archive)
    , m_check(parts.archive.tasks(), parts.model, parts.session)
    , m_regions(parts.model, parts.session, parts.view)
    , m_calibration(new QAction(tr("Cali&bration…"), this))
{
    m_calibration->setObjectName(QStringLiteral("calibration"));
    m_calibration->setToolTip(tr("How far scores are from what is true, and this site's own "
                                 "calibration"));
    connect(m_calibration, &QAction::triggered, this, &FindingsDesk::showCalibration);
    connect(&m_session, &StudySession::opening, this, &FindingsDesk::forget);
    connect(&m_session, &StudySession::seriesShown, this, &FindingsDesk::showStudy);
    const auto drop = [this] {
        m_readings.clear();
        m_asked.reset();
        updateActions();
    };
    connect(&m_session, &StudySession::labelsShown, this, drop);
    connect(&m_session, &StudySession::analysisStarted, this, drop);
    connect(&parts.model, &ModelService::ready, this, drop); // Another model's word is not its own.
    connect(&m_session, &StudySession::analysisShown, this, &FindingsDesk::showAnalysis);
    connect(&m_keeper, &VerdictKeeper::loaded, this, [this](const VerdictMap& verdicts) {
        m_verdicts = verdicts;
        m_verdictsKnown = true;
        if (m_panel)
            m_panel->setVerdicts(m_verdicts);
    });
    connect(&m_keeper, &VerdictKeeper::failed, this, &FindingsDesk::failed);
    connect(&m_regions, &RegionMapDesk::failed, this, &FindingsDesk::failed);
    connect(&m_check, &CounterfactualCheck::started, this, &FindingsDesk::showCurrent);
    connect(&m_check, &CounterfactualCheck::done, this,
            [this](const std::string& anatomyId, const std::map<std::string, double>& scores) {
                for (const auto& [findingId, score] : scores)
                    m_without[{anatomyId, findingId}] = score;
                showCurrent();
            });
    connect(&m_check, &CounterfactualCheck::failed, this, [this](const Error& error) {
        showCurrent();
        if (error.code != ErrorCode::Cancelled)
            Q_EMIT failed(error);
    });
}

FindingsDesk::~FindingsDesk() = default;

FindingsPanel* FindingsDesk::makePanel(QWidget* parent)
{
    m_panel = new FindingsPanel(parent);
    connect(m_panel, &FindingsPanel::anatomyChosen, &m_session, &StudySession::goToAnatomy);
    connect(m_panel, &FindingsPanel::cancelRequested, &m_session, &StudySession::cancelAnalysis);
    connect(m_panel, &FindingsPanel::currentChanged, this, &FindingsDesk::showCurrent);
    FindingDetails& details = m_panel->details();
    details.setFindingBox(m_regions.makeBox(&details));
    m_panel->setCalibration(*m_calibration);
    connect(&details, &FindingDetails::acceptClicked, this, [this] { decide(Verdict::Accepted); });
    connect(&details, &FindingDetails::rejectClicked, this, [this] { decide(Verdict::Rejected); });
    connect(&details, &FindingDetails::checkClicked, this,
            [this] { m_check.start(m_panel->currentAnatomy()); });
    connect(&details, &FindingDetails::commentChanged, this, &FindingsDesk::comment);
    return m_panel;
}

void FindingsDesk::fillMenu(QMenu& menu)
{
    menu.addSeparator();
    const auto add = [&](const char* objectName, const QString& text, const char* key,
                         QList<QAction*>& group, std::function<void()> run) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(objectName));
        action->setShortcut(QKeySequence(QLatin1String(key)));
        connect(action, &QAction::triggered, this, std::move(run));
        group << action;
    };
    add("nextFinding", tr("Next finding above its &threshold"), "J", m_stepping,
        [this] { step(1); });
    add("previousFinding", tr("P&revious finding above its threshold"), "Shift+J", m_stepping,
        [this] { step(-1); });
    add("acceptFinding", tr("A&ccept the finding"), "Y", m_deciding,
        [this] { decide(Verdict::Accepted); });
    add("rejectFinding", tr("Re&ject the finding"), "Shift+Y", m_deciding,
        [this] { decide(Verdict::Rejected); });
    m_regions.fillMenu(menu);
    QList<QAction*> report;
    add("reportDraft", tr("Report &draft from accepted findings…"), "Ctrl+D", report,
        [this] { showReport(); });
    m_report = report.front();
    m_calibration->setParent(&menu);
    menu.addAction(m_calibration);
    updateActions();
}

void FindingsDesk::forget()
{
    m_readings.clear();
    m_verdicts.clear();
    m_verdictsKnown = false;
    m_context = {};
    m_without.clear();
    m_asked.reset();
    updateActions();
}

void FindingsDesk::showStudy()
{
    m_keeper.open(m_session.series()->study.id);
}

void FindingsDesk::showAnalysis()
{
    m_context = {};
    m_site.scores = {}; // Of another analysis.
    m_without.clear();
    if (m_parts.model.info())
        m_context.calibratedOn = m_parts.model.info()->calibratedOn;
    m_context.phantomStudy = isPhantomStudy(m_session.series()->study);
    readArchive();
}

void FindingsDesk::readArchive()
{
    m_context = {m_context.calibratedOn, m_context.phantomStudy};
    read(); // At once; the archive's answer comes a moment later.
    m_asked = std::make_unique<QObject>();
    m_parts.archive.run<ReadingContext>(
        m_asked.get(),
        [studyId = m_session.series()->study.id, analysis = *m_session.analysis(),
         context = m_context](StudyDatabase& database, const Progress&) {
            return readInArchive(database, studyId, analysis, context);
        },
        [this](Result<ReadingContext> context) {
            if (!context) {
                Q_EMIT failed(context.error());
                return;
            }
            if (!m_session.analysis())
                return; // Edits were saved meanwhile, and their analysis is on its way.
            m_context = std::move(*context);
            read();
        });
}

void FindingsDesk::read()
{
    ReadingContext context = m_context;
    context.reworded = m_site.reworded();
    for (const auto& [key, place] : m_site.scores.places)
        context.places.insert_or_assign(key, place);
    m_readings = readFindings(withSite(m_session.analysis()->findings, m_site), context);
    std::map<std::string, double> abnormality;
    std::set<std::string> abnormal;
    for (const AnatomyReading& anatomy : m_readings) {
        if (anatomy.abnormality)
            abnormality[anatomy.anatomyId] = *anatomy.abnormality;
        if (anatomy.above())
            abnormal.insert(anatomy.anatomyId);
    }
    m_parts.view.abnormality.set(std::move(abnormality));
    m_parts.view.abnormalAnatomies.set(std::move(abnormal));
    if (m_panel) {
        m_panel->setReadings(m_readings, m_verdicts);
        m_panel->setNote(note());
    }
    updateActions();
}

void FindingsDesk::setSite(SiteReading site)
{
    m_site = std::move(site);
    if (m_session.analysis())
        read();
}

QString FindingsDesk::note() const
{
    QStringList lines{readingSummary(m_readings)};
    QStringList names;
    for (const SkippedAnatomy& skipped : m_session.analysis()->skipped)
        names << anatomyName(skipped.anatomyId);
    if (!names.isEmpty())
        lines << tr("Not scored, because not segmented or too small: %1.")
                     .arg(names.join(QStringLiteral(", ")));
    for (const AnalysisNote one : m_session.analysis()->notes)
        lines << noteText(one);
    return lines.join(QLatin1Char('\n'));
}

const FindingReading* FindingsDesk::currentReading() const
{
    const auto key = m_panel ? m_panel->current() : std::nullopt;
    if (!key)
        return nullptr;
    for (const AnatomyReading& anatomy : m_readings) {
        for (const FindingReading& reading : anatomy.findings) {
            if (reading.key() == *key)
                return &reading;
        }
    }
    return nullptr;
}

const AnatomyReading* FindingsDesk::currentAnatomy() const
{
    const auto found =
        std::ranges::find(m_readings, m_panel->currentAnatomy(), &AnatomyReading::anatomyId);
    return found == m_readings.end() ? nullptr : &*found;
}

VerdictRecord FindingsDesk::verdictOf(const FindingKey& key) const
{
    if (const auto known = m_verdicts.find(key); known != m_verdicts.end())
        return known->second;
    VerdictRecord open;
    open.studyId = m_session.series()->study.id;
    open.anatomyId = key.anatomyId;
    open.findingId = key.findingId;
    return open;
}

void FindingsDesk::showCurrent()
{
    if (const FindingReading* reading = currentReading()) {
        m_panel->details().show(*reading, verdictOf(reading->key()));
        m_panel->details().showCheck(checkText(*reading));
        m_regions.setFinding(reading->key(), tr("%1: %2").arg(anatomyName(reading->anatomyId),
                                                              findingName(reading->findingId,
                                                                          reading->displayName)));
        updateActions();
        return;
    }
    m_regions.setFinding(std::nullopt, {});
    if (const AnatomyReading* anatomy = currentAnatomy())
        m_panel->details().show(*anatomy);
    else
        m_panel->details().clear();
    updateActions();
}

void FindingsDesk::updateActions()
{
    for (QAction* action : m_stepping)
        action->setEnabled(!m_readings.empty());
    const bool chosen = m_verdictsKnown && currentReading();
    for (QAction* action : m_deciding)
        action->setEnabled(chosen);
    if (m_report)
        m_report->setEnabled(!m_readings.empty());
    m_calibration->setEnabled(m_parts.model.info().has_value());
}

QString FindingsDesk::checkText(const FindingReading& reading) const
{
    if (m_check.isRunning())
        return tr("Scoring without its contents…");
    const auto without = m_without.find(reading.key());
    if (without == m_without.end())
        return {};
    return tr("Without its contents: raw score %1 instead of %2.")
        .arg(decimalText(without->second, 3), decimalText(reading.score, 3));
}

void FindingsDesk::showReport()
{
    const QString draft = reportDraft(m_parts.catalog, m_readings, m_verdicts);
    if (draft.isEmpty()) {
        Q_EMIT told(tr("A report draft needs accepted findings: none is accepted yet."));
        return;
    }
    auto* dialog = new ReportDialog(draft, m_parts.archive.tasks(), m_parts.dialogs,
                                    m_panel->window()); // Deletes itself when it is closed.
    connect(dialog, &ReportDialog::asked, this, &FindingsDesk::textAsked);
    connect(dialog, &ReportDialog::left, this,
            [this, study = m_session.series()->study.id] { Q_EMIT reportLeft(study); });
    dialog->show();
}

void FindingsDesk::showCalibration()
{
    if (!m_calibrationDialog) {
        m_calibrationDialog = new CalibrationDialog( // Deletes itself when it is closed.
            {m_parts.archive, m_parts.model, m_parts.dialogs}, m_panel->window());
        connect(m_calibrationDialog, &CalibrationDialog::changed, this, [this] {
            if (m_session.analysis())
                readArchive();
        });
    }
    m_calibrationDialog->show();
    m_calibrationDialog->raise();
    m_calibrationDialog->activateWindow();
}

void FindingsDesk::step(int by)
{
    std::vector<FindingKey> above;
    for (const AnatomyReading& anatomy : m_readings) {
        for (const FindingReading& reading : anatomy.findings) {
            if (reading.above())
                above.push_back(reading.key());
        }
    }
    if (above.empty()) {
        Q_EMIT told(tr("No finding is above a threshold that applies to this study."));
        return;
    }
    const auto count = std::ptrdiff_t(above.size());
    std::ptrdiff_t at = by > 0 ? -1 : 0;
    if (const auto chosen = m_panel->current()) {
        if (const auto found = std::ranges::find(above, *chosen); found != above.end())
            at = found - above.begin();
    }
    const FindingKey& next = above[std::size_t(((at + by) % count + count) % count)];
    m_panel->choose(next);
    if (!m_regions.goToPeak(next))
        m_session.goToAnatomy(QString::fromStdString(next.anatomyId));
}

void FindingsDesk::decide(Verdict verdict)
{
    const FindingReading* reading = currentReading();
    if (!reading || !m_verdictsKnown)
        return;
    VerdictRecord after = verdictOf(reading->key());
    after.verdict = after.verdict == verdict ? Verdict::Open : verdict; // Twice takes it back.
    push(std::move(after));
}

void FindingsDesk::comment(const QString& text)
{
    const FindingReading* reading = currentReading();
    if (!reading || !m_verdictsKnown)
        return;
    VerdictRecord after = verdictOf(reading->key());
    after.comment = text.toStdString();
    push(std::move(after));
}

void FindingsDesk::push(VerdictRecord after)
{
    const FindingReading& reading = *currentReading();
    after.reader = readerName();
    after.decidedAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    m_parts.undo.push(new VerdictCommand( // The stack owns it.
        findingName(reading.findingId, reading.displayName), verdictOf(reading.key()),
        std::move(after), [this](const VerdictRecord& verdict) { carryOut(verdict); }));
}

void FindingsDesk::carryOut(const VerdictRecord& verdict)
{
    const FindingKey key{verdict.anatomyId, verdict.findingId};
    if (verdict.verdict == Verdict::Open && verdict.comment.empty())
        m_verdicts.erase(key);
    else
        m_verdicts.insert_or_assign(key, verdict);
    m_keeper.note(verdict);
    if (m_panel)
        m_panel->setVerdicts(m_verdicts);
}

} // namespace fovea
