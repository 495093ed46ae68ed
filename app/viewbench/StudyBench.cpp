#include "app/viewbench/StudyBench.h"

#include "viewer/slice/SliceWidget.h"
#include "viewer/volume/VolumeWidget.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMouseEvent>

#include <algorithm>
#include <malloc.h>
#include <vector>

namespace fovea {

namespace {

double seconds(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

bool hasOpenGl()
{
    return QGuiApplication::platformName() == QLatin1String("xcb");
}

/// As a reader turns the patient: one movement of the mouse, one picture.
void turn(VolumeWidget& volume, StudyBench& bench)
{
    constexpr int frames = 40;
    // The first pictures also bring triangles to the graphics memory.
    constexpr int unmeasured = 3;
    const QPointF middle(volume.width() / 2.0, volume.height() / 2.0);
    const auto mouse = [&](QEvent::Type type, int x) {
        const QPointF at = middle + QPointF(x, 0);
        const bool moves = type == QEvent::MouseMove;
        const bool held = type != QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, volume.mapToGlobal(at), moves ? Qt::NoButton : Qt::LeftButton,
                          held ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&volume, &event);
    };
    // Qt puts pictures with OpenGL in them off until the event loop: repaint() does not help.
    int pictures = 0;
    const auto counting = QObject::connect(&volume, &QOpenGLWidget::frameSwapped, &volume,
                                           [&pictures] { ++pictures; });
    std::vector<double> times;
    QElapsedTimer clock;
    mouse(QEvent::MouseButtonPress, 0);
    for (int n = 0; n < frames + unmeasured; ++n) {
        clock.start();
        mouse(QEvent::MouseMove, 10 + 5 * n);
        for (const int before = pictures; pictures == before && clock.elapsed() < 2000;)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        if (n >= unmeasured)
            times.push_back(1000 * seconds(clock));
    }
    mouse(QEvent::MouseButtonRelease, 10 + 5 * (frames + unmeasured));
    std::ranges::sort(times);
    bench.turnMs = times[times.size() / 2];
    clock.start();
    while (!volume.isWhole() && clock.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    bench.wholeMs = 1000 * seconds(clock);
    QObject::disconnect(counting);
}

} // namespace

double StudyBench::residentBytes()
{
    // What was freed and only waits to be used again is not what views take.
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble() * 1024;
    }
    return 0;
}

Result<StudyBench> StudyBench::run(const BenchStudy& study, double startBytes,
                                   const Progress& progress)
{
    StudyBench bench;
    bench.pixelBytes = static_cast<double>(study.volume->voxels().size_bytes());
    const double made = residentBytes();

    ViewState state;
    QWidget window;
    window.resize(1900, 1060);
    auto* layout = new QGridLayout(&window);
    layout->addWidget(new SliceWidget(state, SliceOrientation::Axial), 0, 0);
    layout->addWidget(new SliceWidget(state, SliceOrientation::Coronal), 0, 1);
    layout->addWidget(new SliceWidget(state, SliceOrientation::Sagittal), 1, 0);
    auto* volume = hasOpenGl() ? new VolumeWidget(state) : nullptr;
    if (volume)
        layout->addWidget(volume, 1, 1);
    else
        layout->addWidget(new QWidget, 1, 1);
    state.show(study.volume);
    window.show();
    QCoreApplication::processEvents();

    std::vector<std::uint16_t> array(study.labels->labels().begin(), study.labels->labels().end());
    QElapsedTimer clock;
    clock.start();
    const LabelMapPtr labels =
        LabelMap::create(study.labels->geometry(), std::move(array), study.labels->structures());
    state.labels.set(labels);
    QCoreApplication::sendPostedEvents();
    bench.labelsSeconds = seconds(clock);

    clock.start();
    auto surfaces = buildSurfaces(labels, {}, progress);
    if (!surfaces)
        return surfaces.error();
    bench.surfacesSeconds = seconds(clock);
    bench.surfaces = (*surfaces)->surfaceCount();
    bench.triangles = (*surfaces)->triangleCount();
    if (volume) {
        bench.drawn3d = volume->setSurfaces(*surfaces);
        volume->repaint();
        QCoreApplication::processEvents();
        turn(*volume, bench);
    }
    // The volume counts, and one label map: the other one is the bench's own.
    if (made > 0 && startBytes > 0)
        bench.memoryBytes = startBytes + bench.pixelBytes + (residentBytes() - made);
    return bench;
}

} // namespace fovea
