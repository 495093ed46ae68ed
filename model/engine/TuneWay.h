#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Standard C++ only.

namespace fovea {

/// What of a model a site's own studies may change, from little to all.
enum class TuneWay {
    /// Thresholds and calibration alone: `fovea-cli calibrate`, not ModelApi::tune().
    Calibration,
    /// What stands behind the frozen encoders: every anatomy's query and projections, and the text
    /// projection. Each study is encoded once.
    Heads,
    /// The query and projections of new anatomies alone; all that the model answers already stays
    /// as it is.
    Queries,
    /// Heads, and low-rank adapters in both encoders (Hu et al., "LoRA", ICLR 2022).
    Lora,
    All, ///< Every parameter.
};

inline constexpr std::array TuneWays{TuneWay::Calibration, TuneWay::Heads, TuneWay::Queries,
                                     TuneWay::Lora, TuneWay::All};

/// As files and the command line spell it: "calibration", "heads", "queries", "lora", "all".
inline std::string nameOf(TuneWay way)
{
    constexpr std::array names{"calibration", "heads", "queries", "lora", "all"};
    return names[static_cast<std::size_t>(way)];
}

inline std::optional<TuneWay> tuneWayOf(std::string_view name)
{
    for (const TuneWay way : TuneWays) {
        if (nameOf(way) == name)
            return way;
    }
    return std::nullopt;
}

} // namespace fovea
