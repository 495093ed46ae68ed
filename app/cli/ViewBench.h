#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json.hpp>

namespace fovea {

/// `bench view [--slices N] [--frames N]`: how fast a synthetic study of 512 x 512 x N voxels with
/// 117 structures is shown in a window of 1900 x 1060.
/// - Slices that follow the cursor: one plane, three linked, turned off the grid, as maximum of
///   10 mm; each beside VTK's vtkImageReslice in the same panes (see FrameBench).
/// - A label map from an array to its first picture, surfaces of all structures, how they follow
/// the
///   mouse in 3D, memory with four panes (see StudyBench). The fourth pane is drawn where there is
///   a display.
///
/// Works through `fovea-view-bench`, a program beside this one, so that the command line itself
/// needs no windows: once without a display for the slices, once with it for the rest.
///
/// --json: {"processor", "threads", "slices", "structures", "vtk", "frames": [{"kind", "wanted_fps"
///  (0: none), "fps", "ratio", "fovea": {"fastest_ms", "median_ms", "p95_ms", "processor_ms"},
///  "vtk": the same}], "study": {"labels_seconds", "surfaces_seconds", "surfaces", "triangles",
///  "turn_ms", "whole_ms" (0 without a display), "pixel_bytes", "memory_bytes", "drawn_3d"}}
class ViewBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::ViewBench)

public:
    /// FileNotFound where the program is missing; Internal where it fails; Cancelled.
    static Result<nlohmann::json> run(CommandContext& context, int slices, int frames);
    static QString text(const nlohmann::json& report);

private:
    static QString framesText(const nlohmann::json& report);
    static QString studyText(const nlohmann::json& study);
    static QString kindName(const std::string& kind);
};

} // namespace fovea
