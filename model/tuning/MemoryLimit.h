#pragma once

#include <cstdint>
#include <optional>

namespace fovea {

/// While it lives, this process gets no more memory from Linux than lets its resident memory grow
/// to `bytes`: an allocation beyond fails (std::bad_alloc, or c10::Error from a tensor), and the
/// machine neither swaps nor kills.
///
/// By RLIMIT_DATA, which counts private mappings whether they are used or not. So the limit is set
/// on what is mapped beyond those that are there already; what libraries have reserved before and
/// touch only later comes on top (some tens of megabytes with LibTorch loaded). One at a time.
class MemoryLimit {
public:
    explicit MemoryLimit(std::uint64_t bytes);
    ~MemoryLimit();
    MemoryLimit(const MemoryLimit&) = delete;
    MemoryLimit& operator=(const MemoryLimit&) = delete;

    /// False where the system does not say how much there is, or does not set the limit.
    bool held() const { return m_before.has_value(); }

private:
    std::optional<std::uint64_t> m_before; ///< The limit there was.
};

} // namespace fovea
