// fovea-view-bench: the measurements of `fovea-cli bench view` that need windows, so that the
// command line needs none. Prints one JSON object; see app/cli/ViewBench.h, which starts it.

#include "app/viewbench/BenchStudy.h"
#include "app/viewbench/FrameBench.h"
#include "app/viewbench/StudyBench.h"
#include "viewer/bench/ResliceSlices.h"
#include "viewer/volume/VolumeWidget.h"

#include <QApplication>

#include <nlohmann/json.hpp>

#include <iostream>

using namespace fovea;

namespace {

/// Exit codes and what is written of an error are those of a fault: who starts this program tells
/// people.
int failed(const Error& error)
{
    std::cerr << "error " << static_cast<int>(error.code) << ' ' << error.detail << '\n';
    return 2;
}

nlohmann::json timesJson(const FrameBench::Times& times)
{
    return {{"fastest_ms", times.fastest},
            {"median_ms", times.median},
            {"p95_ms", times.slow},
            {"processor_ms", times.processor}};
}

nlohmann::json framesJson(const std::vector<FrameBench::Case>& cases)
{
    nlohmann::json out = nlohmann::json::array();
    for (const FrameBench::Case& one : cases)
        out.push_back({{"kind", one.kind},
                       {"wanted_fps", one.wanted},
                       {"fps", 1000 / one.ours.median},
                       {"ratio", one.peer.median / one.ours.median},
                       {"fovea", timesJson(one.ours)},
                       {"vtk", timesJson(one.peer)}});
    return out;
}

nlohmann::json studyJson(const StudyBench& bench)
{
    return {{"labels_seconds", bench.labelsSeconds},
            {"surfaces_seconds", bench.surfacesSeconds},
            {"surfaces", bench.surfaces},
            {"triangles", bench.triangles},
            {"turn_ms", bench.turnMs},
            {"whole_ms", bench.wholeMs},
            {"pixel_bytes", bench.pixelBytes},
            {"memory_bytes", bench.memoryBytes},
            {"drawn_3d", bench.drawn3d}};
}

} // namespace

/// fovea-view-bench frames|study SLICES FRAMES
int main(int argc, char** argv)
{
    VolumeWidget::setDefaultSurfaceFormat();
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int slices = arguments.value(2).toInt();
    const int frames = arguments.value(3).toInt();
    if (arguments.size() != 4 || slices < 1 || frames < 1) {
        std::cerr << "fovea-view-bench frames|study SLICES FRAMES\n";
        return 1;
    }
    const double start = StudyBench::residentBytes();
    const auto study = BenchStudy::make(slices, {});
    if (!study)
        return failed(study.error());
    nlohmann::json out{{"platform", QGuiApplication::platformName().toStdString()},
                       {"structures", study->labels->structures().size()}};
    if (arguments[1] == QLatin1String("frames")) {
        const auto cases = FrameBench::run(*study, frames, {});
        if (!cases)
            return failed(cases.error());
        out["vtk"] = ResliceSlices::version();
        out["frames"] = framesJson(*cases);
    } else {
        const auto bench = StudyBench::run(*study, start, {});
        if (!bench)
            return failed(bench.error());
        out["study"] = studyJson(*bench);
    }
    std::cout << out.dump() << '\n';
    return 0;
}
