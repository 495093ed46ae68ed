#pragma once

#include "model/domain/Volume.h"
#include "model/preprocess/PreparedStudy.h"
#include "model/preprocess/RegionWindow.h"

#include <ATen/core/Tensor.h>

namespace fovea {

/// A prepared study's image as a tensor [D, H, W] over its own buffer, which must outlive it.
at::Tensor hostImage(const PreparedStudy& study);

/// An image [D, H, W] of the study, on any device, with markInside() of its labels.
at::Tensor markedImage(const at::Tensor& image, const PreparedStudy& study);

/// The same image made on a device out of the CT's int16 voxels: half the bytes to carry over, and
/// resampling and windowing where they cost nothing. `study` was prepared with ImagePlace::Device
/// from `volume`. Agrees with the host's within 1e-6. Throws c10::Error, c10::OutOfMemoryError.
at::Tensor deviceImage(const Volume& volume, const PreparedStudy& study,
                       const PreprocessSettings& settings, at::Device device);

/// The window's part of an image, padded at the end with 0: [1, 1, D, H, W]. A view where nothing
/// has to be padded.
at::Tensor cutWindow(const at::Tensor& image, const RegionWindow& window);

} // namespace fovea
