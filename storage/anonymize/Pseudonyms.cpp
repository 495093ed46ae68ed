#include "storage/anonymize/Pseudonyms.h"

#include "storage/AtomicFile.h"
#include "storage/DicomBuilding.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

namespace fovea {

namespace fs = std::filesystem;

namespace {

using Key = std::array<unsigned char, 32>;

/// Unlike letters and digits: no I, L, O, U (Crockford's base 32).
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

Key newKey()
{
    Key key{};
    if (RAND_bytes(key.data(), static_cast<int>(key.size())) != 1) {
        // The kernel's generator, which OpenSSL would have asked.
        std::random_device device;
        for (unsigned char& byte : key)
            byte = static_cast<unsigned char>(device());
    }
    return key;
}

std::string hexOf(const Key& key)
{
    std::string text;
    for (const unsigned char byte : key) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

int digitValue(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Result<Key> readKey(const fs::path& path)
{
    std::ifstream file(path);
    std::string text;
    if (!file || !std::getline(file, text))
        return makeError(ErrorCode::FileNotReadable, {path.string()});
    Key key{};
    if (text.size() != 2 * key.size() ||
        !std::ranges::all_of(text, [](char c) { return digitValue(c) >= 0; }))
        return makeError(ErrorCode::MetadataBroken, {path.string(), "64 hexadecimal digits"});
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] =
            static_cast<unsigned char>(digitValue(text[2 * i]) * 16 + digitValue(text[2 * i + 1]));
    return key;
}

/// Never over a key that is there: that would tear follow-ups from what was exported before.
Status makeKey(const fs::path& path)
{
    std::random_device random;
    const fs::path made = path.parent_path() / (".anonymization." + std::to_string(random()));
    const int descriptor = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return writeError(path, errno);
    const std::string text = hexOf(newKey()) + "\n";
    const bool written =
        ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(descriptor) == 0;
    int errorNumber = errno;
    ::close(descriptor);
    const bool linked = written && ::link(made.c_str(), path.c_str()) == 0;
    if (written && !linked)
        errorNumber = errno;
    ::unlink(made.c_str());
    if (!linked && !(written && errorNumber == EEXIST))
        return writeError(path, errorNumber);
    return syncToDisk(path.parent_path());
}

} // namespace

Pseudonyms Pseudonyms::withNewKey()
{
    return Pseudonyms(newKey());
}

Result<Pseudonyms> Pseudonyms::ofArchive(const fs::path& archiveFolder)
{
    const fs::path path = archiveFolder / "anonymization.key";
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        if (Status made = makeKey(path); !made)
            return made.error();
    }
    const Result<Key> key = readKey(path);
    if (!key)
        return key.error();
    return Pseudonyms(*key);
}

std::array<unsigned char, 32> Pseudonyms::hash(std::string_view purpose,
                                               const std::string& text) const
{
    const std::string message = std::string(purpose) + '\n' + text;
    std::array<unsigned char, 32> out{};
    unsigned int length = 0;
    HMAC(EVP_sha256(), m_key.data(), static_cast<int>(m_key.size()),
         reinterpret_cast<const unsigned char*>(message.data()), message.size(), out.data(),
         &length);
    return out;
}

std::string Pseudonyms::uid(const std::string& original) const
{
    if (original.empty())
        return {};
    const auto bytes = hash("uid", original);
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        high = high << 8 | bytes[i];
        low = low << 8 | bytes[i + 8];
    }
    return uidOfBits("2.25", high, low);
}

std::string Pseudonyms::token(const std::string& purpose, const std::string& original,
                              int count) const
{
    const auto bytes = hash(purpose, original);
    std::string text;
    for (int i = 0; i < count; ++i)
        text += letters[bytes[static_cast<std::size_t>(i)] & 31];
    return text;
}

std::string Pseudonyms::patient(const std::string& identity) const
{
    return "ANON-" + token("patient", identity, 10);
}

int Pseudonyms::shiftDays(const std::string& identity) const
{
    constexpr std::uint64_t least = 31;
    constexpr std::uint64_t choices = 3650;
    const auto bytes = hash("days", identity);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8 | bytes[i];
    return static_cast<int>(least + number % choices);
}

} // namespace fovea
