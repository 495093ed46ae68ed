#include "model/segment/trainingFolders.h"

#include "model/checkpoint/MappedFile.h"
#include "model/segment/readSegmentationConfig.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

namespace fovea {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestJson = std::size_t{64} << 20;

bool isTraining(const fs::path& folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / "plans.json", error);
}

std::vector<fs::path> foldersIn(const fs::path& folder)
{
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->is_directory(error) && it->path().filename().string().front() != '.')
            folders.push_back(it->path());
    }
    std::ranges::sort(folders);
    return folders;
}

std::optional<int> foldOf(const std::string& name)
{
    if (name == "fold_all")
        return foldAll;
    constexpr std::string_view begin = "fold_";
    if (!name.starts_with(begin))
        return std::nullopt;
    int number = 0;
    const char* end = name.data() + name.size();
    const auto [rest, error] = std::from_chars(name.data() + begin.size(), end, number);
    return error == std::errc{} && rest == end && number >= 0 ? std::optional(number)
                                                              : std::nullopt;
}

Result<std::shared_ptr<MappedFile>> openJson(const fs::path& path)
{
    Result<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
    if (file && (*file)->text().size() > largestJson)
        return makeError(ErrorCode::ModelBroken, {path.filename().string(), "absurdly large"});
    return file;
}

} // namespace

std::vector<fs::path> trainingsIn(const fs::path& folder)
{
    if (isTraining(folder))
        return {folder};
    std::vector<fs::path> level{folder};
    for (int depth = 0; depth < 2; ++depth) {
        std::vector<fs::path> below;
        for (const fs::path& parent : level)
            std::ranges::copy(foldersIn(parent), std::back_inserter(below));
        std::vector<fs::path> trainings;
        std::ranges::copy_if(below, std::back_inserter(trainings), isTraining);
        if (!trainings.empty())
            return trainings;
        level = std::move(below);
    }
    return {};
}

Result<fs::path> chooseTraining(const fs::path& folder, const std::string& name)
{
    std::vector<fs::path> trainings = trainingsIn(folder);
    if (trainings.empty())
        return makeError(ErrorCode::ModelNotFound, {folder.string()});
    if (!name.empty()) {
        const auto named = std::ranges::find_if(
            trainings, [&](const fs::path& path) { return path.filename() == name; });
        if (named == trainings.end())
            return makeError(ErrorCode::BadOption, {name, "no such training in the folder"});
        return *named;
    }
    if (trainings.size() > 1) {
        // Releases of version 3 bring a large network beside the usual one, under other plans.
        const auto others = std::ranges::remove_if(trainings, [](const fs::path& path) {
            return path.filename().string().find("__nnUNetPlans__") == std::string::npos;
        });
        trainings.erase(others.begin(), others.end());
    }
    if (trainings.size() != 1)
        return makeError(ErrorCode::AmbiguousRequest, {folder.filename().string()});
    return trainings.front();
}

Result<std::map<int, fs::path>> chooseFolds(const fs::path& training,
                                            const std::vector<int>& wanted)
{
    std::map<int, fs::path> checkpoints;
    std::error_code error;
    for (const fs::path& folder : foldersIn(training)) {
        const auto fold = foldOf(folder.filename().string());
        if (fold && fs::is_regular_file(folder / "checkpoint_final.pth", error))
            checkpoints.emplace(*fold, folder / "checkpoint_final.pth");
    }
    for (const int fold : wanted) {
        if (!checkpoints.contains(fold))
            return makeError(ErrorCode::BadOption,
                             {"fold_" + std::to_string(fold), "no such fold in the folder"});
    }
    if (!wanted.empty())
        std::erase_if(checkpoints, [&](const auto& entry) {
            return std::ranges::find(wanted, entry.first) == wanted.end();
        });
    if (checkpoints.empty())
        return makeError(ErrorCode::ModelBroken,
                         {training.filename().string(), "no fold_0/checkpoint_final.pth in it"});
    return checkpoints;
}

std::string partOfName(const fs::path& training, int part)
{
    std::string name = training.filename().string();
    for (; part > 0; --part) {
        const std::size_t at = name.find("__");
        if (at == std::string::npos)
            return {};
        name.erase(0, at + 2);
    }
    return name.substr(0, name.find("__"));
}

Result<SegmentationConfig> configOfTraining(const fs::path& training,
                                            const std::string& configuration)
{
    const Result<std::shared_ptr<MappedFile>> plans = openJson(training / "plans.json");
    if (!plans)
        return plans.error();
    const Result<std::shared_ptr<MappedFile>> dataset = openJson(training / "dataset.json");
    if (!dataset)
        return dataset.error();
    return readSegmentationConfig((*plans)->text(), (*dataset)->text(),
                                  configuration.empty() ? partOfName(training, 2) : configuration);
}

} // namespace fovea
