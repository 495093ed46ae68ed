#pragma once

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;
class QToolBar;

namespace fovea {

class Settings;
class ViewGrid;

/// How the window's room is shared: layouts, one view alone, full screen, panels away. Remembers
/// the layout in the settings.
class LayoutActions : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the actions. Shows the layout that the settings remember.
    LayoutActions(QMainWindow& window, ViewGrid& views, Settings& settings, QObject* parent);

    /// The tool bar gets one button with the layouts.
    void fill(QMenu& menu, QToolBar& toolBar);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(QMenu& menu, const QString& objectName, const QString& text, const QString& key,
                 std::function<void()> run);
    void fillLayouts(QMenu& menu);
    void fillTileSteps(QMenu& menu);
    void fillAlone(QMenu& menu);
    void addButton(QToolBar& toolBar);
    void togglePanels();

    QMainWindow& m_window;
    ViewGrid& m_views;
    Settings& m_settings;
    std::vector<QAction*> m_layouts; ///< As layouts().
    QAction* m_fullScreen = nullptr;
    std::vector<QDockWidget*> m_hiddenPanels; ///< What togglePanels() took away.
};

} // namespace fovea
