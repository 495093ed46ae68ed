#pragma once

#include "model/domain/Error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace fovea {

/// A value or the Error that kept it from being made. The only way that failures travel between
/// folders: no exception crosses a folder's border.
///
///     Result<Volume> volume = reader.read(series);
///     if (!volume)
///         return volume.error();
///     use(*volume);
///
/// Reading the value of a failed result (or the error of a good one) is a programming error.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    /// By value: a reference into a temporary Result would dangle in `for (auto& x : *make())`.
    T value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// What a Result carries when there is nothing to carry.
struct Done {};

using Status = Result<Done>;

} // namespace fovea
