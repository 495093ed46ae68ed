#include "model/checkpoint/ModelPackage.h"

#include "model/checkpoint/MappedFile.h"
#include "model/checkpoint/Safetensors.h"
#include "model/checkpoint/Sha256.h"

#include <array>
#include <fstream>
#include <unistd.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifestFile = "model.json";
constexpr const char* vocabularyFile = "vocab.txt";
constexpr const char* weightsFile = "weights.safetensors";

/// Over name, size and bytes of each file, in this order.
Result<std::string> fingerprintOf(const fs::path& folder)
{
    Sha256 hash;
    for (const char* name : {manifestFile, vocabularyFile, weightsFile}) {
        const Result<std::shared_ptr<MappedFile>> file = MappedFile::open(folder / name);
        if (!file)
            return file.error();
        hash.add(std::string(name) + "\n" + std::to_string((*file)->bytes().size()) + "\n");
        hash.add((*file)->text());
    }
    return hash.hex();
}

Status writeText(const fs::path& path, const std::string& text)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out)
        return makeError(ErrorCode::FileNotWritable, {path.string()});
    out << text;
    out.close();
    if (!out)
        return makeError(ErrorCode::DiskFull, {path.string()});
    return Done{};
}

/// A folder that is gone when this is, unless it was renamed.
class ScratchFolder {
public:
    explicit ScratchFolder(fs::path path)
        : m_path(std::move(path))
    {
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

Status writeFiles(const fs::path& folder, const ModelPackage& package)
{
    if (Status status = writeText(folder / manifestFile, manifestToJson(package.manifest)); !status)
        return status;
    if (Status status = writeText(folder / vocabularyFile, package.vocabulary); !status)
        return status;
    ParameterMap own;
    for (const ParameterShape& p : parameterShapes(package.manifest.network))
        own.emplace(p.name, package.parameters.find(p.name)->second);
    return writeSafetensors(folder / weightsFile, own);
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
    Result<ParameterMap> parameters = readSafetensors(folder / weightsFile);
    if (!parameters)
        return parameters.error();
    if (Status status = checkParameters(manifest->network, *parameters); !status)
        return status.error();
    Result<std::string> fingerprint = fingerprintOf(folder);
    if (!fingerprint)
        return fingerprint.error();
    return ModelPackage{std::move(*manifest), std::move(*parameters),
                        std::string((*vocabulary)->text()), std::move(*fingerprint)};
}

Result<std::string> writeModelPackage(const fs::path& folder, const ModelPackage& package)
{
    if (Status status = checkParameters(package.manifest.network, package.parameters); !status)
        return status.error();
    // What is written must be readable again.
    if (const Result<ModelManifest> again = manifestFromJson(manifestToJson(package.manifest));
        !again)
        return again.error();

    const Error unwritable = makeError(ErrorCode::FileNotWritable, {folder.string()});
    std::error_code error;
    const fs::path target = fs::absolute(folder, error).lexically_normal();
    const bool replaces = fs::exists(target, error);
    if (replaces && !fs::exists(target / manifestFile, error))
        return unwritable;
    const std::string unique = ".new-" + std::to_string(::getpid());
    const ScratchFolder scratch(target.parent_path() / (target.filename().string() + unique));
    fs::remove_all(scratch.path(), error);
    if (!fs::create_directories(scratch.path(), error) || error)
        return unwritable;
    if (Status status = writeFiles(scratch.path(), package); !status)
        return status.error();
    Result<std::string> fingerprint = fingerprintOf(scratch.path());
    if (!fingerprint)
        return fingerprint.error();

    const ScratchFolder old(target.parent_path() / (target.filename().string() + unique + "-old"));
    if (replaces) {
        fs::rename(target, old.path(), error);
        if (error)
            return unwritable;
    }
    fs::rename(scratch.path(), target, error);
    if (error) {
        std::error_code ignored;
        if (replaces)
            fs::rename(old.path(), target, ignored);
        return unwritable;
    }
    return fingerprint;
}

} // namespace fovea
