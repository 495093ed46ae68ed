#include "TorchFileWriter.h"

#include <cstdint>
#include <fstream>

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

class ZipWriter {
public:
    void add(const std::string& name, const std::string& content)
    {
        const std::string sizes =
            little(0, 4) + little(content.size(), 4) + little(content.size(), 4);
        const std::size_t offset = m_bytes.size();
        // The extra field pads the content to a multiple of 64, as torch does.
        const std::size_t padding = (64 - (offset + 30 + name.size() + 4) % 64) % 64;
        const std::string extra = "FB" + little(padding, 2) + std::string(padding, 'Z');
        m_bytes += "PK\x03\x04" + std::string(10, '\0') + sizes + little(name.size(), 2) +
                   little(extra.size(), 2) + name + extra + content;
        m_central += "PK\x01\x02" + std::string(12, '\0') + sizes + little(name.size(), 2) +
                     std::string(12, '\0') + little(offset, 4) + name;
        ++m_count;
    }

    std::string finish() const
    {
        return m_bytes + m_central + "PK\x05\x06" + std::string(4, '\0') + little(m_count, 2) +
               little(m_count, 2) + little(m_central.size(), 4) + little(m_bytes.size(), 4) +
               std::string(2, '\0');
    }

private:
    std::string m_bytes;
    std::string m_central;
    std::uint64_t m_count = 0;
};

} // namespace

std::string pickledModel(const ParameterMap& parameters)
{
    std::string out = "\x80\x02}" + text("model") + "ccollections\nOrderedDict\n)R(";
    int key = 0;
    for (const auto& [name, tensor] : parameters) {
        out += text(name) + "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") +
               "ctorch\nFloatStorage\n" + text(std::to_string(key++)) + text("cpu") +
               integer(tensor.numel()) + "tQ" + integer(0) + tuple(tensor.sizes().vec()) +
               tuple(tensor.strides().vec()) + "\x89" + "ccollections\nOrderedDict\n)RtR";
    }
    return out + "us.";
}

std::string zippedModel(const std::string& pickle, const ParameterMap& parameters)
{
    ZipWriter zip;
    zip.add("archive/data.pkl", pickle);
    zip.add("archive/byteorder", "little");
    int key = 0;
    for (const auto& [name, tensor] : parameters) {
        const at::Tensor plain = tensor.contiguous();
        zip.add("archive/data/" + std::to_string(key++),
                std::string(static_cast<const char*>(plain.const_data_ptr()),
                            static_cast<std::size_t>(plain.nbytes())));
    }
    return zip.finish();
}

void writeTorchFile(const std::filesystem::path& path, const ParameterMap& parameters)
{
    std::ofstream(path, std::ios::binary) << zippedModel(pickledModel(parameters), parameters);
}

} // namespace fovea::testing
