#include "app/viewbench/FrameBench.h"

#include "app/viewbench/ReslicePane.h"
#include "viewer/slice/SliceWidget.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>

#include <algorithm>
#include <ctime>
#include <numbers>

namespace fovea {

namespace {

constexpr QSize windowSize(1900, 1060);
constexpr std::array orientations{SliceOrientation::Axial, SliceOrientation::Coronal,
                                  SliceOrientation::Sagittal};

/// How the study is shown and how the cursor moves in one case.
struct Scene {
    std::string kind;
    double wanted = 0.0;
    bool oblique = false;
    bool allMove = false;
    bool slabs = false;
};

const std::vector<Scene>& scenes()
{
    static const std::vector<Scene> all{
        {"one", 120},
        {"linked", 60, false, true},
        {"oblique", 30, true},
        {"oblique_linked", 0, true, true},
        {"slab", 30, false, false, true},
        {"slab_linked", 0, false, true, true},
        {"oblique_slab", 30, true, false, true},
        {"oblique_slab_linked", 0, true, true, true},
    };
    return all;
}

/// About two axes, so that no plane follows the grid.
PlaneFrame turnedFrame()
{
    constexpr double degree = std::numbers::pi / 180;
    return PlaneFrame()
        .turned(SliceOrientation::Sagittal, 25 * degree)
        .turned(SliceOrientation::Coronal, 15 * degree)
        .turned(SliceOrientation::Axial, 20 * degree);
}

void arrange(ViewState& state, const Scene& scene)
{
    state.cursorMm.set(state.volume.get()->geometry().centreMm());
    state.frame.set(scene.oblique ? turnedFrame() : PlaneFrame());
    for (const SliceOrientation orientation : orientations)
        state.slab(orientation)
            .set(scene.slabs ? Slab{SlabMode::Maximum, 10} : Slab{SlabMode::Off, 10});
}

/// Of all threads of this process, in milliseconds.
double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The cursor goes forth and back by a voxel's width a frame, along the normal of the axial plane
/// or of all three.
FrameBench::Times measure(ViewState& state, const Scene& scene, int frames, double mostSeconds,
                          const Progress& progress)
{
    const ImageGeometry& geometry = state.volume.get()->geometry();
    const Vec3 middle = geometry.centreMm();
    Vec3 step = state.frame.get().axes(SliceOrientation::Axial).next * geometry.spacingMm[2];
    if (scene.allMove) {
        for (const auto other : {SliceOrientation::Coronal, SliceOrientation::Sagittal})
            step = step + state.frame.get().axes(other).next * geometry.spacingMm[0];
    }
    constexpr int turn = 60;
    // The first pictures after a change also fill caches.
    constexpr int unmeasured = 3;
    std::vector<double> times;
    QElapsedTimer all;
    all.start();
    double processor = 0;
    for (int n = 0; n < frames + unmeasured && !progress.cancelled(); ++n) {
        if (times.size() > 3 && static_cast<double>(all.elapsed()) > mostSeconds * 1000)
            break;
        const int phase = n % (2 * turn);
        const double at = (phase < turn ? phase : 2 * turn - phase) - turn / 2 + 0.5;
        QElapsedTimer clock;
        clock.start();
        const double processorBefore = processorMs();
        state.cursorMm.set(middle + step * at);
        QCoreApplication::sendPostedEvents();
        if (n < unmeasured)
            continue;
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        processor += processorMs() - processorBefore;
    }
    if (times.empty())
        return {};
    std::ranges::sort(times);
    return {times.front(), times[times.size() / 2], times[times.size() * 95 / 100],
            processor / static_cast<double>(times.size())};
}

template <typename Pane> struct Panes {
    QWidget window;

    explicit Panes(ViewState& state)
    {
        window.resize(windowSize);
        auto* layout = new QHBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(2);
        for (const SliceOrientation orientation : orientations)
            layout->addWidget(new Pane(state, orientation, &window));
        window.show();
        QCoreApplication::processEvents();
    }
};

} // namespace

Result<std::vector<FrameBench::Case>> FrameBench::run(const BenchStudy& study, int frames,
                                                      const Progress& progress)
{
    ViewState state;
    state.show(study.volume, study.labels);
    std::vector<Case> cases;
    const double parts = 2.0 * static_cast<double>(scenes().size());
    const auto measureAll = [&](double mostSeconds, double done, auto into) {
        for (std::size_t n = 0; n < cases.size(); ++n) {
            arrange(state, scenes()[n]);
            QCoreApplication::processEvents();
            cases[n].*into = measure(state, scenes()[n], frames, mostSeconds, progress);
            progress.report(done + static_cast<double>(n + 1) / parts);
        }
    };
    for (const Scene& scene : scenes())
        cases.push_back({scene.kind, scene.wanted, {}, {}});
    {
        const Panes<SliceWidget> ours(state);
        measureAll(10, 0, &Case::ours);
    }
    {
        const Panes<ReslicePane> peer(state);
        measureAll(2, 0.5, &Case::peer);
    }
    if (progress.cancelled())
        return makeError(ErrorCode::Cancelled);
    return cases;
}

} // namespace fovea
