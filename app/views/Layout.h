#pragma once

#include "viewer/slice/SlicePlane.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace fovea {

/// What a pane can show. Each exists once: what one pane takes, another gives.
enum class View { Axial, Coronal, Sagittal, Volume };

inline constexpr std::array views{View::Axial, View::Coronal, View::Sagittal, View::Volume};

inline constexpr std::array sliceOrientations{SliceOrientation::Axial, SliceOrientation::Coronal,
                                              SliceOrientation::Sagittal};

/// The view of a plane.
constexpr View viewOf(SliceOrientation orientation)
{
    return orientation == SliceOrientation::Axial     ? View::Axial
           : orientation == SliceOrientation::Coronal ? View::Coronal
                                                      : View::Sagittal;
}

/// Which view stands in the first pane, the second, …; those beyond the layout's panes are hidden.
using ViewOrder = std::array<View, views.size()>;

inline constexpr ViewOrder standardOrder = views;

/// Stable word for settings and object names: "axial", "coronal", "sagittal", "volume".
QString viewId(View view);
/// For people.
QString viewName(View view);

/// Where a pane lies in the grid, in rows and columns.
struct LayoutCell {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
};

/// How panes share the window.
struct Layout {
    QString id;   ///< Stable word, for settings, object names and the icon's file.
    QString name; ///< For people.
    int key = 0;  ///< Ctrl and this digit.
    std::vector<LayoutCell> cells;
    std::vector<int> rowStretches; ///< Relative sizes.
    std::vector<int> columnStretches;
    /// The first pane shows its slices as a Lightbox, nine consecutive ones, as a reader pages
    /// through a series: a three by three that is not nine views to arrange.
    bool lightbox = false;
};

/// All of them, by key.
const std::vector<Layout>& layouts();
/// The layout called `id`; the two by two grid where none is.
const Layout& layoutCalled(const QString& id);

/// As settings hold it: "axial,coronal,…".
QString orderText(const ViewOrder& order);
/// Empty where the text does not name each view once.
std::optional<ViewOrder> orderFromText(const QString& text);

} // namespace fovea
