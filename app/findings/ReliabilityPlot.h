#pragma once

#include "model/evaluate/Platt.h"
#include "model/evaluate/Reliability.h"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace fovea {

/// A reliability diagram in the colors of the theme: for each bin of predictions, how often the
/// finding was truly present, with its Wilson interval and the number of studies; on the diagonal a
/// prediction is right. Or the curve by which a package turns scores into probabilities.
class ReliabilityPlot : public QWidget {
    Q_OBJECT

public:
    explicit ReliabilityPlot(const QString& title, QWidget* parent = nullptr);

    void showBins(std::vector<ReliabilityBin> bins, const QString& caption);
    void showCurve(const PlattFit& curve, std::optional<double> threshold, const QString& caption);
    /// Nothing to draw, and why.
    void showNothing(const QString& why);

    const std::vector<ReliabilityBin>& bins() const { return m_bins; }
    const QString& caption() const { return m_caption; }
    /// Where a pair of values in [0, 1] lies, in the widget.
    QPointF place(double predicted, double observed) const;

    QSize sizeHint() const override { return {260, 300}; }
    QSize minimumSizeHint() const override { return {200, 230}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF area() const; ///< Inside the axes.
    void describe();
    void drawAxes(QPainter& painter) const;
    void drawBins(QPainter& painter) const;
    void drawCurve(QPainter& painter) const;

    QString m_title;
    QString m_caption;
    std::vector<ReliabilityBin> m_bins;
    std::optional<PlattFit> m_curve;
    std::optional<double> m_threshold; ///< Of the curve.
};

} // namespace fovea
