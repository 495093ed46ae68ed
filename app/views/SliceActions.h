#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"
#include "viewer/slice/PictureTurn.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;

namespace fovea {

class ActiveSlice;

/// The Slice menu: how slices are shown and what the mouse does in them. What belongs to one view
/// (flips and turns, thickness, cine) goes to the active one.
class SliceActions : public QObject {
    Q_OBJECT

public:
    /// `state`, that of the open series, and `active` must outlive the actions.
    SliceActions(ViewState& state, ActiveSlice& active, QObject* parent);

    void fill(QMenu& menu);

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
    void sync();

    ViewState& m_state;
    ActiveSlice& m_active;
    std::vector<std::pair<QAction*, std::function<bool()>>> m_choices;
    std::vector<Connection> m_connections;
};

} // namespace fovea
