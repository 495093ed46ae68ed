#include "app/views/ReadingArea.h"

#include "app/study/StudySession.h"
#include "app/text/notes.h"
#include "app/views/NoticeBar.h"
#include "app/views/ViewGrid.h"

#include <QVBoxLayout>

namespace fovea {

ReadingArea::ReadingArea(ViewState& state, StudySession& session, QWidget* parent)
    : QWidget(parent)
    , m_notices(new NoticeBar(this))
    , m_views(new ViewGrid(state, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_views, 1);
    connectSession(session);
}

void ReadingArea::connectSession(StudySession& session)
{
    connect(&session, &StudySession::opening, m_notices, &NoticeBar::clear);
    connect(&session, &StudySession::seriesShown, this, [this, &session] {
        QStringList notices;
        for (const SeriesNote& note : session.series()->notes) {
            if (concernsReading(note))
                notices << noteText(note);
        }
        m_notices->add(notices);
    });
}

} // namespace fovea
