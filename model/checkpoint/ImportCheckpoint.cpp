#include "model/checkpoint/ImportCheckpoint.h"

#include "model/checkpoint/DefaultCatalog.h"
#include "model/checkpoint/MappedFile.h"
#include "model/checkpoint/NetworkFromTensors.h"
#include "model/checkpoint/TensorCheck.h"
#include "model/checkpoint/TextEncoderConfig.h"
#include "model/text/WordPiece.h"

namespace fovea {
namespace {

constexpr double checkShare = 0.4; ///< Of an import's time, for its progress.

Result<SiteManifest> siteManifest(const std::filesystem::path& path)
{
    if (path.empty())
        return SiteManifest{releasedManifest(), {}};
    const Result<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
    if (!file)
        return file.error();
    return siteManifestFromJson(std::string((*file)->text()), releasedManifest());
}

Status checkVocabulary(std::string_view vocabulary, const NetworkConfig& network)
{
    const Result<WordPiece> words = WordPiece::create(vocabulary);
    if (!words)
        return words.error();
    if (words->size() != static_cast<std::size_t>(network.vocabulary))
        return makeError(ErrorCode::VocabularyBroken,
                         {std::to_string(words->size()) + " tokens instead of " +
                          std::to_string(network.vocabulary)});
    return Done{};
}

} // namespace

Result<ModelPackage> importCheckpoint(const ImportSources& sources,
                                      const std::filesystem::path& outputPackage,
                                      const Progress& progress)
{
    const Result<std::shared_ptr<MappedFile>> vocabulary =
        MappedFile::open(sources.textEncoderFolder / "vocab.txt");
    if (!vocabulary)
        return vocabulary.error();
    Result<SiteManifest> site = siteManifest(sources.manifest);
    if (!site)
        return site.error();
    ModelPackage package;
    package.manifest = std::move(site->manifest);
    package.vocabulary = (*vocabulary)->text();
    NetworkConfig& network = package.manifest.network;
    if (Status status =
            readTextEncoderConfig(sources.textEncoderFolder, site->statedNetwork, network);
        !status)
        return status.error();

    const Result<TensorFile> tensors = readTensorFile(sources.checkpoint);
    if (!tensors)
        return tensors.error();
    const NetworkConfig configured = network;
    const Result<NetworkConfig> found =
        networkFromTensors(package.manifest, site->statedNetwork, *tensors);
    if (!found)
        return found.error();
    network = *found;
    if (Status status = checkTextEncoder(configured, network); !status)
        return status.error();
    // Also what the site states: it is checked as a package's model.json is.
    if (const Result<ModelManifest> whole = manifestFromJson(manifestToJson(package.manifest));
        !whole)
        return whole.error();
    if (Status status = checkVocabulary(package.vocabulary, network); !status)
        return status.error();

    if (Status status = checkTensorFile(network, *tensors, progress.part(0.0, checkShare),
                                        [&](const StoredTensor& done) { tensors->release(done); });
        !status)
        return status.error();
    Result<std::string> fingerprint =
        writeModelPackage(outputPackage, package.manifest, package.vocabulary, *tensors,
                          progress.part(checkShare, 1.0));
    if (!fingerprint)
        return fingerprint.error();
    package.fingerprint = std::move(*fingerprint);
    progress.report(1.0);
    return package;
}

} // namespace fovea
