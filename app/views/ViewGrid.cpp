#include "app/views/ViewGrid.h"

#include "app/text/structureName.h"
#include "app/views/ViewPane.h"
#include "viewer/slice/Lightbox.h"
#include "viewer/volume/VolumeWidget.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

bool platformHasOpenGl()
{
    const QString platform = QGuiApplication::platformName();
    return platform != QLatin1String("offscreen") && platform != QLatin1String("minimal");
}

} // namespace

ViewGrid::ViewGrid(ViewState& state, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_arrangement(&layoutCalled({}))
{
    const std::array orientations{SliceOrientation::Axial, SliceOrientation::Coronal,
                                  SliceOrientation::Sagittal};
    for (std::size_t n = 0; n < orientations.size(); ++n) {
        auto* slice = new SliceWidget(state, orientations[n], this);
        slice->setObjectName(viewId(views[n]) + QStringLiteral("View"));
        slice->setStructureNamer(structureName);
        connect(slice, &SliceWidget::hovered, this, &ViewGrid::hovered);
        connect(slice, &SliceWidget::hoverLeft, this, &ViewGrid::hoverLeft);
        connect(slice, &SliceWidget::maximizeRequested, this, [this, n] { toggle(views[n]); });
        m_slices[n] = slice;
        addPane(views[n], slice);
    }
    if (platformHasOpenGl()) {
        m_volume = new VolumeWidget(state, this);
        m_volume->setObjectName(QStringLiteral("volumeView"));
        connect(m_volume, &VolumeWidget::maximizeRequested, this, [this] { toggle(View::Volume); });
        addPane(View::Volume, m_volume);
    } else {
        auto* missing = new QLabel(tr("3D needs OpenGL, which this display does not offer."), this);
        missing->setAlignment(Qt::AlignCenter);
        missing->setWordWrap(true);
        addPane(View::Volume, missing);
    }
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(2);
    place();
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { noteFocus(now); });
}

void ViewGrid::addPane(View view, QWidget* content)
{
    auto* pane = new ViewPane(view, content, this);
    connect(pane, &ViewPane::maximizeRequested, this, [this, view] { toggle(view); });
    connect(pane, &ViewPane::viewChosen, this, [this, view](View wanted) {
        exchange(view, wanted);
        m_panes[std::size_t(wanted)]->shown()->setFocus();
    });
    m_panes[std::size_t(view)] = pane;
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

void ViewGrid::arrange(const Layout& layout, const ViewOrder& order)
{
    m_arrangement = &layoutCalled(layout.id);
    m_order = order;
    if (layout.lightbox && m_order.front() == View::Volume)
        std::swap(m_order[0], m_order[1]); // 3D has no slices to lay out.
    m_maximized = -1;
    place();
    Q_EMIT arranged();
}

void ViewGrid::exchange(View present, View wanted)
{
    std::swap(*std::ranges::find(m_order, present), *std::ranges::find(m_order, wanted));
    if (m_maximized == int(present))
        m_maximized = int(wanted);
    place();
    Q_EMIT arranged();
}

void ViewGrid::toggle(View view)
{
    // What the layout does not show, or shows alone, has nothing to go back to but the layout.
    maximize(m_maximized == int(view) ? -1 : int(view));
}

void ViewGrid::maximize(int view)
{
    m_maximized = view;
    place();
}

void ViewGrid::place()
{
    const Layout& layout = m_maximized < 0 ? *m_arrangement : layouts().front();
    ViewOrder order = m_order;
    if (m_maximized >= 0)
        std::swap(*std::ranges::find(order, views[std::size_t(m_maximized)]), order.front());
    for (ViewPane* pane : m_panes)
        m_grid->removeWidget(pane);
    const std::optional<View> inTiles = tiled();
    for (std::size_t n = 0; n < order.size(); ++n) {
        ViewPane* pane = m_panes[std::size_t(order[n])];
        const bool shown = n < layout.cells.size();
        if (shown) {
            const LayoutCell& cell = layout.cells[n];
            m_grid->addWidget(pane, cell.row, cell.column, cell.rowSpan, cell.columnSpan);
        }
        pane->showInstead(inTiles == order[n] ? lightbox(order[n]) : nullptr);
        pane->setVisible(shown);
    }
    // Rows and columns of the layout before must not keep their share.
    const auto stretch = [](const std::vector<int>& stretches, int n) {
        return n < int(stretches.size()) ? stretches[std::size_t(n)] : 0;
    };
    for (int n = 0; n < int(views.size()); ++n) {
        m_grid->setRowStretch(n, stretch(layout.rowStretches, n));
        m_grid->setColumnStretch(n, stretch(layout.columnStretches, n));
    }
    Q_EMIT activeChanged();
}

std::optional<View> ViewGrid::tiled() const
{
    if (m_maximized >= 0 || !m_arrangement->lightbox)
        return std::nullopt;
    return m_order.front() == View::Volume ? std::nullopt : std::optional(m_order.front());
}

Lightbox* ViewGrid::lightbox(View view)
{
    Lightbox*& box = m_lightboxes[std::size_t(view)];
    if (box)
        return box;
    SliceWidget* alone = m_slices[std::size_t(view)];
    ViewPane* pane = m_panes[std::size_t(view)];
    box = new Lightbox(alone->state(), alone->orientation(), pane);
    box->setObjectName(viewId(view) + QStringLiteral("Lightbox"));
    box->setStep(m_tileStep);
    for (int n = 0; n < Lightbox::tileCount; ++n) {
        SliceWidget* tile = box->tiles()[std::size_t(n)];
        tile->setObjectName(viewId(view) + QStringLiteral("Tile%1").arg(n));
        tile->setStructureNamer(structureName);
    }
    connect(box, &Lightbox::hovered, this, &ViewGrid::hovered);
    connect(box, &Lightbox::hoverLeft, this, &ViewGrid::hoverLeft);
    connect(box, &Lightbox::maximizeRequested, this, [this, view] { toggle(view); });
    return box;
}

void ViewGrid::setTileStep(int slices)
{
    if (slices == m_tileStep)
        return;
    m_tileStep = slices;
    for (Lightbox* box : m_lightboxes) {
        if (box)
            box->setStep(slices);
    }
    Q_EMIT tileStepChanged(slices);
}

void ViewGrid::resetViews()
{
    for (Lightbox* box : m_lightboxes) {
        if (box)
            box->resetView();
    }
    for (SliceWidget* slice : m_slices)
        slice->resetView();
    if (m_volume)
        m_volume->lookFrom(ViewDirection::Anterior);
}

void ViewGrid::noteFocus(const QWidget* now)
{
    if (!now)
        return;
    for (const ViewPane* pane : m_panes) {
        const bool inside = pane->shown() == now || pane->shown()->isAncestorOf(now);
        if (inside && m_active != pane->view()) {
            m_active = pane->view();
            Q_EMIT activeChanged();
        }
    }
}

bool ViewGrid::isShown(View view) const
{
    return !m_panes[std::size_t(view)]->isHidden();
}

View ViewGrid::active() const
{
    if (isShown(m_active))
        return m_active;
    return *std::ranges::find_if(m_order, [this](View view) { return isShown(view); });
}

SliceOrientation ViewGrid::activeSlice() const
{
    const auto isActive = [this](SliceOrientation o) { return viewOf(o) == active(); };
    if (const auto it = std::ranges::find_if(sliceOrientations, isActive);
        it != sliceOrientations.end())
        return *it;
    const auto shown = [this](SliceOrientation o) { return isShown(viewOf(o)); };
    const auto it = std::ranges::find_if(sliceOrientations, shown);
    return it != sliceOrientations.end() ? *it : SliceOrientation::Axial;
}

void ViewGrid::reveal(SliceOrientation orientation)
{
    const View view = viewOf(orientation);
    if (!isShown(view)) {
        if (m_maximized >= 0)
            maximize(int(view)); // Alone stays alone.
        else
            exchange(m_order.front(), view);
    }
    pane(orientation).shown()->setFocus();
}

QImage ViewGrid::picture() const
{
    QWidget* content = m_panes[std::size_t(active())]->shown();
    if (content == m_volume && m_volume)
        return m_volume->picture();
    const QImage whole = content->grab().toImage();
    const int edge = int(std::ceil(whole.devicePixelRatio()));
    QImage inner = whole.copy(whole.rect().adjusted(edge, edge, -edge, -edge));
    inner.setDevicePixelRatio(1);
    return inner;
}

} // namespace fovea
