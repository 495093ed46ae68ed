#include "viewer/measure/MeasureTool.h"

#include "viewer/measure/MeasureHit.h"
#include "viewer/measure/MeasurePainter.h"
#include "viewer/measure/MeasureState.h"
#include "viewer/measure/MeasureTextEdit.h"
#include "viewer/slice/SliceWidget.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

constexpr double clickReach = 3; ///< Logical pixels; less is no drag, and no measure.
constexpr double closeReach = 8; ///< Of a polygon's first point.

double distance(const QPointF& a, const QPointF& b)
{
    return QLineF(a, b).length();
}

/// Points to fix before the measure is there; 0: as many as one likes.
std::size_t pointsNeeded(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Length:
    case MeasureKind::Ellipse:
    case MeasureKind::Arrow:
        return 2;
    case MeasureKind::Angle:
        return 3;
    case MeasureKind::Polygon:
        return 0;
    case MeasureKind::Probe:
    case MeasureKind::Text:
        return 1;
    }
    return 0;
}

/// Angles and outlines stay in their own plane. A length may be pulled in any plane that it lies
/// in; from then on it is that plane's.
Vec3 onItsPlane(const Measure& measure, MeasurePlane plane, const Vec3& at)
{
    if (isPlanar(measure.kind))
        plane.normal = measure.normal;
    return plane.onPlaneThrough(measure.pointsMm.front(), at);
}

} // namespace

MeasureTool::MeasureTool(MeasureState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
{
    const auto paintAgain = [this](const auto&) { repaint(); };
    m_connections.push_back(m_state.measures.observe(paintAgain));
    m_connections.push_back(m_state.draft.observe([this](const std::optional<Measure>& draft) {
        if (!draft) { // Also by another study being opened.
            m_drag.reset();
            m_fixed.clear();
        }
        repaint();
    }));
    m_connections.push_back(m_state.selected.observe(paintAgain));
    m_connections.push_back(m_state.visible.observe(paintAgain));
    m_connections.push_back(m_state.tool.observe([this](const auto&) {
        cancelDraft();
        repaint();
    }));
}

MeasureTool::~MeasureTool()
{
    // Losing the focus later it would still tell this tool.
    delete m_textEdit;
}

bool MeasureTool::press(SliceWidget& widget, const QMouseEvent& event)
{
    // Every other button and modifier is the view's.
    if (event.button() != Qt::LeftButton || event.modifiers() != Qt::NoModifier ||
        !m_state.visible.get())
        return false;
    const bool doubleClick = event.type() == QEvent::MouseButtonDblClick;
    const QPointF at = event.position();
    m_pressedAt = at;
    if (m_textEdit)
        m_textEdit->take();
    if (!m_fixed.empty() && pressWhileDrawing(widget, at, doubleClick))
        return true;

    const bool drawing = m_state.tool.get().has_value();
    const MeasurePlane plane = MeasurePlane::of(widget);
    if (const auto hit = hitMeasure(widget, m_state, at, drawing)) {
        if (doubleClick && !drawing)
            askText(widget, *findMeasure(m_state.measures.get(), hit->uid), false);
        else
            grab(plane, *hit, plane.at(widget, at));
        return true;
    }
    if (!drawing) {
        m_state.selected.set({});
        return false;
    }
    m_pressed = true;
    begin(plane, plane.at(widget, at));
    fix(widget, plane.at(widget, at));
    return true;
}

/// False: what was being drawn is given up, the press begins anew.
bool MeasureTool::pressWhileDrawing(SliceWidget& widget, const QPointF& at, bool doubleClick)
{
    const MeasurePlane plane = MeasurePlane::of(widget);
    if (!plane.shows(*m_state.draft.get())) {
        cancelDraft();
        return false;
    }
    if (m_state.tool.get() == MeasureKind::Polygon) {
        const bool onFirst =
            m_fixed.size() > 2 && distance(widget.toWidget(m_fixed.front()), at) <= closeReach;
        if ((doubleClick || onFirst) && finishPolygon(widget))
            return true;
    }
    m_pressed = true;
    const Vec3 position = m_drawnIn.onPlaneThrough(m_fixed.front(), widget.toPatient(at));
    follow(position);
    fix(widget, position);
    return true;
}

void MeasureTool::begin(const MeasurePlane& plane, const Vec3& at)
{
    Measure draft;
    draft.uid = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    draft.kind = *m_state.tool.get();
    draft.normal = plane.normal;
    draft.frameOfReferenceUid = m_state.frameOfReferenceUid;
    draft.pointsMm = {at};
    m_drawnIn = plane;
    m_state.selected.set({});
    m_state.draft.set(draft);
}

void MeasureTool::follow(const Vec3& at)
{
    Measure draft = *m_state.draft.get();
    if (draft.kind == MeasureKind::Ellipse) {
        draft.pointsMm = ellipsePoints(m_fixed.front(), at, m_drawnIn.right, m_drawnIn.down);
    } else {
        draft.pointsMm = m_fixed;
        draft.pointsMm.push_back(at);
    }
    m_state.draft.set(std::move(draft));
}

void MeasureTool::fix(SliceWidget& widget, const Vec3& at)
{
    // A second click on the same spot, as in a double click, adds nothing.
    if (!m_fixed.empty() &&
        distance(widget.toWidget(m_fixed.back()), widget.toWidget(at)) < clickReach)
        return;
    m_fixed.push_back(at);
    const std::size_t needed = pointsNeeded(m_state.draft.get()->kind);
    if (needed != 0 && m_fixed.size() >= needed)
        finish(widget);
}

void MeasureTool::finish(SliceWidget& widget)
{
    const Measure measure = *m_state.draft.get();
    m_pressed = false;
    if (measure.kind == MeasureKind::Text || measure.kind == MeasureKind::Arrow) {
        m_fixed.clear();
        askText(widget, measure, true);
        return;
    }
    m_state.draft.set(std::nullopt);
    // An ellipse drawn along a line encloses nothing.
    if (measure.kind == MeasureKind::Ellipse) {
        const double shortest = std::min(norm(measure.pointsMm[1] - measure.pointsMm[0]),
                                         norm(measure.pointsMm[3] - measure.pointsMm[2]));
        if (shortest < clickReach * widget.mmPerPixel())
            return;
    }
    m_state.edit({std::nullopt, measure});
    m_state.selected.set(measure.uid);
}

bool MeasureTool::finishPolygon(SliceWidget& widget)
{
    if (m_fixed.size() < 3)
        return false;
    Measure draft = *m_state.draft.get();
    draft.pointsMm = m_fixed;
    m_state.draft.set(std::move(draft));
    finish(widget);
    return true;
}

void MeasureTool::takeLastPointBack()
{
    m_fixed.pop_back();
    if (m_fixed.empty()) {
        cancelDraft();
        return;
    }
    follow(m_state.draft.get()->pointsMm.back());
}

void MeasureTool::grab(const MeasurePlane& plane, const MeasureHit& hit, const Vec3& at)
{
    const Measure* measure = findMeasure(m_state.measures.get(), hit.uid);
    m_state.selected.set(hit.uid);
    m_drag = Drag{*measure, hit.point, onItsPlane(*measure, plane, at)};
}

void MeasureTool::dragTo(const MeasurePlane& plane, const Vec3& at)
{
    const Measure& before = m_drag->before;
    const Vec3 position = onItsPlane(before, plane, at);
    Measure after = m_drag->point ? withPointAt(before, *m_drag->point, position)
                                  : movedBy(before, position - m_drag->grabbedMm);
    if (!isPlanar(before.kind) && m_drag->point)
        after.normal = plane.normal;
    m_state.draft.set(std::move(after));
}

bool MeasureTool::move(SliceWidget& widget, const QMouseEvent& event)
{
    const QPointF at = event.position();
    if (m_drag) {
        const MeasurePlane plane = MeasurePlane::of(widget);
        if (m_state.draft.get() || distance(at, m_pressedAt) >= clickReach)
            dragTo(plane, plane.at(widget, at));
        return true;
    }
    if (!m_fixed.empty()) {
        if (MeasurePlane::of(widget).shows(*m_state.draft.get()))
            follow(m_drawnIn.onPlaneThrough(m_fixed.front(), widget.toPatient(at)));
        // The view's own drags, such as panning, go on meanwhile.
        return m_pressed;
    }
    if (event.buttons() == Qt::NoButton)
        showPointer(widget, at);
    return m_pressed;
}

bool MeasureTool::release(SliceWidget& widget, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    if (m_drag) {
        const MeasureChange change{m_drag->before, m_state.draft.get()};
        m_state.draft.set(std::nullopt);
        m_drag.reset();
        if (change.after && change.after != change.before)
            m_state.edit(change);
        return true;
    }
    if (!std::exchange(m_pressed, false))
        return false;
    if (!m_fixed.empty() && distance(event.position(), m_pressedAt) >= clickReach) {
        const Vec3 at =
            m_drawnIn.onPlaneThrough(m_fixed.front(), widget.toPatient(event.position()));
        follow(at);
        fix(widget, at);
    }
    return true;
}

bool MeasureTool::key(SliceWidget& widget, const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Escape:
        return escape();
    case Qt::Key_Delete:
        if (m_state.selected.get().empty())
            return false;
        m_state.removeSelected();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_state.tool.get() == MeasureKind::Polygon && finishPolygon(widget);
    case Qt::Key_Backspace:
        if (m_fixed.empty())
            return false;
        takeLastPointBack();
        return true;
    default:
        return false;
    }
}

bool MeasureTool::escape()
{
    if (m_state.draft.get())
        cancelDraft();
    else if (m_state.tool.get())
        m_state.tool.set(std::nullopt);
    else if (!m_state.selected.get().empty())
        m_state.selected.set({});
    else
        return false;
    return true;
}

void MeasureTool::cancelDraft()
{
    m_state.draft.set(std::nullopt);
    m_drag.reset();
    m_fixed.clear();
    m_pressed = false;
}

void MeasureTool::askText(SliceWidget& widget, const Measure& measure, bool isNew)
{
    const QPointF at = widget.toWidget(measure.pointsMm.back());
    const auto done = [this, measure, isNew](std::optional<QString> text) {
        // Another study may have been opened meanwhile.
        const auto& draft = m_state.draft.get();
        const bool there = isNew ? draft && draft->uid == measure.uid
                                 : findMeasure(m_state.measures.get(), measure.uid) != nullptr;
        if (!there)
            return;
        if (isNew)
            m_state.draft.set(std::nullopt);
        Measure after = measure;
        if (text)
            after.text = text->trimmed().toStdString();
        // An arrow speaks without words; a text does not.
        const bool nothing = after.kind == MeasureKind::Text && after.text.empty();
        if (isNew && !nothing)
            m_state.edit({std::nullopt, after});
        else if (!isNew && nothing && text)
            m_state.edit({measure, std::nullopt});
        else if (!isNew && after != measure)
            m_state.edit({measure, after});
        if (!nothing)
            m_state.selected.set(after.uid);
    };
    m_textEdit = new MeasureTextEdit(QString::fromStdString(measure.text), at, done, &widget);
}

void MeasureTool::showPointer(SliceWidget& widget, const QPointF& at)
{
    const bool drawing = m_state.tool.get().has_value();
    if (hitMeasure(widget, m_state, at, drawing))
        widget.setCursor(Qt::SizeAllCursor);
    else if (drawing && m_state.visible.get())
        widget.setCursor(Qt::CrossCursor);
    else if (widget.cursor().shape() == Qt::SizeAllCursor ||
             widget.cursor().shape() == Qt::CrossCursor)
        widget.unsetCursor();
}

void MeasureTool::paint(SliceWidget& widget, QPainter& painter)
{
    if (std::ranges::find(m_widgets, &widget, &QPointer<SliceWidget>::data) == m_widgets.end()) {
        std::erase_if(m_widgets, [](const auto& known) { return known.isNull(); });
        m_widgets.push_back(&widget);
    }
    MeasurePainter(MeasureCanvas::of(widget), m_state, painter).drawAll();
}

void MeasureTool::repaint()
{
    for (const QPointer<SliceWidget>& widget : m_widgets) {
        if (widget)
            widget->update();
    }
}

} // namespace fovea
