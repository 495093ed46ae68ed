#include "model/checkpoint/Fingerprint.h"

#include "model/checkpoint/Sha256.h"

namespace fovea {
namespace {

constexpr std::size_t partSize = std::size_t{16} << 20;

} // namespace

Result<std::string> packageFingerprint(const PackageBytes& package,
                                       const std::function<void(std::string_view)>& hashed)
{
    Sha256 hash;
    const auto addHead = [&](std::string_view name, std::string_view bytes) {
        hash.add(std::string(name) + "\n" + std::to_string(bytes.size()) + "\n");
    };
    addHead("model.json", package.manifest);
    hash.add(package.manifest);
    addHead("vocab.txt", package.vocabulary);
    hash.add(package.vocabulary);
    addHead("weights.safetensors", package.weights);
    for (std::size_t at = 0; at < package.weights.size(); at += partSize) {
        const std::string_view part = package.weights.substr(at, partSize);
        hash.add(part);
        if (hashed)
            hashed(part);
    }
    return hash.hex();
}

} // namespace fovea
