#include "viewer/slice/edgedText.h"

#include <QPainter>
#include <QPolygonF>
#include <QStaticText>
#include <QTransform>

#include <cmath>

namespace fovea {

namespace {

const QColor ink(226, 230, 234);

} // namespace

void drawEdgedText(QPainter& painter, const QRectF& area, const QString& text)
{
    // A dark edge keeps the text legible over bone: it is drawn four times and laid out once.
    QStaticText laidOut(text);
    laidOut.setTextFormat(Qt::PlainText);
    laidOut.prepare(QTransform(), painter.font());
    const QPointF at(area.left(), area.center().y() - laidOut.size().height() / 2);
    painter.setPen(QColor(0, 0, 0, 200));
    for (const QPointF& offset : {QPointF(1, 1), QPointF(-1, 0), QPointF(0, -1)})
        painter.drawStaticText(at + offset, laidOut);
    painter.setPen(ink);
    painter.drawStaticText(at, laidOut);
}

void drawScaleBar(QPainter& painter, const QRectF& area, double length)
{
    const double x = area.right() - 2;
    const double bottom = area.bottom() - 2;
    const double top = bottom - length;
    QPolygonF bar;
    bar << QPointF(x - 6, top) << QPointF(x, top) << QPointF(x, bottom) << QPointF(x - 6, bottom);
    painter.setPen(QPen(QColor(0, 0, 0, 180), 3));
    painter.drawPolyline(bar);
    painter.setPen(QPen(ink, 1));
    painter.drawPolyline(bar);
}

double roundLength(double most)
{
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= most)
            return digit * power;
    }
    return power;
}

} // namespace fovea
