#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"
#include "viewer/volume/ViewDirection.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;

namespace fovea {

class MeasureState;
class ViewGrid;

/// The 3D menu: what the 3D view shows, from where, and how much of the patient. Reads and writes
/// the ViewState, so that menu, keys and panel always agree. What the open study has nothing for is
/// disabled, and its tool tip says why.
class VolumeActions : public QObject {
    Q_OBJECT

public:
    /// All must outlive the actions.
    VolumeActions(ViewState& state, ViewGrid& views, MeasureState& measures, QObject* parent);

    /// Hides the menu where there is no 3D view.
    void fill(QMenu& menu);

private:
    enum class Needs { Volume, Labels, Abnormal };
    QAction* command(QMenu& menu, const QString& objectName, const QString& text,
                     const QString& key, Needs needs, std::function<void()> run);
    /// A command that is checked while `isOn` says so.
    QAction* choice(QMenu& menu, const QString& objectName, const QString& text, const QString& key,
                    Needs needs, std::function<void()> run, std::function<bool()> isOn);
    void fillLooks(QMenu& menu);
    void fillDirections(QMenu& menu);
    void fillCamera(QMenu& menu);
    void fillCrop(QMenu& menu);
    void cutAlong(std::optional<SliceOrientation> plane);
    void cropToAnatomyAtCursor();
    QString missing(Needs needs) const;
    void refresh();

    ViewState& m_state;
    ViewGrid& m_views;
    MeasureState& m_measures;
    std::vector<std::pair<QAction*, Needs>> m_commands;
    std::vector<std::pair<QAction*, std::function<bool()>>> m_choices;
    std::vector<Connection> m_connections;
};

} // namespace fovea
