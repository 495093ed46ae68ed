#include "viewer/slice/SliceOverlay.h"

#include "viewer/planeColour.h"
#include "viewer/slice/PictureTexts.h"
#include "viewer/slice/RegionMapLegend.h"
#include "viewer/slice/SliceSlider.h"
#include "viewer/slice/SliceWidget.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStaticText>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double margin = 8;
const QColor ink(226, 230, 234);

struct Overlay {
    Q_DECLARE_TR_FUNCTIONS(fovea::SliceOverlay)
};

} // namespace

QColor planeColour(SliceOrientation orientation)
{
    const Rgb colour = planeRgb(orientation);
    return {colour[0], colour[1], colour[2]};
}

SliceOverlay::SliceOverlay(const SliceWidget& widget, QPainter& painter)
    : m_widget(widget)
    , m_painter(painter)
{
}

QRectF SliceOverlay::textArea() const
{
    return QRectF(m_widget.rect())
        .adjusted(margin, margin, -margin - SliceSlider::thickness, -margin);
}

void SliceOverlay::text(const QRectF& area, const QString& string)
{
    // A dark edge keeps the text legible over bone: it is drawn four times and laid out once.
    QStaticText laidOut(string);
    laidOut.setTextFormat(Qt::PlainText);
    laidOut.prepare(QTransform(), m_painter.font());
    const QPointF at(area.left(), area.center().y() - laidOut.size().height() / 2);
    m_painter.setPen(QColor(0, 0, 0, 200));
    for (const QPointF& offset : {QPointF(1, 1), QPointF(-1, 0), QPointF(0, -1)})
        m_painter.drawStaticText(at + offset, laidOut);
    m_painter.setPen(ink);
    m_painter.drawStaticText(at, laidOut);
}

void SliceOverlay::drawCrosshair(std::optional<QPointF> hover)
{
    const PlaneLines lines = m_widget.lines();
    const bool draggable = m_widget.state().mouseMode.get() == MouseMode::Crosshair;
    const auto hovered = hover && draggable ? lines.hit(*hover) : std::nullopt;
    for (const PlaneLine& line : lines.lines()) {
        if (!line.isVisible())
            continue;
        const bool lively = hovered && hovered->line.plane == line.plane;
        QColor colour = planeColour(line.plane);
        colour.setAlpha(lively ? 255 : 200);
        // Straight lines are crisp without, slanting ones smooth with.
        const bool slanting =
            std::min(std::abs(line.direction.x()), std::abs(line.direction.y())) > 1e-6;
        m_painter.setRenderHint(QPainter::Antialiasing, slanting);
        m_painter.setPen(QPen(colour, lively ? 2 : 0));
        const auto part = [&](double from, double to) {
            if (from < to)
                m_painter.drawLine(lines.pointOn(line, from), lines.pointOn(line, to));
        };
        part(line.from, std::min(line.to, -PlaneLines::gap));
        part(std::max(line.from, PlaneLines::gap), line.to);
        drawSlab(lines, line);
        if (lively)
            drawGrips(lines, line);
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void SliceOverlay::drawSlab(const PlaneLines& lines, const PlaneLine& line)
{
    const Slab slab = m_widget.state().slab(line.plane).get();
    if (!slab.isThick())
        return;
    QColor colour = planeColour(line.plane);
    colour.setAlpha(150);
    m_painter.setPen(QPen(colour, 0, Qt::DashLine));
    const QPointF across = QPointF(-line.direction.y(), line.direction.x()) *
                           (slab.thicknessMm / 2 / m_widget.mmPerPixel());
    for (const double side : {-1.0, 1.0})
        m_painter.drawLine(lines.pointOn(line, line.from) + across * side,
                           lines.pointOn(line, line.to) + across * side);
}

void SliceOverlay::drawGrips(const PlaneLines& lines, const PlaneLine& line)
{
    constexpr double radius = 6;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(Qt::black, 1));
    m_painter.setBrush(planeColour(line.plane));
    for (const QPointF& grip : lines.turnGrips(line))
        m_painter.drawEllipse(grip, radius, radius);
    m_painter.setBrush(Qt::NoBrush);
}

void SliceOverlay::drawAnnotations(std::optional<QPointF> hover)
{
    QFont large = m_widget.font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.25);
    const QRectF area = textArea();
    const PictureTexts texts = pictureTexts(m_widget, area, hover);
    if (!texts.scale.isEmpty())
        drawScaleBar(texts.scaleBar);
    m_placed = placedTexts(texts, area, QFontMetricsF(m_widget.font()), QFontMetricsF(large));
    for (const PlacedText& placed : m_placed) {
        if (placed.kind == PlacedText::Kind::Mark) {
            m_painter.fillRect(placed.area, planeColour(m_widget.orientation()));
            continue;
        }
        m_painter.setFont(placed.kind == PlacedText::Kind::Letter ? large : m_widget.font());
        text(placed.area, placed.text);
    }
    m_painter.setFont(m_widget.font());
}

void SliceOverlay::drawRegionMapLegend()
{
    if (const RegionMap* map = shownRegionMap(m_widget.state()))
        paintRegionMapLegend(m_painter, *map, textArea(), m_placed);
}

void SliceOverlay::drawScaleBar(double length)
{
    const QRectF area = textArea();
    const double x = area.right() - 2;
    const double bottom = area.bottom() - 2;
    const double top = bottom - length;
    QPolygonF bar;
    bar << QPointF(x - 6, top) << QPointF(x, top) << QPointF(x, bottom) << QPointF(x - 6, bottom);
    m_painter.setPen(QPen(QColor(0, 0, 0, 180), 3));
    m_painter.drawPolyline(bar);
    m_painter.setPen(QPen(ink, 1));
    m_painter.drawPolyline(bar);
}

void SliceOverlay::drawEmptyState()
{
    m_painter.setPen(QColor(120, 126, 132));
    m_painter.drawText(m_widget.rect(), Qt::AlignCenter, Overlay::tr("No study open"));
}

} // namespace fovea
