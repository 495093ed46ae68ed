#pragma once

#include "app/viewbench/BenchStudy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <string>
#include <vector>

namespace fovea {

/// Frames a second of slices that follow the cursor, in a window of 1900 x 1060 with three planes
/// side by side and labels over them, on the platform that the application runs on. A frame is from
/// the change of the cursor until Qt has painted the window. The peer paints the same panes with
/// VTK (ReslicePane). GUI thread only.
class FrameBench {
public:
    /// Of the frames of one case, in milliseconds.
    struct Times {
        double fastest = 0.0; ///< What an idle machine would take, on a busy one.
        double median = 0.0;
        double slow = 0.0;      ///< The 95th percentile.
        double processor = 0.0; ///< Processor time of all threads, mean.
    };
    struct Case {
        std::string kind;
        double wanted = 0.0; ///< Frames a second that are asked for; 0: none.
        Times ours;
        Times peer;
    };

    /// `frames` per case, and at most as many of the peer in two seconds. Cancelled.
    static Result<std::vector<Case>> run(const BenchStudy& study, int frames,
                                         const Progress& progress);
};

} // namespace fovea
