#include "model/checkpoint/Fingerprint.h"

#include <memory>
#include <openssl/evp.h>
#include <vector>

namespace fovea {
namespace {

constexpr std::size_t partSize = std::size_t{16} << 20;

std::string hex(const std::vector<unsigned char>& digest)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const unsigned char byte : digest) {
        out.push_back(digits[byte >> 4U]);
        out.push_back(digits[byte & 15U]);
    }
    return out;
}

} // namespace

Result<std::string> packageFingerprint(const PackageBytes& package,
                                       const std::function<void(std::string_view)>& hashed)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    bool good = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
    const auto add = [&](std::string_view bytes) {
        good = good && EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1;
    };
    const auto addHead = [&](std::string_view name, std::string_view bytes) {
        add(std::string(name) + "\n" + std::to_string(bytes.size()) + "\n");
    };
    addHead("model.json", package.manifest);
    add(package.manifest);
    addHead("vocab.txt", package.vocabulary);
    add(package.vocabulary);
    addHead("weights.safetensors", package.weights);
    for (std::size_t at = 0; at < package.weights.size(); at += partSize) {
        const std::string_view part = package.weights.substr(at, partSize);
        add(part);
        if (hashed)
            hashed(part);
    }
    std::vector<unsigned char> digest(EVP_MAX_MD_SIZE);
    unsigned int size = 0;
    good = good && EVP_DigestFinal_ex(context.get(), digest.data(), &size) == 1;
    if (!good)
        return makeError(ErrorCode::Internal, {}, "SHA-256 failed");
    digest.resize(size);
    return hex(digest);
}

} // namespace fovea
