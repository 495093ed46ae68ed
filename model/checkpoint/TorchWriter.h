#pragma once

#include "model/domain/Result.h"

#include <ATen/core/Tensor.h>
#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A pickle of plain values and tensors as torch.save() makes it (protocol 2), written value by
/// value: in a dictionary a text and what belongs to it, in turn. Tensors that share their memory
/// share one storage. Each value is written once, so nothing is memoised.
class TorchPickle {
public:
    TorchPickle() = default;

    void none() { m_bytes += 'N'; }
    void boolean(bool value) { m_bytes += value ? '\x88' : '\x89'; }
    void integer(std::int64_t value);
    void real(double value);
    void text(std::string_view utf8);
    /// All of a document: objects as dictionaries, arrays as lists.
    void json(const nlohmann::json& document);

    void beginDictionary() { m_bytes += "}("; }
    /// A collections.OrderedDict, as state dicts are.
    void beginOrderedDictionary() { m_bytes += "ccollections\nOrderedDict\n)R("; }
    void endDictionary() { m_bytes += 'u'; }
    /// fp32, on the CPU, contiguous.
    void tensor(const at::Tensor& tensor);

    /// The pickle, ended. No value may follow.
    std::string bytes() const { return "\x80\x02" + m_bytes + "."; }
    /// What the file must hold beside it, in the order of their keys "0", "1", …
    const std::vector<at::Tensor>& storages() const { return m_storages; }

private:
    void tuple(at::IntArrayRef values);
    std::size_t storageOf(const at::Tensor& tensor);

    std::string m_bytes;
    std::vector<at::Tensor> m_storages;
};

/// Writes the zip file that torch.load() reads, in a new file that is on the disk when this
/// returns. Entries are stored under the file's stem, as torch names them, with checksums. Of less
/// than 4 GiB (BadOption). FileNotWritable, DiskFull; a file left half written is the caller's.
Status writeTorchFile(const std::filesystem::path& path, const TorchPickle& pickle);

} // namespace fovea
