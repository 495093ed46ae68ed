#include "viewer/volume/VolumeOverlay.h"

#include "viewer/abnormalityColour.h"
#include "viewer/measure/MeasureState.h"
#include "viewer/measure/measureTexts.h"
#include "viewer/slice/RegionMapLegend.h"
#include "viewer/viewerTexts.h"
#include "viewer/volume/VolumeScene.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fovea {

namespace {

constexpr double margin = 8;
const QColor ink(226, 230, 234);
// As on slices.
const QColor settledColour(96, 208, 232);
const QColor selectedColour(255, 220, 120);

struct OverlayTexts {
    Q_DECLARE_TR_FUNCTIONS(fovea::VolumeOverlay)
};

QColor toColor(const Rgb& colour)
{
    return {colour[0], colour[1], colour[2]};
}

/// Corners of what the measure looks like, in the patient; an ellipse's are many.
std::vector<Vec3> outlineOf(const Measure& measure)
{
    std::vector<Vec3> line = measure.pointsMm;
    if (measure.kind == MeasureKind::Ellipse) {
        constexpr int corners = 72;
        const std::vector<Vec3>& p = measure.pointsMm;
        const Vec3 u = (p[1] - p[0]) * 0.5;
        const Vec3 v = (p[3] - p[2]) * 0.5;
        line.clear();
        for (int n = 0; n < corners; ++n) {
            const double angle = 2 * std::numbers::pi * n / corners;
            line.push_back(middleMm(measure) + u * std::cos(angle) + v * std::sin(angle));
        }
    }
    if (measure.kind == MeasureKind::Ellipse || measure.kind == MeasureKind::Polygon)
        line.push_back(line.front());
    return line;
}

} // namespace

VolumeOverlay::VolumeOverlay(const ViewState& state, VolumeScene& scene, const Shown& shown,
                             QPainter& painter)
    : m_state(state)
    , m_scene(scene)
    , m_shown(shown)
    , m_painter(painter)
{
}

void VolumeOverlay::paint()
{
    if (!m_state.volume.get())
        return;
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (m_shown.measures && m_shown.measures->visible.get())
        paintMeasures();
    paintBegun();
    if (hasLegend(m_state, m_scene))
        paintLegend();
    paintRegionLegend();
    if (m_state.annotationsVisible.get())
        paintTexts();
}

QPointF VolumeOverlay::onView(const Vec3& positionMm)
{
    const auto p = m_scene.project(positionMm);
    return QPointF(p[0], p[1]) / m_shown.pixelRatio;
}

void VolumeOverlay::paintMeasures()
{
    for (const Measure& measure : m_shown.measures->measures.get()) {
        const QColor& colour =
            m_shown.measures->selected.get() == measure.uid ? selectedColour : settledColour;
        std::vector<QPointF> line;
        for (const Vec3& at : outlineOf(measure))
            line.push_back(onView(at));
        stroke(line, colour);
        if (measure.kind == MeasureKind::Length || measure.kind == MeasureKind::Probe)
            dots(line, colour);
        QStringList words = measureValueLines(
            measure.kind, m_shown.measures->values(measure, m_state.volume.get()));
        if (!measure.text.empty())
            words.prepend(QString::fromStdString(measure.text));
        // Beside the end that is further down on the right, where the line does not cross it.
        const auto end =
            std::ranges::max_element(line, {}, [](const QPointF& p) { return p.x() + p.y(); });
        text({*end + QPointF(6, 2), QSizeF(300, 200)}, Qt::AlignLeft | Qt::AlignTop,
             words.join(QLatin1Char('\n')));
    }
}

void VolumeOverlay::paintBegun()
{
    if (m_shown.begun.empty())
        return;
    std::vector<QPointF> line;
    for (const Vec3& at : m_shown.begun)
        line.push_back(onView(at));
    dots(line, selectedColour);
    if (m_shown.pointer)
        line.push_back(*m_shown.pointer);
    stroke(line, selectedColour);
}

bool VolumeOverlay::hasLegend(const ViewState& state, const VolumeScene& scene)
{
    return state.overlayMode.get() == OverlayMode::Abnormality && state.overlaysVisible.get() &&
           state.annotationsVisible.get() && state.labels.get() && !scene.isVolumeRendered();
}

void VolumeOverlay::paintLegend()
{
    const QFontMetricsF metrics(m_painter.font());
    const double height = std::clamp(m_shown.size.height() * 0.35, 60.0, 180.0);
    const double right = m_shown.size.width() - margin;
    const QRectF bar(right - 14, m_shown.size.height() - margin - 2 * metrics.height() - height, 14,
                     height);
    QLinearGradient colours(bar.bottomLeft(), bar.topLeft());
    for (const LegendStop& stop : abnormalityLegend(16))
        colours.setColorAt(stop.abnormality, toColor(stop.colour));
    m_painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    m_painter.setBrush(colours);
    m_painter.drawRect(bar);
    m_painter.setBrush(Qt::NoBrush);
    for (const double value : {0.0, 0.5, 1.0}) {
        const double y = bar.bottom() - value * bar.height();
        m_painter.setPen(QPen(ink, 1));
        m_painter.drawLine(QPointF(bar.left() - 4, y), QPointF(bar.left(), y));
        text({bar.left() - 58, y - metrics.height() / 2, 50, metrics.height()},
             Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(value, 'f', 1));
    }
    const QString title = m_state.abnormality.get().empty()
                              ? OverlayTexts::tr("Abnormality")
                              : OverlayTexts::tr("Abnormality: calibrated probability");
    text({margin, bar.top() - metrics.height() - 6, right - margin, metrics.height()},
         Qt::AlignRight | Qt::AlignBottom, title);
    // What is grey has no number.
    const QRectF grey(right - 14, bar.bottom() + metrics.height() * 0.6, 14, metrics.ascent());
    m_painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    m_painter.setBrush(toColor(noScoreColour));
    m_painter.drawRect(grey);
    m_painter.setBrush(Qt::NoBrush);
    text({margin, grey.top(), grey.left() - 6 - margin, grey.height()},
         Qt::AlignRight | Qt::AlignVCenter, OverlayTexts::tr("no probability"));
}

void VolumeOverlay::paintRegionLegend()
{
    const RegionMap* map = shownRegionMap(m_state);
    if (!map)
        return;
    // Under what was picked, above the cube that says how the patient lies.
    const double top = margin + 3 * QFontMetricsF(m_painter.font()).lineSpacing();
    const QRectF area(margin, top, m_shown.size.width() - 2 * margin,
                      m_shown.size.height() * 0.82 - top);
    paintRegionMapLegend(m_painter, *map, area, {},
                         OverlayTexts::tr("Boxes: from half of the strongest"));
}

void VolumeOverlay::paintTexts()
{
    const QRectF area(margin, margin, m_shown.size.width() - 2 * margin,
                      m_shown.size.height() - 2 * margin);
    text(area, Qt::AlignLeft | Qt::AlignTop, m_shown.picked);
    QStringList right;
    if (const auto& look = m_state.volumeRendering.get(); look && m_scene.isVolumeRendered())
        right << (look->isChanged()
                      ? OverlayTexts::tr("%1 (changed)").arg(volumePresetName(look->preset))
                      : volumePresetName(look->preset));
    if (!m_state.crop.get().isNothing())
        right << OverlayTexts::tr("Cropped");
    text(area, Qt::AlignRight | Qt::AlignTop, right.join(QLatin1Char('\n')));
}

void VolumeOverlay::stroke(const std::vector<QPointF>& points, const QColor& colour)
{
    const QPolygonF line(QList<QPointF>(points.begin(), points.end()));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(QColor(0, 0, 0, 170), 3.5));
    m_painter.drawPolyline(line);
    m_painter.setPen(QPen(colour, 1.5));
    m_painter.drawPolyline(line);
}

void VolumeOverlay::dots(const std::vector<QPointF>& points, const QColor& colour)
{
    m_painter.setPen(QPen(QColor(0, 0, 0, 170), 1));
    m_painter.setBrush(colour);
    for (const QPointF& at : points)
        m_painter.drawEllipse(at, 3.5, 3.5);
    m_painter.setBrush(Qt::NoBrush);
}

void VolumeOverlay::text(const QRectF& area, int alignment, const QString& string)
{
    if (string.isEmpty())
        return;
    // A dark edge all around keeps the text legible over bone, which here is bright and everywhere.
    m_painter.setPen(QColor(0, 0, 0, 200));
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx)
            m_painter.drawText(area.translated(dx, dy), alignment, string);
    }
    m_painter.setPen(ink);
    m_painter.drawText(area, alignment, string);
}

} // namespace fovea
