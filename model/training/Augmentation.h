#pragma once

#include "model/training/TrainingCase.h"

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Standard C++ only.

namespace fovea {

/// What training changes in a window. The defaults change nothing; the released training flips each
/// axis with probability 0.2 and changes nothing else.
struct Augmentation {
    /// Probability of mirroring along D, H, W, each drawn on its own. Mirrored along W, left is
    /// right: see swapSides.
    std::array<double, 3> flips{0, 0, 0};
    /// Exchanges "left" and "right" in the captions of windows that are mirrored along W. Without
    /// it they say what is no longer so.
    bool swapSides = false;
    /// Of the image in 0…1: a gain in 1 ± intensity and an offset within ± intensity / 2, one draw
    /// per window, and noise of standard deviation intensity / 10; clipped to 0…1 afterwards.
    double intensity = 0;
    /// A shift of the window by at most so many voxels along each axis, beyond the study's border
    /// too, where it is filled with 0 (air).
    int cropJitter = 0;

    bool operator==(const Augmentation&) const = default;
};

/// A window cut out of a case.
struct Crop {
    Index3 start{0, 0, 0}; ///< In the case; may be negative or reach beyond it.
    Index3 size{0, 0, 0};
    std::array<bool, 3> flipped{false, false, false};
};

/// A random crop as training takes it: within the case where that is large enough, shifted and
/// flipped as `augmentation` says. Draws nothing for what is switched off.
Crop randomCrop(const TrainingCase& oneCase, const Index3& size, const Augmentation& augmentation,
                std::mt19937_64& random);

/// The image in 0…1 and the labels inside the crop; 0 where it is outside the case.
std::vector<float> cropImage(const TrainingCase& oneCase, const Crop& crop);
std::vector<std::uint8_t> cropLabels(const TrainingCase& oneCase, const Crop& crop);

/// Gain, offset and noise in place.
void changeIntensity(std::vector<float>& image, double intensity, std::mt19937_64& random);

/// "Left" and "right" exchanged, as words ("left-sided" too) and in their case.
std::string swapSides(std::string_view text);

/// The text has the word "left" or the word "right", and not both.
bool namesOneSide(std::string_view text);

} // namespace fovea
