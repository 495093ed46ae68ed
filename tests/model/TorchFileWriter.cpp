#include "TorchFileWriter.h"

#include <ATen/ops/zeros.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <zlib.h>

namespace fovea::testing {
namespace {

std::string little(std::uint64_t value, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
    return out;
}

std::string text(const std::string& value)
{
    return "X" + little(value.size(), 4) + value;
}

std::string integer(std::int64_t value)
{
    return "J" + little(static_cast<std::uint64_t>(value), 4);
}

std::string tuple(const std::vector<std::int64_t>& values)
{
    std::string out = "(";
    for (const std::int64_t v : values)
        out += integer(v);
    return out + "t";
}

std::int64_t elements(const std::vector<std::int64_t>& shape)
{
    std::int64_t count = 1;
    for (const std::int64_t axis : shape)
        count *= axis;
    return count;
}

std::string storageClass(at::ScalarType type)
{
    switch (type) {
    case at::kDouble:
        return "DoubleStorage";
    case at::kHalf:
        return "HalfStorage";
    case at::kBFloat16:
        return "BFloat16Storage";
    case at::kLong:
        return "LongStorage";
    case at::kComplexFloat:
        return "ComplexFloatStorage";
    default:
        return "FloatStorage";
    }
}

std::string bytesOf(const at::Tensor& tensor)
{
    const at::Tensor plain = tensor.contiguous();
    return {static_cast<const char*>(plain.const_data_ptr()),
            static_cast<std::size_t>(plain.nbytes())};
}

class ZipWriter {
public:
    ZipWriter(std::ostream& out, bool checksums)
        : m_out(out)
        , m_checksums(checksums)
    {
    }

    void add(const std::string& name, const std::string& content)
    {
        const auto* bytes = reinterpret_cast<const Bytef*>(content.data());
        const std::uint64_t checksum = m_checksums ? ::crc32_z(0, bytes, content.size()) : 0;
        const std::string sizes =
            little(checksum, 4) + little(content.size(), 4) + little(content.size(), 4);
        // The extra field pads the content to a multiple of 64, as torch does.
        const std::size_t padding = (64 - (m_offset + 30 + name.size() + 4) % 64) % 64;
        const std::string extra = "FB" + little(padding, 2) + std::string(padding, 'Z');
        m_central += "PK\x01\x02" + std::string(12, '\0') + sizes + little(name.size(), 2) +
                     std::string(12, '\0') + little(m_offset, 4) + name;
        write("PK\x03\x04" + std::string(10, '\0') + sizes + little(name.size(), 2) +
              little(extra.size(), 2) + name + extra);
        write(content);
        ++m_count;
    }

    void finish()
    {
        m_out << m_central + "PK\x05\x06" + std::string(4, '\0') + little(m_count, 2) +
                     little(m_count, 2) + little(m_central.size(), 4) + little(m_offset, 4) +
                     std::string(2, '\0');
    }

private:
    void write(const std::string& bytes)
    {
        m_out << bytes;
        m_offset += bytes.size();
    }

    std::ostream& m_out;
    bool m_checksums;
    std::string m_central;
    std::uint64_t m_offset = 0;
    std::uint64_t m_count = 0;
};

std::string pickledTensor(int key, at::ScalarType type, const std::vector<std::int64_t>& shape)
{
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;)
        strides[i - 1] = strides[i] * shape[i];
    return "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") + "ctorch\n" +
           storageClass(type) + "\n" + text(std::to_string(key)) + text("cpu") +
           integer(elements(shape)) + "tQ" + integer(0) + tuple(shape) + tuple(strides) + "\x89" +
           "ccollections\nOrderedDict\n)RtR";
}

std::string pickledState(const std::vector<TensorToWrite>& tensors, const std::string& prefix)
{
    std::string out = "ccollections\nOrderedDict\n)R(";
    int key = 0;
    for (const TensorToWrite& tensor : tensors)
        out += text(prefix + tensor.name) + pickledTensor(key++, tensor.type, tensor.shape);
    return out + "u";
}

std::string pickled(const std::vector<TensorToWrite>& tensors, const TorchFileOptions& options)
{
    const std::string state = pickledState(tensors, options.prefix);
    if (options.key.empty())
        return "\x80\x02" + state + ".";
    std::string out = "\x80\x02}(" + text(options.key) + state;
    if (options.optimizer) {
        // {"optimizer": {"state": {0: {"exp_avg": tensor}}}, "config": Namespace, "epoch": 19}
        out += text("optimizer") + "}(" + text("state") + "}(K" + std::string(1, '\0') + "}(" +
               text("exp_avg") + pickledTensor(static_cast<int>(tensors.size()), at::kFloat, {3}) +
               "uuu" + text("config") + "cargparse\nNamespace\n)\x81}b" + text("epoch") + "K\x13";
    }
    return out + "u.";
}

std::vector<TensorToWrite> toWrite(const ParameterMap& parameters)
{
    std::vector<TensorToWrite> tensors;
    for (const auto& [name, tensor] : parameters)
        tensors.push_back({name, tensor.sizes().vec(), tensor.scalar_type(),
                           [tensor = tensor] { return tensor; }});
    return tensors;
}

void writeLegacy(std::ostream& out, const std::vector<TensorToWrite>& tensors,
                 const TorchFileOptions& options)
{
    const std::string magic("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10);
    out << "\x80\x02\x8a\x0a" + magic + "." << "\x80\x02M\xe9\x03." << "\x80\x02}.";
    out << pickled(tensors, options);
    const std::size_t count = tensors.size() + (options.optimizer ? 1 : 0);
    out << "\x80\x02](";
    for (std::size_t key = 0; key < count; ++key)
        out << text(std::to_string(key));
    out << "e.";
    for (const TensorToWrite& tensor : tensors)
        out << little(static_cast<std::uint64_t>(elements(tensor.shape)), 8)
            << bytesOf(tensor.make());
    if (options.optimizer)
        out << little(3, 8) << bytesOf(at::zeros({3}));
}

} // namespace

void writeTorchFile(std::ostream& out, const std::vector<TensorToWrite>& tensors,
                    const TorchFileOptions& options)
{
    if (options.legacy) {
        writeLegacy(out, tensors, options);
        return;
    }
    ZipWriter zip(out, options.checksums);
    zip.add("archive/data.pkl", pickled(tensors, options));
    zip.add("archive/byteorder", "little");
    int key = 0;
    for (const TensorToWrite& tensor : tensors)
        zip.add("archive/data/" + std::to_string(key++), bytesOf(tensor.make()));
    if (options.optimizer)
        zip.add("archive/data/" + std::to_string(key), bytesOf(at::zeros({3})));
    zip.finish();
}

void writeTorchFile(const std::filesystem::path& path, const ParameterMap& parameters,
                    const TorchFileOptions& options)
{
    std::ofstream out(path, std::ios::binary);
    writeTorchFile(out, toWrite(parameters), options);
}

std::string torchFile(const ParameterMap& parameters, const TorchFileOptions& options)
{
    std::ostringstream out;
    writeTorchFile(out, toWrite(parameters), options);
    return out.str();
}

std::string pickledModel(const ParameterMap& parameters)
{
    return pickled(toWrite(parameters), {});
}

std::string zippedModel(const std::string& pickle, const ParameterMap& parameters)
{
    std::ostringstream out;
    ZipWriter zip(out, true);
    zip.add("archive/data.pkl", pickle);
    zip.add("archive/byteorder", "little");
    int key = 0;
    for (const auto& [name, tensor] : parameters)
        zip.add("archive/data/" + std::to_string(key++), bytesOf(tensor));
    zip.finish();
    return out.str();
}

std::string safetensorsFile(const ParameterMap& parameters)
{
    static const std::map<at::ScalarType, std::string> dtypes{{at::kFloat, "F32"},
                                                              {at::kDouble, "F64"},
                                                              {at::kHalf, "F16"},
                                                              {at::kBFloat16, "BF16"},
                                                              {at::kLong, "I64"}};
    nlohmann::json header{{"__metadata__", {{"format", "pt"}}}};
    std::string data;
    for (const auto& [name, tensor] : parameters) {
        const std::string bytes = bytesOf(tensor);
        header[name] = {{"dtype", dtypes.at(tensor.scalar_type())},
                        {"shape", tensor.sizes().vec()},
                        {"data_offsets", {data.size(), data.size() + bytes.size()}}};
        data += bytes;
    }
    const std::string text = header.dump();
    return little(text.size(), 8) + text + data;
}

} // namespace fovea::testing
