#include "app/volume/VolumePanel.h"

#include "app/volume/CropBox.h"
#include "app/volume/SurfaceBox.h"
#include "app/volume/TransferBox.h"

#include <QGroupBox>
#include <QLabel>
#include <QVBoxLayout>

namespace fovea {

VolumePanel::VolumePanel(const Places& places, QWidget* parent)
    : QWidget(parent)
    , m_places(places)
    , m_reason(new QLabel(this))
{
    setObjectName(QStringLiteral("volumePanel"));
    m_reason->setObjectName(QStringLiteral("volumeReason"));
    m_reason->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_reason);
    ViewState& state = m_places.state;
    add(*layout, tr("Volume rendering"),
        new TransferBox(state, m_places.settings, m_places.dialogs, this));
    add(*layout, tr("Surfaces"), new SurfaceBox(state, this));
    add(*layout, tr("Crop"), new CropBox(state, m_places.catalog, this));
    layout->addStretch(1);
    m_volumeChanged = state.volume.observe([this](const auto&) { showReason(); });
    showReason();
}

void VolumePanel::add(QVBoxLayout& layout, const QString& title, QWidget* box)
{
    auto* group = new QGroupBox(title, this);
    auto* inner = new QVBoxLayout(group);
    inner->addWidget(box);
    layout.addWidget(group);
}

void VolumePanel::showReason()
{
    QString reason;
    if (!m_places.hasOpenGl)
        reason = tr("3D needs OpenGL, which this display does not offer.");
    else if (!m_places.state.volume.get())
        reason = tr("No study is open.");
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    for (QGroupBox* group : findChildren<QGroupBox*>())
        group->setEnabled(reason.isEmpty());
}

} // namespace fovea
