#include "model/tuning/Adapter.h"

#include "model/checkpoint/FileWriter.h"
#include "model/checkpoint/MapSource.h"
#include "model/checkpoint/TensorFile.h"
#include "model/network/ParameterCheck.h"

#include <ATen/TensorOperators.h>
#include <c10/util/Exception.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace fovea {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr int formatNumber = 1;
constexpr const char* jsonFile = "adapter.json";
constexpr const char* tensorFile = "adapter.safetensors";
constexpr std::uintmax_t largestJson = std::uintmax_t{16} << 20;
constexpr std::int64_t largestRank = 1024;

Error broken(std::string what)
{
    return makeError(ErrorCode::MetadataBroken, {jsonFile, std::move(what)});
}

bool isHex(const std::string& text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Result<Adapter> parsed(const std::string& text)
{
    try {
        const Json json = Json::parse(text);
        if (json.at("format") != formatNumber)
            return broken("an unknown format");
        Adapter adapter;
        adapter.parent = json.at("parent");
        adapter.parentName = json.value("parentName", std::string());
        adapter.result = json.at("result");
        if (!isHex(adapter.parent) || !isHex(adapter.result))
            return broken("a fingerprint is none");
        const auto way = tuneWayOf(json.at("way").get<std::string>());
        if (!way)
            return broken("an unknown way of tuning");
        adapter.way = *way;
        adapter.settings = json.at("settings").dump();
        adapter.seed = json.at("seed");
        adapter.codeVersion = json.at("code");
        const Json& data = json.at("data");
        adapter.trainingDigest = data.at("training");
        adapter.validationDigest = data.at("validation");
        adapter.trainingStudies = data.at("trainingStudies");
        adapter.validationStudies = data.at("validationStudies");
        Result<ModelManifest> manifest = manifestFromJson(json.at("model").dump());
        if (!manifest)
            return broken(manifest.error().arguments.back());
        adapter.manifest = *std::move(manifest);
        return adapter;
    } catch (const nlohmann::json::exception& e) {
        return broken(e.what());
    }
}

/// The parameter that a tensor of an adapter changes, and what it must look like.
std::optional<ParameterShape>
expectedShape(const std::string& name, const std::vector<std::int64_t>& found,
              const std::map<std::string, std::vector<std::int64_t>>& known)
{
    const auto plain = known.find(name);
    if (plain != known.end())
        return ParameterShape{name, plain->second};
    for (const std::string_view part : {LowRankA, LowRankB}) {
        if (!name.ends_with(part))
            continue;
        const auto whole = known.find(name.substr(0, name.size() - part.size()));
        if (whole == known.end() || whole->second.size() < 2 || found.size() != 2)
            return std::nullopt;
        const std::int64_t rank = part == LowRankA ? found[0] : found[1];
        if (rank < 1 || rank > largestRank)
            return std::nullopt;
        std::int64_t in = 1;
        for (std::size_t axis = 1; axis < whole->second.size(); ++axis)
            in *= whole->second[axis];
        return part == LowRankA ? ParameterShape{name, {rank, in}}
                                : ParameterShape{name, {whole->second[0], rank}};
    }
    return std::nullopt;
}

Status readTensors(const fs::path& path, Adapter& adapter)
{
    const Result<TensorFile> file = readTensorFile(path);
    if (!file && file.error().code == ErrorCode::CheckpointBroken)
        return makeError(ErrorCode::ModelBroken, {tensorFile, file.error().arguments.front()});
    if (!file)
        return file.error();
    std::map<std::string, std::vector<std::int64_t>> known;
    for (const ParameterShape& shape : parameterShapes(adapter.manifest.network))
        known.emplace(shape.name, shape.shape);
    std::vector<TensorProblem> problems;
    for (const auto& [name, stored] : file->entries()) {
        if (stored.problem) {
            problems.push_back(*stored.problem);
            continue;
        }
        const auto expected = expectedShape(name, stored.sizes, known);
        if (!expected)
            return makeError(ErrorCode::ModelBroken,
                             {tensorFile, "it changes what the network does not have"});
        const at::Tensor tensor = file->tensor(stored).to(at::kFloat);
        if (auto problem = parameterProblem(*expected, tensor))
            problems.push_back(std::move(*problem));
        adapter.tensors.emplace(name, tensor);
    }
    if (!problems.empty())
        return tensorsUnusable(problems);
    for (const auto& [name, tensor] : adapter.tensors) {
        const bool a = name.ends_with(LowRankA), b = name.ends_with(LowRankB);
        if (!a && !b)
            continue;
        const std::string whole = name.substr(0, name.size() - LowRankA.size());
        const auto other = adapter.tensors.find(whole + std::string(a ? LowRankB : LowRankA));
        if (other == adapter.tensors.end() || adapter.tensors.contains(whole) ||
            tensor.size(a ? 0 : 1) != other->second.size(a ? 1 : 0))
            return makeError(ErrorCode::ModelBroken,
                             {tensorFile, "the halves of a low-rank change do not fit"});
    }
    return Done{};
}

} // namespace

ParameterMap adaptedParameters(const ParameterMap& parent, const ParameterMap& tensors)
{
    ParameterMap all = parent;
    for (const auto& [name, tensor] : tensors) {
        if (name.ends_with(LowRankB))
            continue;
        if (!name.ends_with(LowRankA)) {
            all[name] = tensor;
            continue;
        }
        const std::string whole = name.substr(0, name.size() - LowRankA.size());
        const at::Tensor a = tensor.to(at::kFloat).contiguous();
        const at::Tensor b =
            parameter(tensors, whole + std::string(LowRankB)).to(at::kFloat).contiguous();
        at::Tensor changed = parameter(parent, whole).to(at::kFloat).contiguous().clone();
        const std::int64_t rank = a.size(0), in = a.size(1), out = b.size(0);
        const float* av = a.const_data_ptr<float>();
        const float* bv = b.const_data_ptr<float>();
        float* value = changed.mutable_data_ptr<float>();
        // A product of two floats is exact in double, so that fused and plain arithmetic agree.
        for (std::int64_t row = 0; row < out; ++row) {
            for (std::int64_t column = 0; column < in; ++column, ++value) {
                double sum = *value;
                for (std::int64_t k = 0; k < rank; ++k)
                    sum += static_cast<double>(bv[row * rank + k]) *
                           static_cast<double>(av[k * in + column]);
                *value = static_cast<float>(sum);
            }
        }
        all[whole] = changed;
    }
    return all;
}

Status writeAdapter(const fs::path& folder, const Adapter& adapter)
{
    std::error_code error;
    fs::create_directories(folder, error);
    Json json;
    json["format"] = formatNumber;
    json["parent"] = adapter.parent;
    json["parentName"] = adapter.parentName;
    json["result"] = adapter.result;
    json["way"] = nameOf(adapter.way);
    json["seed"] = adapter.seed;
    json["code"] = adapter.codeVersion;
    json["settings"] = Json::parse(adapter.settings, nullptr, /*allow_exceptions=*/false);
    json["data"] = {{"training", adapter.trainingDigest},
                    {"validation", adapter.validationDigest},
                    {"trainingStudies", adapter.trainingStudies},
                    {"validationStudies", adapter.validationStudies}};
    json["model"] =
        Json::parse(manifestToJson(adapter.manifest), nullptr, /*allow_exceptions=*/false);
    if (Status status = writeTextFile(folder / jsonFile, json.dump(1) + "\n"); !status)
        return status;
    return writeSafetensors(folder / tensorFile, shapesOf(adapter.tensors),
                            MapSource(adapter.tensors));
}

Result<Adapter> readAdapter(const fs::path& folder)
{
    std::error_code error;
    const fs::path path = folder / jsonFile;
    const std::uintmax_t size = fs::file_size(path, error);
    if (error)
        return makeError(ErrorCode::FileNotFound, {path.string()});
    if (size > largestJson)
        return broken("absurdly large");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return makeError(ErrorCode::FileNotReadable, {path.string()});
    Result<Adapter> adapter = parsed(
        std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()));
    if (!adapter)
        return adapter;
    try {
        if (Status status = readTensors(folder / tensorFile, *adapter); !status)
            return status.error();
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"adapter"});
    }
    return adapter;
}

} // namespace fovea
