#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QAction;

namespace fovea {

class AnatomyCatalog;
class Archive;
class ComparePane;
class SeriesComparison;
class NoticeBar;
class StudySession;
class ViewGrid;
class ViewState;

/// The middle of the window: the views, beside them a compared series where there is one, and over
/// them what a reader must know about the images. A series of the archive that is dropped on a view
/// is compared, in that view's plane.
class ReadingArea : public QWidget {
    Q_OBJECT

public:
    /// Everything must outlive the area.
    ReadingArea(ViewState& state, StudySession& session, const Archive& archive,
                const AnatomyCatalog& catalog, QWidget* parent = nullptr);

    ViewGrid& views() const { return *m_views; }
    /// Says it in the bar until another study is opened.
    void tell(const QStringList& notices);
    SeriesComparison& comparison() const { return *m_comparison; }
    /// For the compared series' own menu.
    void addLinkActions(const QList<QAction*>& actions);

Q_SIGNALS:
    /// A series was dropped while none is open.
    void openRequested(qint64 seriesId);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectComparison();
    void showNotices();

    StudySession& m_session;
    SeriesComparison* m_comparison;
    NoticeBar* m_notices;
    ViewGrid* m_views;
    ComparePane* m_compared;
    QStringList m_told;   ///< Of the open study, beside what its series say.
    QString m_linkNotice; ///< What was said of another frame of reference.
};

} // namespace fovea
