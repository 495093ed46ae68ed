#pragma once

#include "viewer/ViewState.h"

#include <QWidget>

class QSpinBox;
class QToolButton;

namespace fovea {

/// Window width and level to be typed, for the tool bar; shows what mouse, keys and menus set.
class WindowLevelBox : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the box.
    explicit WindowLevelBox(ViewState& state, QWidget* parent = nullptr);

private:
    QSpinBox* field(const QString& objectName, const QString& name, int least, int most);
    void show(const WindowLevel& window);
    void take();

    ViewState& m_state;
    QSpinBox* m_width;
    QSpinBox* m_level;
    Connection m_connection;
};

} // namespace fovea
