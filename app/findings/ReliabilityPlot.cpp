#include "app/findings/ReliabilityPlot.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

QString share(double value)
{
    return QLocale().toString(value, 'f', 2);
}

} // namespace

ReliabilityPlot::ReliabilityPlot(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(title);
}

void ReliabilityPlot::showBins(std::vector<ReliabilityBin> bins, const QString& caption)
{
    m_bins = std::move(bins);
    m_curve.reset();
    m_caption = caption;
    describe();
}

void ReliabilityPlot::showCurve(const PlattFit& curve, std::optional<double> threshold,
                                const QString& caption)
{
    m_bins.clear();
    m_curve = curve;
    m_threshold = threshold;
    m_caption = caption;
    describe();
}

void ReliabilityPlot::showNothing(const QString& why)
{
    m_bins.clear();
    m_curve.reset();
    m_caption = why;
    describe();
}

/// For those who read it by its tooltip or with assistive technology.
void ReliabilityPlot::describe()
{
    QStringList lines{m_caption};
    for (const ReliabilityBin& bin : m_bins)
        lines << tr("%1–%2: truly present %3 (%4–%5), %n studies", nullptr, bin.cases)
                     .arg(share(bin.low), share(bin.high), share(bin.observed),
                          share(bin.interval.low), share(bin.interval.high));
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    setToolTip(lines.join(QLatin1Char('\n')));
    update();
}

QRectF ReliabilityPlot::area() const
{
    const QFontMetricsF metrics(font());
    const double line = metrics.lineSpacing();
    const double left = metrics.horizontalAdvance(share(1.0)) + 10 + line;
    // Below: ticks, numbers of studies, the axis' name and two lines of caption.
    const QRectF free = QRectF(rect()).adjusted(left, line + 6, -10, -5.5 * line);
    const double side = std::max(20.0, std::min(free.width(), free.height()));
    return {free.left() + (free.width() - side) / 2, free.top(), side, side};
}

QPointF ReliabilityPlot::place(double predicted, double observed) const
{
    const QRectF inside = area();
    return {inside.left() + predicted * inside.width(),
            inside.bottom() - observed * inside.height()};
}

void ReliabilityPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = QFontMetricsF(font()).lineSpacing();
    const QRectF inside = area();
    painter.setPen(palette().color(QPalette::WindowText));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(QRectF(0, 0, width(), line + 4), Qt::AlignCenter, m_title);
    painter.setFont(font());
    if (m_bins.empty() && !m_curve) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(rect()).adjusted(12, line + 6, -12, -6),
                         Qt::AlignCenter | Qt::TextWordWrap, m_caption);
        return;
    }
    drawAxes(painter);
    if (m_curve)
        drawCurve(painter);
    else
        drawBins(painter);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(4, inside.bottom() + 3.2 * line, width() - 8, 2.3 * line),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_caption);
}

void ReliabilityPlot::drawAxes(QPainter& painter) const
{
    const QRectF inside = area();
    const QFontMetricsF metrics(font());
    const double line = metrics.lineSpacing();
    painter.fillRect(inside, palette().color(QPalette::Base));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DashLine));
    if (!m_curve)
        painter.drawLine(place(0, 0), place(1, 1));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawRect(inside);
    painter.setPen(palette().color(QPalette::WindowText));
    for (const double value : {0.0, 0.5, 1.0}) {
        const QString text = QLocale().toString(value, 'f', 1);
        const double half = metrics.horizontalAdvance(text) / 2 + 1;
        painter.drawText(QRectF(place(value, 0).x() - half, inside.bottom() + 2, 2 * half, line),
                         Qt::AlignCenter, text);
        painter.drawText(
            QRectF(inside.left() - 2 * half - 6, place(0, value).y() - line / 2, 2 * half, line),
            Qt::AlignRight | Qt::AlignVCenter, text);
    }
    painter.drawText(
        QRectF(inside.left() - 40, inside.bottom() + 2.1 * line, inside.width() + 80, line),
        Qt::AlignCenter, m_curve ? tr("Raw score") : tr("Predicted (n: studies)"));
    painter.save();
    painter.translate(inside.left() - metrics.horizontalAdvance(share(1.0)) - 8 - line,
                      inside.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-inside.height() / 2 - 20, 0, inside.height() + 40, line),
                     Qt::AlignCenter, m_curve ? tr("Probability") : tr("Truly present"));
    painter.restore();
}

void ReliabilityPlot::drawBins(QPainter& painter) const
{
    const QRectF inside = area();
    const double line = QFontMetricsF(font()).lineSpacing();
    const QColor colour = palette().color(QPalette::Highlight);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    for (const ReliabilityBin& bin : m_bins) {
        const QPointF at = place(bin.meanScore, bin.observed);
        const double low = place(0, bin.interval.low).y();
        const double high = place(0, bin.interval.high).y();
        painter.setPen(QPen(colour, 1.5));
        painter.drawLine(QPointF(at.x(), low), QPointF(at.x(), high));
        for (const double y : {low, high})
            painter.drawLine(QPointF(at.x() - 3, y), QPointF(at.x() + 3, y));
        painter.setBrush(colour);
        painter.drawEllipse(at, 3.5, 3.5);
        painter.setBrush(Qt::NoBrush);
        const double middle = place((bin.low + bin.high) / 2, 0).x();
        painter.setPen(palette().color(QPalette::WindowText));
        painter.setFont(small);
        painter.drawText(QRectF(middle - 20, inside.bottom() + 1.05 * line, 40, line),
                         Qt::AlignCenter, QString::number(bin.cases));
        painter.setFont(font());
    }
}

void ReliabilityPlot::drawCurve(QPainter& painter) const
{
    constexpr int steps = 100;
    QPolygonF curve;
    for (int n = 0; n <= steps; ++n) {
        const double score = static_cast<double>(n) / steps;
        curve << place(score, m_curve->calibrated(score));
    }
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawPolyline(curve);
    if (!m_threshold)
        return;
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1, Qt::DotLine));
    painter.drawLine(place(*m_threshold, 0), place(*m_threshold, 1));
}

} // namespace fovea
