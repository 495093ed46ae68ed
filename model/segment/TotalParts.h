#pragma once

#include <optional>
#include <string_view>

// Standard C++ only.

namespace fovea {

/// What is added to the labels of one of the five models that together make TotalSegmentator's
/// `total` (117 structures), so that they are its labels: 0 for organs, 24 for vertebrae, 50 for
/// cardiac, 68 for muscles, 91 for ribs (classes 1 to 24, 25 to 50 and so on of
/// totalsegmentator/map_to_binary.py). By the number in the data set's name: 291 to 295, and 831 to
/// 835 of its version 3. Empty for any other model, whose labels are its own.
std::optional<int> totalPartOffset(std::string_view datasetName);

} // namespace fovea
