#include "tests/fuzz/targets.h"

#include "model/checkpoint/ModelManifest.h"
#include "model/checkpoint/PickleMachine.h"
#include "model/checkpoint/Safetensors.h"
#include "model/checkpoint/TorchFile.h"
#include "model/checkpoint/ZipDirectory.h"
#include "model/segment/readSegmentationConfig.h"
#include "model/text/WordPiece.h"
#include "model/tuning/Adapter.h"
#include "model/tuning/applyAdapter.h"
#include "model/unpack/ZipSource.h"
#include "model/unpack/inflateEntry.h"
#include "tests/model/SmallModel.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace fovea::fuzz {
namespace {

/// Ends the process where a promise is broken, as fuzzers want it.
void require(bool condition)
{
    if (!condition)
        std::abort();
}

void touch(std::string_view bytes)
{
    static_cast<void>(checksumOf(bytes));
}

void touchEntries(const Result<TensorFile::Entries>& entries, std::string_view all)
{
    if (!entries)
        return;
    for (const auto& [name, entry] : *entries) {
        if (entry.problem)
            continue;
        require(entry.sizes.size() == entry.strides.size());
        touch(entry.bytes);
        touch(entry.record);
        if (entry.bytes.empty())
            continue;
        require(entry.bytes.data() >= all.data() &&
                entry.bytes.data() + entry.bytes.size() <= all.data() + all.size());
        // What a tensor of that shape reaches lies in its bytes.
        std::int64_t last = 0;
        for (std::size_t i = 0; i < entry.sizes.size(); ++i)
            last += (entry.sizes[i] - 1) * entry.strides[i];
        require(last >= 0 && (static_cast<std::uint64_t>(last) + 1) * at::elementSize(entry.type) <=
                                 entry.bytes.size());
    }
}

/// A folder of this process that goes with it.
class OwnFolder {
public:
    OwnFolder() { std::filesystem::create_directories(m_path); }
    ~OwnFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path = std::filesystem::temp_directory_path() /
                                   ("fovea-fuzz-" + std::to_string(std::random_device{}()));
};

} // namespace

void pickle(std::string_view bytes)
{
    const Result<PickleDocument> document = readPickle(bytes);
    if (document) {
        require(document->consumed <= bytes.size() && document->root);
        static_cast<void>(document->root->find("model"));
    }
}

void zip(std::string_view bytes)
{
    const Result<ZipDirectory> directory = ZipDirectory::read(bytes);
    if (!directory)
        return;
    for (const auto& [name, entry] : directory->entries())
        touch(entry.bytes);
}

void compressedZip(std::string_view bytes)
{
    constexpr std::size_t enough = std::size_t{16} << 20;
    const auto directory = ZipDirectory::read(bytes, ZipDirectory::Allow::Deflated);
    if (!directory)
        return;
    for (const auto& [name, entry] : directory->entries()) {
        static_cast<void>(staysInside(name));
        std::size_t total = 0;
        const Status read = inflateEntry(
            entry,
            [&](std::string_view piece) -> Status {
                touch(piece);
                total += piece.size();
                if (total > enough) // What reads on is bounded by the sink, as in ZipSource.
                    return makeError(ErrorCode::DiskFull);
                return Done{};
            },
            Progress{});
        require(!read || total == entry.originalSize);
    }
}

void checkpoint(std::string_view bytes)
{
    touchEntries(readTorchEntries(bytes), bytes);
}

void safetensors(std::string_view bytes)
{
    if (looksLikeSafetensors(bytes))
        touchEntries(readSafetensorsEntries(bytes), bytes);
}

void manifest(std::string_view bytes)
{
    const std::string text(bytes);
    if (const Result<ModelManifest> read = manifestFromJson(text)) {
        const Result<ModelManifest> again = manifestFromJson(manifestToJson(*read));
        require(again && *again == *read);
    }
    static_cast<void>(siteManifestFromJson(text, ModelManifest{}));
}

void plans(std::string_view bytes)
{
    const std::string_view dataset =
        R"({"channel_names": {"0": "CT"}, "labels": {"background": 0, "liver": 1}})";
    static_cast<void>(readSegmentationConfig("{}", bytes, "3d_fullres"));
    const Result<SegmentationConfig> config = readSegmentationConfig(bytes, dataset, "3d_fullres");
    if (!config)
        return;
    require(config->stages() >= 2 && config->encoder.size() == config->stages() &&
            config->decoder.size() + 1 == config->stages() && config->std >= 0.0);
    for (const int side : config->patch)
        require(side > 0);
    for (const ParameterShape& parameter : segmentationParameters(*config)) {
        for (const std::int64_t axis : parameter.shape)
            require(axis > 0);
    }
}

void vocabulary(std::string_view bytes)
{
    const Result<WordPiece> words = WordPiece::create(bytes);
    if (!words)
        return;
    const auto size = static_cast<std::int64_t>(words->size());
    const std::size_t half = bytes.size() / 2;
    for (const std::string_view text : {bytes.substr(0, half), bytes.substr(half)}) {
        const std::vector<std::int64_t> ids = words->encode(text, 64);
        require(ids.size() >= 2 && ids.size() <= 64);
        for (const std::int64_t id : ids)
            require(id >= 0 && id < size);
    }
}

void adapter(std::string_view bytes)
{
    static const OwnFolder folder;
    static const ModelPackage parent = testing::smallPackage();
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    // New files each time: what cuts a file off, file systems flush to disk.
    for (const char* name : {"adapter.json", "adapter.safetensors"})
        std::filesystem::remove(folder.path() / name);
    std::ofstream(folder.path() / "adapter.json", std::ios::binary) << bytes.substr(0, end);
    std::ofstream(folder.path() / "adapter.safetensors", std::ios::binary)
        << bytes.substr(std::min(end + 1, bytes.size()));
    const Result<Adapter> read = readAdapter(folder.path());
    if (!read)
        return;
    ModelPackage own = parent;
    own.fingerprint = read->parent;
    const Result<ModelPackage> package = adaptedPackage(own, *read);
    require(!package || checkParameters(package->manifest.network, package->parameters).ok());
}

std::span<const Target> targets()
{
    static constexpr std::array<Target, 9> all{{{"pickle", pickle},
                                                {"zip", zip},
                                                {"compressedZip", compressedZip},
                                                {"checkpoint", checkpoint},
                                                {"safetensors", safetensors},
                                                {"manifest", manifest},
                                                {"plans", plans},
                                                {"vocabulary", vocabulary},
                                                {"adapter", adapter}}};
    return all;
}

} // namespace fovea::fuzz
