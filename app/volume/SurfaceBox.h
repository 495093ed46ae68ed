#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QSlider;

namespace fovea {

/// How the surfaces look in 3D: their opacity, and whether what is normal is a shell around what is
/// not. What the colors mean is chosen in the anatomy panel, for slices and surfaces alike.
class SurfaceBox : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the box.
    explicit SurfaceBox(ViewState& state, QWidget* parent = nullptr);

private:
    void refresh();

    ViewState& m_state;
    QSlider* m_opacity;
    QCheckBox* m_shells;
    QLabel* m_reason;
    std::vector<Connection> m_connections;
};

} // namespace fovea
