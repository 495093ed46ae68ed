#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QSlider;

namespace fovea {

/// Beside a finding: shows its region map or hides it, goes to its strongest cell, and sets how
/// opaque it lies over the slices.
class RegionMapBox : public QWidget {
    Q_OBJECT

public:
    /// The actions become the buttons. All must outlive the box.
    RegionMapBox(ViewState& state, QAction& show, QAction& goToPeak, QWidget* parent = nullptr);

    /// Why there is no map, or that it is on its way; empty: nothing to say.
    void setNote(const QString& note);

private:
    QLabel* m_opacityLabel;
    QSlider* m_opacity;
    QLabel* m_note;
    std::vector<Connection> m_connections;
};

} // namespace fovea
