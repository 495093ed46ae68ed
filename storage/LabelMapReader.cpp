#include "storage/LabelMapReader.h"

#include "storage/GridTransfer.h"
#include "storage/ItkVolumeFile.h"
#include "storage/LabelNames.h"
#include "storage/SegmentationReader.h"
#include "storage/VolumeFile.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace fovea {

namespace {

namespace fs = std::filesystem;

/// More values than any segmenter has structures: an image.
constexpr std::size_t mostLabels = 1024;

using LabelSet = std::bitset<65536>;

struct RawLabels {
    ImageGeometry geometry;
    std::vector<std::uint16_t> values;
    std::map<std::string, std::string> header;
    std::unique_ptr<LabelSet> present = std::make_unique<LabelSet>(); ///< Without 0.
};

template <typename T>
bool toLabels(const T* from, std::size_t count, std::uint16_t mask, RawLabels& to)
{
    to.values.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if constexpr (std::is_floating_point_v<T>) {
            if (!(from[i] >= 0 && from[i] <= 65535) || from[i] != std::floor(from[i]))
                return false;
        } else if (std::cmp_less(from[i], 0) || std::cmp_greater(from[i], 65535)) {
            return false;
        }
        const auto label = static_cast<std::uint16_t>(static_cast<std::uint16_t>(from[i]) & mask);
        to.values[i] = label;
        to.present->set(label);
    }
    to.present->reset(0);
    return true;
}

Result<RawLabels> readRawLabels(const fs::path& path, std::uint16_t mask)
{
    Result<RawVolumeFile> raw = readRawVolumeFile(path);
    if (!raw)
        return raw.error();
    RawLabels labels;
    labels.geometry = raw->geometry;
    labels.header = std::move(raw->header);
    const bool whole = raw->visit([&](const auto* values, std::size_t count) {
        return toLabels(values, count, mask, labels);
    });
    if (!whole || labels.present->count() > mostLabels)
        return makeError(ErrorCode::NotALabelMap, {path.string(), "image"});
    return labels;
}

std::vector<std::uint16_t> listOf(const LabelSet& present)
{
    std::vector<std::uint16_t> labels;
    for (std::size_t label = 1; label < present.size(); ++label) {
        if (present.test(label))
            labels.push_back(static_cast<std::uint16_t>(label));
    }
    return labels;
}

void noteUnknown(const std::vector<Structure>& structures, const AnatomyCatalog& catalog,
                 std::vector<LabelMapNote>& notes)
{
    const auto unknown = std::ranges::count_if(structures, [&](const Structure& structure) {
        return structure.anatomyId.empty() && !catalog.structureNamed(structure.name);
    });
    if (unknown > 0)
        notes.push_back({LabelMapNote::Kind::UnknownStructures, static_cast<std::size_t>(unknown)});
}

void noteOutcome(const TransferOutcome& outcome, const ImageGeometry& target,
                 std::vector<LabelMapNote>& notes)
{
    if (!outcome.exact)
        notes.push_back({LabelMapNote::Kind::Resampled, 0});
    if (outcome.covered < target.voxelCount())
        notes.push_back(
            {LabelMapNote::Kind::PartlyCovered, outcome.covered * 100 / target.voxelCount()});
    if (outcome.overlaps > 0)
        notes.push_back({LabelMapNote::Kind::Overlap, outcome.overlaps});
}

std::vector<Structure> nameLabels(const std::vector<std::uint16_t>& labels, const fs::path& path,
                                  const std::map<std::string, std::string>& header,
                                  const AnatomyCatalog& catalog, const LabelMapOptions& options,
                                  std::vector<LabelMapNote>& notes)
{
    LabelNames names = options.names;
    const bool single = labels.size() == 1;
    if (names.empty() && single && !options.singleName.empty())
        names[labels.front()] = options.singleName;
    if (names.empty())
        names = slicerNames(header);
    if (names.empty())
        names = niftiNames(path);
    if (names.empty() && single && catalog.structureNamed(structureNameOf(path)))
        names[labels.front()] = structureNameOf(path);
    // A single 1 is a mask of something, not TotalSegmentator's spleen.
    const bool plainMask = single && labels.front() == 1;
    const bool totalSegmentator =
        names.empty() && !plainMask && std::ranges::all_of(labels, [&](std::uint16_t label) {
            return catalog.structureForTotalSegmentator(label) != nullptr;
        });
    if (names.empty() && !totalSegmentator)
        notes.push_back({LabelMapNote::Kind::UnnamedLabels, labels.size()});

    std::vector<Structure> structures;
    for (const std::uint16_t label : labels) {
        if (totalSegmentator) {
            const CatalogStructure* entry = catalog.structureForTotalSegmentator(label);
            structures.push_back(structureFor(label, entry->name, entry));
            continue;
        }
        const auto name = names.find(label);
        structures.push_back(structureFor(
            label, name == names.end() ? "label " + std::to_string(label) : name->second, catalog));
    }
    return structures;
}

Result<LabelMapWithNotes> readFile(const fs::path& path, const LabelMapTarget& target,
                                   const AnatomyCatalog& catalog, const LabelMapOptions& options,
                                   const Progress& progress)
{
    const Result<RawLabels> raw = readRawLabels(path, options.labelMask);
    if (!raw)
        return raw.error();
    progress.report(0.6);
    if (progress.cancelled())
        return makeError(ErrorCode::Cancelled);
    const std::vector<std::uint16_t> labels = listOf(*raw->present);
    if (labels.empty())
        return makeError(ErrorCode::NoStructures, {path.string()});

    LabelMapWithNotes out;
    std::vector<std::uint16_t> voxels(target.geometry.voxelCount(), 0);
    const TransferOutcome outcome =
        transferLabels(raw->geometry, raw->values, target.geometry, voxels);
    if (outcome.written == 0)
        return makeError(ErrorCode::GridMismatch, {"position"}, "no labelled voxel in the volume");
    noteOutcome(outcome, target.geometry, out.notes);
    std::vector<Structure> structures =
        nameLabels(labels, path, raw->header, catalog, options, out.notes);
    noteUnknown(structures, catalog, out.notes);
    out.labels = LabelMap::create(target.geometry, std::move(voxels), std::move(structures));
    progress.report(1.0);
    return out;
}

struct MaskFile {
    fs::path path;
    std::string name;
    std::uint16_t label = 0;
};

/// Label values as TotalSegmentator gives them; other names, in order, those after its last.
Result<std::vector<MaskFile>> masksIn(const fs::path& folder, const AnatomyCatalog& catalog)
{
    std::error_code failure;
    std::vector<MaskFile> masks;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure))
    {
        if (isVolumeFileName(entry->path()))
            masks.push_back({entry->path(), structureNameOf(entry->path()), 0});
    }
    if (failure)
        return makeError(ErrorCode::FileNotReadable, {folder.string()}, failure.message());
    std::ranges::sort(masks, {}, &MaskFile::name);
    int next = 118;
    for (MaskFile& mask : masks) {
        const CatalogStructure* entry = catalog.structureNamed(mask.name);
        const int label = entry && entry->totalSegmentatorId ? *entry->totalSegmentatorId : next++;
        if (label > 65535)
            return makeError(ErrorCode::NotALabelMap, {folder.string(), "too many files"});
        mask.label = static_cast<std::uint16_t>(label);
    }
    std::ranges::sort(masks, {}, &MaskFile::label);
    return masks;
}

Result<LabelMapWithNotes> readMaskFolder(const fs::path& folder, const LabelMapTarget& target,
                                         const AnatomyCatalog& catalog, const Progress& progress)
{
    const Result<std::vector<MaskFile>> masks = masksIn(folder, catalog);
    if (!masks)
        return masks.error();
    std::vector<std::uint16_t> voxels(target.geometry.voxelCount(), 0);
    std::vector<Structure> structures;
    TransferOutcome total;
    total.covered = target.geometry.voxelCount();
    bool anyLabel = false;
    for (std::size_t i = 0; i < masks->size(); ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const MaskFile& mask = (*masks)[i];
        Result<RawLabels> raw = readRawLabels(mask.path, 0xFFFF);
        if (!raw)
            return raw.error();
        if (raw->present->count() > 1)
            return makeError(ErrorCode::NotALabelMap,
                             {mask.path.string(), "several values in the mask of one structure"});
        progress.report(static_cast<double>(i + 1) / static_cast<double>(masks->size()));
        if (raw->present->none())
            continue;
        anyLabel = true;
        for (std::uint16_t& value : raw->values)
            value = value ? mask.label : std::uint16_t{0};
        const TransferOutcome outcome =
            transferLabels(raw->geometry, raw->values, target.geometry, voxels);
        total.exact = total.exact && outcome.exact;
        total.covered = std::min(total.covered, outcome.covered);
        total.written += outcome.written;
        total.overlaps += outcome.overlaps;
        structures.push_back(structureFor(mask.label, mask.name, catalog));
    }
    if (!anyLabel)
        return makeError(ErrorCode::NoStructures, {folder.string()});
    if (total.written == 0)
        return makeError(ErrorCode::GridMismatch, {"position"}, "no labelled voxel in the volume");
    LabelMapWithNotes out;
    noteOutcome(total, target.geometry, out.notes);
    noteUnknown(structures, catalog, out.notes);
    out.labels = LabelMap::create(target.geometry, std::move(voxels), std::move(structures));
    return out;
}

} // namespace

Result<LabelMapWithNotes> readLabelMap(const fs::path& path, const LabelMapTarget& target,
                                       const AnatomyCatalog& catalog,
                                       const LabelMapOptions& options, const Progress& progress)
{
    try {
        std::error_code failure;
        if (!fs::exists(path, failure))
            return makeError(ErrorCode::FileNotFound, {path.string()});
        if (fs::is_directory(path, failure))
            return readMaskFolder(path, target, catalog, progress);
        if (isVolumeFileName(path))
            return readFile(path, target, catalog, options, progress);
        return readDicomSegmentation(path, target, catalog, progress);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"label map"});
    } catch (const std::exception& exception) {
        return makeError(ErrorCode::Internal, {}, exception.what());
    }
}

} // namespace fovea
