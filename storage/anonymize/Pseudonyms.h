#pragma once

#include "model/domain/Result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace fovea {

/// Stand-ins for what says who somebody is: HMAC-SHA-256 (RFC 2104) of the original under a random
/// key of 256 bits. The same key gives the same stand-ins, so that what refers to each other still
/// does and follow-ups stay together; without the key nobody gets from one to the other, not even
/// by trying all patient ids there are. Immutable, copyable; reentrant.
class Pseudonyms {
public:
    /// Under a key that nobody has: exports cannot be joined with one another.
    static Pseudonyms withNewKey();
    /// Under the archive's key, `<archive>/anonymization.key` (64 hexadecimal digits, readable by
    /// its owner alone), which is made where it is missing; two programs at once get the same one.
    /// Whoever has that file and the originals can tell who is who. Errors: FileNotReadable,
    /// FileNotWritable, DiskFull, MetadataBroken (file, what is wrong).
    static Result<Pseudonyms> ofArchive(const std::filesystem::path& archiveFolder);
    /// For tests.
    explicit Pseudonyms(const std::array<unsigned char, 32>& key)
        : m_key(key)
    {
    }

    /// "2.25." and 128 bits of which the hash gives 122 (PS3.5 B.2); empty for an empty one.
    std::string uid(const std::string& original) const;
    /// "ANON-" and 10 letters and digits, for a patient.
    std::string patient(const std::string& identity) const;
    /// `count` (at most 16) letters and digits for anything else; `purpose` tells kinds apart.
    std::string token(const std::string& purpose, const std::string& original, int count) const;
    /// By how many days all dates of a patient go back: 31 to 3,680. Drawn by the hash for each
    /// patient alone, so one patient's shift says nothing of another's.
    int shiftDays(const std::string& identity) const;

private:
    std::array<unsigned char, 32> hash(std::string_view purpose, const std::string& text) const;

    std::array<unsigned char, 32> m_key;
};

} // namespace fovea
