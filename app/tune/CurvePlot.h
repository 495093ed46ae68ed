#pragma once

#include "app/tune/TrainingCurves.h"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <limits>
#include <vector>

class QPainter;

namespace fovea {

/// Numbers over the steps of a training, in the colours of the theme: one curve stands out, others
/// are drawn thin behind it. Its axes follow the values, and are labelled where round numbers lie.
class CurvePlot : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString name;
        Curve curve;
    };

    /// `empty`: what is said as long as there is nothing to draw.
    CurvePlot(const QString& title, const QString& empty, QWidget* parent = nullptr);

    /// What values cannot leave, such as 0 and 1 of an AUC: the axis ends there.
    void setLimits(double least, double most);
    void show(Line main, std::vector<Line> others = {});
    void clear();

    const Line& main() const { return m_main; }
    /// Values that the vertical axis is labelled at, rising.
    std::vector<double> ticks() const;
    /// Where a value at a step lies in the widget.
    QPointF place(double step, double value) const;

    QSize sizeHint() const override { return {300, 190}; }
    QSize minimumSizeHint() const override { return {180, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF area() const; ///< Inside the axes.
    void describe();
    void drawAxes(QPainter& painter) const;
    void drawLine(QPainter& painter, const Curve& curve) const;

    QString m_title;
    QString m_empty;
    Line m_main;
    std::vector<Line> m_others;
    double m_least = std::numeric_limits<double>::lowest();
    double m_most = std::numeric_limits<double>::max();
    double m_lastStep = 1;
    double m_low = 0;
    double m_high = 1;
};

} // namespace fovea
