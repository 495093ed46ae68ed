// What SliceWidget does with Qt's events: most is SliceInteraction's.
#include "viewer/slice/SliceInteraction.h"
#include "viewer/slice/SliceSlider.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/viewerTexts.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace fovea {

void SliceWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_slider->setGeometry(width() - SliceSlider::thickness, 0, SliceSlider::thickness, height());
    fitCamera();
    invalidateImage();
}

void SliceWidget::setHover(std::optional<QPointF> point)
{
    m_hover = hasSlice() ? point : std::nullopt;
    if (m_hover)
        Q_EMIT hovered(probe(*m_hover));
    else
        Q_EMIT hoverLeft();
    update();
}

void SliceWidget::mousePressEvent(QMouseEvent* event)
{
    event->setAccepted(hasSlice() && m_interaction->press(*event));
}

void SliceWidget::mouseMoveEvent(QMouseEvent* event)
{
    m_interaction->move(*event);
    setHover(event->position());
}

void SliceWidget::mouseReleaseEvent(QMouseEvent* event)
{
    event->setAccepted(m_interaction->release(*event));
}

void SliceWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_interaction->toolPress(*event))
        return;
    if (event->button() == Qt::LeftButton)
        Q_EMIT maximizeRequested();
    else
        mousePressEvent(event);
}

void SliceWidget::wheelEvent(QWheelEvent* event)
{
    event->setAccepted(m_state.volume.get() && m_interaction->wheel(*event));
    if (m_hover)
        setHover(event->position());
}

void SliceWidget::keyPressEvent(QKeyEvent* event)
{
    if (!m_interaction->key(*event))
        QWidget::keyPressEvent(event);
}

void SliceWidget::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHover(std::nullopt);
}

void SliceWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SliceWidget::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void SliceWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("%1 slices").arg(sliceOrientationName(m_orientation)));
        m_slider->setAccessibleName(tr("Slice"));
        showSliceNumber();
        update();
    }
}

} // namespace fovea
