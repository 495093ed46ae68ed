#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"

#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;

namespace fovea {

class AnatomyCatalog;
class PatientSpinBox;

/// Which part of the patient the 3D view shows: a box by its six faces, a plane that follows a
/// slice view, a box around an anatomy. Shows and changes ViewState::crop.
class CropBox : public QWidget {
    Q_OBJECT

public:
    /// `state` and `catalog` must outlive the box.
    CropBox(ViewState& state, const AnatomyCatalog& catalog, QWidget* parent = nullptr);

private:
    /// A face of the box: a slider, and a field for the number.
    struct Face {
        QSlider* slider = nullptr;
        PatientSpinBox* field = nullptr;
    };
    void addFaces(QGridLayout& grid);
    void addPlane(QGridLayout& grid, int row);
    void addAnatomy(QGridLayout& grid, int row);
    void moveFace(std::size_t face, double mm);
    void cropToAnatomy();
    void fillAnatomies();
    void showCrop(const VolumeCrop& crop);
    void nameSides(const VolumeCrop& crop);
    void setRanges();

    ViewState& m_state;
    const AnatomyCatalog& m_catalog;
    QCheckBox* m_on = nullptr;
    std::array<Face, 6> m_faces{}; ///< Right, left, anterior, posterior, inferior, superior.
    QComboBox* m_plane = nullptr;
    QComboBox* m_side = nullptr;
    QComboBox* m_anatomy = nullptr;
    QDoubleSpinBox* m_margin = nullptr;
    QPushButton* m_cropToAnatomy = nullptr;
    QPushButton* m_reset = nullptr;
    QLabel* m_noLabels = nullptr;
    std::vector<Connection> m_connections;
};

} // namespace fovea
