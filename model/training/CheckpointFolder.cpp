#include "model/training/CheckpointFolder.h"

#include "model/checkpoint/FileWriter.h"
#include "model/checkpoint/MapSource.h"
#include "model/checkpoint/StagedFolder.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>

namespace fovea {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr int formatNumber = 1;
constexpr const char* stateFile = "state.json";
constexpr const char* tensorFile = "tensors.safetensors";
constexpr std::string_view folderPrefix = "step-";

/// Checkpoints of a folder, the latest first.
std::vector<fs::path> checkpointsOf(const fs::path& folder)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
    {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(folderPrefix) &&
            name.find_first_not_of("0123456789", folderPrefix.size()) == std::string::npos)
            found.push_back(entry->path());
    }
    std::ranges::sort(found, std::greater<>());
    return found;
}

/// What a killed process left half written, and what is older than the last two.
void removeOld(const fs::path& folder)
{
    std::error_code ignored;
    const std::vector<fs::path> complete = checkpointsOf(folder);
    for (std::size_t n = 2; n < complete.size(); ++n)
        fs::remove_all(complete[n], ignored);
    std::vector<fs::path> halves;
    for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end;
         entry.increment(ignored))
    {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(folderPrefix) && name.find(".new-") != std::string::npos)
            halves.push_back(entry->path());
    }
    for (const fs::path& half : halves)
        fs::remove_all(half, ignored);
}

} // namespace

void DataHash::add(const void* data, std::size_t size)
{
    word(size);
    const char* bytes = static_cast<const char*>(data);
    for (; size > 0;) {
        std::uint64_t value = 0;
        const std::size_t taken = std::min(size, sizeof value);
        std::memcpy(&value, bytes, taken);
        word(value);
        bytes += taken;
        size -= taken;
    }
}

std::string DataHash::text() const
{
    char out[17];
    std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(m_state));
    return out;
}

Status writeCheckpointFolder(const fs::path& folder, const TrainingIdentity& identity,
                             std::int64_t step, json state, const ParameterMap& tensors)
{
    state["format"] = formatNumber;
    state["identity"] = json::object();
    for (const auto& [name, value] : identity)
        state["identity"][name] = value;
    std::error_code error;
    fs::create_directories(folder, error);
    char name[32];
    std::snprintf(name, sizeof name, "%s%09lld", folderPrefix.data(), static_cast<long long>(step));
    Result<StagedFolder> staged = StagedFolder::create(folder / name);
    if (!staged)
        return staged.error();
    if (Status status =
            writeSafetensors(staged->path() / tensorFile, shapesOf(tensors), MapSource(tensors));
        !status)
        return status;
    if (Status status = writeTextFile(staged->path() / stateFile, state.dump(1)); !status)
        return status;
    if (Status status = staged->commit(); !status)
        return status;
    removeOld(folder);
    return Done{};
}

std::optional<fs::path> latestCheckpoint(const fs::path& folder)
{
    const std::vector<fs::path> found = checkpointsOf(folder);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

ParameterMap StoredCheckpoint::startingWith(const std::string& prefix) const
{
    ParameterMap found;
    for (const auto& [name, entry] : tensors.entries()) {
        if (name.starts_with(prefix) && !entry.problem)
            found.emplace(name.substr(prefix.size()), tensors.tensor(entry).clone());
    }
    return found;
}

Result<StoredCheckpoint> openCheckpoint(const fs::path& checkpoint,
                                        const TrainingIdentity& identity)
{
    std::ifstream file(checkpoint / stateFile, std::ios::binary);
    if (!file)
        return makeError(ErrorCode::FileNotFound, {(checkpoint / stateFile).string()});
    const std::string text((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    try {
        json state = json::parse(text);
        if (state.at("format") != formatNumber)
            return makeError(ErrorCode::CheckpointBroken, {"an unknown format"});
        for (const auto& [name, value] : identity) {
            if (state.at("identity").at(name) != value)
                return makeError(ErrorCode::BadOption,
                                 {"resume", "the checkpoint is of other " + name});
        }
        Result<TensorFile> tensors = readTensorFile(checkpoint / tensorFile);
        if (!tensors)
            return tensors.error();
        return StoredCheckpoint{std::move(state), *std::move(tensors)};
    } catch (const json::exception& e) {
        return makeError(ErrorCode::CheckpointBroken, {e.what()});
    }
}

Result<std::optional<fs::path>> checkpointToResume(const fs::path& folder, bool resume)
{
    auto latest = folder.empty() ? std::nullopt : latestCheckpoint(folder);
    if (latest && !resume)
        return makeError(ErrorCode::BadOption,
                         {"checkpoint", "the folder has a checkpoint: resume it, or name "
                                        "another folder"});
    return latest;
}

} // namespace fovea
