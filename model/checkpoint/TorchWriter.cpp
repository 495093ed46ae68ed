#include "model/checkpoint/TorchWriter.h"

#include "model/checkpoint/FileWriter.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <limits>
#include <zlib.h>

namespace fovea {
namespace {

constexpr std::uint64_t alignment = 64; ///< Of stored tensors, so that they can be mapped.
constexpr std::uint64_t largestFile = std::numeric_limits<std::uint32_t>::max();

std::string little(std::uint64_t value, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
    return out;
}

/// A zip archive of stored entries, each where torch would put it.
class StoredZip {
public:
    explicit StoredZip(FileWriter& file)
        : m_file(file)
    {
    }

    Status add(const std::string& name, std::string_view content)
    {
        const auto* const bytes = reinterpret_cast<const Bytef*>(content.data());
        const std::string sizes = little(::crc32_z(0, bytes, content.size()), 4) +
                                  little(content.size(), 4) + little(content.size(), 4);
        const std::uint64_t header = m_offset + 30 + name.size() + 4;
        const std::uint64_t padding = (alignment - header % alignment) % alignment;
        if (header + padding + content.size() > largestFile)
            return makeError(ErrorCode::BadOption, {"checkpoint", "beyond 4 GiB"});
        const std::string extra = "FB" + little(padding, 2) + std::string(padding, 'Z');
        m_directory += "PK\x01\x02" + std::string(12, '\0') + sizes + little(name.size(), 2) +
                       std::string(12, '\0') + little(m_offset, 4) + name;
        ++m_entries;
        if (Status status = write("PK\x03\x04" + std::string(10, '\0') + sizes +
                                  little(name.size(), 2) + little(extra.size(), 2) + name + extra);
            !status)
            return status;
        return write(content);
    }

    Status finish()
    {
        const std::string end = "PK\x05\x06" + std::string(4, '\0') + little(m_entries, 2) +
                                little(m_entries, 2) + little(m_directory.size(), 4) +
                                little(m_offset, 4) + std::string(2, '\0');
        return write(m_directory + end);
    }

private:
    Status write(std::string_view bytes)
    {
        m_offset += bytes.size();
        return m_file.write(bytes);
    }

    FileWriter& m_file;
    std::string m_directory;
    std::uint64_t m_offset = 0;
    std::uint64_t m_entries = 0;
};

} // namespace

void TorchPickle::integer(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    if (value >= std::numeric_limits<std::int32_t>::min() &&
        value <= std::numeric_limits<std::int32_t>::max())
        m_bytes += 'J' + little(bits, 4); // BININT
    else
        m_bytes += "\x8a\x08" + little(bits, 8); // LONG1
}

void TorchPickle::real(double value)
{
    std::string bytes = little(std::bit_cast<std::uint64_t>(value), 8);
    std::ranges::reverse(bytes); // BINFLOAT is big-endian
    m_bytes += 'G' + bytes;
}

void TorchPickle::text(std::string_view utf8)
{
    m_bytes += 'X' + little(utf8.size(), 4);
    m_bytes += utf8;
}

void TorchPickle::json(const nlohmann::json& document)
{
    if (document.is_object()) {
        beginDictionary();
        for (const auto& [key, value] : document.items()) {
            text(key);
            json(value);
        }
        endDictionary();
    } else if (document.is_array()) {
        m_bytes += "](";
        for (const nlohmann::json& value : document)
            json(value);
        m_bytes += 'e';
    } else if (document.is_string()) {
        text(document.get_ref<const std::string&>());
    } else if (document.is_boolean()) {
        boolean(document.get<bool>());
    } else if (document.is_number_float()) {
        real(document.get<double>());
    } else if (document.is_number()) {
        integer(document.get<std::int64_t>());
    } else {
        none();
    }
}

void TorchPickle::tuple(at::IntArrayRef values)
{
    m_bytes += '(';
    for (const std::int64_t value : values)
        integer(value);
    m_bytes += 't';
}

std::size_t TorchPickle::storageOf(const at::Tensor& tensor)
{
    const auto same = std::ranges::find(m_storages, tensor.const_data_ptr(),
                                        [](const at::Tensor& t) { return t.const_data_ptr(); });
    if (same == m_storages.end()) {
        m_storages.push_back(tensor);
        return m_storages.size() - 1;
    }
    return static_cast<std::size_t>(same - m_storages.begin());
}

void TorchPickle::tensor(const at::Tensor& tensor)
{
    m_bytes += "ctorch._utils\n_rebuild_tensor_v2\n((";
    text("storage");
    m_bytes += "ctorch\nFloatStorage\n";
    text(std::to_string(storageOf(tensor)));
    text("cpu");
    integer(tensor.numel());
    m_bytes += "tQ"; // the persistent id
    integer(0);
    tuple(tensor.sizes());
    tuple(tensor.strides());
    boolean(false);
    m_bytes += "ccollections\nOrderedDict\n)RtR"; // backward hooks: none
}

Status writeTorchFile(const std::filesystem::path& path, const TorchPickle& pickle)
{
    Result<FileWriter> file = FileWriter::create(path);
    if (!file)
        return file.error();
    const std::string stem = path.stem().string() + '/';
    StoredZip zip(*file);
    if (Status status = zip.add(stem + "data.pkl", pickle.bytes()); !status)
        return status;
    if (Status status = zip.add(stem + "byteorder", "little"); !status)
        return status;
    for (std::size_t key = 0; key < pickle.storages().size(); ++key) {
        const at::Tensor& storage = pickle.storages()[key];
        const std::string_view bytes(static_cast<const char*>(storage.const_data_ptr()),
                                     static_cast<std::size_t>(storage.nbytes()));
        if (Status status = zip.add(stem + "data/" + std::to_string(key), bytes); !status)
            return status;
    }
    if (Status status = zip.add(stem + "version", "3\n"); !status)
        return status;
    if (Status status = zip.finish(); !status)
        return status;
    return file->close();
}

} // namespace fovea
