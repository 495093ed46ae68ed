#include "app/volume/VolumeActions.h"

#include "app/views/ViewGrid.h"
#include "app/volume/cropBoxes.h"
#include "viewer/measure/MeasureState.h"
#include "viewer/slice/SliceProbe.h"
#include "viewer/viewerTexts.h"
#include "viewer/volume/VolumeWidget.h"

#include <QAction>
#include <QMenu>

namespace fovea {

VolumeActions::VolumeActions(ViewState& state, ViewGrid& views, MeasureState& measures,
                             QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_views(views)
    , m_measures(measures)
{
}

QAction* VolumeActions::command(QMenu& menu, const QString& objectName, const QString& text,
                                const QString& key, Needs needs, std::function<void()> run)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(key));
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] {
        run();
        refresh(); // A second trigger has unchecked what is still so.
    });
    m_commands.emplace_back(action, needs);
    return action;
}

QAction* VolumeActions::choice(QMenu& menu, const QString& objectName, const QString& text,
                               const QString& key, Needs needs, std::function<void()> run,
                               std::function<bool()> isOn)
{
    QAction* action = command(menu, objectName, text, key, needs, std::move(run));
    action->setCheckable(true);
    m_choices.emplace_back(action, std::move(isOn));
    return action;
}

void VolumeActions::fill(QMenu& menu)
{
    if (!m_views.volume()) {
        menu.menuAction()->setVisible(false);
        return;
    }
    menu.setToolTipsVisible(true);
    fillLooks(menu);
    menu.addSeparator();
    fillDirections(*menu.addMenu(tr("&Look from")));
    fillCamera(menu);
    menu.addSeparator();
    fillCrop(*menu.addMenu(tr("&Crop")));

    const auto follow = [this](const auto&) { refresh(); };
    m_connections.push_back(m_state.volume.observe(follow));
    m_connections.push_back(m_state.labels.observe(follow));
    m_connections.push_back(m_state.abnormalAnatomies.observe(follow));
    m_connections.push_back(m_state.volumeRendering.observe(follow));
    m_connections.push_back(m_state.abnormalInShells.observe(follow));
    m_connections.push_back(m_state.crop.observe(follow));
    m_connections.push_back(m_measures.tool.observe(follow));
    connect(m_views.volume(), &VolumeWidget::spinningChanged, this, &VolumeActions::refresh);
    refresh();
}

void VolumeActions::fillLooks(QMenu& menu)
{
    choice(
        menu, QStringLiteral("surfacesOnly"), tr("&Surfaces only"), {}, Needs::Volume,
        [this] { m_state.volumeRendering.set(std::nullopt); },
        [this] { return !m_state.volumeRendering.get(); });
    const auto look = [&](const QString& name, VolumePreset preset) {
        choice(
            menu, name, tr("Volume: %1").arg(volumePresetName(preset)), {}, Needs::Volume,
            [this, preset] { m_state.volumeRendering.set(preset); },
            [this, preset] {
                const auto& now = m_state.volumeRendering.get();
                return now && now->preset == preset;
            });
    };
    look(QStringLiteral("volumeBone"), VolumePreset::Bone);
    look(QStringLiteral("volumeLung"), VolumePreset::Lung);
    look(QStringLiteral("volumeAirways"), VolumePreset::Airways);
    look(QStringLiteral("volumeVessels"), VolumePreset::Vessels);
    look(QStringLiteral("volumeSkin"), VolumePreset::Skin);
    look(QStringLiteral("volumeSoftTissue"), VolumePreset::SoftTissue);
    menu.addSeparator();
    choice(
        menu, QStringLiteral("abnormalInShells"), tr("Abnormal anatomy in transparent s&hells"),
        QStringLiteral("Shift+A"), Needs::Abnormal,
        [this] { m_state.abnormalInShells.set(!m_state.abnormalInShells.get()); },
        [this] { return m_state.abnormalInShells.get(); });
}

void VolumeActions::fillDirections(QMenu& menu)
{
    const auto look = [&](const QString& name, const QString& text, ViewDirection direction) {
        command(menu, name, text, {}, Needs::Volume,
                [this, direction] { m_views.volume()->lookFrom(direction); });
    };
    look(QStringLiteral("lookAnterior"), tr("From &anterior"), ViewDirection::Anterior);
    look(QStringLiteral("lookPosterior"), tr("From &posterior"), ViewDirection::Posterior);
    look(QStringLiteral("lookLeft"), tr("From &left"), ViewDirection::Left);
    look(QStringLiteral("lookRight"), tr("From &right"), ViewDirection::Right);
    look(QStringLiteral("lookSuperior"), tr("From &head"), ViewDirection::Superior);
    look(QStringLiteral("lookInferior"), tr("From &feet"), ViewDirection::Inferior);
}

void VolumeActions::fillCamera(QMenu& menu)
{
    VolumeWidget* view = m_views.volume();
    command(menu, QStringLiteral("zoomIn3d"), tr("Zoom &in"), {}, Needs::Volume,
            [view] { view->zoom(1.25); });
    command(menu, QStringLiteral("zoomOut3d"), tr("Zoom &out"), {}, Needs::Volume,
            [view] { view->zoom(1 / 1.25); });
    command(menu, QStringLiteral("reset3d"), tr("&Reset 3D view"), {}, Needs::Volume,
            [view] { view->lookFrom(ViewDirection::Anterior); });
    choice(
        menu, QStringLiteral("spin3d"), tr("S&pin"), QStringLiteral("Shift+S"), Needs::Volume,
        [view] { view->setSpinning(!view->isSpinning()); }, [view] { return view->isSpinning(); });
    menu.addSeparator();
    const auto measure = [&](const QString& name, const QString& text, MeasureKind kind) {
        choice(
            menu, name, text, {}, Needs::Volume,
            [this, kind] {
                const bool on = m_measures.tool.get() == kind;
                m_measures.visible.set(true); // Nobody draws what cannot be seen.
                m_measures.tool.set(on ? std::nullopt : std::optional(kind));
            },
            [this, kind] { return m_measures.tool.get() == kind; });
    };
    measure(QStringLiteral("measureLength3d"), tr("Measure &length: click both ends"),
            MeasureKind::Length);
    measure(QStringLiteral("measureAngle3d"), tr("Measure an&gle: click end, vertex, end"),
            MeasureKind::Angle);
}

void VolumeActions::cutAlong(std::optional<SliceOrientation> plane)
{
    VolumeCrop crop = m_state.crop.get();
    if (plane)
        crop.plane = PlaneCut{*plane, crop.plane ? crop.plane->keepsNext : true};
    else
        crop.plane.reset();
    m_state.crop.set(crop);
}

void VolumeActions::cropToAnatomyAtCursor()
{
    const SliceProbe probe = probeSlice(m_state, m_state.cursorMm.get(), {0, 0, 1}, {});
    const LabelMap& map = *m_state.labels.get();
    std::vector<std::uint16_t> labels = map.labelsOf(probe.anatomyId);
    if (probe.anatomyId.empty() && probe.label != 0)
        labels = {probe.label};
    if (const auto box = boxAroundLabels(map, labels, standardCropMarginMm)) {
        VolumeCrop crop = m_state.crop.get();
        crop.box = box;
        m_state.crop.set(crop);
    }
}

void VolumeActions::fillCrop(QMenu& menu)
{
    menu.setToolTipsVisible(true);
    choice(
        menu, QStringLiteral("cropBox"), tr("Clipping &box"), QStringLiteral("Shift+B"),
        Needs::Volume,
        [this] {
            VolumeCrop crop = m_state.crop.get();
            crop.box =
                crop.box ? std::nullopt : std::optional(boxOf(m_state.volume.get()->geometry()));
            m_state.crop.set(crop);
        },
        [this] { return m_state.crop.get().box.has_value(); });
    command(menu, QStringLiteral("cropToAnatomy"), tr("To the &anatomy at the cursor"), {},
            Needs::Labels, [this] { cropToAnatomyAtCursor(); });
    menu.addSeparator();
    const auto cut = [&](const QString& name, const QString& text,
                         std::optional<SliceOrientation> plane) {
        choice(
            menu, name, text, {}, Needs::Volume, [this, plane] { cutAlong(plane); },
            [this, plane] {
                const auto& now = m_state.crop.get().plane;
                return now ? plane == now->plane : !plane;
            });
    };
    cut(QStringLiteral("cutNone"), tr("No clipping &plane"), std::nullopt);
    cut(QStringLiteral("cutAxial"), tr("Along the a&xial view"), SliceOrientation::Axial);
    cut(QStringLiteral("cutCoronal"), tr("Along the &coronal view"), SliceOrientation::Coronal);
    cut(QStringLiteral("cutSagittal"), tr("Along the &sagittal view"), SliceOrientation::Sagittal);
    command(menu, QStringLiteral("cutOtherSide"), tr("Keep the &other side"),
            QStringLiteral("Shift+O"), Needs::Volume, [this] {
                VolumeCrop crop = m_state.crop.get();
                if (crop.plane)
                    crop.plane->keepsNext = !crop.plane->keepsNext;
                m_state.crop.set(crop);
            });
    menu.addSeparator();
    command(menu, QStringLiteral("cropReset"), tr("&Reset crop"), QStringLiteral("Shift+C"),
            Needs::Volume, [this] { m_state.crop.set({}); });
}

QString VolumeActions::missing(Needs needs) const
{
    if (!m_state.volume.get())
        return tr("No study is open.");
    if (needs != Needs::Volume && !m_state.labels.get())
        return tr("The open series has no segmentation.");
    if (needs == Needs::Abnormal && m_state.abnormalAnatomies.get().empty())
        return tr("No anatomy has a finding above the model's threshold.");
    return {};
}

void VolumeActions::refresh()
{
    for (const auto& [action, needs] : m_commands) {
        const QString reason = missing(needs);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason);
    }
    for (const auto& [action, isOn] : m_choices)
        action->setChecked(isOn());
}

} // namespace fovea
