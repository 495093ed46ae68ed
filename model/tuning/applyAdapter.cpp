#include "model/tuning/applyAdapter.h"

#include <c10/util/Exception.h>

#include <algorithm>

namespace fovea {

namespace fs = std::filesystem;

namespace {

/// Whether a network is the parent's but for anatomies after its own.
bool grownFrom(const NetworkConfig& parent, const NetworkConfig& grown)
{
    NetworkConfig same = grown;
    same.anatomies = parent.anatomies;
    return same == parent && grown.anatomies.size() >= parent.anatomies.size() &&
           std::ranges::equal(parent.anatomies,
                              std::span(grown.anatomies).first(parent.anatomies.size()));
}

} // namespace

ModelInfo infoOf(const ModelManifest& manifest, const std::string& fingerprint)
{
    return ModelInfo{manifest.name,
                     fingerprint,
                     manifest.demo,
                     manifest.licence,
                     manifest.provenance,
                     manifest.network.anatomies,
                     "cpu",
                     "fp32",
                     manifest.calibrationReference()};
}

Status checkNewPackage(const fs::path& folder)
{
    std::error_code error;
    if (folder.empty())
        return makeError(ErrorCode::BadOption, {"outputPackage", "empty"});
    if (fs::exists(folder, error))
        return makeError(ErrorCode::BadOption,
                         {"outputPackage", "exists already: name another folder"});
    return Done{};
}

Result<ModelPackage> adaptedPackage(const ModelPackage& parent, const Adapter& adapter)
{
    if (adapter.parent != parent.fingerprint)
        return makeError(ErrorCode::BadOption,
                         {"parent", "the adapter belongs to another model, whose fingerprint "
                                    "begins with " +
                                        adapter.parent.substr(0, 12)});
    if (!grownFrom(parent.manifest.network, adapter.manifest.network) ||
        adapter.manifest.preprocess != parent.manifest.preprocess)
        return makeError(ErrorCode::MetadataBroken,
                         {"adapter.json", "its network is not the parent's"});
    try {
        ModelPackage package;
        package.manifest = adapter.manifest;
        package.parameters = adaptedParameters(parent.parameters, adapter.tensors);
        package.vocabulary = parent.vocabulary;
        // Also that whatever the parent does not have is there.
        if (Status status = checkParameters(package.manifest.network, package.parameters); !status)
            return status.error();
        return package;
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"adapter"});
    } catch (const std::out_of_range&) {
        return makeError(ErrorCode::MetadataBroken,
                         {"adapter.json", "it changes what the parent does not have"});
    }
}

Result<ModelInfo> applyAdapter(const fs::path& parentPackage, const fs::path& adapterFolder,
                               const fs::path& outputPackage, const Progress& progress)
{
    if (Status status = checkNewPackage(outputPackage); !status)
        return status.error();
    const Result<Adapter> adapter = readAdapter(adapterFolder);
    if (!adapter)
        return adapter.error();
    const Result<ModelPackage> parent = readModelPackage(parentPackage);
    if (!parent)
        return parent.error();
    progress.report(0.3);
    const Result<ModelPackage> package = adaptedPackage(*parent, *adapter);
    if (!package)
        return package.error();
    if (progress.cancelled())
        return makeError(ErrorCode::Cancelled);
    const Result<std::string> fingerprint = writeModelPackage(
        outputPackage, *package, [&](const fs::path& staged, const std::string& made) -> Status {
            if (made != adapter->result)
                return makeError(ErrorCode::MetadataBroken,
                                 {"adapter.json", "what comes of it is not what it says: it was "
                                                  "changed after it was made"});
            return writeAdapter(staged / AdapterFolder, *adapter);
        });
    if (!fingerprint)
        return fingerprint.error();
    progress.report(1);
    return infoOf(package->manifest, *fingerprint);
}

} // namespace fovea
