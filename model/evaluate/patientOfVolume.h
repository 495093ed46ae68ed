#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fovea {

/// The patient that a CT-RATE volume name names, with its split: "valid_12" of "valid_12_a_2"
/// (split, patient, scan, reconstruction). Empty for any other kind of name.
std::optional<std::string> patientOfVolume(std::string_view volume);

} // namespace fovea
