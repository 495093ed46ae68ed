#pragma once

#include "model/domain/Measure.h"
#include "model/domain/Property.h"
#include "viewer/measure/MeasurePlane.h"
#include "viewer/slice/SliceTool.h"

#include <QObject>
#include <QPointF>
#include <QPointer>

#include <optional>
#include <vector>

namespace fovea {

class MeasureState;
class MeasureTextEdit;
class SliceWidget;
struct MeasureHit;

/// Draws, selects, moves and reshapes measures on the slices.
///
/// With MeasureState::tool set, a press begins a new measure: its points follow by dragging or by
/// clicks; a polygon ends with a double click, Enter or a click on its first point, and Backspace
/// takes its last one back. The tool stays until it is changed. Without one, a press on a measure
/// selects it and drags it, a press elsewhere deselects it and is left to the view; a double click
/// on one edits its text. Delete removes the selected one. Escape gives up the measure begun, then
/// ends the tool, then deselects.
class MeasureTool : public QObject, public SliceTool {
    Q_OBJECT

public:
    /// `state` must outlive the tool, the tool every ViewState whose sliceTool it is.
    explicit MeasureTool(MeasureState& state, QObject* parent = nullptr);
    ~MeasureTool() override;

    bool press(SliceWidget& widget, const QMouseEvent& event) override;
    bool move(SliceWidget& widget, const QMouseEvent& event) override;
    bool release(SliceWidget& widget, const QMouseEvent& event) override;
    bool key(SliceWidget& widget, const QKeyEvent& event) override;
    void paint(SliceWidget& widget, QPainter& painter) override;

    /// What Escape does; false: nothing.
    bool escape();
    /// Drops what is being drawn or dragged.
    void cancelDraft();

private:
    struct Drag {
        Measure before;
        std::optional<std::size_t> point; ///< Empty: all of it.
        Vec3 grabbedMm;
    };

    bool pressWhileDrawing(SliceWidget& widget, const QPointF& at, bool doubleClick);
    void begin(const MeasurePlane& plane, const Vec3& at);
    void grab(const MeasurePlane& plane, const MeasureHit& hit, const Vec3& at);
    void dragTo(const MeasurePlane& plane, const Vec3& at);
    void follow(const Vec3& at);
    void fix(SliceWidget& widget, const Vec3& at);
    void finish(SliceWidget& widget);
    bool finishPolygon(SliceWidget& widget);
    void takeLastPointBack();
    void askText(SliceWidget& widget, const Measure& measure, bool isNew);
    void showPointer(SliceWidget& widget, const QPointF& at);
    void repaint();

    MeasureState& m_state;
    std::vector<Connection> m_connections;
    std::vector<QPointer<SliceWidget>> m_widgets; ///< That have painted measures.
    std::optional<Drag> m_drag;
    std::vector<Vec3> m_fixed; ///< Of the draft being drawn; its corners for an ellipse.
    MeasurePlane m_drawnIn;
    QPointF m_pressedAt;
    bool m_pressed = false;
    QPointer<MeasureTextEdit> m_textEdit;
};

} // namespace fovea
