#include "viewer/slice/SliceOverlay.h"

#include "viewer/planeColour.h"
#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceSlider.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/viewerTexts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double margin = 8;
const QColor ink(226, 230, 234);

struct Overlay {
    Q_DECLARE_TR_FUNCTIONS(fovea::SliceOverlay)
};

/// 1, 2 or 5 times a power of ten, the largest not above `most`.
double roundLength(double most)
{
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= most)
            return digit * power;
    }
    return power;
}

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

void SliceOverlay::text(const QRectF& area, int alignment, const QString& string)
{
    // A dark edge keeps the text legible over bone.
    m_painter.setPen(QColor(0, 0, 0, 200));
    for (const QPointF& offset : {QPointF(1, 1), QPointF(-1, 0), QPointF(0, -1)})
        m_painter.drawText(area.translated(offset), alignment, string);
    m_painter.setPen(ink);
    m_painter.drawText(area, alignment, string);
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
    drawLetters();
    drawScaleBar();
    drawCorners(hover);
}

void SliceOverlay::drawLetters()
{
    QFont font = m_widget.font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.25);
    m_painter.setFont(font);
    const EdgeLetters letters = edgeLetters(m_widget.axes());
    const QRectF area = textArea();
    const auto edge = [&](int alignment, const std::string& direction) {
        text(area, alignment, QString::fromStdString(direction));
    };
    edge(Qt::AlignLeft | Qt::AlignVCenter, letters.left);
    edge(Qt::AlignRight | Qt::AlignVCenter, letters.right);
    edge(Qt::AlignHCenter | Qt::AlignTop, letters.top);
    edge(Qt::AlignHCenter | Qt::AlignBottom, letters.bottom);
    m_painter.setFont(m_widget.font());
}

void SliceOverlay::drawCorners(std::optional<QPointF> hover)
{
    const ViewState& state = m_widget.state();
    const QRectF area = textArea();
    const double lineHeight = QFontMetricsF(m_widget.font()).lineSpacing();

    const QRectF mark(area.left(), area.top() + lineHeight * 0.2, lineHeight * 0.6,
                      lineHeight * 0.6);
    m_painter.fillRect(mark, planeColour(m_widget.orientation()));
    text(area.adjusted(lineHeight, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop,
         state.frame.get().isStandard(m_widget.orientation())
             ? sliceOrientationName(m_widget.orientation())
             : Overlay::tr("%1, oblique").arg(sliceOrientationName(m_widget.orientation())));
    QString left = Overlay::tr("%1 / %2\n%3")
                       .arg(m_widget.sliceNumber())
                       .arg(m_widget.sliceCount())
                       .arg(m_widget.depthText());
    if (const Slab slab = m_widget.slab(); slab.isThick())
        left += QLatin1Char('\n') + slabText(slab);
    if (m_widget.cine().isPlaying())
        left += QLatin1Char('\n') + Overlay::tr("Cine %1 fps").arg(state.cineFps.get());
    text(area.adjusted(0, lineHeight, 0, 0), Qt::AlignLeft | Qt::AlignTop, left);

    const WindowLevel window = state.window.get();
    QString right = Overlay::tr("W %1  L %2")
                        .arg(std::lround(window.widthHu))
                        .arg(std::lround(window.centreHu));
    if (const auto preset = windowPresetOf(window))
        right += QLatin1Char('\n') + windowPresetName(*preset);
    if (state.inverted.get())
        right += QLatin1Char('\n') + Overlay::tr("Inverted");
    right += QLatin1Char('\n') + Overlay::tr("Zoom %1%").arg(std::lround(m_widget.zoom() * 100));
    text(area, Qt::AlignRight | Qt::AlignTop, right);

    const SliceProbe probe =
        m_widget.probe(hover ? *hover : m_widget.toWidget(state.cursorMm.get()));
    QString below = patientPositionText(probe.positionMm);
    if (probe.hu)
        below = Overlay::tr("%1 HU").arg(*probe.hu) + QStringLiteral("   ") + below;
    if (!probe.structureName.isEmpty())
        below = probe.structureName + QLatin1Char('\n') + below;
    // Beside the letter at the bottom when there is room, above it when there is not.
    const double width = QFontMetricsF(m_widget.font()).horizontalAdvance(below.section('\n', -1));
    const double lift = width > area.width() / 2 - 2 * margin ? lineHeight * 1.6 : 0;
    text(area.adjusted(0, 0, 0, -lift), Qt::AlignLeft | Qt::AlignBottom, below);
}

void SliceOverlay::drawScaleBar()
{
    const QRectF area = textArea();
    const double lengthMm = roundLength(m_widget.mmPerPixel() * area.height() * 0.3);
    const double length = lengthMm / m_widget.mmPerPixel();
    const double x = area.right() - 2;
    // Below the letter in the middle of the edge.
    const double bottom = area.bottom() - 2;
    const double top = bottom - length;
    QPolygonF bar;
    bar << QPointF(x - 6, top) << QPointF(x, top) << QPointF(x, bottom) << QPointF(x - 6, bottom);
    m_painter.setPen(QPen(QColor(0, 0, 0, 180), 3));
    m_painter.drawPolyline(bar);
    m_painter.setPen(QPen(ink, 1));
    m_painter.drawPolyline(bar);
    const QString label = lengthMm >= 10 ? Overlay::tr("%1 cm").arg(lengthMm / 10)
                                         : Overlay::tr("%1 mm").arg(lengthMm);
    const double lineHeight = QFontMetricsF(m_widget.font()).lineSpacing();
    text(QRectF(area.left(), bottom - lineHeight, x - 10 - area.left(), lineHeight),
         Qt::AlignRight | Qt::AlignBottom, label);
}

void SliceOverlay::drawEmptyState()
{
    m_painter.setPen(QColor(120, 126, 132));
    m_painter.drawText(m_widget.rect(), Qt::AlignCenter, Overlay::tr("No study open"));
}

} // namespace fovea
