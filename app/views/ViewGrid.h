#pragma once

#include "app/views/Layout.h"
#include "viewer/ViewState.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/volume/SurfaceSet.h"

#include <QImage>
#include <QWidget>

#include <array>
#include <optional>

class QGridLayout;

namespace fovea {

class Lightbox;
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
    /// How many slices apart the tiles of a layout with a light box are.
    int tileStep() const { return m_tileStep; }
    void setTileStep(int slices);

    /// The view that last had the focus, or the first that is shown.
    View active() const;
    /// The same, among slices.
    SliceOrientation activeSlice() const;
    ViewPane& pane(SliceOrientation orientation) const
    {
        return *m_panes[std::size_t(viewOf(orientation))];
    }
    /// Gives the focus to a slice; brings it into the first pane where no pane shows it.
    void reveal(SliceOrientation orientation);
    /// What the active view shows, in physical pixels, without the mark of the focus.
    QImage picture() const;

Q_SIGNALS:
    void hovered(const fovea::SliceProbe& probe);
    void hoverLeft();
    /// Another layout or order.
    void arranged();
    void tileStepChanged(int slices);
    /// Another view has the focus or is shown: active() may have changed.
    void activeChanged();

private:
    void addPane(View view, QWidget* content);
    void toggle(View view);
    void place();
    Lightbox* lightbox(View view);
    /// The view that the layout shows as a light box; empty: none.
    std::optional<View> tiled() const;
    void noteFocus(const QWidget* now);
    bool isShown(View view) const;

    std::array<SliceWidget*, 3> m_slices{};
    VolumeWidget* m_volume = nullptr;
    std::array<ViewPane*, views.size()> m_panes{}; ///< As View counts.
    QGridLayout* m_grid;
    const Layout* m_arrangement; ///< One of layouts().
    ViewOrder m_order = standardOrder;
    int m_maximized = -1;
    std::array<Lightbox*, 3> m_lightboxes{}; ///< As View counts; null until first shown.
    int m_tileStep = 1;
    View m_active = View::Axial;
};

} // namespace fovea
