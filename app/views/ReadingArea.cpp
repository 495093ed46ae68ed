#include "app/views/ReadingArea.h"

#include "app/compare/ComparePane.h"
#include "app/compare/SeriesComparison.h"
#include "app/compare/compareTexts.h"
#include "app/studies/seriesMime.h"
#include "app/study/StudySession.h"
#include "app/text/notes.h"
#include "app/views/NoticeBar.h"
#include "app/views/ViewGrid.h"
#include "app/views/ViewPane.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QVBoxLayout>

namespace fovea {

ReadingArea::ReadingArea(ViewState& state, StudySession& session, const Archive& archive,
                         const AnatomyCatalog& catalog, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_comparison(new SeriesComparison(state, session, archive, catalog, this))
    , m_notices(new NoticeBar(this))
    , m_views(new ViewGrid(state, this))
    , m_compared(new ComparePane(*m_comparison, this))
{
    auto* beside = new QHBoxLayout;
    beside->setSpacing(2);
    beside->addWidget(m_views, 1);
    beside->addWidget(m_compared, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addLayout(beside, 1);
    setAcceptDrops(true);
    connect(&session, &StudySession::opening, this, [this] {
        m_told.clear();
        m_notices->clear();
    });
    connect(&session, &StudySession::seriesShown, this, &ReadingArea::showNotices);
    connectComparison();
}

void ReadingArea::connectComparison()
{
    connect(m_comparison, &SeriesComparison::opened, this, [this] {
        // Two pictures of one plane and one size; the layout comes back afterwards.
        m_views->maximize(int(viewOf(m_views->activeSlice())));
        showNotices();
    });
    connect(m_comparison, &SeriesComparison::closed, this, [this] {
        m_views->maximize(-1);
        showNotices();
    });
    connect(m_comparison, &SeriesComparison::linkChanged, this, [this] {
        // A bar that the reader closed comes back only with something new to say.
        if (m_comparison->isOtherFrameOfReference() &&
            otherFrameText(m_comparison->link()) != m_linkNotice)
            showNotices();
    });
    connect(m_comparison, &SeriesComparison::anatomyMissing, this, [this] {
        m_notices->add({tr("No structure lies whole in both segmentations. Link two slices that "
                           "belong together by hand.")});
    });
    const auto follow = [this] {
        m_compared->showPlane(m_views->activeSlice());
        m_comparison->setPlane(m_views->activeSlice());
    };
    connect(m_views, &ViewGrid::activeChanged, this, follow);
    connect(m_compared, &ComparePane::hovered, m_views, &ViewGrid::hovered);
    connect(m_compared, &ComparePane::hoverLeft, m_views, &ViewGrid::hoverLeft);
    follow();
}

void ReadingArea::addLinkActions(const QList<QAction*>& actions)
{
    m_compared->addLinkActions(actions);
}

void ReadingArea::dragEnterEvent(QDragEnterEvent* event)
{
    const qint64 seriesId = seriesIn(*event->mimeData());
    const bool isOpen = m_session.series() && m_session.series()->series.id == seriesId;
    if (seriesId > 0 && !isOpen)
        event->acceptProposedAction();
    else
        event->ignore(); // Files are the window's.
}

void ReadingArea::dropEvent(QDropEvent* event)
{
    const qint64 seriesId = seriesIn(*event->mimeData());
    if (seriesId <= 0) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    if (!m_session.series()) {
        Q_EMIT openRequested(seriesId);
        return;
    }
    for (const SliceOrientation orientation : sliceOrientations) {
        const ViewPane& pane = m_views->pane(orientation);
        const QPoint at = pane.mapFrom(this, event->position().toPoint());
        if (pane.isVisible() && pane.rect().contains(at))
            m_views->reveal(orientation); // The plane to compare in.
    }
    m_comparison->open(seriesId);
}

void ReadingArea::showNotices()
{
    m_notices->clear();
    QStringList notices;
    if (m_comparison->isOtherPatient())
        notices << tr("The compared series is of ANOTHER PATIENT.");
    if (m_comparison->isOtherFrameOfReference())
        notices << (m_linkNotice = otherFrameText(m_comparison->link()));
    if (m_session.series()) {
        for (const SeriesNote& note : m_session.series()->notes) {
            if (concernsReading(note))
                notices << noteText(note);
        }
    }
    if (m_comparison->series()) {
        for (const SeriesNote& note : m_comparison->series()->notes) {
            if (concernsReading(note))
                notices << tr("Compared series: %1").arg(noteText(note));
        }
    }
    m_notices->add(notices + m_told);
}

void ReadingArea::tell(const QStringList& notices)
{
    // Where what a series says is shown once it is read, this stays.
    for (const QString& notice : notices) {
        if (!m_told.contains(notice))
            m_told << notice;
    }
    m_notices->add(notices);
}

} // namespace fovea
