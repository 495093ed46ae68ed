#pragma once

#include "viewer/ViewState.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/volume/SurfaceSet.h"

#include <QWidget>

#include <array>
#include <functional>

class QGridLayout;

namespace fovea {

class VolumeWidget;

/// Axial, coronal, sagittal and 3D in a two by two grid; a double click shows one alone and back.
class ViewGrid : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the grid. Without OpenGL (Qt platform "offscreen") the fourth field
    /// says so instead.
    explicit ViewGrid(ViewState& state, QWidget* parent = nullptr);

    SliceWidget* slice(SliceOrientation orientation) const;
    /// Null without OpenGL.
    VolumeWidget* volume() const { return m_volume; }
    void setSurfaces(const SurfaceSetPtr& surfaces);
    /// One view alone (0 axial, 1 coronal, 2 sagittal, 3 3D), or -1 for all.
    void maximize(int view);
    int maximized() const { return m_maximized; }
    void resetViews();

Q_SIGNALS:
    void hovered(const fovea::SliceProbe& probe);
    void hoverLeft();

private:
    void toggle(int view);

    std::array<SliceWidget*, 3> m_slices{};
    VolumeWidget* m_volume = nullptr;
    std::array<QWidget*, 4> m_fields{};
    QGridLayout* m_layout;
    int m_maximized = -1;
};

} // namespace fovea
