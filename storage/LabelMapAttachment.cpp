#include "storage/ContentHash.h"
#include "storage/Importer.h"
#include "storage/StagingFolder.h"
#include "storage/VolumeFile.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace fovea {

namespace fs = std::filesystem;

namespace {

/// What will be copied, and under which names.
struct Attachment {
    LabelMapRecord record;
    std::vector<std::pair<fs::path, std::string>> files;
    /// The data lie in another file that only this one's place leads to.
    bool detached = false;
};

std::string lowerExtension(const fs::path& path)
{
    std::string name = path.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    if (name.ends_with(".nii.gz"))
        return ".nii.gz";
    return fs::path(name).extension().string();
}

std::string nameWithoutExtension(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name.substr(0, name.size() - lowerExtension(path).size());
}

Status hashFile(ContentHash& hash, const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::vector<char> buffer(std::size_t{1} << 20);
    while (stream) {
        stream.read(buffer.data(), std::ssize(buffer));
        hash.add({buffer.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (!stream.eof())
        return makeError(ErrorCode::FileNotReadable, {path.string()}, std::strerror(errno));
    return Done{};
}

/// For files that carry no identity of their own: attaching the same contents again is noticed.
Status identifyByContent(Attachment& attachment, const Progress& progress)
{
    ContentHash hash;
    for (const auto& [path, name] : attachment.files) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        hash.add(name);
        hash.add({"\0", 1});
        if (Status hashed = hashFile(hash, path); !hashed)
            return hashed;
    }
    attachment.record.source = "content:" + hash.hex();
    return Done{};
}

Result<Attachment> examineFolder(const fs::path& path, const Progress& progress)
{
    Attachment attachment;
    attachment.record.kind = LabelMapKind::Folder;
    attachment.record.label = path.filename().string();
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
        if (entry.is_regular_file(error) && isVolumeFileName(entry.path())) {
            attachment.files.emplace_back(entry.path(), entry.path().filename().string());
            const std::string extension = lowerExtension(entry.path());
            attachment.detached |= extension == ".nhdr" || extension == ".mhd";
        }
    }
    if (error)
        return makeError(ErrorCode::FileNotReadable, {path.string()}, error.message());
    if (attachment.files.empty())
        return makeError(ErrorCode::NotALabelMap, {path.string(), "a folder without volume files"});
    std::ranges::sort(attachment.files);
    if (Status identified = identifyByContent(attachment, progress); !identified)
        return identified.error();
    return attachment;
}

Result<Attachment> examineVolumeFile(const fs::path& path, const Progress& progress)
{
    Attachment attachment;
    attachment.record.kind = LabelMapKind::File;
    attachment.record.label = nameWithoutExtension(path);
    const std::string extension = lowerExtension(path);
    attachment.detached = extension == ".nhdr" || extension == ".mhd";
    attachment.files.emplace_back(path, "labels" + extension);
    if (Status identified = identifyByContent(attachment, progress); !identified)
        return identified.error();
    return attachment;
}

Result<Attachment> examineDicom(const fs::path& path, const Progress& progress)
{
    const Result<ScanReport> report = scanFiles({path}, progress);
    if (!report)
        return report.error();
    for (const ScannedStudy& study : report->studies) {
        for (const ScannedSegmentation& segmentation : study.segmentations) {
            Attachment attachment;
            attachment.record.kind = LabelMapKind::DicomSegmentation;
            attachment.record.label = segmentation.description;
            attachment.record.source = segmentation.sopInstanceUid;
            attachment.files.emplace_back(path, fileNameStem(segmentation.sopInstanceUid) + ".dcm");
            return attachment;
        }
    }
    return makeError(ErrorCode::NotALabelMap, {path.string(), ""});
}

Result<Attachment> examine(const fs::path& path, const Progress& progress)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return makeError(ErrorCode::FileNotFound, {path.string()});
    if (fs::is_directory(status))
        return examineFolder(path, progress);
    if (isVolumeFileName(path))
        return examineVolumeFile(path, progress);
    return examineDicom(path, progress);
}

Result<LabelMapRecord> copyAndStore(StudyDatabase& database, Attachment& attachment,
                                    const std::string& stem, const Progress& progress)
{
    Result<StagingFolder> staging = StagingFolder::create(database, stem);
    if (!staging)
        return staging.error();
    double done = 0;
    for (const auto& [path, name] : attachment.files) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        if (Status copied = staging->copyIn(path, name); !copied)
            return copied.error();
        progress.report(++done / static_cast<double>(attachment.files.size()));
    }
    if (Status published = staging->publish(); !published)
        return published.error();
    LabelMapRecord& record = attachment.record;
    record.managed = true;
    record.path = record.kind == LabelMapKind::Folder
                      ? database.folder() / staging->relativeFolder()
                      : staging->publishedPath(attachment.files.front().second);
    Result<LabelMapRecord> stored = database.addLabelMap(record, staging->relativeFolder());
    // Another process may have been quicker; then the stored record is of its copy.
    if (stored && stored->path == record.path)
        staging->keep();
    return stored;
}

} // namespace

Result<LabelMapRecord> attachLabelMap(StudyDatabase& database, std::int64_t seriesId,
                                      const fs::path& path, ImportMode mode,
                                      const Progress& progress)
{
    if (mode == ImportMode::Copy && database.folder().empty())
        return makeError(ErrorCode::BadOption, {"mode", "an archive in memory holds no files"});
    const Result<SeriesRecord> series = database.series(seriesId);
    if (!series)
        return series.error();
    std::error_code error;
    fs::path absolute = fs::absolute(path, error).lexically_normal();
    if (!absolute.has_filename())
        absolute = absolute.parent_path(); // "folder/" is "folder".
    Result<Attachment> attachment = examine(absolute, progress.part(0.0, 0.5));
    if (!attachment)
        return attachment.error();
    attachment->record.seriesId = seriesId;
    attachment->record.path = absolute;

    const auto before = database.labelMapsOf(seriesId);
    if (!before)
        return before.error();
    for (const LabelMapRecord& record : *before) {
        if (!record.source.empty() && record.source == attachment->record.source)
            return record;
    }
    if (mode == ImportMode::Reference || attachment->detached)
        return database.addLabelMap(attachment->record);
    return copyAndStore(database, *attachment, series->seriesInstanceUid, progress.part(0.5, 1.0));
}

} // namespace fovea
