#pragma once

#include "app/viewbench/BenchStudy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstddef>

namespace fovea {

/// What it takes to have a segmented study in four panes of a window of 1900 x 1060: three planes
/// and, where the application's platform has OpenGL, the surfaces in 3D. GUI thread only.
struct StudyBench {
    double labelsSeconds = 0.0;   ///< From labels in an array to their first picture.
    double surfacesSeconds = 0.0; ///< All surfaces from the label map.
    std::size_t surfaces = 0;
    std::size_t triangles = 0;
    double turnMs = 0.0;  ///< Median frame of surfaces that the mouse turns; 0: not drawn.
    double wholeMs = 0.0; ///< From the last movement until they are drawn with all triangles.
    double pixelBytes = 0.0;
    /// Resident memory of the whole program with study, labels, surfaces and pictures, without what
    /// making the study took; 0: not known.
    double memoryBytes = 0.0;
    bool drawn3d = false; ///< The fourth pane was drawn, not only made.

    /// `startBytes` is residentBytes() before the study was made.
    static Result<StudyBench> run(const BenchStudy& study, double startBytes,
                                  const Progress& progress);
    /// Resident memory of this process in bytes; 0 where the system does not say.
    static double residentBytes();
};

} // namespace fovea
