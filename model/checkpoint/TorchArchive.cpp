#include "model/checkpoint/TorchArchive.h"

#include "model/checkpoint/PickleMachine.h"
#include "model/checkpoint/ZipDirectory.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace fovea {
namespace {

using Kind = PickleValue::Kind;

/// torch.save's magic number of the format before zip.
constexpr std::string_view legacyMagic{"\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10};
constexpr std::int64_t legacyProtocol = 1001;
constexpr std::size_t largestPickle = std::size_t{64} << 20;

Error broken(std::string what)
{
    return makeError(ErrorCode::CheckpointBroken, {std::move(what)});
}

Result<TorchArchive> readZip(std::string_view bytes)
{
    const Result<ZipDirectory> zip = ZipDirectory::read(bytes);
    if (!zip)
        return zip.error();
    constexpr std::string_view wanted = "/data.pkl";
    const auto& entries = zip->entries();
    const auto pickle = std::ranges::find_if(entries, [&](const auto& entry) {
        const std::string& name = entry.first;
        return name.size() > wanted.size() && name.ends_with(wanted) &&
               name.find('/') == name.size() - wanted.size();
    });
    if (pickle == entries.end())
        return broken("no data.pkl; not a PyTorch checkpoint");
    const std::string prefix = pickle->first.substr(0, pickle->first.size() - wanted.size());
    if (const auto order = entries.find(prefix + "/byteorder");
        order != entries.end() && order->second.bytes != "little")
        return broken("byte order is not little-endian");
    const ZipDirectory::Entry& record = pickle->second;
    if (record.bytes.size() > largestPickle)
        return broken("data.pkl is absurdly large");
    if (record.checksum != 0 && checksumOf(record.bytes) != record.checksum)
        return broken("data.pkl does not give its checksum");
    Result<PickleDocument> document = readPickle(record.bytes);
    if (!document)
        return document.error();
    TorchArchive archive{std::move(*document), {}};
    const std::string folder = prefix + "/data/";
    for (const auto& [name, entry] : entries) {
        if (name.starts_with(folder))
            archive.storages.emplace(name.substr(folder.size()),
                                     TorchArchive::Storage{entry.bytes, entry.checksum});
    }
    return archive;
}

/// Per key in order: the number of elements, then the elements. Where the file ends early, the
/// storage has what is left of it and those after it are absent.
Status readLegacyStorages(std::string_view bytes, const PickleValue& keys, TorchArchive& archive)
{
    std::map<std::string_view, std::string_view> classes;
    for (const PickleValue& value : archive.document.values) {
        if (value.kind == Kind::Storage)
            classes.emplace(value.key, value.text);
    }
    for (const PickleValue* key : keys.items) {
        const auto known = classes.find(key->text);
        if (key->kind != Kind::Text || known == classes.end())
            return broken("a storage is listed that nothing uses");
        const auto type = torchStorageType(known->second);
        if (!type)
            return broken("storage class " + std::string(known->second) + " is not supported");
        std::uint64_t count = 0;
        if (bytes.size() < sizeof(count))
            return Done{};
        std::memcpy(&count, bytes.data(), sizeof(count));
        bytes.remove_prefix(sizeof(count));
        const std::uint64_t size =
            at::elementSize(*type) * std::min<std::uint64_t>(count, bytes.size());
        archive.storages.emplace(key->text, TorchArchive::Storage{bytes.substr(0, size), 0});
        bytes.remove_prefix(std::min<std::uint64_t>(size, bytes.size()));
    }
    return Done{};
}

/// Five pickles (magic, protocol, system, object, keys), then the storages.
Result<TorchArchive> readLegacy(std::string_view bytes)
{
    std::vector<PickleDocument> parts;
    for (int i = 0; i < 5; ++i) {
        Result<PickleDocument> part =
            readPickle(bytes.substr(0, std::min(bytes.size(), largestPickle)));
        if (!part)
            return i == 0 && part.error().code == ErrorCode::CheckpointBroken
                       ? broken("neither a PyTorch checkpoint nor a safetensors file")
                       : part.error();
        if (i == 0 && (part->root->kind != Kind::Integer || part->root->text != legacyMagic))
            return broken("not a PyTorch checkpoint");
        bytes.remove_prefix(part->consumed);
        parts.push_back(std::move(*part));
    }
    if (parts[1].root->kind != Kind::Integer || parts[1].root->integer != legacyProtocol)
        return broken("unknown version of the legacy format");
    TorchArchive archive{std::move(parts[3]), {}};
    if (Status status = readLegacyStorages(bytes, *parts[4].root, archive); !status)
        return status.error();
    return archive;
}

} // namespace

Result<TorchArchive> readTorchArchive(std::string_view bytes)
{
    if (bytes.size() < 4)
        return broken("the file is cut off");
    return ZipDirectory::looksLikeZip(bytes) ? readZip(bytes) : readLegacy(bytes);
}

std::optional<at::ScalarType> torchStorageType(std::string_view storageClass)
{
    static constexpr std::array<std::pair<std::string_view, at::ScalarType>, 10> types{
        {{"torch.FloatStorage", at::kFloat},
         {"torch.DoubleStorage", at::kDouble},
         {"torch.HalfStorage", at::kHalf},
         {"torch.BFloat16Storage", at::kBFloat16},
         {"torch.LongStorage", at::kLong},
         {"torch.IntStorage", at::kInt},
         {"torch.ShortStorage", at::kShort},
         {"torch.CharStorage", at::kChar},
         {"torch.ByteStorage", at::kByte},
         {"torch.BoolStorage", at::kBool}}};
    for (const auto& [name, type] : types) {
        if (name == storageClass)
            return type;
    }
    return std::nullopt;
}

} // namespace fovea
