#include "model/segment/stageSegmentationModel.h"

#include "model/checkpoint/FileWriter.h"
#include "model/checkpoint/MappedFile.h"
#include "model/segment/trainingFolders.h"
#include "model/unpack/ZipSource.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace fovea {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t pieceBytes = std::size_t{1} << 20;
constexpr int deepest = 6;

using Targets = std::map<std::string, fs::path>; ///< Path in the source → path in the folder.

bool isNote(std::string name)
{
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    return name.starts_with("license") || name.starts_with("licence") || name.starts_with("readme");
}

bool isKept(const fs::path& file)
{
    const std::string name = file.filename().string();
    if (name == "checkpoint_final.pth")
        return file.parent_path().filename().string().starts_with("fold_");
    return name == "plans.json" || name == "dataset.json" || isNote(name);
}

/// The folder that all files lie in and that is no training itself; empty where there is none.
fs::path wrapperOf(const std::vector<std::string>& files)
{
    const fs::path first = files.empty() ? fs::path() : *fs::path(files.front()).begin();
    for (const std::string& file : files) {
        const fs::path path(file);
        if (*path.begin() != first || path == first || path == first / "plans.json")
            return {};
    }
    return first;
}

Targets targetsOf(std::vector<std::string> files)
{
    std::erase_if(files, [](const std::string& file) { return !isKept(file); });
    const fs::path wrapper = wrapperOf(files);
    Targets targets;
    for (const std::string& file : files)
        targets.emplace(file, wrapper.empty() ? fs::path(file)
                                              : fs::path(file).lexically_relative(wrapper));
    return targets;
}

std::vector<std::string> filesBelow(const fs::path& folder)
{
    std::vector<std::string> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error))
    {
        if (it.depth() >= deepest)
            it.disable_recursion_pending();
        std::error_code ignored;
        if (it->is_regular_file(ignored))
            files.push_back(it->path().lexically_relative(folder).generic_string());
    }
    return files;
}

Status copyFile(const fs::path& from, const fs::path& to, const Progress& progress)
{
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {to.parent_path().string()}, error.message());
    const Result<std::shared_ptr<MappedFile>> file = MappedFile::open(from);
    if (!file)
        return file.error();
    Result<FileWriter> writer = FileWriter::create(to);
    if (!writer)
        return writer.error();
    const std::string_view bytes = (*file)->text();
    for (std::size_t at = 0; at < bytes.size(); at += pieceBytes) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        if (Status status = writer->write(bytes.substr(at, pieceBytes)); !status)
            return status;
        progress.report(static_cast<double>(at) / static_cast<double>(bytes.size()));
    }
    if (Status status = writer->close(); !status)
        return status;
    return syncFolder(to.parent_path());
}

Status copyFolder(const fs::path& source, const fs::path& folder, const Progress& progress)
{
    // Before hundreds of megabytes are copied.
    const Result<fs::path> training = chooseTraining(source, {});
    if (!training)
        return training.error();
    // A training by itself: its folder's name says which configuration it is of.
    const bool alone = *training == source;
    const Targets targets = targetsOf(filesBelow(source));
    double done = 0.0;
    const double share = 1.0 / static_cast<double>(targets.size());
    for (const auto& [file, target] : targets) {
        const fs::path place = alone ? folder / source.filename() / target : folder / target;
        if (Status status = copyFile(source / file, place, progress.part(done, done + share));
            !status)
            return status;
        done += share;
    }
    return Done{};
}

Status unpack(const fs::path& source, const fs::path& folder, const Progress& progress)
{
    const Result<ZipSource> zip = ZipSource::open(source);
    if (!zip)
        return zip.error();
    Targets targets = targetsOf(zip->files());
    const bool isModel = std::ranges::any_of(
        targets, [](const auto& target) { return target.second.filename() == "plans.json"; });
    if (!isModel)
        return makeError(ErrorCode::ModelNotFound, {source.string()});
    if (targets.contains("plans.json")) { // A training by itself, see copyFolder().
        for (auto& [file, target] : targets)
            target = segmentationModelName(source) / target;
    }
    return zip->unpack(targets, folder, progress);
}

} // namespace

std::string segmentationModelName(const fs::path& source)
{
    const fs::path path = source.has_filename() ? source : source.parent_path();
    return (path.extension() == ".zip" ? path.stem() : path.filename()).string();
}

Result<StagedFolder> stageSegmentationModel(const fs::path& path, const fs::path& target,
                                            const Progress& progress)
{
    const fs::path source = path.has_filename() ? path : path.parent_path();
    std::error_code error;
    Result<StagedFolder> staged = StagedFolder::create(target);
    if (!staged)
        return staged.error();
    if (Status status = fs::is_directory(source, error)
                            ? copyFolder(source, staged->path(), progress)
                            : unpack(source, staged->path(), progress);
        !status)
        return status.error();
    const Result<fs::path> training = chooseTraining(staged->path(), {});
    if (!training) // The staged folder's name would mean nothing to anyone.
        return makeError(training.error().code, {source.filename().string()});
    if (auto folds = chooseFolds(*training, {}); !folds)
        return folds.error();
    if (auto config = configOfTraining(*training, {}); !config)
        return config.error();
    return staged;
}

} // namespace fovea
