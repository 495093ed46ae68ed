#pragma once

#include "app/views/Layout.h"
#include "viewer/ViewState.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/volume/SurfaceSet.h"

#include <QWidget>

#include <array>

class QGridLayout;

namespace fovea {

class ViewPane;
class VolumeWidget;

/// Axial, coronal, sagittal and 3D in the panes of a layout; a double click shows one alone and
/// back. Each view exists once and always, shown or not.
class ViewGrid : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the grid. Without OpenGL (Qt platform "offscreen") the 3D pane says so
    /// instead.
    explicit ViewGrid(ViewState& state, QWidget* parent = nullptr);

    /// Never null; hidden where no pane shows it.
    SliceWidget* slice(SliceOrientation orientation) const;
    /// Null without OpenGL.
    VolumeWidget* volume() const { return m_volume; }
    void setSurfaces(const SurfaceSetPtr& surfaces);

    const Layout& arrangement() const { return *m_arrangement; }
    const ViewOrder& order() const { return m_order; }
    /// Ends showing one view alone.
    void arrange(const Layout& layout, const ViewOrder& order);
    /// Puts `wanted` where `present` is, and the other way round.
    void exchange(View present, View wanted);

    /// One view alone (as View counts: 0 axial, 1 coronal, 2 sagittal, 3 3D), or -1 for the layout.
    void maximize(int view);
    int maximized() const { return m_maximized; }
    void resetViews();

Q_SIGNALS:
    void hovered(const fovea::SliceProbe& probe);
    void hoverLeft();
    /// Another layout or order.
    void arranged();

private:
    void addPane(View view, QWidget* content);
    void toggle(View view);
    void place();

    std::array<SliceWidget*, 3> m_slices{};
    VolumeWidget* m_volume = nullptr;
    std::array<ViewPane*, views.size()> m_panes{}; ///< As View counts.
    QGridLayout* m_grid;
    const Layout* m_arrangement; ///< One of layouts().
    ViewOrder m_order = standardOrder;
    int m_maximized = -1;
};

} // namespace fovea
