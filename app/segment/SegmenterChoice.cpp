#include "app/segment/SegmenterChoice.h"

#include "app/segment/externalSegmenter.h"
#include "app/segmentLibrary.h"
#include "app/work/segmentationModels.h"
#include "model/segment/SegmentOptions.h"
#include "model/segment/TotalParts.h"
#include "storage/ContentHash.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace fovea {

namespace {

namespace fs = std::filesystem;

struct SegmenterText {
    Q_DECLARE_TR_FUNCTIONS(fovea::SegmenterText)
};

std::string nameOf(const fs::path& folder)
{
    return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

/// What of a choice is run.
struct Networks {
    std::vector<fs::path> folders;
    SegmentOptions options;
};

/// Networks that have structures of the wanted anatomies, and which those are.
Result<Networks> wantedNetworks(const SegmenterChoice& choice, const AnatomyCatalog& catalog)
{
    Networks networks{choice.folders, {}};
    if (choice.anatomies.empty())
        return networks;
    networks.folders.clear();
    std::set<std::string> wanted;
    for (const fs::path& folder : choice.folders) {
        const auto facts = readSegmentationFacts(folder);
        if (!facts)
            return facts.error();
        std::set<std::string> own;
        for (const std::string& structure : facts->structures) {
            const CatalogStructure* known = catalog.structureNamed(structure);
            if (known != nullptr &&
                std::ranges::find(choice.anatomies, known->anatomyId) != choice.anatomies.end())
                own.insert(structure);
        }
        if (!own.empty())
            networks.folders.push_back(folder);
        wanted.merge(own);
    }
    if (networks.folders.empty())
        return makeError(ErrorCode::NoStructures, {},
                         "the networks know none of the anatomies that are analyzed");
    networks.options.structures.assign(wanted.begin(), wanted.end());
    networks.options.coarseModel = choice.coarse;
    return networks;
}

Result<std::string> fingerprintOf(const Networks& networks, const Progress& progress)
{
    std::vector<fs::path> folders = networks.folders;
    if (!networks.options.coarseModel.empty())
        folders.push_back(networks.options.coarseModel);
    auto fingerprint = networksFingerprint(folders, progress);
    if (!fingerprint || networks.options.structures.empty())
        return fingerprint;
    ContentHash hash;
    hash.add(*fingerprint);
    for (const std::string& structure : networks.options.structures)
        hash.add(structure + '\n');
    return hash.hex().substr(0, fingerprint->size());
}

Result<Segmenter> networkSegmenter(const SegmenterChoice& choice, const fs::path& library,
                                   const AnatomyCatalog& catalog, const Progress& progress)
{
    const auto networks = wantedNetworks(choice, catalog);
    if (!networks)
        return networks.error();
    const auto fingerprint = fingerprintOf(*networks, progress);
    if (!fingerprint)
        return fingerprint.error();
    std::string name =
        choice.folders.size() == 1 ? nameOf(choice.folders.front()) : "TotalSegmentator total";
    if (!choice.anatomies.empty())
        name += ", what is analyzed";
    return Segmenter{name, *fingerprint,
                     [networks = *networks, library](
                         const Volume& volume, const Progress& inner) -> Result<Segmentation> {
                         const auto api = loadSegmenterApi(library);
                         if (!api)
                             return api.error();
                         return (*api)->segment(networks.folders, volume, networks.options, inner);
                     }};
}

/// TotalSegmentator's model of 6 mm, else of 3 mm (298 and 297; 837 and 836 of its version 3).
fs::path coarseModelIn(const std::vector<fs::path>& folders)
{
    for (const char* const begin : {"Dataset298_", "Dataset837_", "Dataset297_", "Dataset836_"}) {
        for (const fs::path& folder : folders) {
            if (nameOf(folder).starts_with(begin))
                return folder;
        }
    }
    return {};
}

Result<Segmenter> externalSegmenter(bool fast, const AnatomyCatalog& catalog)
{
    const auto found = findTotalSegmentator(fast);
    if (!found)
        return found.error();
    return Segmenter{fast ? "TotalSegmentator 3 mm" : "TotalSegmentator",
                     externalFingerprint(*found),
                     [segmenter = *found, &catalog](const Volume& volume, const Progress& inner) {
                         return runTotalSegmentator(segmenter, volume, catalog, inner);
                     }};
}

} // namespace

SegmenterChoice networkChoice(const fs::path& folder)
{
    return {SegmenterChoice::Kind::Network, "network:" + nameOf(folder), {folder}, {}, {}};
}

std::vector<SegmenterChoice> segmenterChoices(const fs::path& modelsFolder, ExternalUse external,
                                              const std::vector<std::string>& analyzed)
{
    std::vector<SegmenterChoice> choices{{SegmenterChoice::Kind::Chest, "chest", {}, {}, {}}};
    std::map<int, fs::path> parts;
    const std::vector<fs::path> folders = segmenterFolders(modelsFolder);
    for (const fs::path& folder : folders) {
        choices.push_back(networkChoice(folder));
        if (const auto part = totalPartOffset(nameOf(folder)))
            parts.emplace(*part, folder);
    }
    if (parts.size() > 1) {
        SegmenterChoice together{SegmenterChoice::Kind::Network, "total", {}, {}, {}};
        for (const auto& [part, folder] : parts)
            together.folders.push_back(folder);
        choices.push_back(together);
        if (!analyzed.empty()) {
            together.id = "total-analyzed";
            together.anatomies = analyzed;
            together.coarse = coarseModelIn(folders);
            choices.push_back(std::move(together));
        }
    }
    if (external != ExternalUse::No)
        choices.push_back({SegmenterChoice::Kind::External,
                           external == ExternalUse::Fast ? "external-fast" : "external",
                           {},
                           {},
                           {}});
    return choices;
}

QString segmenterName(const SegmenterChoice& choice)
{
    switch (choice.kind) {
    case SegmenterChoice::Kind::Chest:
        return SegmenterText::tr("Lungs, airways and body (no network)");
    case SegmenterChoice::Kind::External:
        return choice.id == "external-fast"
                   ? SegmenterText::tr("TotalSegmentator of this computer, 3 mm")
                   : SegmenterText::tr("TotalSegmentator of this computer, 1.5 mm");
    case SegmenterChoice::Kind::Network:
        break;
    }
    if (!choice.anatomies.empty())
        return choice.coarse.empty()
                   ? SegmenterText::tr("TotalSegmentator's “total”: what is analyzed alone")
                   : SegmenterText::tr("TotalSegmentator's “total”: what is analyzed alone, found "
                                       "roughly first");
    if (choice.folders.size() != 1)
        return SegmenterText::tr("%n parts of TotalSegmentator's “total”", nullptr,
                                 int(choice.folders.size()));
    return QString::fromStdString(nameOf(choice.folders.front()));
}

Result<Segmenter> makeSegmenter(const SegmenterChoice& choice, const fs::path& library,
                                const AnatomyCatalog& catalog, const Progress& progress)
{
    switch (choice.kind) {
    case SegmenterChoice::Kind::Network:
        return networkSegmenter(choice, library, catalog, progress);
    case SegmenterChoice::Kind::External:
        return externalSegmenter(choice.id == "external-fast", catalog);
    case SegmenterChoice::Kind::Chest:
        break;
    }
    return chestSegmenter();
}

} // namespace fovea
