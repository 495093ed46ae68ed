#include "storage/ArchiveFiles.h"

#include "storage/ContentHash.h"
#include "storage/DicomHeader.h"

#include <algorithm>
#include <fstream>

namespace fovea {

namespace fs = std::filesystem;

namespace {

using Kind = ArchiveProblemKind;

/// What lies beside a label map's file and belongs to it (app/work/confidenceFile).
constexpr std::string_view companion = ".confidence.json";

void addHashOf(ContentHash& hash, const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::vector<char> buffer(std::size_t{1} << 20);
    while (stream) {
        stream.read(buffer.data(), std::ssize(buffer));
        hash.add({buffer.data(), static_cast<std::size_t>(stream.gcount())});
    }
}

/// As LabelMapAttachment identifies files by their contents.
std::string contentIdentity(std::vector<fs::path> files)
{
    std::ranges::sort(files);
    ContentHash hash;
    for (const fs::path& file : files) {
        hash.add(file.filename().string());
        hash.add({"\0", 1});
        addHashOf(hash, file);
    }
    return "content:" + hash.hex();
}

/// A DICOM file of that SOP Instance UID, whole up to its pixels.
bool isImage(const fs::path& path, const std::string& sopInstanceUid)
{
    const auto header = DicomHeader::load(path, DicomHeader::Extent::BeforePixelData);
    return header && header->sopInstanceUid() == sopInstanceUid;
}

std::string firstTwoParts(const std::string& path)
{
    return path.substr(0, path.find('/', path.find('/') + 1));
}

} // namespace

bool ArchiveFiles::list(const Progress& progress)
{
    std::error_code error;
    for (fs::recursive_directory_iterator it(m_folder / "files", error), end; it != end;
         it.increment(error))
    {
        if (error || progress.cancelled())
            break;
        std::error_code gone; // Removed by somebody else a moment ago.
        if (it->is_directory(gone))
            continue;
        const std::uintmax_t bytes = it->file_size(gone);
        m_files.push_back({it->path().lexically_relative(m_folder).string(), gone ? 0 : bytes});
    }
    std::ranges::sort(m_files, {}, &DiskFile::path);
    return !progress.cancelled();
}

ArchiveFiles::DiskFile* ArchiveFiles::find(const std::string& path)
{
    const auto found = std::ranges::lower_bound(m_files, path, {}, &DiskFile::path);
    if (found != m_files.end() && found->path == path)
        return &*found;
    // What came in while the folder was listed.
    return nullptr;
}

void ArchiveFiles::checkReferenced(const Named& named, ArchiveCheckReport& report)
{
    std::error_code error;
    if (!fs::exists(named.path, error))
        report.problems.push_back({Kind::ReferencedMissing, named.path, named.row});
}

void ArchiveFiles::checkImage(const Named& image, ArchiveCheckReport& report)
{
    if (!image.managed)
        return checkReferenced(image, report);
    DiskFile* file = find(image.path);
    std::error_code error;
    if (!file) {
        if (!fs::exists(m_folder / image.path, error))
            report.problems.push_back({Kind::ImageMissing, image.path, image.row});
        return;
    }
    file->named = true;
    ++report.files;
    report.bytes += file->bytes;
    // A DICOM file has more than its preamble.
    if (file->bytes < 132 || (image.bytes > 0 && file->bytes != image.bytes))
        report.problems.push_back({Kind::ImageChanged, image.path, image.row});
    else if (m_depth == ArchiveCheckDepth::Thorough &&
             !isImage(m_folder / image.path, image.identity))
        report.problems.push_back({Kind::ImageUnreadable, image.path, image.row});
}

bool ArchiveFiles::nameFolder(const std::string& path, ArchiveCheckReport& report)
{
    const std::string below = path + "/";
    auto at = std::ranges::lower_bound(m_files, below, {}, &DiskFile::path);
    const auto first = at;
    for (; at != m_files.end() && at->path.starts_with(below); ++at) {
        at->named = true;
        ++report.files;
        report.bytes += at->bytes;
    }
    return at != first;
}

void ArchiveFiles::checkLabelMap(const Named& map, ArchiveCheckReport& report)
{
    if (DiskFile* beside = map.managed ? find(map.path + std::string(companion)) : nullptr)
        beside->named = true;
    if (!map.managed)
        return checkReferenced(map, report);
    std::error_code error;
    DiskFile* file = find(map.path);
    const bool there = map.isFolder ? nameFolder(map.path, report) : file != nullptr;
    if (!there) {
        if (!fs::exists(m_folder / map.path, error) || map.isFolder)
            report.problems.push_back({Kind::LabelMapMissing, map.path, map.row});
        return;
    }
    bool changed = false;
    if (file) {
        file->named = true;
        ++report.files;
        report.bytes += file->bytes;
        changed = file->bytes == 0 || (map.bytes > 0 && file->bytes != map.bytes);
    }
    if (!changed && m_depth == ArchiveCheckDepth::Thorough) {
        std::vector<fs::path> files;
        if (!map.isFolder)
            files.push_back(m_folder / map.path);
        else
            for (const auto& entry : fs::directory_iterator(m_folder / map.path, error))
                files.push_back(entry.path());
        // A DICOM object has the UID that it is known by, other files only their contents.
        if (map.identity.starts_with("content:"))
            changed = contentIdentity(files) != map.identity;
        else if (!map.identity.empty())
            changed = !isImage(files.front(), map.identity);
    }
    if (changed)
        report.problems.push_back({Kind::LabelMapChanged, map.path, map.row});
}

void ArchiveFiles::addUnnamed(const ArchiveConnection& connection, ArchiveCheckReport& report)
{
    std::vector<std::string> pending; // Of imports under way.
    Statement folders(connection.get(), "SELECT folder FROM pending_folders");
    for (Statement::Run run(folders); run.step();)
        pending.push_back(run.text(0));
    for (const DiskFile& file : m_files) {
        std::error_code error;
        if (!file.named && std::ranges::find(pending, firstTwoParts(file.path)) == pending.end() &&
            fs::exists(m_folder / file.path, error))
            report.problems.push_back({Kind::FileUnnamed, file.path, 0});
    }
}

bool ArchiveFiles::check(const ArchiveConnection& connection, ArchiveCheckReport& report,
                         const Progress& progress)
{
    // Files first: whatever is recorded meanwhile is looked for on the disk again.
    if (!list(progress))
        return false;
    const double all =
        static_cast<double>(connection.number("SELECT (SELECT COUNT(*) FROM instances) + "
                                              "(SELECT COUNT(*) FROM label_maps)"));
    double done = 0;
    const auto each = [&](const char* sql, auto take) {
        Statement statement(connection.get(), sql);
        for (Statement::Run run(statement); run.step();) {
            if (progress.cancelled())
                return false;
            take(Named{run.integer(0), std::string(run.blob(1)), run.integer(2) != 0,
                       static_cast<std::uint64_t>(run.integer(3)), run.text(4),
                       run.integer(5) != 0});
            progress.report(++done / all);
        }
        return true;
    };
    const bool finished =
        each("SELECT id, path, managed, bytes, sop_uid, 0 FROM instances ORDER BY id",
             [&](const Named& image) { checkImage(image, report); }) &&
        each("SELECT id, path, managed, bytes, source, kind = 'folder' FROM label_maps ORDER BY id",
             [&](const Named& map) { checkLabelMap(map, report); });
    if (finished)
        addUnnamed(connection, report);
    return finished;
}

} // namespace fovea
