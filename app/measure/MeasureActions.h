#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"
#include "viewer/measure/MeasureState.h"

#include <QObject>

#include <vector>

class QAction;
class QMenu;
class QToolBar;

namespace fovea {

class MeasureTool;

/// The Measure menu: what the next press on a slice begins, and what is done with what was drawn.
/// Reads and writes the MeasureState, so that menu, keys and mouse always agree.
class MeasureActions : public QObject {
    Q_OBJECT

public:
    /// All must outlive the actions.
    MeasureActions(ViewState& view, MeasureState& state, MeasureTool& tool, QObject* parent);

    /// The menu also becomes a button of the tool bar.
    void fill(QMenu& menu, QToolBar& toolBar);

Q_SIGNALS:
    void copyRequested();

private:
    void addTool(QMenu& menu, const QString& objectName, const QString& text, const QString& key,
                 std::optional<MeasureKind> kind);
    QAction* addCommand(QMenu& menu, const QString& objectName, const QString& text,
                        const QString& key);
    void refresh();

    ViewState& m_view;
    MeasureState& m_state;
    MeasureTool& m_tool;
    std::vector<std::pair<QAction*, std::optional<MeasureKind>>> m_tools;
    QAction* m_remove = nullptr;
    QAction* m_end = nullptr;
    QAction* m_copy = nullptr;
    std::vector<Connection> m_connections;
};

} // namespace fovea
