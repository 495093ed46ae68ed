#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace fovea {

class SliceWidget;

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

} // namespace fovea
