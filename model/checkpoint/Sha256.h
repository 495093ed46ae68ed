#pragma once

#include "model/domain/Result.h"

#include <memory>
#include <string>
#include <string_view>

namespace fovea {

/// SHA-256 of bytes handed in one part after the other.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);
    /// A text so that two of them one after the other are not one: its length, a line feed, itself.
    void addText(std::string_view text);
    /// Of all so far, in hex; ends it. Internal where the library failed.
    Result<std::string> hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace fovea
