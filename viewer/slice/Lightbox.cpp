#include "viewer/slice/Lightbox.h"

#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceOverlay.h"
#include "viewer/slice/SliceSlider.h"

#include <QGridLayout>

#include <algorithm>

namespace fovea {

Lightbox::Lightbox(ViewState& state, SliceOrientation orientation, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_slider(new SliceSlider(planeColour(orientation), this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(1);
    for (int n = 0; n < tileCount; ++n) {
        m_tiles[std::size_t(n)] = new SliceWidget(state, orientation, this);
        addTile(n);
        grid->addWidget(m_tiles[std::size_t(n)], n / side, n % side);
    }
    m_slider->setFixedWidth(SliceSlider::thickness);
    m_slider->setAccessibleName(tr("Slice"));
    connect(m_slider, &SliceSlider::sliderMoved, this, &Lightbox::scrollTo);
    grid->addWidget(m_slider, 0, side, side, 1);
    setFocusProxy(m_tiles[tileCount / 2]);
    // After the tiles, which hear of it first.
    m_connections.push_back(m_state.volume.observe([this](const VolumePtr& volume) {
        m_first.reset();
        // ViewState::show() will put the cursor there.
        lay(volume ? volume->geometry().centreMm() : Vec3{});
    }));
    m_connections.push_back(m_state.frame.observe([this](const PlaneFrame&) {
        m_first.reset();
        lay(m_state.cursorMm.get());
    }));
    m_connections.push_back(m_state.cursorMm.observe([this](const Vec3& at) { lay(at); }));
    lay(m_state.cursorMm.get());
}

void Lightbox::addTile(int n)
{
    SliceWidget* tile = m_tiles[std::size_t(n)];
    tile->pin(n + 1);
    tile->setPageSlices(tileCount);
    connect(tile, &SliceWidget::hovered, this, &Lightbox::hovered);
    connect(tile, &SliceWidget::hoverLeft, this, &Lightbox::hoverLeft);
    connect(tile, &SliceWidget::maximizeRequested, this, &Lightbox::maximizeRequested);
    connect(tile, &SliceWidget::scrollRequested, this, &Lightbox::scroll);
    connect(&tile->cine(), &CinePlayer::stepRequested, this, &Lightbox::play);
    connect(tile, &SliceWidget::viewChanged, this, [this, tile] {
        for (SliceWidget* other : m_tiles) {
            if (other && other != tile)
                other->showLike(*tile);
        }
    });
}

std::optional<SliceStack> Lightbox::stack() const
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return std::nullopt;
    return SliceStack(volume->geometry(), m_tiles.front()->axes().next);
}

void Lightbox::lay(const Vec3& atMm)
{
    const auto slices = stack();
    if (!slices) {
        m_slider->show(0, 0);
        return;
    }
    constexpr int last = tileCount - 1;
    const int now = slices->numberAt(atMm);
    int first = m_first.value_or(now - last / 2 * m_step);
    // Into the tile that already has the slice or is the closest to having it.
    first = now - std::clamp((now - first) / m_step, 0, last) * m_step;
    // No page begins before the series, and none goes beyond its end that could be full.
    while (first < 1)
        first += m_step;
    while (first + last * m_step > slices->count() && first - m_step >= 1)
        first -= m_step;
    m_first = first;
    for (int n = 0; n < tileCount; ++n)
        m_tiles[std::size_t(n)]->pin(first + n * m_step);
    m_slider->show(now, slices->count());
}

void Lightbox::setStep(int slices)
{
    m_step = std::max(1, slices);
    m_first.reset();
    lay(m_state.cursorMm.get());
}

void Lightbox::scroll(int tiles)
{
    const auto slices = stack();
    if (!slices)
        return;
    const int now = slices->numberAt(m_state.cursorMm.get());
    const int wanted = std::clamp(now + tiles * m_step, 1, slices->count());
    m_first = m_first.value_or(now) + wanted - now; // The frame stays in its tile where it can.
    scrollTo(wanted);
}

void Lightbox::play()
{
    const auto slices = stack();
    if (!slices)
        return;
    const int now = slices->numberAt(m_state.cursorMm.get());
    if (now + m_step <= slices->count()) {
        scroll(1);
        return;
    }
    // From the end on with the first page, whose slices are those that were gone through.
    m_first = (now - 1) % m_step + 1;
    scrollTo(*m_first);
}

void Lightbox::scrollTo(int number)
{
    if (const auto slices = stack())
        m_state.cursorMm.set(slices->movedInto(number, m_state.cursorMm.get()));
}

void Lightbox::resetView()
{
    m_tiles.front()->resetView();
}

} // namespace fovea
