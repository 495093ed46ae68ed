#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace fovea {

class Dialogs;
class Settings;
class TransferCurve;

/// How the volume is rendered: surfaces or a preset, the curve of its opacities and colors, and
/// presets of the user's own. Shows and changes ViewState::volumeRendering.
class TransferBox : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the box.
    TransferBox(ViewState& state, Settings& settings, Dialogs& dialogs, QWidget* parent = nullptr);

private:
    QWidget* makePointRow();
    QWidget* makeOwnRow();
    void fillPresets();
    void choosePreset(int index);
    void editPoint();
    void chooseColor();
    void saveOwn();
    void removeOwn();
    void reset();
    void showLook(const std::optional<VolumeLook>& look);
    void showPoint();
    void showHistogram();
    /// Name of the user's preset that is shown now; empty: none.
    QString ownName() const;

    ViewState& m_state;
    Settings& m_settings;
    Dialogs& m_dialogs;
    QComboBox* m_presets = nullptr;
    TransferCurve* m_curve = nullptr;
    QLabel* m_window = nullptr;
    QDoubleSpinBox* m_hu = nullptr;
    QDoubleSpinBox* m_opacity = nullptr;
    QToolButton* m_color = nullptr;
    QLineEdit* m_name = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_reset = nullptr;
    std::vector<Connection> m_connections;
};

} // namespace fovea
