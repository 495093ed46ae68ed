#include "viewer/measure/MeasurePainter.h"

#include "viewer/measure/MeasureState.h"
#include "viewer/measure/measureTexts.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fovea {

namespace {

// None of the planes' colours, and far from the grey of the images.
const QColor settledColour(96, 208, 232);
const QColor selectedColour(255, 220, 120);
constexpr double handleSize = 7;

} // namespace

MeasurePainter::MeasurePainter(MeasureCanvas canvas, const MeasureState& state, QPainter& painter)
    : m_canvas(std::move(canvas))
    , m_state(state)
    , m_painter(painter)
{
}

void MeasurePainter::drawAll()
{
    if (!m_state.visible.get())
        return;
    const MeasurePlane& plane = m_canvas.plane;
    const auto& draft = m_state.draft.get();
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const Measure& measure : m_state.measures.get()) {
        if (draft && draft->uid == measure.uid)
            continue;
        if (plane.shows(measure))
            draw(measure, Stage::Settled);
        else if (const auto at = plane.crossing(measure))
            drawCrossing(measure, *at);
    }
    if (draft && plane.shows(*draft))
        draw(*draft, Stage::Drawing);
    m_painter.restore();
}

void MeasurePainter::draw(const Measure& measure, Stage stage)
{
    m_selected = stage == Stage::Drawing || m_state.selected.get() == measure.uid;
    drawShape(measure, stage);
    if (m_selected)
        drawHandles(m_canvas.onPicture(measure.pointsMm));
    drawWords(measure, stage);
}

void MeasurePainter::drawCrossing(const Measure& measure, const Vec3& at)
{
    constexpr double radius = 4;
    const QPointF middle = m_canvas.toPicture(at);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(QColor(0, 0, 0, 170), 3.5));
    m_painter.drawEllipse(middle, radius, radius);
    m_painter.setPen(
        QPen(m_state.selected.get() == measure.uid ? selectedColour : settledColour, 1.5));
    m_painter.drawEllipse(middle, radius, radius);
}

void MeasurePainter::drawShape(const Measure& measure, Stage stage)
{
    const std::vector<QPointF> points = m_canvas.onPicture(measure.pointsMm);
    switch (measure.kind) {
    case MeasureKind::Length:
        stroke(points, false);
        break;
    case MeasureKind::Angle:
        stroke(points, false);
        if (points.size() == 3)
            drawAngleArc(points);
        break;
    case MeasureKind::Ellipse:
        if (isWhole(measure))
            stroke(m_canvas.outline(measure), true);
        break;
    case MeasureKind::Polygon:
        // Closed as soon as there is something inside: one sees what will be counted.
        stroke(points, stage == Stage::Settled || points.size() > 2);
        break;
    case MeasureKind::Probe: {
        const QPointF& at = points.front();
        stroke({at - QPointF(6, 0), at - QPointF(2, 0)}, false);
        stroke({at + QPointF(2, 0), at + QPointF(6, 0)}, false);
        stroke({at - QPointF(0, 6), at - QPointF(0, 2)}, false);
        stroke({at + QPointF(0, 2), at + QPointF(0, 6)}, false);
        break;
    }
    case MeasureKind::Arrow:
        if (points.size() == 2)
            drawArrow(points[0], points[1]);
        break;
    case MeasureKind::Text:
        break;
    }
}

void MeasurePainter::stroke(const std::vector<QPointF>& points, bool closed)
{
    QPolygonF line(QList<QPointF>(points.begin(), points.end()));
    if (closed && !line.isEmpty())
        line << line.front();
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(QColor(0, 0, 0, 170), 3.5));
    m_painter.drawPolyline(line);
    m_painter.setPen(QPen(m_selected ? selectedColour : settledColour, 1.5));
    m_painter.drawPolyline(line);
}

void MeasurePainter::drawArrow(const QPointF& tip, const QPointF& tail)
{
    stroke({tail, tip}, false);
    QLineF shaft(tip, tail);
    if (shaft.length() < 1)
        return;
    shaft.setLength(11);
    QLineF left = shaft;
    QLineF right = shaft;
    left.setAngle(shaft.angle() + 25);
    right.setAngle(shaft.angle() - 25);
    stroke({left.p2(), tip, right.p2()}, false);
}

void MeasurePainter::drawAngleArc(const std::vector<QPointF>& points)
{
    const QLineF a(points[1], points[0]);
    const QLineF b(points[1], points[2]);
    const double radius = std::min({18.0, a.length() / 2, b.length() / 2});
    double sweep = a.angleTo(b);
    if (sweep > 180)
        sweep -= 360;
    std::vector<QPointF> arc;
    constexpr int steps = 24;
    for (int n = 0; n <= steps; ++n)
        arc.push_back(
            QLineF::fromPolar(radius, a.angle() + sweep * n / steps).translated(points[1]).p2());
    stroke(arc, false);
}

void MeasurePainter::drawHandles(const std::vector<QPointF>& points)
{
    m_painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    m_painter.setBrush(selectedColour);
    for (const QPointF& point : points)
        m_painter.drawRect(
            QRectF(point.x() - handleSize / 2, point.y() - handleSize / 2, handleSize, handleSize));
}

void MeasurePainter::drawWords(const Measure& measure, Stage stage)
{
    QStringList lines;
    if (!measure.text.empty())
        lines << QString::fromStdString(measure.text);
    if (isWhole(measure))
        lines << measureValueLines(measure.kind, m_state.values(measure, m_canvas.volume));
    else if (stage == Stage::Settled)
        return;
    if (lines.isEmpty())
        return;
    const QRectF box = placeWords(measure, lines.join(QLatin1Char('\n')));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(QColor(0, 0, 0, 150));
    m_painter.drawRoundedRect(box.adjusted(-3, -1, 3, 1), 3, 3);
    m_painter.setPen(m_selected ? selectedColour : settledColour);
    m_painter.drawText(box, Qt::AlignLeft | Qt::AlignTop, lines.join(QLatin1Char('\n')));
}

QRectF MeasurePainter::placeWords(const Measure& measure, const QString& words) const
{
    constexpr double gap = 10;
    const std::vector<QPointF> points = m_canvas.onPicture(measure.pointsMm);
    const QFontMetricsF metrics(m_painter.font());
    QRectF box = metrics.boundingRect(QRectF(0, 0, 600, 400), Qt::AlignLeft | Qt::AlignTop, words);
    const QPointF lift(0, metrics.lineSpacing() / 2);
    if (measure.kind == MeasureKind::Text) {
        box.moveTopLeft(points.front() - lift);
        return box;
    }
    const auto [leftmost, rightmost] = std::ranges::minmax(points, {}, &QPointF::x);
    const QPointF anchor = measure.kind == MeasureKind::Arrow ? points.back() : rightmost;
    box.moveTopLeft(anchor + QPointF(gap, 0) - lift);
    // Beside what was measured and inside the view, as long as the anchor itself is.
    const QRectF& area = m_canvas.area;
    if (!area.contains(anchor))
        return box;
    if (box.right() > area.right())
        box.moveRight(leftmost.x() - gap);
    if (box.left() < area.left()) {
        box.moveLeft(area.left());
        box.moveTop(std::ranges::max(points, {}, &QPointF::y).y() + gap);
    }
    box.moveTop(
        std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
    return box;
}

} // namespace fovea
