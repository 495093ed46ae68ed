#include "app/compare/CompareActions.h"

#include "app/compare/PriorFinder.h"
#include "app/compare/SeriesComparison.h"
#include "app/studies/StudyPanel.h"
#include "app/study/StudySession.h"
#include "app/views/NoticeBar.h"
#include "app/views/ReadingArea.h"

#include <QAction>
#include <QMenu>

namespace fovea {

CompareActions::CompareActions(ReadingArea& area, StudyPanel& studies, StudySession& session,
                               const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_area(area)
    , m_comparison(area.comparison())
    , m_studies(studies)
    , m_session(session)
    , m_finder(new PriorFinder(m_comparison, session, archive, this))
{
    connect(m_finder, &PriorFinder::found, this, &CompareActions::done);
    connect(m_finder, &PriorFinder::failed, this, &CompareActions::failed);
    connect(m_finder, &PriorFinder::none, this, [this](const QString& why) { m_area.tell({why}); });
}

QAction* CompareActions::add(QMenu& menu, const QString& objectName, const QString& text,
                             const QString& key)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(key));
    return action;
}

void CompareActions::fill(QMenu& menu)
{
    menu.addSeparator();
    fillStarting(menu);
    fillLinking(menu);
    connect(&m_studies, &StudyPanel::selectionChanged, this, &CompareActions::enable);
    connect(&m_session, &StudySession::opening, this, &CompareActions::enable);
    connect(&m_session, &StudySession::seriesShown, this, &CompareActions::enable);
    connect(&m_session, &StudySession::labelsShown, this, &CompareActions::enable);
    connect(&m_comparison, &SeriesComparison::opened, this, &CompareActions::enable);
    connect(&m_comparison, &SeriesComparison::closed, this, &CompareActions::enable);
    enable();
}

void CompareActions::comparePrior()
{
    m_finder->compare();
}

void CompareActions::fillStarting(QMenu& menu)
{
    m_prior = add(menu, QStringLiteral("comparePrior"), tr("Compare with &prior"),
                  QStringLiteral("Shift+P"));
    connect(m_prior, &QAction::triggered, this, &CompareActions::comparePrior);
    m_selected = add(menu, QStringLiteral("compareSelected"),
                     tr("Co&mpare with the selected series"), QStringLiteral("Ctrl+Shift+C"));
    connect(m_selected, &QAction::triggered, this,
            [this] { m_comparison.open(m_studies.selectedSeries()); });
    m_studies.addSeriesAction(m_selected);
    QAction* end = add(menu, QStringLiteral("endComparison"), tr("&End the comparison"), {});
    connect(end, &QAction::triggered, &m_comparison, &SeriesComparison::close);
    m_whileComparing.push_back(end);
}

void CompareActions::fillLinking(QMenu& menu)
{
    QAction* linked = add(menu, QStringLiteral("compareLinked"), tr("Scroll the two toge&ther"),
                          QStringLiteral("Shift+L"));
    linked->setCheckable(true);
    connect(linked, &QAction::triggered, &m_comparison, &SeriesComparison::setLinked);
    const auto show = [this, linked] {
        linked->setChecked(m_comparison.series() && m_comparison.isLinked());
    };
    connect(&m_comparison, &SeriesComparison::linkChanged, linked, show);
    connect(&m_comparison, &SeriesComparison::closed, linked, show);
    QAction* here = add(menu, QStringLiteral("linkHere"), tr("Lin&k the slices shown now"), {});
    connect(here, &QAction::triggered, &m_comparison, &SeriesComparison::linkHere);
    m_anatomy = add(menu, QStringLiteral("linkAnatomy"), tr("Link by anat&omy"), {});
    connect(m_anatomy, &QAction::triggered, &m_comparison, &SeriesComparison::matchAnatomy);
    QAction* positions =
        add(menu, QStringLiteral("linkPositions"), tr("Link equal posit&ions (no offset)"), {});
    connect(positions, &QAction::triggered, &m_comparison, &SeriesComparison::clearOffset);
    m_whileComparing.insert(m_whileComparing.end(), {linked, here, positions});
    m_area.addLinkActions({here, m_anatomy, positions});
}

void CompareActions::enable()
{
    const bool open = m_session.series().has_value();
    const qint64 selected = m_studies.selectedSeries();
    m_prior->setEnabled(open);
    m_selected->setEnabled(open && selected > 0 && selected != m_session.series()->series.id);
    for (QAction* action : m_whileComparing)
        action->setEnabled(m_comparison.series().has_value());
    m_anatomy->setEnabled(m_comparison.canMatchAnatomy());
}

} // namespace fovea
