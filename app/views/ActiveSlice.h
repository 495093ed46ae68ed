#pragma once

#include "viewer/WindowPreset.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace fovea {

class SliceWidget;
class ViewState;

/// The slice view that a command for one view goes to: the one that last had the keyboard, or else
/// the first that is visible. A compared series' views count as well.
class ActiveSlice : public QObject {
    Q_OBJECT

public:
    /// `area`, the ancestor of all slice views, must outlive this object.
    explicit ActiveSlice(QWidget& area, QObject* parent = nullptr);

    /// Null: no slice is visible.
    SliceWidget* view() const;

Q_SIGNALS:
    /// Another view has the keyboard.
    void changed();

private:
    QWidget& m_area;
    QPointer<SliceWidget> m_last;
};

/// Shows the active view in a window: its own where it has one, or else all of its series; without
/// a visible slice, those of `otherwise`.
void setWindow(const ActiveSlice& active, ViewState& otherwise, const WindowLevel& window);

} // namespace fovea
