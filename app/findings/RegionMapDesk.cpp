#include "app/findings/RegionMapDesk.h"

#include "app/StatusLine.h"
#include "app/findings/RegionMapBox.h"
#include "app/study/StudySession.h"
#include "viewer/slice/RegionMapLegend.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace fovea {

RegionMapDesk::RegionMapDesk(ModelService& model, StudySession& session, ViewState& view,
                             QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_session(session)
    , m_view(view)
    , m_show(new QAction(tr("Regions considered"), this))
    , m_goToPeak(new QAction(tr("Show where it looked most"), this))
{
    m_show->setObjectName(QStringLiteral("regionMap"));
    m_show->setShortcut(QKeySequence(QStringLiteral("F")));
    m_show->setCheckable(true);
    m_show->setChecked(view.regionMapVisible.get());
    m_show->setToolTip(tr("Colors the cells of the anatomy that the score of the finding comes "
                          "from. They are as coarse as the model sees, and no lesion outline."));
    m_goToPeak->setObjectName(QStringLiteral("regionMapPeak"));
    m_goToPeak->setShortcut(QKeySequence(QStringLiteral("Shift+F")));
    m_goToPeak->setToolTip(tr("Goes to the middle of the strongest cell."));
    connect(m_show, &QAction::toggled, this, [this](bool on) { m_view.regionMapVisible.set(on); });
    connect(m_goToPeak, &QAction::triggered, this, &RegionMapDesk::wantPeak);
    m_visible = view.regionMapVisible.observe([this](bool on) {
        m_show->setChecked(on);
        m_failed.reset();
        update();
    });
    for (const auto ends : {&StudySession::opening, &StudySession::labelsShown,
                            &StudySession::analysisStarted, &StudySession::analysisShown})
        connect(&m_session, ends, this, &RegionMapDesk::forget);
    connect(&m_model, &ModelService::ready, this, &RegionMapDesk::forget);
    update();
}

RegionMapDesk::~RegionMapDesk() = default;

QWidget* RegionMapDesk::makeBox(QWidget* parent)
{
    m_box = new RegionMapBox(m_view, *m_show, *m_goToPeak, parent);
    return m_box;
}

void RegionMapDesk::fillMenu(QMenu& menu)
{
    for (QAction* action : {m_show, m_goToPeak}) {
        action->setParent(&menu); // As all commands: where the window finds them.
        menu.addAction(action);
    }
}

void RegionMapDesk::setFinding(std::optional<FindingKey> key, const QString& title)
{
    if (key != m_finding) {
        m_peakWanted = false;
        m_failed.reset();
    }
    m_finding = std::move(key);
    m_title = title;
    update();
}

void RegionMapDesk::setCorrected(bool corrected)
{
    m_corrected = corrected;
    update();
}

/// Of another study, label map or model there is nothing to keep.
void RegionMapDesk::forget()
{
    stop();
    m_maps.clear();
    m_failed.reset();
    m_peakWanted = false;
    update();
}

bool RegionMapDesk::mayShow() const
{
    return m_finding && !m_corrected && m_session.analysis();
}

void RegionMapDesk::update()
{
    m_show->setEnabled(m_finding.has_value());
    m_goToPeak->setEnabled(mayShow());
    const bool wanted = mayShow() && m_view.regionMapVisible.get();
    if (m_asked && (!wanted || m_asked != m_finding))
        stop();
    const auto known = wanted ? m_maps.find(*m_finding) : m_maps.end();
    m_view.regionMap.set(known != m_maps.end() ? known->second : nullptr);
    if (wanted && known == m_maps.end() && !m_asked && m_failed != m_finding)
        ask();
    if (m_box)
        m_box->setNote(note());
}

QString RegionMapDesk::note() const
{
    if (!m_finding || !m_view.regionMapVisible.get())
        return {};
    if (m_corrected)
        return tr("No map: the segmentation was corrected since it was analyzed. Save the "
                  "correction to see one.");
    if (m_asked)
        return tr("Asking the model where it looked…");
    if (m_failed == m_finding)
        return tr("The model could not say where it looked.");
    const auto known = m_maps.find(*m_finding);
    if (known == m_maps.end())
        return {};
    if (!known->second)
        return tr("No cell of the anatomy speaks for this finding.");
    return tr("Strongest cell: %1 % of the total. Method: %2.")
        .arg(QLocale().toString(100.0 * known->second->peakShare, 'f', 0),
             relevanceMethodName(known->second->method));
}

void RegionMapDesk::ask()
{
    m_asked = m_finding;
    m_scope = std::make_unique<QObject>();
    showBusy();
    m_model.relevance(
        m_scope.get(), m_session.series()->volume, m_session.analyzedLabels(), *m_finding,
        regionMapMethod,
        [this, key = *m_finding, title = m_title](Result<RegionRelevance> relevance) {
            finish(key, title, std::move(relevance));
        },
        [this](double fraction) {
            if (m_status && m_status->isShowing(tr("Where it looked…")))
                m_status->setProgress(fraction);
        });
}

void RegionMapDesk::stop()
{
    if (!m_asked)
        return;
    m_asked.reset();
    m_scope.reset();
    showIdle();
}

void RegionMapDesk::finish(const FindingKey& key, const QString& title,
                           Result<RegionRelevance> relevance)
{
    m_asked.reset();
    m_scope.release()->deleteLater(); // Its task is what calls.
    showIdle();
    if (relevance) {
        m_maps[key] = regionMapOf(*relevance, key.findingId, title.toStdString());
    } else {
        m_failed = key;
        if (relevance.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(relevance.error());
    }
    update();
    if (std::exchange(m_peakWanted, false))
        goToPeak(key);
}

void RegionMapDesk::wantPeak()
{
    m_view.regionMapVisible.set(true);
    if (m_finding && !goToPeak(*m_finding))
        m_peakWanted = m_asked.has_value();
}

bool RegionMapDesk::goToPeak(const FindingKey& key)
{
    const auto known = m_maps.find(key);
    if (m_corrected || known == m_maps.end() || !known->second || !m_session.series())
        return false;
    const ImageGeometry& grid = m_session.series()->volume->geometry();
    // A cell at the edge may have its middle outside the images.
    Vec3 index = grid.patientToIndex(known->second->centreMm(known->second->peak()));
    for (std::size_t a = 0; a < 3; ++a)
        index[a] = std::clamp(index[a], 0.0, grid.size[a] - 1.0);
    m_view.cursorMm.set(grid.indexToPatient(index));
    return true;
}

void RegionMapDesk::showBusy()
{
    // What else runs there goes first.
    if (m_status && !m_status->isBusy())
        m_status->showBusy(tr("Where it looked…"), false);
}

void RegionMapDesk::showIdle()
{
    if (m_status && m_status->isShowing(tr("Where it looked…")))
        m_status->showIdle();
}

} // namespace fovea
