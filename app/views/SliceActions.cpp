#include "app/views/SliceActions.h"

#include "app/views/ActiveSlice.h"
#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/viewerTexts.h"

#include <QAction>
#include <QMenu>

namespace fovea {

SliceActions::SliceActions(ViewState& state, ActiveSlice& active, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_active(active)
{
    connect(&m_active, &ActiveSlice::changed, this, &SliceActions::sync);
}

QAction* SliceActions::command(QMenu& menu, const QString& objectName, const QString& text,
                               const QString& key, std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(key));
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] {
        run();
        sync();
    });
    menu.addAction(action);
    return action;
}

QAction* SliceActions::choice(QMenu& menu, const QString& objectName, const QString& text,
                              const QString& key, std::function<void()> run,
                              std::function<bool()> isOn)
{
    QAction* action = command(menu, objectName, text, key, std::move(run));
    action->setCheckable(true);
    action->setChecked(isOn());
    m_choices.emplace_back(action, std::move(isOn));
    return action;
}

void SliceActions::sync()
{
    for (const auto& [action, isOn] : m_choices)
        action->setChecked(isOn());
}

void SliceActions::fill(QMenu& menu)
{
    fillMouseMenu(*menu.addMenu(tr("&Left mouse button")));
    fillSlabMenu(*menu.addMenu(tr("&Thick slice")));
    menu.addSeparator();
    command(menu, QStringLiteral("resetPlanes"), tr("&Reset planes"), QStringLiteral("Shift+R"),
            [this] {
                const SliceWidget* view = m_active.view();
                (view ? view->state() : m_state).frame.set({});
            });
    fillTurns(menu);
    menu.addSeparator();
    choice(
        menu, QStringLiteral("invert"), tr("&Invert gray scale"), QStringLiteral("V"),
        [this] { m_state.inverted.set(!m_state.inverted.get()); },
        [this] { return m_state.inverted.get(); });
    menu.addSeparator();
    fillCine(menu);

    const auto follow = [this](const auto&) { sync(); };
    m_connections.push_back(m_state.inverted.observe(follow));
    m_connections.push_back(m_state.mouseMode.observe(follow));
    m_connections.push_back(m_state.cineFps.observe(follow));
    for (const SliceOrientation orientation :
         {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
        m_connections.push_back(m_state.slab(orientation).observe(follow));
    // Which view is meant may have changed with the layout.
    connect(&menu, &QMenu::aboutToShow, this, &SliceActions::sync);
}

void SliceActions::fillMouseMenu(QMenu& menu)
{
    const auto add = [&](const QString& name, const QString& text, const QString& key,
                         MouseMode mode) {
        choice(
            menu, name, text, key, [this, mode] { m_state.mouseMode.set(mode); },
            [this, mode] { return m_state.mouseMode.get() == mode; });
    };
    add(QStringLiteral("mouseCrosshair"), tr("&Crosshair"), QStringLiteral("Q"),
        MouseMode::Crosshair);
    add(QStringLiteral("mouseScroll"), tr("&Scroll"), QStringLiteral("U"), MouseMode::Scroll);
    add(QStringLiteral("mouseWindow"), tr("&Window level"), QStringLiteral("D"), MouseMode::Window);
    add(QStringLiteral("mouseZoom"), tr("&Zoom"), QStringLiteral("Z"), MouseMode::Zoom);
    add(QStringLiteral("mousePan"), tr("&Pan"), QStringLiteral("G"), MouseMode::Pan);
}

void SliceActions::turn(PictureTurn (PictureTurn::*how)() const)
{
    if (SliceWidget* view = m_active.view())
        view->setTurn((view->turn().*how)());
}

void SliceActions::fillTurns(QMenu& menu)
{
    command(menu, QStringLiteral("flipHorizontally"), tr("Flip &horizontally"),
            QStringLiteral("Ctrl+Shift+H"), [this] { turn(&PictureTurn::flippedHorizontally); });
    command(menu, QStringLiteral("flipVertically"), tr("Flip &vertically"),
            QStringLiteral("Ctrl+Shift+V"), [this] { turn(&PictureTurn::flippedVertically); });
    command(menu, QStringLiteral("rotateClockwise"), tr("Rotate cloc&kwise"),
            QStringLiteral("Ctrl+Right"), [this] { turn(&PictureTurn::rotatedClockwise); });
    command(menu, QStringLiteral("rotateCounterclockwise"), tr("Rotate counterclock&wise"),
            QStringLiteral("Ctrl+Left"), [this] { turn(&PictureTurn::rotatedCounterclockwise); });
    command(menu, QStringLiteral("resetTurn"), tr("Un&do flips and rotations"), {}, [this] {
        if (SliceWidget* view = m_active.view())
            view->setTurn({});
    });
}

void SliceActions::changeSlab(const std::function<Slab(const Slab&)>& change)
{
    SliceWidget* view = m_active.view();
    if (!view)
        return;
    Property<Slab>& slab = view->state().slab(view->orientation());
    slab.set(change(slab.get()));
}

void SliceActions::fillSlabMenu(QMenu& menu)
{
    const auto shown = [this] {
        const SliceWidget* view = m_active.view();
        return view ? view->slab() : Slab{};
    };
    const auto mode = [&](const QString& name, const QString& text, SlabMode wanted) {
        choice(
            menu, name, text, {},
            [this, wanted] {
                changeSlab([wanted](const Slab& now) { return Slab{wanted, now.thicknessMm}; });
            },
            [shown, wanted] { return shown().mode == wanted; });
    };
    mode(QStringLiteral("slabOff"), tr("&Thin slice"), SlabMode::Off);
    mode(QStringLiteral("slabMaximum"), tr("Ma&ximum (MIP)"), SlabMode::Maximum);
    mode(QStringLiteral("slabMinimum"), tr("Mi&nimum (MinIP)"), SlabMode::Minimum);
    mode(QStringLiteral("slabAverage"), tr("&Average"), SlabMode::Average);
    command(menu, QStringLiteral("slabNext"), tr("N&ext of these"), QStringLiteral("M"), [this] {
        changeSlab([](const Slab& now) {
            return Slab{static_cast<SlabMode>((static_cast<int>(now.mode) + 1) % 4),
                        now.thicknessMm};
        });
    });
    menu.addSeparator();
    for (const int mm : {5, 10, 20, 30, 50}) {
        choice(
            menu, QStringLiteral("slab%1").arg(mm), tr("%1 mm").arg(mm), {},
            [this, mm] {
                changeSlab([mm](const Slab& now) {
                    return Slab{now.isThick() ? now.mode : SlabMode::Maximum, 1.0 * mm};
                });
            },
            [shown, mm] { return shown().isThick() && shown().thicknessMm == mm; });
    }
    menu.addSeparator();
    command(menu, QStringLiteral("slabThicker"), tr("Thi&cker"), QStringLiteral("Ctrl+Shift+Up"),
            [this] { changeSlab([](const Slab& now) { return thickened(now, 1); }); });
    command(menu, QStringLiteral("slabThinner"), tr("Thinne&r"), QStringLiteral("Ctrl+Shift+Down"),
            [this] { changeSlab([](const Slab& now) { return thickened(now, -1); }); });
}

void SliceActions::fillCine(QMenu& menu)
{
    QAction* play = choice(
        menu, QStringLiteral("cine"), tr("&Cine"), QStringLiteral("C"),
        [this] {
            if (SliceWidget* view = m_active.view()) {
                view->cine().toggle();
                // It also stops by itself, when the reader scrolls.
                connect(&view->cine(), &CinePlayer::playingChanged, this, &SliceActions::sync,
                        Qt::UniqueConnection);
            }
        },
        [this] {
            const SliceWidget* view = m_active.view();
            return view && view->cine().isPlaying();
        });
    play->setToolTip(tr("Plays through the slices until the reader scrolls"));
    QMenu* speeds = menu.addMenu(tr("Cine &speed"));
    for (const int fps : {5, 10, 15, 20, 30, 45, 60}) {
        choice(
            *speeds, QStringLiteral("cine%1").arg(fps), tr("%1 frames per second").arg(fps), {},
            [this, fps] { m_state.cineFps.set(fps); },
            [this, fps] { return m_state.cineFps.get() == fps; });
    }
}

} // namespace fovea
