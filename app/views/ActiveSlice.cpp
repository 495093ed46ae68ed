#include "app/views/ActiveSlice.h"

#include "viewer/slice/SliceWidget.h"

#include <QApplication>

namespace fovea {

ActiveSlice::ActiveSlice(QWidget& area, QObject* parent)
    : QObject(parent)
    , m_area(area)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        auto* slice = qobject_cast<SliceWidget*>(now);
        if (!slice || !m_area.isAncestorOf(slice))
            return;
        m_last = slice;
        Q_EMIT changed();
    });
}

SliceWidget* ActiveSlice::view() const
{
    if (m_last && m_last->isVisible())
        return m_last;
    for (SliceWidget* slice : m_area.findChildren<SliceWidget*>()) {
        if (slice->isVisible())
            return slice;
    }
    return nullptr;
}

void setWindow(const ActiveSlice& active, ViewState& otherwise, const WindowLevel& window)
{
    if (const SliceWidget* view = active.view())
        view->state().setWindowOf(view->orientation(), window);
    else
        otherwise.window.set(window);
}

} // namespace fovea
