#include "app/segment/SegmenterChoice.h"

#include "app/segment/externalSegmenter.h"
#include "app/segmentLibrary.h"
#include "app/work/segmentationModels.h"
#include "model/segment/TotalParts.h"

#include <QCoreApplication>

#include <map>

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

Result<Segmenter> networkSegmenter(const SegmenterChoice& choice, const fs::path& library,
                                   const Progress& progress)
{
    const auto fingerprint = networksFingerprint(choice.folders, progress);
    if (!fingerprint)
        return fingerprint.error();
    const std::string name =
        choice.folders.size() == 1 ? nameOf(choice.folders.front()) : "TotalSegmentator total";
    return Segmenter{name, *fingerprint,
                     [folders = choice.folders, library](
                         const Volume& volume, const Progress& inner) -> Result<Segmentation> {
                         const auto api = loadSegmenterApi(library);
                         if (!api)
                             return api.error();
                         return (*api)->segment(folders, volume, {}, inner);
                     }};
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
    return {SegmenterChoice::Kind::Network, "network:" + nameOf(folder), {folder}};
}

std::vector<SegmenterChoice> segmenterChoices(const fs::path& modelsFolder, ExternalUse external)
{
    std::vector<SegmenterChoice> choices{{SegmenterChoice::Kind::Chest, "chest", {}}};
    std::map<int, fs::path> parts;
    for (const fs::path& folder : segmenterFolders(modelsFolder)) {
        choices.push_back(networkChoice(folder));
        if (const auto part = totalPartOffset(nameOf(folder)))
            parts.emplace(*part, folder);
    }
    if (parts.size() > 1) {
        SegmenterChoice together{SegmenterChoice::Kind::Network, "total", {}};
        for (const auto& [part, folder] : parts)
            together.folders.push_back(folder);
        choices.push_back(std::move(together));
    }
    if (external != ExternalUse::No)
        choices.push_back({SegmenterChoice::Kind::External,
                           external == ExternalUse::Fast ? "external-fast" : "external",
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
        return networkSegmenter(choice, library, progress);
    case SegmenterChoice::Kind::External:
        return externalSegmenter(choice.id == "external-fast", catalog);
    case SegmenterChoice::Kind::Chest:
        break;
    }
    return chestSegmenter();
}

} // namespace fovea
