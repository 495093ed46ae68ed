#pragma once

#include "model/edit/BrushStroke.h"
#include "viewer/LabelPreview.h"
#include "viewer/slice/SliceTool.h"

#include <QObject>
#include <QPointF>
#include <QPointer>

#include <optional>

namespace fovea {

class SliceWidget;
class ViewState;

/// Paints and erases labels on slices with the left button. While a stroke runs only
/// ViewState::labelPreview changes; at its end strokeFinished() tells what is to become of the map,
/// and the preview stays until whoever applies it takes it away.
///
/// With Ctrl held at the press, painting erases and erasing paints. [ and ] and Shift+wheel change
/// the radius; Escape gives the stroke up, or else asks to end the tool. Shift+left drag and the
/// other buttons stay the view's.
class BrushTool : public QObject, public SliceTool {
    Q_OBJECT

public:
    /// `state` must outlive the tool, the tool every ViewState whose sliceTool it is.
    explicit BrushTool(ViewState& state, QObject* parent = nullptr);
    ~BrushTool() override;

    const BrushSettings& settings() const { return m_settings; }
    /// For the next stroke; one that runs goes on with its own.
    void setSettings(const BrushSettings& settings);
    /// False: presses do nothing (something else is changing the map).
    void setReady(bool ready) { m_ready = ready; }
    bool isStroking() const { return m_stroke.has_value(); }
    /// Ends a stroke without a change.
    void cancelStroke();

    bool press(SliceWidget& widget, const QMouseEvent& event) override;
    bool move(SliceWidget& widget, const QMouseEvent& event) override;
    bool release(SliceWidget& widget, const QMouseEvent& event) override;
    bool wheel(SliceWidget& widget, const QWheelEvent& event) override;
    bool key(SliceWidget& widget, const QKeyEvent& event) override;
    void paint(SliceWidget& widget, QPainter& painter) override;

Q_SIGNALS:
    /// Never empty.
    void strokeFinished(const fovea::LabelPatch& patch);
    /// It changed nothing, or was given up; the preview is that from before.
    void strokeDropped();
    void strokeRefused(const fovea::Error& error);
    /// Mouse or keys ask for another radius.
    void radiusRequested(double mm);
    void endRequested();

private:
    void showStroke();
    void askRadius(int steps);
    void pointAt(SliceWidget& widget, const QPointF& at);

    ViewState& m_state;
    BrushSettings m_settings;
    bool m_ready = true;
    std::optional<BrushStroke> m_stroke;
    LabelPreviewPtr m_before;      ///< Shown before the stroke began.
    QPointer<SliceWidget> m_under; ///< Where the pointer is.
    QPointF m_at;
    int m_wheelRest = 0;
};

} // namespace fovea
