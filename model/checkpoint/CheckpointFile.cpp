#include "model/checkpoint/CheckpointFile.h"

#include "model/checkpoint/MappedFile.h"
#include "model/checkpoint/PickleMachine.h"
#include "model/checkpoint/ZipDirectory.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_strided.h>
#include <ATen/ops/from_blob.h>
#include <c10/util/Exception.h>

#include <cstring>
#include <map>
#include <optional>
#include <string_view>

namespace fovea {
namespace {

using Kind = PickleValue::Kind;

/// torch.save's magic number and protocol of the format before zip.
constexpr std::string_view legacyMagic{"\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10};
constexpr std::size_t largestPickle = std::size_t{64} << 20;

Error broken(std::string what)
{
    return makeError(ErrorCode::CheckpointBroken, {std::move(what)});
}

std::optional<at::ScalarType> scalarType(const std::string& storageClass)
{
    static const std::map<std::string, at::ScalarType> types{
        {"torch.FloatStorage", at::kFloat}, {"torch.DoubleStorage", at::kDouble},
        {"torch.HalfStorage", at::kHalf},   {"torch.BFloat16Storage", at::kBFloat16},
        {"torch.LongStorage", at::kLong},   {"torch.IntStorage", at::kInt},
        {"torch.ShortStorage", at::kShort}, {"torch.CharStorage", at::kChar},
        {"torch.ByteStorage", at::kByte},   {"torch.BoolStorage", at::kBool}};
    const auto found = types.find(storageClass);
    return found == types.end() ? std::nullopt : std::optional(found->second);
}

struct LoadedPickle {
    PickleDocument document;
    std::map<std::string, std::string_view> storages; ///< Bytes by storage key.
};

/// The elements from the storage's beginning that a tensor reaches, or nothing where its numbers do
/// not describe one.
std::optional<std::uint64_t> reach(const PickleValue& tensor)
{
    constexpr std::int64_t limit = std::int64_t{1} << 40;
    if (tensor.sizes.size() != tensor.strides.size() || tensor.integer < 0 ||
        tensor.integer > limit)
        return std::nullopt;
    auto last = static_cast<std::uint64_t>(tensor.integer);
    bool empty = false;
    std::uint64_t count = 1;
    for (std::size_t i = 0; i < tensor.sizes.size(); ++i) {
        if (tensor.sizes[i] < 0 || tensor.sizes[i] > limit || tensor.strides[i] < 0 ||
            tensor.strides[i] > limit)
            return std::nullopt;
        empty = empty || tensor.sizes[i] == 0;
        if (tensor.sizes[i] > 1) {
            const auto steps = static_cast<std::uint64_t>(tensor.sizes[i] - 1);
            if (tensor.strides[i] > 0 && steps > static_cast<std::uint64_t>(limit) /
                                                     static_cast<std::uint64_t>(tensor.strides[i]))
                return std::nullopt;
            last += steps * static_cast<std::uint64_t>(tensor.strides[i]);
        }
        // Also bounds tensors that repeat one element (stride 0).
        if (tensor.sizes[i] > 0 &&
            count > static_cast<std::uint64_t>(limit) / static_cast<std::uint64_t>(tensor.sizes[i]))
            return std::nullopt;
        count *= static_cast<std::uint64_t>(tensor.sizes[i]);
    }
    return empty ? 0 : last + 1;
}

Result<at::Tensor> makeTensor(const PickleValue& value, const LoadedPickle& loaded,
                              const std::shared_ptr<MappedFile>& file)
{
    const PickleValue& storage = *value.items.front();
    const auto type = scalarType(storage.text);
    if (!type)
        return broken("storage class " + storage.text + " is not supported");
    const auto bytes = loaded.storages.find(storage.key);
    if (bytes == loaded.storages.end())
        return broken("storage " + storage.key + " is missing");
    const std::size_t size = at::elementSize(*type);
    const auto elements = reach(value);
    if (!elements || *elements > bytes->second.size() / size)
        return broken("a tensor reaches beyond its storage");
    if (*elements == 0)
        return at::empty(value.sizes, *type);
    const char* data = bytes->second.data() + static_cast<std::size_t>(value.integer) * size;
    const auto keep = [file](void*) {};
    if (reinterpret_cast<std::uintptr_t>(data) % size != 0) {
        // Legacy files do not align their storages.
        at::Tensor copy = at::empty_strided(value.sizes, value.strides, *type);
        std::memcpy(copy.mutable_data_ptr(), data,
                    (*elements - static_cast<std::size_t>(value.integer)) * size);
        return copy;
    }
    return at::from_blob(const_cast<char*>(data), value.sizes, value.strides, keep,
                         at::TensorOptions(*type));
}

Result<LoadedPickle> loadZip(std::string_view bytes)
{
    const Result<ZipDirectory> zip = ZipDirectory::read(bytes);
    if (!zip)
        return zip.error();
    constexpr std::string_view wanted = "/data.pkl";
    std::string prefix;
    std::string_view pickle;
    for (const auto& [name, content] : zip->entries()) {
        if (name.size() > wanted.size() && name.substr(name.size() - wanted.size()) == wanted &&
            name.find('/') == name.size() - wanted.size())
        {
            prefix = name.substr(0, name.size() - wanted.size());
            pickle = content;
        }
    }
    if (prefix.empty())
        return broken("no data.pkl; not a PyTorch checkpoint");
    if (const auto order = zip->entries().find(prefix + "/byteorder");
        order != zip->entries().end() && order->second != "little")
        return broken("byte order is not little-endian");
    if (pickle.size() > largestPickle)
        return broken("data.pkl is absurdly large");
    Result<PickleDocument> document = readPickle(pickle);
    if (!document)
        return document.error();
    LoadedPickle loaded{std::move(*document), {}};
    const std::string folder = prefix + "/data/";
    for (const auto& [name, content] : zip->entries()) {
        if (name.compare(0, folder.size(), folder) == 0)
            loaded.storages.emplace(name.substr(folder.size()), content);
    }
    return loaded;
}

/// Five pickles (magic, protocol, system, object, keys), then per key a count and the elements.
Result<LoadedPickle> loadLegacy(std::string_view bytes)
{
    std::vector<PickleDocument> parts;
    for (int i = 0; i < 5; ++i) {
        Result<PickleDocument> part =
            readPickle(bytes.substr(0, std::min(bytes.size(), largestPickle)));
        if (!part)
            return part.error();
        if (i == 0 && (part->root->kind != Kind::Integer || part->root->text != legacyMagic))
            return broken("not a PyTorch checkpoint");
        bytes.remove_prefix(part->consumed);
        parts.push_back(std::move(*part));
    }
    if (parts[1].root->kind != Kind::Integer || parts[1].root->integer != 1001)
        return broken("unknown version of the legacy format");

    std::map<std::string, std::string> classes;
    for (const PickleValue& value : parts[3].values) {
        if (value.kind == Kind::Storage)
            classes.emplace(value.key, value.text);
    }
    LoadedPickle loaded{std::move(parts[3]), {}};
    for (const PickleValue* key : parts[4].root->items) {
        const auto known = classes.find(key->text);
        if (key->kind != Kind::Text || known == classes.end())
            return broken("a storage is listed that nothing uses");
        const auto type = scalarType(known->second);
        if (!type)
            return broken("storage class " + known->second + " is not supported");
        std::uint64_t count = 0;
        if (bytes.size() < sizeof(count))
            return broken("the file is cut off");
        std::memcpy(&count, bytes.data(), sizeof(count));
        bytes.remove_prefix(sizeof(count));
        if (count > bytes.size() / at::elementSize(*type))
            return broken("the file is cut off");
        const std::size_t size = count * at::elementSize(*type);
        loaded.storages.emplace(key->text, bytes.substr(0, size));
        bytes.remove_prefix(size);
    }
    return loaded;
}

} // namespace

Result<ParameterMap> readCheckpoint(const std::filesystem::path& path)
{
    const Result<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
    if (!file)
        return file.error();
    const std::string_view bytes = (*file)->text();
    if (bytes.size() < 4)
        return broken("the file is cut off");
    const Result<LoadedPickle> loaded =
        ZipDirectory::looksLikeZip(bytes) ? loadZip(bytes) : loadLegacy(bytes);
    if (!loaded)
        return loaded.error();

    const PickleValue* state = loaded->document.root;
    if (const PickleValue* model = state->find("model"))
        state = model;
    if (state->kind != Kind::Dict)
        return broken("no dictionary of tensors");
    ParameterMap parameters;
    try {
        for (std::size_t i = 0; i + 1 < state->items.size(); i += 2) {
            if (state->items[i]->kind != Kind::Text || state->items[i + 1]->kind != Kind::Tensor)
                continue;
            Result<at::Tensor> tensor = makeTensor(*state->items[i + 1], *loaded, *file);
            if (!tensor)
                return tensor.error();
            std::string name = state->items[i]->text;
            if (name.compare(0, 7, "module.") == 0)
                name.erase(0, 7);
            parameters.insert_or_assign(std::move(name), std::move(*tensor));
        }
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"checkpoint"});
    }
    if (parameters.empty())
        return broken("no tensors");
    return parameters;
}

} // namespace fovea
