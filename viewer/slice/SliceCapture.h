#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Measure.h"
#include "model/domain/Volume.h"
#include "viewer/Colour.h"
#include "viewer/WindowPreset.h"
#include "viewer/slice/SlicePlane.h"
#include "viewer/slice/SliceRenderer.h"

#include <QImage>

namespace fovea {

class ViewState;

/// A picture of a slice without a view: whole, in a standard plane, with what a reader sees over
/// it. Values only, so that it can be made on any thread.
struct SliceCapture {
    VolumePtr volume;      ///< Required.
    LabelMapPtr labels;    ///< On the volume's grid; null: none.
    LabelTable labelTable; ///< How they are painted.
    int outlinePixels = 0; ///< SliceRequest's.
    MeasureList measures;  ///< Those that lie in the slice are drawn.
    bool inverted = false;
    Interpolation interpolation = Interpolation::Linear;
    SliceOrientation orientation = SliceOrientation::Axial;
    Vec3 positionMm{0, 0, 0}; ///< In the slice; LPS.
    WindowLevel window;
    int longestSide = 1024; ///< Pixels; the other side follows from what is shown.

    /// Labels, measures apart, and looks as `state` shows them now. GUI thread.
    static SliceCapture of(ViewState& state);
};

struct CapturedSlice {
    QImage image; ///< RGB32.
    SliceAxes axes;
    double mmPerPixel = 1.0;
    int slice = 0;  ///< From 1, in reading direction.
    int slices = 0; ///< Of the stack.
};

/// Paints the slice with its labels, measures and their values, orientation letters, number, window
/// and scale bar; nothing of the patient. Any thread that a QGuiApplication lives beside (fonts).
CapturedSlice captureSlice(const SliceCapture& capture);

} // namespace fovea
