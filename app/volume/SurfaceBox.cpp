#include "app/volume/SurfaceBox.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace fovea {

SurfaceBox::SurfaceBox(ViewState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_shells(new QCheckBox(tr("Abnormal anatomy in transparent shells"), this))
    , m_reason(new QLabel(this))
{
    constexpr int leastPercent = 5; // Nobody looks for what cannot be seen.
    m_opacity->setObjectName(QStringLiteral("surfaceOpacity"));
    m_opacity->setAccessibleName(tr("Opacity of the surfaces"));
    m_opacity->setRange(leastPercent, 100);
    m_shells->setObjectName(QStringLiteral("abnormalInShellsBox"));
    m_shells->setToolTip(tr("Anatomy without a finding above the model's threshold becomes a "
                            "transparent shell around the others"));
    m_reason->setObjectName(QStringLiteral("surfaceReason"));
    m_reason->setWordWrap(true);
    auto* layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("Opacity"), m_opacity);
    layout->addRow(m_shells);
    layout->addRow(m_reason);
    connect(m_opacity, &QSlider::valueChanged, this,
            [this](int percent) { m_state.surfaceOpacity.set(percent / 100.0); });
    connect(m_shells, &QCheckBox::clicked, this,
            [this](bool on) { m_state.abnormalInShells.set(on); });
    const auto follow = [this](const auto&) { refresh(); };
    m_connections.push_back(m_state.surfaceOpacity.observe(follow));
    m_connections.push_back(m_state.abnormalInShells.observe(follow));
    m_connections.push_back(m_state.abnormalAnatomies.observe(follow));
    m_connections.push_back(m_state.volume.observe(follow));
    m_connections.push_back(m_state.labels.observe(follow));
    m_connections.push_back(m_state.volumeRendering.observe(follow));
    refresh();
}

void SurfaceBox::refresh()
{
    const QSignalBlocker opacity(m_opacity);
    m_opacity->setValue(qRound(m_state.surfaceOpacity.get() * 100));
    m_shells->setChecked(m_state.abnormalInShells.get());
    const bool hasSurfaces = m_state.labels.get() != nullptr;
    const bool hasAbnormal = !m_state.abnormalAnatomies.get().empty();
    m_opacity->setEnabled(hasSurfaces);
    m_shells->setEnabled(hasSurfaces && hasAbnormal);
    QString reason;
    if (m_state.volume.get() && !hasSurfaces)
        reason = tr("The open series has no segmentation.");
    else if (hasSurfaces && m_state.volumeRendering.get())
        reason = tr("The volume is rendered in place of the surfaces.");
    else if (hasSurfaces && !hasAbnormal)
        reason = tr("No anatomy has a finding above the model's threshold.");
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

} // namespace fovea
