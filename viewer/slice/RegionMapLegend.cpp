#include "viewer/slice/RegionMapLegend.h"

#include "viewer/regionColour.h"

#include <QCoreApplication>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double padding = 5;
constexpr double barWidth = 90;
constexpr double barHeight = 10;
const QColor ink(226, 230, 234);

struct Legend {
    Q_DECLARE_TR_FUNCTIONS(fovea::RegionMapLegend)
};

QString cellText(const RegionMap& map)
{
    const Vec3 mm = map.cellMm();
    const QLocale locale;
    const auto number = [&](double value) {
        return locale.toString(value, 'f', std::abs(value - std::round(value)) < 0.05 ? 0 : 1);
    };
    // The grid's axes run from inferior to superior, anterior to posterior and right to left.
    return Legend::tr("Cells %1 × %2 × %3 mm (R-L, A-P, S-I)")
        .arg(number(mm[2]), number(mm[1]), number(mm[0]));
}

} // namespace

QString relevanceMethodName(RelevanceMethod method)
{
    switch (method) {
    case RelevanceMethod::AttentionWeightedValue:
        return Legend::tr("attention-weighted values");
    case RelevanceMethod::GradientTimesInput:
        return Legend::tr("gradient × input");
    case RelevanceMethod::LeaveOneOut:
        return Legend::tr("leave one out");
    case RelevanceMethod::LeaveNeighborsOut:
        break;
    }
    return Legend::tr("leave neighbors out");
}

RegionMapLegend::RegionMapLegend(const RegionMap& map, const QFontMetricsF& metrics, Detail detail,
                                 const QString& extra)
    : m_low(Legend::tr("low"))
    , m_high(Legend::tr("high"))
    , m_metrics(metrics)
{
    const QString share =
        QLocale().toString(100.0 * map.peakShare, 'f', map.peakShare < 0.1 ? 1 : 0);
    if (detail == Detail::Full)
        m_above << QString::fromStdString(map.title);
    m_above << Legend::tr("Regions considered,") << Legend::tr("not a lesion outline");
    if (detail == Detail::Full)
        m_below << Legend::tr("Strongest cell: %1 % of the total").arg(share);
    m_below << cellText(map);
    if (!extra.isEmpty())
        m_below << extra;
    if (detail == Detail::Full)
        m_below << Legend::tr("Method: %1").arg(relevanceMethodName(map.method));
}

QStringList RegionMapLegend::lines() const
{
    return m_above + m_below;
}

QSizeF RegionMapLegend::size() const
{
    double width = m_metrics.horizontalAdvance(m_low) + m_metrics.horizontalAdvance(m_high) +
                   barWidth + 2 * padding;
    for (const QString& line : lines())
        width = std::max(width, m_metrics.horizontalAdvance(line));
    const auto rows = static_cast<double>(m_above.size() + m_below.size() + 1);
    return {std::ceil(width) + 2 * padding, rows * m_metrics.lineSpacing() + 2 * padding};
}

QRectF RegionMapLegend::barAt(const QPointF& topLeft) const
{
    const double line = m_metrics.lineSpacing();
    return {topLeft.x() + 2 * padding + m_metrics.horizontalAdvance(m_low),
            topLeft.y() + padding + static_cast<double>(m_above.size()) * line +
                (line - barHeight) / 2,
            barWidth, barHeight};
}

void RegionMapLegend::paint(QPainter& painter, const QPointF& topLeft) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(topLeft, size()), QColor(0, 0, 0, 170));
    const double line = m_metrics.lineSpacing();
    const double left = topLeft.x() + padding;
    double y = topLeft.y() + padding;
    const auto write = [&](double x, const QString& text) {
        painter.drawText(QRectF(x, y, m_metrics.horizontalAdvance(text) + 1, line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    };
    painter.setPen(ink);
    for (const QString& text : m_above) {
        write(left, text);
        y += line;
    }
    const QRectF bar = barAt(topLeft);
    write(left, m_low);
    write(bar.right() + padding, m_high);
    // What lies under it is gray, as in the image: the scale as it looks there.
    painter.fillRect(bar, QColor(70, 70, 70));
    QLinearGradient colours(bar.topLeft(), bar.topRight());
    constexpr int stops = 16;
    for (int n = 0; n <= stops; ++n) {
        const double value = static_cast<double>(n) / stops;
        const Rgb rgb = regionColour(value);
        QColor colour(rgb[0], rgb[1], rgb[2]);
        colour.setAlphaF(static_cast<float>(regionAlpha(value)));
        colours.setColorAt(value, colour);
    }
    painter.fillRect(bar, colours);
    y += line;
    for (const QString& text : m_below) {
        write(left, text);
        y += line;
    }
    painter.restore();
}

std::optional<QPointF> legendPlace(const QSizeF& size, const QRectF& area,
                                   const std::vector<PlacedText>& texts)
{
    constexpr double gap = 4;
    if (size.width() > area.width())
        return std::nullopt;
    for (const double left : {area.left(), area.right() - size.width()}) {
        for (double top = area.top(); top + size.height() <= area.bottom();) {
            const QRectF here(QPointF(left, top), size);
            const QRectF around = here.adjusted(-gap, -gap, gap, gap);
            const auto hit = std::ranges::find_if(
                texts, [&](const PlacedText& text) { return text.area.intersects(around); });
            if (hit == texts.end())
                return here.topLeft();
            top = hit->area.bottom() + gap + 1;
        }
    }
    return std::nullopt;
}

QRectF paintRegionMapLegend(QPainter& painter, const RegionMap& map, const QRectF& area,
                            const std::vector<PlacedText>& texts, const QString& extra)
{
    const QFontMetricsF metrics(painter.font());
    for (const auto detail : {RegionMapLegend::Detail::Full, RegionMapLegend::Detail::Brief}) {
        const RegionMapLegend legend(map, metrics, detail, extra);
        // What it covers of the image must stay little.
        constexpr double mostOfHeight = 0.25;
        if (detail == RegionMapLegend::Detail::Full &&
            legend.size().height() > mostOfHeight * area.height())
            continue;
        if (const auto place = legendPlace(legend.size(), area, texts)) {
            legend.paint(painter, *place);
            return {*place, legend.size()};
        }
    }
    return {};
}

} // namespace fovea
