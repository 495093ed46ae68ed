#pragma once

#include "viewer/ViewState.h"

#include <QWidget>

#include <vector>

class QSpinBox;

namespace fovea {

class ActiveSlice;

/// Window width and level of the active slice, to be typed, for the tool bar; shows what mouse,
/// keys and menus set. A compared series' views count as well.
class WindowLevelBox : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the box; `state` is that of the open series, for when no slice is visible.
    WindowLevelBox(ViewState& state, ActiveSlice& active, QWidget* parent = nullptr);

private:
    QSpinBox* field(const QString& objectName, const QString& name, int least, int most);
    void watch();
    void showWindow();
    void take();

    ViewState& m_state;
    ActiveSlice& m_active;
    QSpinBox* m_width;
    QSpinBox* m_level;
    std::vector<Connection> m_connections; ///< To the window of the active slice.
};

} // namespace fovea
