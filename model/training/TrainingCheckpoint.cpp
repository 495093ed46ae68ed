#include "model/training/TrainingCheckpoint.h"

#include "model/checkpoint/FileWriter.h"
#include "model/checkpoint/MapSource.h"
#include "model/checkpoint/StagedFolder.h"
#include "model/checkpoint/TensorFile.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

namespace fovea {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr int formatNumber = 1;
constexpr const char* stateFile = "state.json";
constexpr const char* tensorFile = "tensors.safetensors";
constexpr std::string_view folderPrefix = "step-";

/// FNV-1a over 64-bit words, the last of a part filled up with zeros: fast, and enough to tell data
/// sets apart by accident.
class Hash {
public:
    void add(const void* data, std::size_t size)
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
    void add(const std::string& text) { add(text.data(), text.size()); }
    void word(std::uint64_t value) { m_state = (m_state ^ value) * 0x100000001b3ULL; }
    std::string text() const
    {
        char out[17];
        std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(m_state));
        return out;
    }

private:
    std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

void addCases(Hash& hash, const std::vector<TrainingCase>& cases)
{
    hash.word(cases.size());
    for (const TrainingCase& one : cases) {
        hash.add(one.size.data(), sizeof one.size);
        hash.add(one.image.data(), one.image.size());
        hash.add(one.labels.data(), one.labels.size());
        for (const TrainingCase::Region& region : one.regions) {
            hash.word(static_cast<std::uint64_t>(region.anatomyIndex));
            hash.word(region.normal ? 1 : 0);
            hash.add(region.text);
            for (const std::string& other : region.rewordings)
                hash.add(other);
            for (const std::string& finding : region.findings)
                hash.add(finding);
            hash.word(region.unknown.size());
            for (const std::string& finding : region.unknown)
                hash.add(finding);
            for (const FindingStatement& statement : region.statements) {
                hash.add(statement.findingId);
                hash.word(statement.present ? 1 : 0);
                for (const std::string& wording : statement.wordings)
                    hash.add(wording);
            }
        }
    }
}

/// The tensors of a state under the names they have in the file.
ParameterMap tensorsOf(const TrainingState& state)
{
    ParameterMap all;
    for (std::size_t n = 0; n < state.networks.size(); ++n) {
        const std::string prefix = std::to_string(n) + '.';
        for (const auto& [name, tensor] : state.networks[n].parameters)
            all.emplace(prefix + "parameter." + name, tensor);
        for (const auto& [name, moments] : state.networks[n].moments) {
            all.emplace(prefix + "first." + name, moments.first);
            all.emplace(prefix + "second." + name, moments.second);
        }
    }
    if (state.best) {
        for (const auto& [name, tensor] : state.best->parameters)
            all.emplace("best." + name, tensor);
    }
    return all;
}

json stateJson(const TrainingIdentity& identity, const TrainingState& state)
{
    json out{{"format", formatNumber},
             {"identity", json::object()},
             {"step", state.step},
             {"networks", json::array()},
             {"validationsWithoutBetter", state.validationsWithoutBetter},
             {"stopped", state.stopped},
             {"epochLoss", state.epochLoss},
             {"epochCounted", state.epochCounted},
             {"log", state.logRows}};
    for (const auto& [name, value] : identity)
        out["identity"][name] = value;
    for (const TrainingState::Network& network : state.networks) {
        json steps = json::object();
        for (const auto& [name, moments] : network.moments)
            steps[name] = moments.steps;
        out["networks"].push_back({{"random", network.position.random},
                                   {"order", network.position.order},
                                   {"next", network.position.next},
                                   {"optimizerSteps", std::move(steps)}});
    }
    if (state.best)
        out["best"] = {{"validationAuc", state.best->validationAuc}, {"step", state.best->step}};
    return out;
}

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

class Reader {
public:
    explicit Reader(const TensorFile& file)
        : m_file(file)
    {
    }

    TrainingState read(const json& in) const
    {
        TrainingState state;
        in.at("step").get_to(state.step);
        in.at("validationsWithoutBetter").get_to(state.validationsWithoutBetter);
        in.at("stopped").get_to(state.stopped);
        in.at("epochLoss").get_to(state.epochLoss);
        in.at("epochCounted").get_to(state.epochCounted);
        in.at("log").get_to(state.logRows);
        for (const json& network : in.at("networks")) {
            const std::string prefix = std::to_string(state.networks.size()) + '.';
            TrainingState::Network& own = state.networks.emplace_back();
            network.at("random").get_to(own.position.random);
            network.at("order").get_to(own.position.order);
            network.at("next").get_to(own.position.next);
            own.parameters = startingWith(prefix + "parameter.");
            const ParameterMap first = startingWith(prefix + "first.");
            const ParameterMap second = startingWith(prefix + "second.");
            for (const auto& [name, steps] : network.at("optimizerSteps").items())
                own.moments[name] = {first.at(name), second.at(name), steps};
        }
        if (in.contains("best")) {
            state.best.emplace();
            in.at("best").at("validationAuc").get_to(state.best->validationAuc);
            in.at("best").at("step").get_to(state.best->step);
            state.best->parameters = startingWith("best.");
        }
        return state;
    }

private:
    ParameterMap startingWith(const std::string& prefix) const
    {
        ParameterMap found;
        for (const auto& [name, entry] : m_file.entries()) {
            if (name.starts_with(prefix) && !entry.problem)
                found.emplace(name.substr(prefix.size()), m_file.tensor(entry).clone());
        }
        return found;
    }

    const TensorFile& m_file;
};

} // namespace

TrainingIdentity identityOf(const Recipe& recipe, std::uint64_t seed,
                            const std::vector<TrainingCase>& training,
                            const std::vector<TrainingCase>& validation)
{
    Hash data;
    addCases(data, training);
    addCases(data, validation);
    const std::string schedule = " epochs " + std::to_string(recipe.epochs) + " steps " +
                                 std::to_string(recipe.steps) + ' ' + nameOf(recipe.objective) +
                                 ' ' + nameOf(recipe.falseNegatives) + ' ' +
                                 nameOf(recipe.contrast);
    return {{"recipe", recipe.source + schedule},
            {"seed", std::to_string(seed)},
            {"threads", std::to_string(at::get_num_threads())},
            {"data", data.text()}};
}

Status writeCheckpoint(const fs::path& folder, const TrainingIdentity& identity,
                       const TrainingState& state)
{
    std::error_code error;
    fs::create_directories(folder, error);
    char name[32];
    std::snprintf(name, sizeof name, "%s%09lld", folderPrefix.data(),
                  static_cast<long long>(state.step));
    Result<StagedFolder> staged = StagedFolder::create(folder / name);
    if (!staged)
        return staged.error();
    const ParameterMap tensors = tensorsOf(state);
    if (Status status =
            writeSafetensors(staged->path() / tensorFile, shapesOf(tensors), MapSource(tensors));
        !status)
        return status;
    if (Status status =
            writeTextFile(staged->path() / stateFile, stateJson(identity, state).dump(1));
        !status)
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

Result<TrainingState> readCheckpoint(const fs::path& checkpoint, const TrainingIdentity& identity)
{
    std::ifstream file(checkpoint / stateFile, std::ios::binary);
    if (!file)
        return makeError(ErrorCode::FileNotFound, {(checkpoint / stateFile).string()});
    const std::string text((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    try {
        const json in = json::parse(text);
        if (in.at("format") != formatNumber)
            return makeError(ErrorCode::CheckpointBroken, {"an unknown format"});
        for (const auto& [name, value] : identity) {
            if (in.at("identity").at(name) != value)
                return makeError(ErrorCode::BadOption,
                                 {"resume", "the checkpoint is of other " + name});
        }
        const Result<TensorFile> tensors = readTensorFile(checkpoint / tensorFile);
        if (!tensors)
            return tensors.error();
        return Reader(*tensors).read(in);
    } catch (const json::exception& e) {
        return makeError(ErrorCode::CheckpointBroken, {e.what()});
    } catch (const std::out_of_range&) { // a tensor of the state is not in the file
        return makeError(ErrorCode::CheckpointBroken, {"a tensor is missing"});
    }
}

Result<std::optional<TrainingState>> stateToResume(const fs::path& folder, bool resume,
                                                   const TrainingIdentity& identity)
{
    std::optional<TrainingState> none;
    const auto latest = folder.empty() ? std::nullopt : latestCheckpoint(folder);
    if (!latest)
        return none;
    if (!resume)
        return makeError(ErrorCode::BadOption,
                         {"checkpoint", "the folder has a checkpoint: resume it, or name "
                                        "another folder"});
    Result<TrainingState> state = readCheckpoint(*latest, identity);
    if (!state)
        return state.error();
    return std::optional(*std::move(state));
}

} // namespace fovea
