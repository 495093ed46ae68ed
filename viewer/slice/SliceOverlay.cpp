#include "viewer/slice/SliceOverlay.h"

#include "viewer/planeColour.h"
#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceSlider.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/viewerTexts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <array>
#include <cmath>

namespace fovea {

namespace {

constexpr double margin = 8;
const QColor ink(226, 230, 234);

struct Overlay {
    Q_DECLARE_TR_FUNCTIONS(fovea::SliceOverlay)
};

/// The other two planes, in the order (vertical line, horizontal line).
std::array<SliceOrientation, 2> linesOf(SliceOrientation orientation)
{
    switch (orientation) {
    case SliceOrientation::Axial:
        return {SliceOrientation::Sagittal, SliceOrientation::Coronal};
    case SliceOrientation::Coronal:
        return {SliceOrientation::Sagittal, SliceOrientation::Axial};
    case SliceOrientation::Sagittal:
        break;
    }
    return {SliceOrientation::Coronal, SliceOrientation::Axial};
}

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

void SliceOverlay::drawCrosshair()
{
    constexpr double gap = 14;
    const QPointF c = m_widget.toWidget(m_widget.state().cursorMm.get());
    const QRectF area = m_widget.rect();
    const auto [vertical, horizontal] = linesOf(m_widget.orientation());
    m_painter.setRenderHint(QPainter::Antialiasing, false);

    const auto line = [&](SliceOrientation plane, const QPointF& a, const QPointF& b) {
        QColor colour = planeColour(plane);
        colour.setAlpha(200);
        m_painter.setPen(QPen(colour, 0));
        m_painter.drawLine(a, b);
    };
    line(vertical, {c.x(), area.top()}, {c.x(), c.y() - gap});
    line(vertical, {c.x(), c.y() + gap}, {c.x(), area.bottom()});
    line(horizontal, {area.left(), c.y()}, {c.x() - gap, c.y()});
    line(horizontal, {c.x() + gap, c.y()}, {area.right(), c.y()});
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
         sliceOrientationName(m_widget.orientation()));
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
