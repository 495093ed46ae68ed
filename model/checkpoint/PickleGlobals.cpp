#include "model/checkpoint/PickleGlobals.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fovea {
namespace {

using Name = std::string_view;

constexpr std::array<std::pair<Name, PickleGlobal>, 16> values{{
    {"collections.OrderedDict", PickleGlobal::OrderedDict},
    {"torch._utils._rebuild_tensor", PickleGlobal::RebuildTensor},
    {"torch._utils._rebuild_tensor_v2", PickleGlobal::RebuildTensor},
    {"torch._utils._rebuild_parameter", PickleGlobal::RebuildParameter},
    {"torch._utils._rebuild_parameter_with_state", PickleGlobal::RebuildParameter},
    {"torch.Size", PickleGlobal::Size},
    {"torch.FloatStorage", PickleGlobal::Storage},
    {"torch.DoubleStorage", PickleGlobal::Storage},
    {"torch.HalfStorage", PickleGlobal::Storage},
    {"torch.BFloat16Storage", PickleGlobal::Storage},
    {"torch.LongStorage", PickleGlobal::Storage},
    {"torch.IntStorage", PickleGlobal::Storage},
    {"torch.ShortStorage", PickleGlobal::Storage},
    {"torch.CharStorage", PickleGlobal::Storage},
    {"torch.ByteStorage", PickleGlobal::Storage},
    {"torch.BoolStorage", PickleGlobal::Storage},
}};

/// Modules of which every name is data to us.
constexpr std::array<Name, 14> modules{
    "torch.nn.",     "torch.optim.",  "torch.amp.", "torch.cuda.amp.", "torch.distributed.",
    "numpy.core.",   "numpy._core.",  "omegaconf.", "collections.",    "pathlib.",
    "numpy.dtypes.", "numpy.random.", "datetime.",  "typing."};

constexpr std::array<Name, 24> names{"argparse.Namespace",
                                     "copyreg._reconstructor",
                                     "_codecs.encode",
                                     "fractions.Fraction",
                                     "enum.Enum",
                                     "numpy.dtype",
                                     "numpy.ndarray",
                                     "torch.device",
                                     "torch.dtype",
                                     "torch.Tensor",
                                     "torch.torch_version.TorchVersion",
                                     "torch.serialization._get_layout",
                                     "torch.storage.TypedStorage",
                                     "torch._tensor._rebuild_from_type_v2",
                                     "torch.float32",
                                     "torch.float64",
                                     "torch.float16",
                                     "torch.bfloat16",
                                     "torch.int64",
                                     "torch.int32",
                                     "torch.int16",
                                     "torch.int8",
                                     "torch.uint8",
                                     "torch.bool"};

constexpr std::array<Name, 13> builtins{"set",  "frozenset", "slice", "complex", "bytearray",
                                        "list", "dict",      "tuple", "int",     "float",
                                        "str",  "bool",      "object"};

bool startsWithOneOf(Name name, auto begins)
{
    return std::ranges::any_of(begins, [&](Name begin) { return name.starts_with(begin); });
}

bool isData(Name name)
{
    for (const Name module : {Name("builtins."), Name("__builtin__.")}) {
        if (name.starts_with(module))
            return std::ranges::find(builtins, name.substr(module.size())) != builtins.end();
    }
    // Sparse, quantised and device tensors, and storages of other numbers: known, not readable.
    return startsWithOneOf(name, modules) || std::ranges::find(names, name) != names.end() ||
           name.starts_with("torch._utils._rebuild_") ||
           (name.starts_with("torch.") && name.ends_with("Storage"));
}

} // namespace

PickleGlobal pickleGlobal(std::string_view name)
{
    const auto found = std::ranges::find(values, name, &std::pair<Name, PickleGlobal>::first);
    if (found != values.end())
        return found->second;
    return isData(name) ? PickleGlobal::Data : PickleGlobal::Unknown;
}

} // namespace fovea
