#include "model/training/TrainingCheckpoint.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace fovea {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

void addCases(DataHash& hash, const std::vector<TrainingCase>& cases)
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

json stateJson(const TrainingState& state)
{
    json out{{"step", state.step},
             {"networks", json::array()},
             {"validationsWithoutBetter", state.validationsWithoutBetter},
             {"stopped", state.stopped},
             {"epochLoss", state.epochLoss},
             {"epochCounted", state.epochCounted},
             {"log", state.logRows}};
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

TrainingState stateOf(const StoredCheckpoint& stored)
{
    const json& in = stored.state;
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
        own.parameters = stored.startingWith(prefix + "parameter.");
        const ParameterMap first = stored.startingWith(prefix + "first.");
        const ParameterMap second = stored.startingWith(prefix + "second.");
        for (const auto& [name, steps] : network.at("optimizerSteps").items())
            own.moments[name] = {first.at(name), second.at(name), steps};
    }
    if (in.contains("best")) {
        state.best.emplace();
        in.at("best").at("validationAuc").get_to(state.best->validationAuc);
        in.at("best").at("step").get_to(state.best->step);
        state.best->parameters = stored.startingWith("best.");
    }
    return state;
}

} // namespace

TrainingIdentity identityOf(const Recipe& recipe, std::uint64_t seed,
                            const std::vector<TrainingCase>& training,
                            const std::vector<TrainingCase>& validation)
{
    DataHash data;
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
    return writeCheckpointFolder(folder, identity, state.step, stateJson(state), tensorsOf(state));
}

Result<TrainingState> readCheckpoint(const fs::path& checkpoint, const TrainingIdentity& identity)
{
    const Result<StoredCheckpoint> stored = openCheckpoint(checkpoint, identity);
    if (!stored)
        return stored.error();
    try {
        return stateOf(*stored);
    } catch (const json::exception& e) {
        return makeError(ErrorCode::CheckpointBroken, {e.what()});
    } catch (const std::out_of_range&) { // a tensor of the state is not in the file
        return makeError(ErrorCode::CheckpointBroken, {"a tensor is missing"});
    }
}

Result<std::optional<TrainingState>> stateToResume(const fs::path& folder, bool resume,
                                                   const TrainingIdentity& identity)
{
    const auto latest = checkpointToResume(folder, resume);
    if (!latest)
        return latest.error();
    if (!*latest)
        return std::optional<TrainingState>();
    Result<TrainingState> state = readCheckpoint(**latest, identity);
    if (!state)
        return state.error();
    return std::optional(*std::move(state));
}

} // namespace fovea
