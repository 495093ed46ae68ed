#include "model/checkpoint/ModelPackage.h"

#include "model/checkpoint/FileWriter.h"
#include "model/checkpoint/Fingerprint.h"
#include "model/checkpoint/MapSource.h"
#include "model/checkpoint/MappedFile.h"
#include "model/checkpoint/Safetensors.h"
#include "model/checkpoint/StagedFolder.h"
#include "model/checkpoint/TensorCheck.h"

#include <c10/util/Exception.h>

#include <future>
#include <sys/mman.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifestFile = "model.json";
constexpr const char* vocabularyFile = "vocab.txt";
constexpr const char* weightsFile = "weights.safetensors";

class FileSource final : public TensorSource {
public:
    FileSource(const TensorFile& file, std::size_t count, const Progress& progress)
        : m_file(file)
        , m_count(count)
        , m_progress(progress)
    {
    }
    at::Tensor tensor(const std::string& name) const override
    {
        return m_file.tensor(m_file.entries().find(name)->second);
    }
    bool written(const std::string& name) const override
    {
        m_file.release(m_file.entries().find(name)->second);
        m_progress.report(static_cast<double>(++m_done) / static_cast<double>(m_count));
        return !m_progress.cancelled();
    }

private:
    const TensorFile& m_file;
    std::size_t m_count;
    const Progress& m_progress;
    mutable std::size_t m_done = 0;
};

Result<std::string> fingerprintOf(const fs::path& folder)
{
    const Result<std::shared_ptr<MappedFile>> manifest = MappedFile::open(folder / manifestFile);
    if (!manifest)
        return manifest.error();
    const Result<std::shared_ptr<MappedFile>> vocabulary =
        MappedFile::open(folder / vocabularyFile);
    if (!vocabulary)
        return vocabulary.error();
    const Result<std::shared_ptr<MappedFile>> weights = MappedFile::open(folder / weightsFile);
    if (!weights)
        return weights.error();
    return packageFingerprint({(*manifest)->text(), (*vocabulary)->text(), (*weights)->text()},
                              [&](std::string_view part) { (*weights)->release(part); });
}

Result<std::string> writePackage(const fs::path& folder, const ModelManifest& manifest,
                                 const std::string& vocabulary, const TensorSource& source,
                                 const BeforeCommit& beforeCommit = {})
{
    const std::string json = manifestToJson(manifest);
    // What is written must be readable again.
    if (const Result<ModelManifest> again = manifestFromJson(json); !again)
        return again.error();
    std::error_code error;
    if (fs::exists(folder, error) && !fs::exists(folder / manifestFile, error))
        return makeError(ErrorCode::FileNotWritable, {folder.string()});
    Result<StagedFolder> staged = StagedFolder::create(folder);
    if (!staged)
        return staged.error();
    if (Status status = writeTextFile(staged->path() / manifestFile, json); !status)
        return status.error();
    if (Status status = writeTextFile(staged->path() / vocabularyFile, vocabulary); !status)
        return status.error();
    if (Status status = writeSafetensors(staged->path() / weightsFile,
                                         parameterShapes(manifest.network), source);
        !status)
        return status.error();
    Result<std::string> fingerprint = fingerprintOf(staged->path());
    if (!fingerprint)
        return fingerprint.error();
    if (beforeCommit) {
        if (Status status = beforeCommit(staged->path(), *fingerprint); !status)
            return status.error();
    }
    if (Status status = staged->commit(); !status)
        return status.error();
    return fingerprint;
}

/// Maps all pages at once rather than one fault at a time; where the system cannot, faults do it.
void mapPages(const MappedFile& file)
{
    ::madvise(file.bytes().data(), file.bytes().size(), MADV_POPULATE_READ);
}

Result<ParameterMap> parametersOf(const NetworkConfig& network, const TensorFile& weights)
{
    ParameterMap parameters;
    try {
        for (const ParameterShape& p : parameterShapes(network)) {
            const StoredTensor& entry = weights.entries().find(p.name)->second;
            parameters.emplace(p.name, weights.tensor(entry).to(at::kFloat));
        }
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"weights"});
    }
    return parameters;
}

} // namespace

Result<ModelPackage> readModelPackage(const fs::path& folder)
{
    std::error_code error;
    if (!fs::exists(folder / manifestFile, error))
        return makeError(ErrorCode::ModelNotFound, {folder.string()});
    for (const char* name : {manifestFile, vocabularyFile, weightsFile}) {
        if (!fs::exists(folder / name, error))
            return makeError(ErrorCode::ModelBroken, {name, "the file is missing"});
    }
    const Result<std::shared_ptr<MappedFile>> manifestText =
        MappedFile::open(folder / manifestFile);
    if (!manifestText)
        return manifestText.error();
    Result<ModelManifest> manifest = manifestFromJson(std::string((*manifestText)->text()));
    if (!manifest)
        return manifest.error();
    const Result<std::shared_ptr<MappedFile>> vocabulary =
        MappedFile::open(folder / vocabularyFile);
    if (!vocabulary)
        return vocabulary.error();
    const Result<TensorFile> weights = readTensorFile(folder / weightsFile);
    if (!weights && weights.error().code == ErrorCode::CheckpointBroken)
        return makeError(ErrorCode::ModelBroken, {weightsFile, weights.error().arguments.front()},
                         weights.error().detail);
    if (!weights)
        return weights.error();

    // Both read every byte: side by side.
    std::future<Result<std::string>> hashing = std::async(std::launch::async, [&] {
        return packageFingerprint(
            {(*manifestText)->text(), (*vocabulary)->text(), weights->file().text()});
    });
    mapPages(weights->file()); // faster than hashing, so that it runs ahead of it
    const Status checked = checkTensorFile(manifest->network, *weights, Progress{});
    Result<std::string> fingerprint = hashing.get();
    if (!checked)
        return checked.error();
    if (!fingerprint)
        return fingerprint.error();
    Result<ParameterMap> parameters = parametersOf(manifest->network, *weights);
    if (!parameters)
        return parameters.error();
    return ModelPackage{std::move(*manifest), std::move(*parameters),
                        std::string((*vocabulary)->text()), std::move(*fingerprint)};
}

Result<std::string> writeModelPackage(const fs::path& folder, const ModelPackage& package,
                                      const BeforeCommit& beforeCommit)
{
    if (Status status = checkParameters(package.manifest.network, package.parameters); !status)
        return status.error();
    return writePackage(folder, package.manifest, package.vocabulary, MapSource(package.parameters),
                        beforeCommit);
}

Result<std::string> writeModelPackage(const fs::path& folder, const ModelManifest& manifest,
                                      const std::string& vocabulary, const TensorFile& weights,
                                      const Progress& progress)
{
    const std::size_t count = parameterShapes(manifest.network).size();
    return writePackage(folder, manifest, vocabulary, FileSource(weights, count, progress));
}

} // namespace fovea
