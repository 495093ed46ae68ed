#include "model/checkpoint/TorchFile.h"

#include "model/checkpoint/TorchArchive.h"

#include <algorithm>

namespace fovea {
namespace {

using Kind = PickleValue::Kind;

Error broken(std::string what)
{
    return makeError(ErrorCode::CheckpointBroken, {std::move(what)});
}

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
    std::int64_t count = 1;
    for (std::size_t i = 0; i < tensor.sizes.size(); ++i) {
        const std::int64_t size = tensor.sizes[i];
        const std::int64_t stride = tensor.strides[i];
        if (size < 0 || size > limit || stride < 0 || stride > limit)
            return std::nullopt;
        empty = empty || size == 0;
        if (size > 1) {
            if (stride > 0 && size - 1 > limit / stride)
                return std::nullopt;
            last += static_cast<std::uint64_t>((size - 1) * stride);
        }
        // Also bounds tensors that repeat one element (stride 0).
        if (size > 0 && count > limit / size)
            return std::nullopt;
        count *= std::max<std::int64_t>(size, 1);
    }
    return empty ? 0 : last + 1;
}

StoredTensor unusable(TensorProblem::Kind kind, const std::string& name, std::string found = {})
{
    StoredTensor entry;
    entry.problem = TensorProblem{kind, name, {}, std::move(found)};
    return entry;
}

StoredTensor storedTensor(const std::string& name, const PickleValue& value,
                          const TorchArchive& archive)
{
    using Problem = TensorProblem::Kind;
    const PickleValue& storage = *value.items.front();
    const auto type = torchStorageType(storage.text);
    if (!type)
        return unusable(Problem::Unsupported, name, storage.text.substr(0, 60));
    const auto elements = reach(value);
    if (!elements)
        return unusable(Problem::Damaged, name);
    const auto record = archive.storages.find(storage.key);
    if (record == archive.storages.end())
        return unusable(Problem::Truncated, name);
    const std::size_t size = at::elementSize(*type);
    const auto declared = static_cast<std::uint64_t>(std::max<std::int64_t>(storage.integer, 0));
    if (std::max(*elements, declared) > record->second.bytes.size() / size)
        return unusable(Problem::Truncated, name);
    StoredTensor entry{
        *type, value.sizes, value.strides, {}, record->second.bytes, record->second.checksum, {}};
    const auto offset = static_cast<std::size_t>(value.integer);
    if (*elements > 0)
        entry.bytes = entry.record.substr(offset * size, (*elements - offset) * size);
    return entry;
}

} // namespace

TensorFile::Entries torchEntries(const TorchArchive& archive, const PickleValue& dictionary)
{
    TensorFile::Entries entries;
    if (dictionary.kind != Kind::Dict)
        return entries;
    for (std::size_t i = 0; i + 1 < dictionary.items.size(); i += 2) {
        const PickleValue& key = *dictionary.items[i];
        const PickleValue& value = *dictionary.items[i + 1];
        if (key.kind == Kind::Text && value.kind == Kind::Tensor)
            entries.insert_or_assign(key.text, storedTensor(key.text, value, archive));
        else if (key.kind == Kind::Text && value.kind == Kind::Opaque &&
                 value.text.starts_with("torch._utils._rebuild_"))
            entries.insert_or_assign(
                key.text, unusable(TensorProblem::Kind::Unsupported, key.text, value.text));
    }
    return entries;
}

Result<TensorFile::Entries> readTorchEntries(std::string_view bytes)
{
    const Result<TorchArchive> archive = readTorchArchive(bytes);
    if (!archive)
        return archive.error();
    const PickleValue* state = archive->document.root;
    for (const char* key : {"model", "state_dict"}) {
        const PickleValue* inner = archive->document.root->find(key);
        if (inner && inner->kind == Kind::Dict) {
            state = inner;
            break;
        }
    }
    if (state->kind != Kind::Dict)
        return broken("no dictionary of tensors");
    TensorFile::Entries entries = torchEntries(*archive, *state);
    if (entries.empty())
        return broken("no tensors");
    return entries;
}

} // namespace fovea
