#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace fovea {

class AnatomyCatalog;
class Dialogs;
class Settings;

/// What a reader chooses about the 3D view, one box below the other. Where there is nothing to
/// choose for, a line says why.
class VolumePanel : public QWidget {
    Q_OBJECT

public:
    struct Places {
        ViewState& state;
        const AnatomyCatalog& catalog;
        Settings& settings;
        Dialogs& dialogs;
        bool hasOpenGl = true; ///< False: there is no 3D view on this display.
    };
    /// All must outlive the panel.
    explicit VolumePanel(const Places& places, QWidget* parent = nullptr);

private:
    /// `box` below a title, in the layout.
    void add(QVBoxLayout& layout, const QString& title, QWidget* box);
    void showReason();

    const Places m_places;
    QLabel* m_reason;
    Connection m_volumeChanged;
};

} // namespace fovea
