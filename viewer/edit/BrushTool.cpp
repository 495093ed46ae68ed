#include "viewer/edit/BrushTool.h"

#include "viewer/ViewState.h"
#include "viewer/slice/SliceWidget.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double smallestRadiusMm = 0.5;

/// Unit normal of what the widget shows, whatever way it is turned.
Vec3 normalOf(const SliceWidget& widget)
{
    const Vec3 origin = widget.toPatient({0, 0});
    const Vec3 across =
        cross(widget.toPatient({100, 0}) - origin, widget.toPatient({0, 100}) - origin);
    return across * (1 / std::max(norm(across), 1e-12));
}

BrushSettings::Action opposite(BrushSettings::Action action)
{
    return action == BrushSettings::Action::Paint ? BrushSettings::Action::Erase
                                                  : BrushSettings::Action::Paint;
}

} // namespace

BrushTool::BrushTool(ViewState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
{
}

BrushTool::~BrushTool() = default;

void BrushTool::setSettings(const BrushSettings& settings)
{
    m_settings = settings;
    if (m_under)
        m_under->update(); // The circle.
}

void BrushTool::cancelStroke()
{
    if (!m_stroke)
        return;
    m_stroke.reset();
    m_state.labelPreview.set(std::exchange(m_before, nullptr));
    Q_EMIT strokeDropped();
}

bool BrushTool::press(SliceWidget& widget, const QMouseEvent& event)
{
    if (m_stroke)
        return true; // A second button changes nothing.
    if (event.button() != Qt::LeftButton || event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    if (!m_ready || !m_state.labels.get() || !m_state.volume.get())
        return true;
    BrushSettings settings = m_settings;
    if (event.modifiers().testFlag(Qt::ControlModifier))
        settings.action = opposite(settings.action);
    m_before = m_state.labelPreview.get();
    const auto pending = m_before ? std::shared_ptr<const LabelBlock>(m_before, &m_before->block)
                                  : std::shared_ptr<const LabelBlock>();
    auto stroke = BrushStroke::begin(m_state.labels.get(), m_state.volume.get(), settings,
                                     normalOf(widget), pending);
    if (!stroke) {
        m_before.reset();
        Q_EMIT strokeRefused(stroke.error());
        return true;
    }
    m_stroke.emplace(std::move(*stroke));
    pointAt(widget, event.position());
    if (m_stroke->moveTo(widget.toPatient(event.position())))
        showStroke();
    return true;
}

bool BrushTool::move(SliceWidget& widget, const QMouseEvent& event)
{
    pointAt(widget, event.position());
    if (!m_stroke)
        return false;
    if (m_stroke->moveTo(widget.toPatient(event.position())))
        showStroke();
    return true;
}

bool BrushTool::release(SliceWidget&, const QMouseEvent& event)
{
    if (!m_stroke || event.button() != Qt::LeftButton)
        return m_stroke.has_value();
    const LabelPatch patch = m_stroke->patch();
    if (patch.empty()) {
        cancelStroke();
        return true;
    }
    m_stroke.reset();
    m_before.reset();
    Q_EMIT strokeFinished(patch);
    return true;
}

bool BrushTool::wheel(SliceWidget& widget, const QWheelEvent& event)
{
    if (!event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    pointAt(widget, event.position());
    constexpr int notch = 120;
    m_wheelRest += event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    const int notches = m_wheelRest / notch;
    m_wheelRest -= notches * notch;
    askRadius(notches);
    return true;
}

bool BrushTool::key(SliceWidget&, const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_BracketLeft:
        askRadius(-1);
        return true;
    case Qt::Key_BracketRight:
        askRadius(1);
        return true;
    case Qt::Key_Escape:
        if (m_stroke)
            cancelStroke();
        else
            Q_EMIT endRequested();
        return true;
    default:
        return false;
    }
}

void BrushTool::paint(SliceWidget& widget, QPainter& painter)
{
    if (&widget != m_under || !widget.underMouse())
        return;
    const double radius = m_settings.radiusMm / widget.mmPerPixel();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // Dark under bright, so that it is seen on air and on bone.
    painter.setPen(QPen(QColor(0, 0, 0, 160), 3));
    painter.drawEllipse(m_at, radius, radius);
    const bool paints = m_settings.action == BrushSettings::Action::Paint;
    const Rgb& colour = m_settings.target.structure.colour;
    QPen pen(paints ? QColor(colour[0], colour[1], colour[2]) : QColor(255, 255, 255), 1.5);
    if (!paints)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawEllipse(m_at, radius, radius);
    painter.restore();
}

void BrushTool::showStroke()
{
    auto preview = std::make_shared<LabelPreview>();
    preview->block = m_stroke->block();
    if (m_before)
        preview->structures = m_before->structures;
    preview->structures.push_back(m_settings.target.structure);
    m_state.labelPreview.set(std::move(preview));
}

void BrushTool::askRadius(int steps)
{
    if (steps == 0)
        return;
    // Fine where it is small: a tenth more or less, half a millimetre at least.
    const double change = std::max(0.5, std::round(m_settings.radiusMm / 5) / 2);
    Q_EMIT radiusRequested(std::clamp(std::round((m_settings.radiusMm + steps * change) * 2) / 2,
                                      smallestRadiusMm, maxBrushRadiusMm));
}

void BrushTool::pointAt(SliceWidget& widget, const QPointF& at)
{
    if (m_under && m_under != &widget)
        m_under->update();
    m_under = &widget;
    m_at = at;
    widget.update();
}

} // namespace fovea
