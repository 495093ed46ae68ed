#pragma once

#include <string_view>

namespace fovea {

/// What the machine does with a name that a pickle imports. Nothing is ever imported or called:
/// the first five stand for plain values that the machine makes itself.
enum class PickleGlobal {
    OrderedDict,      ///< collections.OrderedDict
    RebuildTensor,    ///< torch._utils._rebuild_tensor, _rebuild_tensor_v2
    RebuildParameter, ///< torch._utils._rebuild_parameter, _rebuild_parameter_with_state
    Size,             ///< torch.Size
    Storage,          ///< torch.FloatStorage and the other storages of plain numbers
    Data,             ///< Saved beside weights (configuration, optimizer, whole modules): dropped.
    Unknown           ///< Anything else: the file is refused.
};

/// `name` is "module.name".
PickleGlobal pickleGlobal(std::string_view name);

} // namespace fovea
