#include "app/views/ViewGrid.h"

#include "viewer/volume/VolumeWidget.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>

namespace fovea {

namespace {

constexpr int VolumeField = 3;

bool platformHasOpenGl()
{
    const QString platform = QGuiApplication::platformName();
    return platform != QLatin1String("offscreen") && platform != QLatin1String("minimal");
}

} // namespace

ViewGrid::ViewGrid(ViewState& state, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    const std::array orientations{SliceOrientation::Axial, SliceOrientation::Coronal,
                                  SliceOrientation::Sagittal};
    const std::array names{QStringLiteral("axialView"), QStringLiteral("coronalView"),
                           QStringLiteral("sagittalView")};
    for (std::size_t n = 0; n < orientations.size(); ++n) {
        auto* slice = new SliceWidget(state, orientations[n], this);
        slice->setObjectName(names[n]);
        connect(slice, &SliceWidget::hovered, this, &ViewGrid::hovered);
        connect(slice, &SliceWidget::hoverLeft, this, &ViewGrid::hoverLeft);
        connect(slice, &SliceWidget::maximizeRequested, this, [this, n] { toggle(int(n)); });
        m_slices[n] = slice;
        m_fields[n] = slice;
    }
    if (platformHasOpenGl()) {
        m_volume = new VolumeWidget(state, this);
        m_volume->setObjectName(QStringLiteral("volumeView"));
        connect(m_volume, &VolumeWidget::maximizeRequested, this, [this] { toggle(VolumeField); });
        m_fields[VolumeField] = m_volume;
    } else {
        auto* missing = new QLabel(tr("3D needs OpenGL, which this display does not offer."), this);
        missing->setAlignment(Qt::AlignCenter);
        missing->setWordWrap(true);
        m_fields[VolumeField] = missing;
    }

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    for (int n = 0; n < int(m_fields.size()); ++n)
        m_layout->addWidget(m_fields[std::size_t(n)], n / 2, n % 2);
    maximize(-1);
}

SliceWidget* ViewGrid::slice(SliceOrientation orientation) const
{
    for (SliceWidget* slice : m_slices) {
        if (slice->orientation() == orientation)
            return slice;
    }
    return nullptr;
}

void ViewGrid::setSurfaces(const SurfaceSetPtr& surfaces)
{
    if (m_volume)
        m_volume->setSurfaces(surfaces);
}

void ViewGrid::toggle(int view)
{
    maximize(m_maximized == view ? -1 : view);
}

void ViewGrid::maximize(int view)
{
    m_maximized = view;
    for (int n = 0; n < int(m_fields.size()); ++n)
        m_fields[std::size_t(n)]->setVisible(view < 0 || view == n);
    // A hidden field must not keep its half of the grid.
    for (int half = 0; half < 2; ++half) {
        m_layout->setRowStretch(half, view < 0 || view / 2 == half ? 1 : 0);
        m_layout->setColumnStretch(half, view < 0 || view % 2 == half ? 1 : 0);
    }
}

void ViewGrid::resetViews()
{
    for (SliceWidget* slice : m_slices)
        slice->resetView();
    if (m_volume)
        m_volume->lookFrom(ViewDirection::Anterior);
}

} // namespace fovea
