#pragma once

#include "viewer/volume/HuHistogram.h"
#include "viewer/volume/TransferFunction.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace fovea {

/// A transfer function as a curve over the histogram of the study, to be edited: drag a point, add
/// one by a double click, remove one with Delete or a right click. With the keyboard: Left and
/// Right choose a point, with Shift they move it by 10 HU, Up and Down by a hundredth of opacity
/// (with Ctrl by a tenth of that), Insert adds one half way to the next, Delete removes it.
///
/// Opacity is drawn by its square root: most of what matters lies below a tenth.
class TransferCurve : public QWidget {
    Q_OBJECT

public:
    explicit TransferCurve(QWidget* parent = nullptr);

    /// Shows it; tells nobody. The current point stays where there still is one.
    void setFunction(const TransferFunction& function);
    const TransferFunction& function() const { return m_function; }
    void setHistogram(const std::optional<HuHistogram>& histogram);
    /// The part of the HU axis that is shown: where values occur and where points lie.
    double shownLowHu() const { return m_lowHu; }
    double shownHighHu() const { return m_highHu; }

    std::size_t current() const { return m_current; }
    void setCurrent(std::size_t point);

    QPointF toWidget(double hu, double opacity) const;
    QSize sizeHint() const override { return {300, 170}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    /// By the reader; function() has it.
    void edited();
    void currentChanged();
    /// Enter on a point: its color is to be chosen.
    void colorRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF plot() const;
    TransferPoint at(const QPointF& position) const;
    std::optional<std::size_t> pointAt(const QPointF& position) const;
    void moveCurrent(double hu, double opacity);
    void addPoint(const TransferPoint& point);
    void removePoint(std::size_t point);
    void fitRange();
    void describe();

    TransferFunction m_function;
    std::vector<double> m_bars; ///< Of the histogram, in [0, 1].
    std::size_t m_current = 0;
    bool m_dragging = false;
    double m_lowHu = TransferFunction::lowestHu;
    double m_highHu = TransferFunction::highestHu;
};

} // namespace fovea
