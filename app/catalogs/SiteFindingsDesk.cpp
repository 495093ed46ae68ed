#include "app/catalogs/SiteFindingsDesk.h"

#include "app/ask/AskPanel.h"
#include "app/ask/NameRow.h"
#include "app/ask/SavedSearchBar.h"
#include "app/findings/FindingsDesk.h"
#include "app/text/names.h"
#include "app/work/siteAnatomies.h"

#include <algorithm>
#include <utility>

namespace fovea {

SiteFindingsDesk::SiteFindingsDesk(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_findings(parts.archive)
    , m_catalog(parts.archive, parts.model)
{
    connect(&parts.panel.searches(), &SavedSearchBar::findingRequested, this,
            &SiteFindingsDesk::saveQuestion);
    connect(&m_findings, &OwnFindings::changed, this, &SiteFindingsDesk::score);
    connect(&m_findings, &OwnFindings::failed, this, &SiteFindingsDesk::failed);
    connect(&m_catalog, &SiteCatalog::changed, this, [this] {
        std::map<std::string, std::string> names;
        for (const SiteFinding& finding : m_catalog.findings())
            names[finding.key.findingId] = finding.name;
        m_names.setFindings(names);
        score();
    });
    parts.archive.tasks().run<std::vector<SiteAnatomy>>(
        TaskRunner::Pool::Io, this,
        [folder = parts.archive.folder()](const Progress&) { return readSiteAnatomies(folder); },
        [this](const Result<std::vector<SiteAnatomy>>& anatomies) {
            std::map<std::string, std::string> names;
            if (anatomies) { // A file that cannot be read was told at the start.
                for (const SiteAnatomy& anatomy : *anatomies)
                    names[anatomy.id] = anatomy.name;
            }
            m_names.setAnatomies(names);
        });
    connect(&m_catalog, &SiteCatalog::failed, this, &SiteFindingsDesk::failed);
    connect(&parts.session, &StudySession::analysisShown, this, &SiteFindingsDesk::score);
    connect(&parts.session, &StudySession::opening, this, [this] { ++m_asked; });
}

void SiteFindingsDesk::saveQuestion()
{
    const auto& info = m_parts.model.info();
    if (!m_parts.panel.answered() || !info)
        return;
    if (!m_findings.isKnown()) {
        Q_EMIT told(tr("The file of own findings cannot be read: nothing can be added to it."));
        return;
    }
    const UnderstoodQuery& query = m_parts.panel.understood();
    std::vector<std::string> anatomies;
    for (const std::string& id : query.anatomyIds) {
        if (std::ranges::find(info->anatomyIds, id) != info->anatomyIds.end())
            anatomies.push_back(id);
    }
    if (anatomies.size() != 1) {
        Q_EMIT told(tr("A finding belongs to one anatomy: name one in the question."));
        return;
    }
    OwnFinding finding;
    finding.prompts = {anatomies.front(), query.prompts, query.contrary};
    const QString subject = QString::fromStdString(query.subject);
    m_parts.panel.nameRow().askName(
        query.negated ? tr("No %1").arg(subject) : subject, [this, finding](const QString& name) {
            const QString problem = m_findings.nameProblem(name, finding.prompts.anatomyId);
            if (problem.isEmpty()) {
                OwnFinding named = finding;
                named.name = name.toStdString();
                m_findings.add(std::move(named));
                Q_EMIT told(
                    tr("“%1” is a finding of %2 now: not calibrated, read by its percentile.")
                        .arg(name, anatomyName(finding.prompts.anatomyId)));
            }
            return problem;
        });
}

std::vector<OwnFinding> SiteFindingsDesk::askedHere() const
{
    std::vector<OwnFinding> asked = m_findings.list();
    for (const SiteFinding& finding : m_catalog.findings()) {
        if (finding.prompts && !isOwnFinding(finding.key.findingId))
            asked.push_back({finding.key.findingId, finding.name, *finding.prompts});
    }
    return asked;
}

void SiteFindingsDesk::score()
{
    m_scoring.cancel();
    const int number = ++m_asked;
    // Names, order and what is hidden at once; scores a moment later.
    m_parts.reading.setSite({m_catalog.findings(), {}});
    const auto& analysis = m_parts.session.analysis();
    const std::vector<OwnFinding> findings = askedHere();
    if (!analysis || findings.empty())
        return;
    m_scoring = m_parts.model.workOnRegions<OwnScores>(
        this, m_parts.archive.folder(),
        [findings, analysis = *analysis, studyId = m_parts.session.series()->study.id](
            RegionWork& at, const Progress& progress) -> Result<OwnScores> {
            if (at.engine.info().fingerprint != analysis.modelFingerprint)
                return makeError(ErrorCode::Cancelled); // Another model came meanwhile.
            return scoreOwnFindings(at.database, at.engine, at.searcher, findings,
                                    analysis.embeddings, studyId, progress);
        },
        [this, number](Result<OwnScores> scores) {
            if (number != m_asked)
                return;
            if (scores)
                m_parts.reading.setSite({m_catalog.findings(), std::move(*scores)});
            else if (scores.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(scores.error());
        });
}

} // namespace fovea
