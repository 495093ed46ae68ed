#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"
#include "viewer/slice/PictureTurn.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;

namespace fovea {

class SliceWidget;

/// The Slice menu: how slices are shown and what the mouse does in them. What belongs to one view
/// (flips and turns, thickness, cine) goes to the view that last had the keyboard, or else to the
/// first that is visible.
class SliceActions : public QObject {
    Q_OBJECT

public:
    /// `state` and `views`, the parent of all slice views, must outlive the actions.
    SliceActions(ViewState& state, QWidget& views, QObject* parent);

    void fill(QMenu& menu);
    /// Null: no slice is visible.
    SliceWidget* activeView() const;

private:
    QAction* command(QMenu& menu, const QString& objectName, const QString& text,
                     const QString& key, std::function<void()> run);
    /// A command that is checked while `isOn` says so.
    QAction* choice(QMenu& menu, const QString& objectName, const QString& text, const QString& key,
                    std::function<void()> run, std::function<bool()> isOn);
    void fillMouseMenu(QMenu& menu);
    void fillTurns(QMenu& menu);
    void fillSlabMenu(QMenu& menu);
    void fillCine(QMenu& menu);
    void turn(PictureTurn (PictureTurn::*how)() const);
    void changeSlab(const std::function<Slab(const Slab&)>& change);
    void focusMoved(QWidget* now);
    void sync();

    ViewState& m_state;
    QWidget& m_views;
    QPointer<SliceWidget> m_active;
    std::vector<std::pair<QAction*, std::function<bool()>>> m_choices;
    std::vector<Connection> m_connections;
};

} // namespace fovea
