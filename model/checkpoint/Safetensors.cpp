#include "model/checkpoint/Safetensors.h"

#include "model/checkpoint/FileWriter.h"

#include <c10/util/Exception.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

namespace fovea {
namespace {

using nlohmann::json;
using Problem = TensorProblem::Kind;

static_assert(std::endian::native == std::endian::little);

constexpr std::size_t lengthSize = 8;
constexpr std::uint64_t largestHeader = std::uint64_t{64} << 20;
constexpr std::size_t maxAxes = 64;
constexpr std::size_t alignment = 64;

std::uint64_t headerLength(std::string_view bytes)
{
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), lengthSize);
    return length;
}

std::optional<at::ScalarType> scalarType(std::string_view dtype)
{
    if (dtype == "F32")
        return at::kFloat;
    if (dtype == "F64")
        return at::kDouble;
    if (dtype == "F16")
        return at::kHalf;
    if (dtype == "BF16")
        return at::kBFloat16;
    return std::nullopt;
}

/// Sets sizes and strides and returns the bytes such a tensor takes; nothing where that is absurd.
std::optional<std::uint64_t> shapeEntry(const json& shape, StoredTensor& entry)
{
    std::uint64_t bytes = at::elementSize(entry.type);
    if (!shape.is_array() || shape.size() > maxAxes)
        return std::nullopt;
    for (const json& axis : shape) {
        if (!axis.is_number_unsigned())
            return std::nullopt;
        const auto count = axis.get<std::uint64_t>();
        if (count > (std::uint64_t{1} << 40) ||
            (count != 0 && bytes > (std::uint64_t{1} << 48) / count))
            return std::nullopt;
        bytes *= count;
        entry.sizes.push_back(static_cast<std::int64_t>(count));
    }
    entry.strides.assign(entry.sizes.size(), 1);
    for (std::size_t i = entry.sizes.size(); i-- > 1;)
        entry.strides[i - 1] = entry.strides[i] * std::max<std::int64_t>(entry.sizes[i], 1);
    return bytes;
}

StoredTensor readEntry(const std::string& name, const json& value, std::string_view data)
{
    StoredTensor entry;
    const auto unusable = [&](Problem kind, std::string found = {}) {
        entry.problem = TensorProblem{kind, name, {}, std::move(found)};
        return entry;
    };
    const std::string dtype = value.at("dtype");
    const auto type = scalarType(dtype);
    if (!type)
        return unusable(Problem::Unsupported, dtype.substr(0, 16));
    entry.type = *type;
    const auto size = shapeEntry(value.at("shape"), entry);
    const json& offsets = value.at("data_offsets");
    if (!size || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
        !offsets[1].is_number_unsigned())
        return unusable(Problem::Damaged);
    const auto begin = offsets[0].get<std::uint64_t>();
    const auto end = offsets[1].get<std::uint64_t>();
    if (end < begin || end - begin != *size)
        return unusable(Problem::Damaged);
    if (end > data.size())
        return unusable(Problem::Truncated);
    entry.bytes = data.substr(begin, end - begin);
    return entry;
}

const char* dtypeOf(at::ScalarType type)
{
    return type == at::kHalf ? "F16" : type == at::kBFloat16 ? "BF16" : "F32";
}

Error broken(const char* what, std::string detail = {})
{
    return makeError(ErrorCode::CheckpointBroken, {what}, std::move(detail));
}

} // namespace

bool looksLikeSafetensors(std::string_view bytes)
{
    return bytes.size() > lengthSize && bytes[lengthSize] == '{' &&
           headerLength(bytes) <= largestHeader;
}

Result<TensorFile::Entries> readSafetensorsEntries(std::string_view bytes)
{
    if (bytes.size() < lengthSize)
        return broken("the file is cut off");
    const std::uint64_t length = headerLength(bytes);
    if (length > largestHeader || length > bytes.size() - lengthSize)
        return broken("the header is larger than the file");
    const std::string_view data = bytes.substr(lengthSize + length);
    TensorFile::Entries entries;
    try {
        const json header = json::parse(bytes.substr(lengthSize, length));
        if (!header.is_object())
            return broken("the header is no object");
        for (const auto& [name, value] : header.items()) {
            if (name != "__metadata__")
                entries.emplace(name, readEntry(name, value, data));
        }
    } catch (const json::exception& e) {
        return broken("the header does not parse", e.what());
    }
    return entries;
}

SafetensorsMetadata readSafetensorsMetadata(std::string_view bytes)
{
    if (bytes.size() < lengthSize)
        return {};
    const std::uint64_t length = headerLength(bytes);
    if (length > largestHeader || length > bytes.size() - lengthSize)
        return {};
    try {
        const json header = json::parse(bytes.substr(lengthSize, length));
        return header.at("__metadata__").get<SafetensorsMetadata>();
    } catch (const json::exception&) {
        return {};
    }
}

Status writeSafetensors(const std::filesystem::path& path, std::vector<ParameterShape> shapes,
                        const TensorSource& source, const SafetensorsMetadata& metadata)
{
    std::ranges::sort(shapes, {}, &ParameterShape::name);
    json header = json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (const ParameterShape& p : shapes) {
        const at::ScalarType type = source.type(p.name);
        std::uint64_t size = at::elementSize(type);
        for (const std::int64_t axis : p.shape)
            size *= static_cast<std::uint64_t>(axis);
        header[p.name] = {{"dtype", dtypeOf(type)},
                          {"shape", p.shape},
                          {"data_offsets", {offset, offset + size}}};
        offset += size;
    }
    std::string text = header.dump();
    // Spaces keep the data aligned for mapping.
    text.append((alignment - (lengthSize + text.size()) % alignment) % alignment, ' ');
    std::string length(lengthSize, '\0');
    const std::uint64_t size = text.size();
    std::memcpy(length.data(), &size, lengthSize);

    Result<FileWriter> file = FileWriter::create(path);
    if (!file)
        return file.error();
    if (Status status = file->write(length + text); !status)
        return status;
    try {
        for (const ParameterShape& p : shapes) {
            {
                const at::Tensor plain =
                    source.tensor(p.name).detach().to(at::kCPU, source.type(p.name)).contiguous();
                const std::string_view bytes(static_cast<const char*>(plain.const_data_ptr()),
                                             static_cast<std::size_t>(plain.nbytes()));
                if (Status status = file->write(bytes); !status)
                    return status;
            }
            if (!source.written(p.name))
                return makeError(ErrorCode::Cancelled);
        }
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"weights"});
    }
    return file->close();
}

} // namespace fovea
