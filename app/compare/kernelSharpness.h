#pragma once

#include <optional>
#include <string_view>

namespace fovea {

/// What a reconstruction is made for: soft tissue or edges (lung, bone).
enum class KernelSharpness { Soft, Sharp };

/// By what vendors call their convolution kernels (0018,1210): Siemens "B30f" or "Br59d" (50 and
/// more is sharp), Canon "FC51" (30 and more), GE "STANDARD" and "BONEPLUS", Philips "B" and "YB".
/// Empty where the name is none of those. Of several values, the first.
std::optional<KernelSharpness> kernelSharpness(std::string_view kernel);

} // namespace fovea
