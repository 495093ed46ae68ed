#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

// Standard C++ only.

namespace fovea {

/// A plain value out of a pickle. Which members count depends on the kind.
struct PickleValue {
    enum class Kind {
        Nothing,
        Bool,    ///< integer is 0 or 1
        Integer, ///< integer
        Float,   ///< real
        Text,    ///< text: str and bytes
        List,    ///< items
        Tuple,   ///< items
        Dict,    ///< items: key, value, key, value, …
        Global,  ///< text: "module.name"
        Storage, ///< text: storage class; key; integer: elements
        Tensor,  ///< items[0]: its storage; integer: offset; sizes; strides
        Opaque   ///< text: the class or function it would take. Contents dropped.
    };
    Kind kind = Kind::Nothing;
    std::int64_t integer = 0;
    double real = 0.0;
    std::string text;
    std::string key;
    std::vector<const PickleValue*> items;
    std::vector<std::int64_t> sizes;
    std::vector<std::int64_t> strides;

    /// A dict's value under a text key; null where there is none (or this is no dict).
    const PickleValue* find(std::string_view name) const;
};

/// A parsed pickle. Values live as long as it does and may refer to each other in cycles.
/// Moving keeps the values where they are; a copy would point into the original.
struct PickleDocument {
    PickleDocument() = default;
    PickleDocument(PickleDocument&&) = default;
    PickleDocument& operator=(PickleDocument&&) = default;
    PickleDocument(const PickleDocument&) = delete;
    PickleDocument& operator=(const PickleDocument&) = delete;

    std::deque<PickleValue> values;
    const PickleValue* root = nullptr;
    std::size_t consumed = 0; ///< Bytes of the stream up to and including STOP.
};

} // namespace fovea
