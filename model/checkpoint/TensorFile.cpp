#include "model/checkpoint/TensorFile.h"

#include "model/checkpoint/Safetensors.h"
#include "model/checkpoint/TorchFile.h"
#include "model/checkpoint/ZipDirectory.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_strided.h>
#include <ATen/ops/from_blob.h>

#include <cstring>

namespace fovea {

at::Tensor TensorFile::tensor(const StoredTensor& entry) const
{
    if (entry.bytes.empty())
        return at::empty(entry.sizes, entry.type);
    const char* data = entry.bytes.data();
    if (reinterpret_cast<std::uintptr_t>(data) % at::elementSize(entry.type) != 0) {
        at::Tensor copy = at::empty_strided(entry.sizes, entry.strides, entry.type);
        std::memcpy(copy.mutable_data_ptr(), data, entry.bytes.size());
        return copy;
    }
    // The mapping is private, so that even who writes to the tensor leaves the file alone.
    return at::from_blob(
        const_cast<char*>(data), entry.sizes, entry.strides, [keep = m_file](void*) {},
        at::TensorOptions(entry.type));
}

bool TensorFile::intact(const StoredTensor& entry)
{
    return entry.checksum == 0 || checksumOf(entry.record) == entry.checksum;
}

void TensorFile::release(const StoredTensor& entry) const
{
    m_file->release(entry.record.empty() ? entry.bytes : entry.record);
}

Result<TensorFile> readTensorFile(const std::filesystem::path& path)
{
    Result<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
    if (!file)
        return file.error();
    const std::string_view bytes = (*file)->text();
    try {
        Result<TensorFile::Entries> entries =
            looksLikeSafetensors(bytes) ? readSafetensorsEntries(bytes) : readTorchEntries(bytes);
        if (!entries)
            return entries.error();
        TensorFile::Entries named;
        for (auto& [name, entry] : *entries) {
            const bool parallel = name.starts_with("module.");
            named.insert_or_assign(parallel ? name.substr(7) : name, std::move(entry));
        }
        return TensorFile(std::move(*file), std::move(named));
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"checkpoint"});
    }
}

} // namespace fovea
