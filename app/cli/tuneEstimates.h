#pragma once

#include "app/work/tuning/estimateWays.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

namespace fovea {

/// A table of what each way of tuning would take, and what it can change.
QString waysText(const std::vector<WayEstimate>& ways);

/// [{"way", "trainable_parameters", "steps", "seconds" (null where nothing was analysed yet),
/// "peak_bytes", "disk_bytes"}]: see WayEstimate.
nlohmann::json waysJson(const std::vector<WayEstimate>& ways);

/// What --memory says, in bytes.
std::uint64_t memoryBytes(int gigabytes);

/// Of OutOfMemory, where `gigabytes` were allowed: that it was that limit, and how to go on. Any
/// other error as it is.
Error memoryError(const Error& error, int gigabytes);

/// BadOption ("--memory", what it would take and what would fit) where `way` takes more than
/// `gigabytes` (of 10^9 bytes).
Status checkMemory(const std::vector<WayEstimate>& ways, TuneWay way, int gigabytes);

} // namespace fovea
