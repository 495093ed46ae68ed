#include "model/segment/SegmentationCheckpoint.h"

#include "model/checkpoint/TensorCheck.h"
#include "model/checkpoint/TorchArchive.h"
#include "model/checkpoint/TorchFile.h"

#include <c10/util/Exception.h>

#include <new>
#include <set>

namespace fovea {
namespace {

using Kind = PickleValue::Kind;

Error broken(std::string what)
{
    return makeError(ErrorCode::CheckpointBroken, {std::move(what)});
}

/// Names come from the file and may be of any length.
std::string shown(const std::string& name)
{
    return name.substr(0, 120);
}

std::string textOf(const PickleValue* dictionary, std::string_view key)
{
    const PickleValue* value = dictionary ? dictionary->find(key) : nullptr;
    return value && value->kind == Kind::Text ? shown(value->text) : std::string();
}

std::vector<int> mirrorAxes(const PickleValue& root)
{
    std::vector<int> axes;
    const PickleValue* value = root.find("inference_allowed_mirroring_axes");
    if (!value || (value->kind != Kind::Tuple && value->kind != Kind::List))
        return axes;
    for (const PickleValue* item : value->items) {
        if (item->kind == Kind::Integer && item->integer >= 0 && item->integer < 3)
            axes.push_back(static_cast<int>(item->integer));
    }
    return axes;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
        text.replace(at, from.size(), to);
}

bool sameTensor(const StoredTensor& a, const StoredTensor& b)
{
    return !a.problem && !b.problem && a.type == b.type && a.sizes == b.sizes &&
           a.strides == b.strides && a.bytes.data() == b.bytes.data();
}

Result<TensorFile::Entries> withoutTwins(TensorFile::Entries entries)
{
    TensorFile::Entries firsts;
    for (auto& [name, entry] : entries) {
        std::string first = firstParameterName(name);
        const auto [place, isNew] = firsts.try_emplace(first, entry);
        if (!isNew && !sameTensor(place->second, entry))
            return broken("two copies of the tensor “" + shown(first) + "” differ");
    }
    return firsts;
}

} // namespace

std::string firstParameterName(std::string name)
{
    for (const std::string_view prefix : {"module.", "_orig_mod."}) {
        if (name.starts_with(prefix))
            name.erase(0, prefix.size());
    }
    if (name.starts_with("decoder.encoder."))
        name.erase(0, std::string_view("decoder.").size());
    replaceAll(name, ".all_modules.0.", ".conv.");
    replaceAll(name, ".all_modules.1.", ".norm.");
    return name;
}

Result<SegmentationCheckpoint> openSegmentationCheckpoint(const std::filesystem::path& path)
{
    Result<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
    if (!file)
        return file.error();
    try {
        const Result<TorchArchive> archive = readTorchArchive((*file)->text());
        if (!archive)
            return archive.error();
        const PickleValue& root = *archive->document.root;
        const PickleValue* weights = root.find("network_weights");
        if (!weights || weights->kind != Kind::Dict)
            return broken("no “network_weights”; not an nnU-Net checkpoint");
        Result<TensorFile::Entries> entries = withoutTwins(torchEntries(*archive, *weights));
        if (!entries)
            return entries.error();
        return SegmentationCheckpoint{textOf(root.find("init_args"), "configuration"),
                                      textOf(&root, "trainer_name"), mirrorAxes(root),
                                      TensorFile(std::move(*file), std::move(*entries))};
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"checkpoint"});
    }
}

Result<ParameterMap> segmentationWeights(const SegmentationCheckpoint& checkpoint,
                                         const SegmentationConfig& config, const Progress& progress)
{
    const std::vector<ParameterShape> shapes = segmentationParameters(config);
    const TensorFile::Entries& entries = checkpoint.weights.entries();
    std::vector<TensorProblem> problems;
    ParameterMap parameters;
    std::set<std::string_view> known;
    try {
        for (const ParameterShape& shape : shapes) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            known.insert(shape.name);
            const auto entry = entries.find(shape.name);
            if (entry == entries.end())
                problems.push_back({TensorProblem::Kind::Missing, shape.name, {}, {}});
            else if (auto problem = storedTensorProblem(shape, checkpoint.weights, entry->second))
                problems.push_back(std::move(*problem));
            else if (problems.empty())
                parameters.emplace(
                    shape.name,
                    checkpoint.weights.tensor(entry->second).to(at::kFloat).contiguous());
            progress.report(static_cast<double>(known.size()) / static_cast<double>(shapes.size()));
        }
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"weights"});
    }
    if (!problems.empty())
        return tensorsUnusable(problems);
    for (const auto& [name, entry] : entries) {
        if (!known.contains(name))
            return broken("it has a tensor that the network of plans.json has not: “" +
                          shown(name) + "”");
    }
    return parameters;
}

} // namespace fovea
