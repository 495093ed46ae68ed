#pragma once

#include <QWidget>

namespace fovea {

class NoticeBar;
class StudySession;
class ViewGrid;
class ViewState;

/// The middle of the window: the views, and over them what a reader must know about the images.
class ReadingArea : public QWidget {
    Q_OBJECT

public:
    /// `state` and `session` must outlive the area.
    ReadingArea(ViewState& state, StudySession& session, QWidget* parent = nullptr);

    ViewGrid& views() const { return *m_views; }
    NoticeBar& notices() const { return *m_notices; }

private:
    void connectSession(StudySession& session);

    NoticeBar* m_notices;
    ViewGrid* m_views;
};

} // namespace fovea
