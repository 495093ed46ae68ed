#pragma once

#include "viewer/ViewState.h"

#include <QObject>

class QMenu;
class QToolBar;
class QWidget;

namespace fovea {

class KeyImages;
class StudySession;
class ViewGrid;

/// The commands of key images, and the stars in the titles of the panes.
class KeyImageActions : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the actions.
    KeyImageActions(KeyImages& images, ViewGrid& views, ViewState& state, StudySession& session,
                    QObject* parent);

    /// Space walks through the key images only while the focus is inside `area`: elsewhere it
    /// checks boxes and presses buttons.
    void fill(QMenu& menu, QToolBar& toolBar, QWidget& area);

private:
    void showStars();

    KeyImages& m_images;
    ViewGrid& m_views;
    ViewState& m_state;
    StudySession& m_session;
    Connection m_cursor;
    Connection m_planes;
};

} // namespace fovea
