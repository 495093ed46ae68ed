#include "model/tuning/StudyCache.h"

#include "model/checkpoint/FileWriter.h"
#include "model/checkpoint/MapSource.h"
#include "model/checkpoint/Sha256.h"
#include "model/checkpoint/TensorFile.h"

#include <ATen/TensorOperators.h>
#include <c10/util/Exception.h>

#include <algorithm>
#include <unistd.h>

namespace fovea {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".tokens";
constexpr std::string_view halfWritten = ".new-";

/// Tensors with the type they have.
class TypedSource final : public MapSource {
public:
    explicit TypedSource(const ParameterMap& tensors)
        : MapSource(tensors)
        , m_types(tensors)
    {
    }
    at::ScalarType type(const std::string& name) const override
    {
        return m_types.at(name).scalar_type();
    }

private:
    const ParameterMap& m_types;
};

Result<std::string> digestOf(const ParameterMap& tensors)
{
    Sha256 hash;
    for (const auto& [name, tensor] : tensors) {
        hash.addText(name);
        hash.addText(
            {static_cast<const char*>(tensor.const_data_ptr()), std::size_t(tensor.nbytes())});
    }
    return hash.hex();
}

struct CacheFile {
    fs::path path;
    std::string key;
    std::uint64_t size = 0;
    fs::file_time_type time;
};

std::vector<CacheFile> filesOf(const fs::path& folder)
{
    std::vector<CacheFile> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
    {
        std::error_code gone;
        const fs::path& path = entry->path();
        if (path.extension() != ending)
            continue;
        CacheFile file{path, path.stem().string(), entry->file_size(gone), {}};
        file.time = entry->last_write_time(gone);
        if (!gone)
            files.push_back(std::move(file));
    }
    return files;
}

/// What killed processes left.
void removeHalves(const fs::path& folder)
{
    std::vector<fs::path> halves;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
    {
        const std::string name = entry->path().filename().string();
        const auto at = name.find(halfWritten);
        std::error_code unknown;
        if (at != std::string::npos &&
            !fs::exists("/proc/" + name.substr(at + halfWritten.size()), unknown))
            halves.push_back(entry->path());
    }
    for (const fs::path& half : halves)
        fs::remove(half, error);
}

} // namespace

StudyCache::StudyCache(fs::path folder, std::uint64_t budget)
    : m_folder(std::move(folder))
    , m_budget(budget)
{
}

Result<StudyCache> StudyCache::open(const fs::path& folder, std::uint64_t budget)
{
    StudyCache cache(folder, budget);
    if (folder.empty())
        return cache;
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error))
        return makeError(ErrorCode::FileNotWritable, {folder.string()});
    removeHalves(folder);
    return cache;
}

fs::path StudyCache::pathOf(const std::string& key) const
{
    return m_folder / (key + std::string(ending));
}

std::optional<ParameterMap> StudyCache::read(const std::string& key)
{
    if (m_folder.empty())
        return std::nullopt;
    m_asked.insert(key);
    const fs::path path = pathOf(key);
    std::error_code error;
    if (!fs::exists(path, error))
        return std::nullopt;
    std::optional<ParameterMap> tensors = check(path, key);
    if (!tensors) {
        fs::remove(path, error);
        return std::nullopt;
    }
    if (m_checked.insert(key).second)
        fs::last_write_time(path, fs::file_time_type::clock::now(), error);
    return tensors;
}

std::optional<ParameterMap> StudyCache::check(const fs::path& path, const std::string& key)
{
    const Result<TensorFile> file = readTensorFile(path);
    if (!file)
        return std::nullopt;
    const SafetensorsMetadata metadata = readSafetensorsMetadata(file->file().text());
    const auto says = [&](const char* name) {
        const auto found = metadata.find(name);
        return found == metadata.end() ? std::string() : found->second;
    };
    if (says("key") != key)
        return std::nullopt;
    ParameterMap tensors;
    for (const auto& [name, stored] : file->entries()) {
        if (stored.problem)
            return std::nullopt;
        tensors.emplace(name, file->tensor(stored));
    }
    if (tensors.empty())
        return std::nullopt;
    if (!m_checked.contains(key)) {
        const Result<std::string> digest = digestOf(tensors);
        if (!digest || *digest != says("sha256"))
            return std::nullopt;
    }
    return tensors;
}

void StudyCache::remove(const std::string& key)
{
    std::error_code ignored;
    if (!m_folder.empty())
        fs::remove(pathOf(key), ignored);
}

bool StudyCache::makeRoom(std::uint64_t size)
{
    std::vector<CacheFile> files = filesOf(m_folder);
    std::uint64_t total = 0;
    for (const CacheFile& file : files)
        total += file.size;
    std::erase_if(files, [this](const CacheFile& file) { return m_asked.contains(file.key); });
    std::ranges::sort(files, {}, &CacheFile::time);
    for (const CacheFile& file : files) {
        if (total + size <= m_budget)
            break;
        std::error_code error;
        if (fs::remove(file.path, error))
            total -= file.size;
    }
    return total + size <= m_budget;
}

Result<bool> StudyCache::write(const std::string& key, const ParameterMap& given)
{
    if (m_folder.empty())
        return false;
    m_asked.insert(key);
    ParameterMap tensors;
    for (const auto& [name, tensor] : given)
        tensors.emplace(name, tensor.contiguous());
    constexpr std::uint64_t perTensor = 256; // of the header, more than it takes
    std::uint64_t size = perTensor * (tensors.size() + 2);
    for (const auto& [name, tensor] : tensors)
        size += tensor.nbytes();
    if (!makeRoom(size))
        return false;
    const Result<std::string> digest = digestOf(tensors);
    if (!digest)
        return digest.error();
    const fs::path path = pathOf(key);
    const fs::path half = path.string() + std::string(halfWritten) + std::to_string(::getpid());
    std::error_code error;
    fs::remove(half, error);
    Status status = writeSafetensors(half, shapesOf(tensors), TypedSource(tensors),
                                     {{"key", key}, {"sha256", *digest}});
    if (status) {
        fs::rename(half, path, error);
        if (error)
            status = makeError(ErrorCode::FileNotWritable, {path.string()});
    }
    if (!status) {
        fs::remove(half, error);
        return status.error();
    }
    return true;
}

std::uint64_t StudyCache::usedBytes() const
{
    std::uint64_t total = 0;
    for (const CacheFile& file : filesOf(m_folder))
        total += m_asked.contains(file.key) ? file.size : 0;
    return total;
}

std::uint64_t StudyCache::bytes() const
{
    std::uint64_t total = 0;
    for (const CacheFile& file : filesOf(m_folder))
        total += file.size;
    return total;
}

} // namespace fovea
