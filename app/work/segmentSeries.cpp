#include "app/work/segmentSeries.h"

#include "app/work/confidenceFile.h"
#include "app/work/correctedLabelMap.h"
#include "model/chest/segmentChest.h"
#include "storage/ContentHash.h"
#include "storage/DicomWriter.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace fovea {

namespace {

namespace fs = std::filesystem;

constexpr int segmentedSeriesNumber = 302; ///< Next to that of corrected ones.
constexpr double segmentedShare = 0.9;     ///< Of the time, for progress.
/// A DICOM LO has 64 characters; the fingerprint and its brackets need the rest.
constexpr std::size_t longestName = 40;

std::string mark(const std::string& fingerprint)
{
    return "[" + fingerprint + "]";
}

/// Files that say what a network answers, in an order of their own.
std::vector<fs::path> networkFiles(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code failure;
    for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end;
         at.increment(failure))
    {
        const std::string name = at->path().filename().string();
        if (name == "plans.json" || name == "dataset.json" || name == "checkpoint_final.pth")
            files.push_back(at->path());
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

Segmenter chestSegmenter()
{
    return {"Lungs, airways and body", chestSegmenterFingerprint(),
            [](const Volume& volume, const Progress& progress) -> Result<Segmentation> {
                const auto labels = segmentChest(volume, progress);
                if (!labels)
                    return labels.error();
                return Segmentation{*labels, {}};
            }};
}

Result<std::string> networkFingerprint(const fs::path& folder, const Progress& progress)
{
    const std::vector<fs::path> files = networkFiles(folder);
    if (files.empty())
        return makeError(ErrorCode::ModelNotFound, {folder.string()});
    ContentHash hash;
    std::vector<char> block(std::size_t{1} << 20);
    for (const fs::path& file : files) {
        hash.add(fs::relative(file, folder).generic_string());
        std::ifstream in(file, std::ios::binary);
        if (!in)
            return makeError(ErrorCode::FileNotReadable, {file.string()});
        while (in) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            in.read(block.data(), static_cast<std::streamsize>(block.size()));
            hash.add({block.data(), static_cast<std::size_t>(in.gcount())});
        }
    }
    return hash.hex().substr(0, 16);
}

Result<std::string> networksFingerprint(const std::vector<fs::path>& folders,
                                        const Progress& progress)
{
    if (folders.size() == 1)
        return networkFingerprint(folders.front(), progress);
    ContentHash hash;
    for (const fs::path& folder : folders) {
        const auto one = networkFingerprint(folder, progress);
        if (!one)
            return one.error();
        hash.add(*one);
    }
    return hash.hex().substr(0, 16);
}

Result<std::optional<LabelMapRecord>> storedSegmentation(const StudyDatabase& database,
                                                         std::int64_t seriesId,
                                                         const std::string& fingerprint)
{
    const auto records = database.labelMapsOf(seriesId);
    if (!records)
        return records.error();
    for (const LabelMapRecord& record : *records) {
        std::error_code ignored;
        if (record.label.ends_with(mark(fingerprint)) && fs::exists(record.path, ignored))
            return std::optional(record);
    }
    return std::optional<LabelMapRecord>();
}

Result<LabelMapRecord> segmentSeries(StudyDatabase& database, const LoadedSeries& series,
                                     const Segmenter& segmenter, const AnatomyCatalog& catalog,
                                     const Progress& progress)
{
    const auto stored = storedSegmentation(database, series.series.id, segmenter.fingerprint);
    if (!stored)
        return stored.error();
    if (*stored)
        return **stored;
    const auto made = segmenter.segment(*series.volume, progress.part(0.0, segmentedShare));
    if (!made)
        return made.error();
    SegmentationOptions options;
    options.seriesNumber = segmentedSeriesNumber;
    options.seriesDescription =
        segmenter.name.substr(0, longestName) + " " + mark(segmenter.fingerprint);
    options.algorithmName = segmenter.fingerprint;
    const auto record = storeLabelMap(database, series, *made->labels, catalog, options,
                                      progress.part(segmentedShare, 1.0));
    if (record && !made->confidence.empty()) {
        // The segmentation is worth keeping without.
        static_cast<void>(writeConfidence(*record, *made));
    }
    return record;
}

} // namespace fovea
