#pragma once

#include <cstdint>
#include <optional>

namespace fovea {

/// How far a training is. Standard C++ only.
struct TrainStatus {
    int epoch = 0; ///< From 1.
    int epochs = 0;
    std::int64_t step = 0; ///< Done.
    std::int64_t steps = 0;
    double loss = 0;             ///< Of the last step that had one.
    double samplesPerSecond = 0; ///< Recent steps, without validations.
    /// At the recent speed, an exponential moving average over steps, validations included; empty
    /// at the start.
    std::optional<double> secondsLeft;
};

} // namespace fovea
