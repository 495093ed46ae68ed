#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"

#include <QObject>

#include <vector>

class QAction;
class QActionGroup;
class QMenu;
class QToolBar;

namespace fovea {

class ActiveSlice;
class ViewGrid;

/// The View menu and tool bar: everything that only changes how the open study is shown. Each
/// action reads and writes the ViewState, so that menu, keys, mouse and panels always agree.
class ViewActions : public QObject {
    Q_OBJECT

public:
    /// `state`, that of the open series, and the others must outlive the actions. Window levels go
    /// to the series of the active slice.
    ViewActions(ViewState& state, ViewGrid& views, ActiveSlice& active, QObject* parent);

    /// Object name of the menu of windows, for those that know more of them.
    static constexpr QLatin1StringView WindowMenu{"windowMenu"};
    /// And of the menu of 3D, which others fill.
    static constexpr QLatin1StringView VolumeMenu{"volumeMenu"};

    void fill(QMenu& menu, QToolBar& toolBar);

private:
    QAction* check(const QString& objectName, const QString& text, const QString& key,
                   Property<bool>& property);
    QAction* command(const QString& objectName, const QString& text, const QString& key,
                     std::function<void()> run);
    void fillWindowMenu(QMenu& menu);
    void fillOverlayMenu(QMenu& menu);

    ViewState& m_state;
    ViewGrid& m_views;
    ActiveSlice& m_active;
    std::vector<Connection> m_connections;
};

} // namespace fovea
