#pragma once

#include "viewer/volume/VolumeScene.h"

#include <QObject>

class QMenu;
class QWidget;

namespace fovea {

class AnatomyCatalog;
class AnatomyPanel;
class Dialogs;
class FindingsPanel;
class MeasureState;
class Settings;
class StatusLine;
class ViewGrid;
class ViewState;

/// The third dimension: puts the 3D view, its panel and its menu together, and tells the other
/// panels what was picked in it.
class VolumeDesk : public QObject {
    Q_OBJECT

public:
    struct Places {
        ViewState& state;
        ViewGrid& views;
        MeasureState& measures;
        const AnatomyCatalog& catalog;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// All must outlive the desk.
    VolumeDesk(const Places& places, QObject* parent);

    /// What a reader chooses about 3D, scrolling where it does not fit. `parent` owns it.
    QWidget* makePanel(QWidget* parent);
    void fillMenu(QMenu& menu);

    struct Panels {
        AnatomyPanel& anatomy;
        FindingsPanel& findings;
        StatusLine& status;
    };
    /// A pick selects in them. Must outlive the desk's view.
    void tell(const Panels& panels);

private:
    void showPick(const Panels& panels, const VolumePick& pick);

    Places m_places;
};

} // namespace fovea
