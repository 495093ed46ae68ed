#pragma once

#include "viewer/slice/SliceWidget.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace fovea {

/// Nine slices of one plane at once, three by three, in reading order and `step()` slices apart: a
/// series laid out as films were on a light box.
///
/// One tile, with a frame, shows the slice through ViewState's cursor; the page moves only as far
/// as that needs, so that a click into another tile takes the frame there and leaves the page. The
/// wheel and the arrow keys go one tile further, Page Up and Down a page; what lies beyond the ends
/// of the series stays black. All tiles have the same zoom, position, flips and turns, and each
/// does what a SliceWidget does; cine moves the whole page, tile by tile.
class Lightbox : public QWidget {
    Q_OBJECT

public:
    static constexpr int side = 3;
    static constexpr int tileCount = side * side;

    /// `state` must outlive the widget.
    Lightbox(ViewState& state, SliceOrientation orientation, QWidget* parent = nullptr);

    const std::array<SliceWidget*, tileCount>& tiles() const { return m_tiles; }
    int step() const { return m_step; }
    void setStep(int slices); ///< At least 1.
    void resetView();         ///< Zoom 1, volume centred.

Q_SIGNALS:
    void hovered(const fovea::SliceProbe& probe);
    void hoverLeft();
    void maximizeRequested();

private:
    void addTile(int n);
    std::optional<SliceStack> stack() const; ///< Empty: nothing is open.
    /// Lays the page out so that it has the slice through a position.
    void lay(const Vec3& atMm);
    void scroll(int tiles);
    void play(); ///< One tile further, from the end back to the beginning.
    void scrollTo(int number);

    ViewState& m_state;
    std::array<SliceWidget*, tileCount> m_tiles{};
    SliceSlider* m_slider;
    int m_step = 1;
    std::optional<int> m_first; ///< Slice in the first tile; empty: to be found.
    std::vector<Connection> m_connections;
};

} // namespace fovea
