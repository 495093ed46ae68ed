#include "model/checkpoint/Safetensors.h"

#include "model/checkpoint/MappedFile.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <c10/util/Exception.h>
#include <nlohmann/json.hpp>

#include <bit>
#include <cstring>
#include <fstream>

namespace fovea {
namespace {

using nlohmann::json;

static_assert(std::endian::native == std::endian::little);

constexpr std::uint64_t largestHeader = std::uint64_t{64} << 20;
constexpr std::size_t alignment = 64;

struct Entry {
    at::ScalarType type = at::kFloat;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// Nothing but an Entry that lies inside `size` bytes and fits its shape; else what is wrong.
std::string parseEntry(const json& value, std::uint64_t size, Entry& entry)
{
    const std::string type = value.at("dtype");
    if (type == "F32")
        entry.type = at::kFloat;
    else if (type == "F16")
        entry.type = at::kHalf;
    else if (type == "BF16")
        entry.type = at::kBFloat16;
    else
        return "dtype " + type.substr(0, 16) + " is not supported";
    std::uint64_t bytes = at::elementSize(entry.type);
    for (const json& axis : value.at("shape")) {
        if (!axis.is_number_unsigned())
            return "a shape is not of counts";
        const auto count = axis.get<std::uint64_t>();
        if (count != 0 && bytes > (std::uint64_t{1} << 48) / count)
            return "a tensor is absurdly large";
        bytes *= count;
        entry.shape.push_back(static_cast<std::int64_t>(count));
    }
    const json& offsets = value.at("data_offsets");
    if (offsets.size() != 2 || !offsets[0].is_number_unsigned() || !offsets[1].is_number_unsigned())
        return "offsets are not two counts";
    entry.begin = offsets[0].get<std::uint64_t>();
    entry.end = offsets[1].get<std::uint64_t>();
    if (entry.end < entry.begin || entry.end > size || entry.end - entry.begin != bytes)
        return "a tensor's bytes do not fit its shape or the file";
    return {};
}

at::Tensor makeTensor(const Entry& entry, std::byte* data, const std::shared_ptr<MappedFile>& file)
{
    if (entry.begin == entry.end)
        return at::empty(entry.shape, at::kFloat);
    const std::size_t size = at::elementSize(entry.type);
    std::byte* first = data + entry.begin;
    if (reinterpret_cast<std::uintptr_t>(first) % size != 0) {
        const at::Tensor copy = at::empty(entry.shape, entry.type);
        std::memcpy(copy.mutable_data_ptr(), first, entry.end - entry.begin);
        return copy.to(at::kFloat);
    }
    return at::from_blob(
               first, entry.shape, [file](void*) {}, at::TensorOptions(entry.type))
        .to(at::kFloat);
}

} // namespace

Result<ParameterMap> readSafetensors(const std::filesystem::path& path)
{
    const auto broken = [&path](std::string what) {
        return makeError(ErrorCode::ModelBroken, {path.filename().string(), std::move(what)});
    };
    const Result<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
    if (!file)
        return file.error();
    const std::span<std::byte> bytes = (*file)->bytes();
    std::uint64_t headerSize = 0;
    if (bytes.size() < sizeof(headerSize))
        return broken("the file is cut off");
    std::memcpy(&headerSize, bytes.data(), sizeof(headerSize));
    if (headerSize > largestHeader || headerSize > bytes.size() - sizeof(headerSize))
        return broken("the header is larger than the file");
    std::byte* data = bytes.data() + sizeof(headerSize) + headerSize;
    const std::uint64_t dataSize = bytes.size() - sizeof(headerSize) - headerSize;

    ParameterMap parameters;
    try {
        const json header = json::parse((*file)->text().substr(sizeof(headerSize), headerSize));
        if (!header.is_object())
            return broken("the header is no object");
        for (const auto& [name, value] : header.items()) {
            if (name == "__metadata__")
                continue;
            Entry entry;
            if (const std::string problem = parseEntry(value, dataSize, entry); !problem.empty())
                return broken(problem);
            parameters.emplace(name, makeTensor(entry, data, *file));
        }
    } catch (const json::exception& e) {
        return makeError(ErrorCode::ModelBroken,
                         {path.filename().string(), "the header does not parse"}, e.what());
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"weights"});
    }
    return parameters;
}

Status writeSafetensors(const std::filesystem::path& path, const ParameterMap& parameters)
{
    json header = json::object();
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : parameters) {
        const std::uint64_t size = static_cast<std::uint64_t>(tensor.numel()) * sizeof(float);
        header[name] = {{"dtype", "F32"},
                        {"shape", tensor.sizes().vec()},
                        {"data_offsets", {offset, offset + size}}};
        offset += size;
    }
    std::string text = header.dump();
    // Spaces keep the data aligned for mapping.
    text.append((alignment - (sizeof(std::uint64_t) + text.size()) % alignment) % alignment, ' ');

    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out)
        return makeError(ErrorCode::FileNotWritable, {path.string()});
    const std::uint64_t headerSize = text.size();
    out.write(reinterpret_cast<const char*>(&headerSize), sizeof(headerSize));
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    try {
        for (const auto& [name, tensor] : parameters) {
            const at::Tensor plain = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
            out.write(static_cast<const char*>(plain.const_data_ptr()),
                      static_cast<std::streamsize>(plain.numel() *
                                                   static_cast<std::int64_t>(sizeof(float))));
        }
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    }
    out.close();
    if (!out)
        return makeError(ErrorCode::DiskFull, {path.string()});
    return Done{};
}

} // namespace fovea
