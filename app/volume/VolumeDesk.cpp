#include "app/volume/VolumeDesk.h"

#include "app/StatusLine.h"
#include "app/anatomy/AnatomyPanel.h"
#include "app/findings/FindingsPanel.h"
#include "app/views/ViewGrid.h"
#include "app/volume/VolumeActions.h"
#include "app/volume/VolumePanel.h"
#include "viewer/slice/SliceProbe.h"
#include "viewer/viewerTexts.h"
#include "viewer/volume/VolumeWidget.h"

#include <QMenu>
#include <QScrollArea>

namespace fovea {

VolumeDesk::VolumeDesk(const Places& places, QObject* parent)
    : QObject(parent)
    , m_places(places)
{
    if (VolumeWidget* view = m_places.views.volume())
        view->setMeasures(m_places.measures);
}

QWidget* VolumeDesk::makePanel(QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(new VolumePanel({m_places.state, m_places.catalog, m_places.settings,
                                       m_places.dialogs, m_places.views.volume() != nullptr},
                                      scroll));
    return scroll;
}

void VolumeDesk::fillMenu(QMenu& menu)
{
    (new VolumeActions(m_places.state, m_places.views, m_places.measures, this))->fill(menu);
}

void VolumeDesk::tell(const Panels& panels)
{
    if (VolumeWidget* view = m_places.views.volume()) {
        connect(view, &VolumeWidget::picked, this,
                [this, panels](const VolumePick& pick) { showPick(panels, pick); });
    }
}

void VolumeDesk::showPick(const Panels& panels, const VolumePick& pick)
{
    panels.anatomy.select(pick.label);
    panels.findings.selectAnatomy(QString::fromStdString(pick.anatomyId));
    SliceProbe probe = probeSlice(m_places.state, pick.positionMm, {0, 0, 1}, {});
    probe.label = pick.label; // The surface's; its smoothed edge may lie in the next voxel.
    probe.anatomyId = pick.anatomyId;
    if (const LabelMapPtr& labels = m_places.state.labels.get()) {
        if (const Structure* structure = labels->structure(pick.label))
            probe.structureName = plainStructureName(*structure);
    }
    panels.status.showProbe(probe);
}

} // namespace fovea
