#pragma once

#include "model/domain/Result.h"
#include "model/network/Parameters.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace fovea {

/// What was made of studies on disk, so that each is made once: one safetensors file per study,
/// named by a key that tells everything it depends on (StudyEncoder). A file is there whole or not
/// at all; one that is damaged or not what its name says counts as none and is removed.
///
/// The folder never holds more than its budget. Where room is needed, files that nobody asked for
/// since open() go first, the oldest before the others. One thread at a time; several processes may
/// share a folder.
class StudyCache {
public:
    /// No folder: keeps nothing. Makes the folder; FileNotWritable.
    static Result<StudyCache> open(const std::filesystem::path& folder, std::uint64_t budget);

    /// Over mapped bytes; empty where there is none. Its contents are checked against their SHA-256
    /// the first time.
    std::optional<ParameterMap> read(const std::string& key);

    /// Forgets one that turned out to be of no use.
    void remove(const std::string& key);

    /// As the tensors are: fp32, fp16 or bf16. False where the budget does not do. DiskFull,
    /// FileNotWritable; nothing is left then.
    Result<bool> write(const std::string& key, const ParameterMap& tensors);

    /// Of the files that were asked for since open(), and of all.
    std::uint64_t usedBytes() const;
    std::uint64_t bytes() const;

private:
    StudyCache(std::filesystem::path folder, std::uint64_t budget);
    std::filesystem::path pathOf(const std::string& key) const;
    bool makeRoom(std::uint64_t size);
    std::optional<ParameterMap> check(const std::filesystem::path& path, const std::string& key);

    std::filesystem::path m_folder;
    std::uint64_t m_budget;
    std::set<std::string> m_asked;
    std::set<std::string> m_checked; ///< Whose contents were read whole.
};

} // namespace fovea
