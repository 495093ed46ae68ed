#include "viewer/slice/SliceOverlay.h"

#include "viewer/planeColour.h"
#include "viewer/slice/PictureTexts.h"
#include "viewer/slice/RegionMapLegend.h"
#include "viewer/slice/SliceSlider.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/slice/edgedText.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double margin = 8;

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
        drawScaleBar(m_painter, area, texts.scaleBar);
    m_placed = placedTexts(texts, area, QFontMetricsF(m_widget.font()), QFontMetricsF(large));
    for (const PlacedText& placed : m_placed) {
        if (placed.kind == PlacedText::Kind::Mark) {
            m_painter.fillRect(placed.area, planeColour(m_widget.orientation()));
            continue;
        }
        m_painter.setFont(placed.kind == PlacedText::Kind::Letter ? large : m_widget.font());
        drawEdgedText(m_painter, placed.area, placed.text);
    }
    m_painter.setFont(m_widget.font());
}

void SliceOverlay::drawRegionMapLegend()
{
    if (const RegionMap* map = shownRegionMap(m_widget.state()))
        paintRegionMapLegend(m_painter, *map, textArea(), m_placed);
}

void SliceOverlay::drawEmptyState()
{
    m_painter.setPen(QColor(120, 126, 132));
    m_painter.drawText(m_widget.rect(), Qt::AlignCenter, Overlay::tr("No study open"));
}

} // namespace fovea
