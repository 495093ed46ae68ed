#include "app/work/segmentationModels.h"

#include "app/work/bytesBelow.h"
#include "model/segment/TotalParts.h"
#include "model/segment/stageSegmentationModel.h"
#include "model/segment/trainingFolders.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

namespace fovea {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longestLicence = 120;

// TotalSegmentator's README: which tasks "are openly available for any usage (Apache-2.0)" and
// which need a licence. Their numbers may be anyone's: nnU-Net leaves them to its users.
constexpr std::array openNumbers{117, 913, 343};
constexpr std::array restrictedNumbers{301, 303, 304, 409, 481, 509};

std::optional<int> numberOf(const std::string& datasetName)
{
    constexpr std::string_view begin = "Dataset";
    if (!datasetName.starts_with(begin))
        return std::nullopt;
    int number = 0;
    const char* end = datasetName.data() + datasetName.size();
    const auto [rest, failed] = std::from_chars(datasetName.data() + begin.size(), end, number);
    return failed == std::errc() ? std::optional(number) : std::nullopt;
}

/// One line for a form.
std::string oneLine(std::string text)
{
    const auto isBlank = [](unsigned char c) { return c <= ' '; };
    text.erase(text.begin(), std::ranges::find_if_not(text, isBlank));
    text = text.substr(0, std::min(text.find('\n'), longestLicence));
    std::erase_if(text, [](unsigned char c) { return c < ' '; });
    return text;
}

/// "licence" of dataset.json, as nnU-Net writes it, or the first line of a licence's file.
std::string statedLicence(const fs::path& folder, const fs::path& training)
{
    std::ifstream in(training / "dataset.json", std::ios::binary);
    const auto json = nlohmann::json::parse(in, nullptr, false);
    for (const char* key : {"licence", "license"}) {
        if (json.is_object() && json.contains(key) && json[key].is_string()) {
            if (std::string text = oneLine(json[key]); !text.empty())
                return text;
        }
    }
    for (const fs::path& place : {folder, training}) {
        for (const char* name : {"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "LICENCE.txt"})
        {
            std::ifstream file(place / name, std::ios::binary);
            std::string begin(1000, '\0');
            file.read(begin.data(), std::ssize(begin));
            begin.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
            if (std::string text = oneLine(std::move(begin)); !text.empty())
                return text;
        }
    }
    return {};
}

bool isRealFolder(const fs::path& path)
{
    std::error_code error;
    return fs::symlink_status(path, error).type() == fs::file_type::directory;
}

} // namespace

SegmentationLicence licenceByName(const std::string& datasetName)
{
    const std::optional<int> number = numberOf(datasetName);
    if (!number)
        return SegmentationLicence::NotStated;
    const bool total = datasetName.find("_TotalSegmentator_") != std::string::npos &&
                       *number >= 291 && *number <= 298;
    const bool body =
        (*number == 299 || *number == 300) && datasetName.find("_body_") != std::string::npos;
    if (total || body)
        return SegmentationLicence::OpenTotal;
    if (std::ranges::find(openNumbers, *number) != openNumbers.end())
        return SegmentationLicence::PerhapsOpen;
    if (std::ranges::find(restrictedNumbers, *number) != restrictedNumbers.end())
        return SegmentationLicence::PerhapsRestricted;
    return SegmentationLicence::NotStated;
}

Result<SegmentationFacts> readSegmentationFacts(const fs::path& folder)
{
    const Result<fs::path> training = chooseTraining(folder, {});
    if (!training)
        return training.error();
    const auto folds = chooseFolds(*training, {});
    if (!folds)
        return folds.error();
    const Result<SegmentationConfig> config = configOfTraining(*training, {});
    if (!config)
        return config.error();
    SegmentationFacts facts;
    facts.name = config->datasetName;
    facts.trainer = partOfName(*training, 0);
    facts.configuration = config->configuration;
    for (const SegmentationLabel& label : config->labels)
        facts.structures.push_back(label.name);
    facts.spacingMm = config->spacingMm;
    facts.folds = static_cast<int>(folds->size());
    facts.statedLicence = statedLicence(folder, *training);
    facts.licence =
        facts.statedLicence.empty() ? licenceByName(facts.name) : SegmentationLicence::Stated;
    facts.bytes = bytesBelow(folder);
    facts.totalPart = totalPartOffset(facts.name);
    return facts;
}

fs::path segmentersFolder(const fs::path& modelsFolder)
{
    return modelsFolder / "segmentation";
}

std::vector<fs::path> segmenterFolders(const fs::path& modelsFolder)
{
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(segmentersFolder(modelsFolder), error), end; !error && it != end;
         it.increment(error))
    {
        // "name.new-123" is one that is being written, or was when the program ended.
        if (it->path().filename().string().find(".new-") == std::string::npos &&
            isRealFolder(it->path()))
            folders.push_back(it->path());
    }
    std::ranges::sort(folders);
    return folders;
}

std::vector<KnownSegmenter> knownSegmenters(const fs::path& modelsFolder)
{
    std::vector<KnownSegmenter> known;
    for (const fs::path& folder : segmenterFolders(modelsFolder)) {
        KnownSegmenter segmenter{folder, {}, {}};
        if (auto facts = readSegmentationFacts(folder))
            segmenter.facts = std::move(*facts);
        else
            segmenter.problem = facts.error();
        known.push_back(std::move(segmenter));
    }
    return known;
}

fs::path freeSegmenterFolder(const fs::path& modelsFolder, const fs::path& source)
{
    std::string name = segmentationModelName(source);
    std::ranges::replace(name, '.', '-'); // Not hidden, and not like one being written.
    if (name.empty())
        name = "network";
    const fs::path parent = segmentersFolder(modelsFolder);
    fs::path folder = parent / name;
    std::error_code ignored;
    for (int number = 2; fs::exists(folder, ignored); ++number)
        folder = parent / (name + "-" + std::to_string(number));
    return folder;
}

Status removeSegmenter(const fs::path& folder, const fs::path& modelsFolder)
{
    const std::vector<fs::path> known = segmenterFolders(modelsFolder);
    if (std::ranges::find(known, folder) == known.end())
        return makeError(ErrorCode::ModelNotFound, {folder.string()});
    // Out of the list first: what is left by a failure half way is no network any more.
    std::error_code error;
    const fs::path doomed = folder.string() + ".new-removed";
    fs::remove_all(doomed, error); // Left over by a removal that failed.
    fs::rename(folder, doomed, error);
    if (!error)
        fs::remove_all(doomed, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {folder.string()}, error.message());
    return Done{};
}

} // namespace fovea
