#pragma once

#include "viewer/slice/SliceRenderer.h"

#include <cstdint>
#include <memory>
#include <span>

namespace fovea {

/// Slices as VTK makes them on the CPU, to measure renderSlice() against: vtkImageReslice for greys
/// (linear, with its own slab modes) and for labels (nearest), vtkImageMapToWindowLevelColors,
/// vtkImageMapToColors and vtkImageBlend, on as many threads as VTK takes by itself. Fills labels;
/// knows no outlines, previews or inversion. Not linked into the window.
class ResliceSlices {
public:
    /// Looks at both, which it keeps alive; `labels` may be null, else it lies on the volume's
    /// grid.
    ResliceSlices(VolumePtr volume, LabelMapPtr labels);
    ~ResliceSlices();
    ResliceSlices(const ResliceSlices&) = delete;
    ResliceSlices& operator=(const ResliceSlices&) = delete;

    /// As renderSlice(), of this object's volume and labels whatever the request says.
    void render(const SliceRequest& request, std::span<std::uint32_t> pixels, int stride);

    /// The library's name and version.
    static const char* version();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace fovea
