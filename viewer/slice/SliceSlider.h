#pragma once

#include <QAbstractSlider>
#include <QColor>

namespace fovea {

/// The slim bar at a slice view's edge: where in the stack the slice lies. Its value is the slice
/// number from 1; slice 1 is at the top. A press jumps there, a drag scrolls; sliderMoved() tells
/// what a person chose. The wheel is left to the view beneath.
class SliceSlider : public QAbstractSlider {
    Q_OBJECT

public:
    static constexpr int thickness = 12; ///< Logical pixels.

    SliceSlider(const QColor& colour, QWidget* parent);

    /// Shows the slice without telling of it, when the view beneath paints next.
    void show(int number, int count);

Q_SIGNALS:
    /// The pointer came over the bar, and so left the picture.
    void entered();

protected:
    void sliderChange(SliderChange change) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QRectF grip() const;
    void moveTo(double y);

    QColor m_colour;
};

} // namespace fovea
