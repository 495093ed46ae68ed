#include "app/compare/CompareActions.h"

#include "app/compare/SeriesComparison.h"
#include "app/studies/StudyPanel.h"
#include "app/study/StudySession.h"

#include <QAction>
#include <QMenu>

namespace fovea {

CompareActions::CompareActions(SeriesComparison& comparison, StudyPanel& studies,
                               StudySession& session, QObject* parent)
    : QObject(parent)
    , m_comparison(comparison)
    , m_studies(studies)
    , m_session(session)
{
}

void CompareActions::fill(QMenu& menu)
{
    menu.addSeparator();
    QAction* compare = menu.addAction(tr("Co&mpare with the selected series"));
    compare->setObjectName(QStringLiteral("compareSelected"));
    compare->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+C")));
    connect(compare, &QAction::triggered, this,
            [this] { m_comparison.open(m_studies.selectedSeries()); });
    const auto enable = [this, compare] {
        const qint64 selected = m_studies.selectedSeries();
        compare->setEnabled(m_session.series() && selected > 0 &&
                            selected != m_session.series()->series.id);
    };
    connect(&m_studies, &StudyPanel::selectionChanged, compare, enable);
    connect(&m_session, &StudySession::opening, compare, enable);
    connect(&m_session, &StudySession::seriesShown, compare, enable);
    enable();
    m_studies.addSeriesAction(compare);

    QAction* end = menu.addAction(tr("&End the comparison"));
    end->setObjectName(QStringLiteral("endComparison"));
    end->setEnabled(false);
    connect(end, &QAction::triggered, &m_comparison, &SeriesComparison::close);
    connect(&m_comparison, &SeriesComparison::opened, end, [end] { end->setEnabled(true); });
    connect(&m_comparison, &SeriesComparison::closed, end, [end] { end->setEnabled(false); });
}

} // namespace fovea
