#include "model/verify/GoldenNetwork.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace fovea {
namespace {

using Shape = std::vector<std::int64_t>;

constexpr std::int64_t largestAxis = 1 << 24;

std::optional<Shape> shapeOf(const GoldenNode& file, const std::string& parameter)
{
    const auto list = file.find("parameters");
    if (!list)
        return std::nullopt;
    for (const GoldenNode& entry : list->elements()) {
        const std::vector<GoldenNode> pair = entry.elements();
        if (pair.size() != 2)
            entry.refuse("is not a name and a shape");
        if (pair[0].text() == parameter)
            return pair[1].integers(1, largestAxis);
    }
    return std::nullopt;
}

Index3 patchOf(const GoldenNode& file, const GoldenNode& config, const Index3& released)
{
    if (const auto said = config.find("patch"))
        return said->index3();
    const auto shape = shapeOf(file, "visual_encoder.patch_embedding.patch_embeddings.weight");
    if (!shape)
        return released;
    if (shape->size() != 5)
        file.at("parameters").refuse("has a patch embedding that is not three-dimensional");
    return {static_cast<int>((*shape)[2]), static_cast<int>((*shape)[3]),
            static_cast<int>((*shape)[4])};
}

Index3 gridOf(const GoldenNode& file, const GoldenNode& config, const NetworkConfig& network)
{
    if (const auto said = config.find("grid"))
        return said->index3();
    const auto stored = shapeOf(file, "visual_encoder.patch_embedding.position_embeddings");
    if (!stored || (stored->size() == 3 && (*stored)[1] == network.gridTokens()))
        return network.grid;
    if (stored->size() != 3)
        file.at("parameters").refuse("has position embeddings that are not a list of tokens");
    std::vector<GoldenNode> volumes;
    if (const auto train = file.find("train"))
        volumes.push_back(*train);
    if (const auto cases = file.find("cases"))
        std::ranges::copy(cases->elements(), std::back_inserter(volumes));
    for (const GoldenNode& volume : volumes) {
        Index3 grid = volume.at("shape").index3();
        std::int64_t tokens = 1;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            grid[axis] = (grid[axis] + network.patch[axis] - 1) / network.patch[axis];
            tokens *= grid[axis];
        }
        if (tokens == (*stored)[1])
            return grid;
    }
    config.refuse("does not say the “grid” of its " + std::to_string((*stored)[1]) +
                  " position embeddings");
}

std::vector<int> levelsOf(const GoldenNode& config, const NetworkConfig& network)
{
    std::vector<int> levels;
    if (const auto said = config.find("levels")) {
        for (const std::int64_t level : said->integers(0, network.layers - 1))
            levels.push_back(static_cast<int>(level));
        return levels;
    }
    std::ranges::copy_if(network.levels, std::back_inserter(levels),
                         [&](int level) { return level < network.layers; });
    return levels;
}

/// Labels that keep at least one voxel after later boxes overwrote earlier ones, rising.
std::vector<std::int64_t> visibleLabels(const std::vector<GoldenBox>& boxes)
{
    // A box stays visible where a corner of the grid of all boxes' ends lies in it and in no later.
    std::array<std::set<int>, 3> ends;
    for (const GoldenBox& box : boxes) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            ends[axis].insert(box.low[axis]);
            ends[axis].insert(box.high[axis]);
        }
    }
    std::set<std::int64_t> labels;
    for (const int d : ends[0]) {
        for (const int h : ends[1]) {
            for (const int w : ends[2]) {
                const Index3 at{d, h, w};
                const auto covers = [&at](const GoldenBox& box) {
                    for (std::size_t axis = 0; axis < 3; ++axis) {
                        if (at[axis] < box.low[axis] || at[axis] >= box.high[axis])
                            return false;
                    }
                    return true;
                };
                const auto last = std::find_if(boxes.rbegin(), boxes.rend(), covers);
                if (last != boxes.rend())
                    labels.insert(last->label);
            }
        }
    }
    return {labels.begin(), labels.end()};
}

/// Names with their labels, from training's captions where they are of every anatomy, and from
/// cases that name one organ for each label they show.
std::map<std::int64_t, std::string> namesByLabel(const GoldenNode& file,
                                                 const std::optional<Shape>& queries)
{
    std::map<std::int64_t, std::string> names;
    if (const auto train = file.find("train")) {
        const auto captions = train->find("captions");
        if (captions && (!queries || queries->front() == std::ssize(captions->members()))) {
            for (const auto& [name, node] : captions->members())
                names.emplace(std::ssize(names) + 1, name);
        }
    }
    const auto cases = file.find("cases");
    if (!cases)
        return names;
    for (const GoldenNode& one : cases->elements()) {
        const auto organs = one.find("organs");
        const auto boxes = one.find("boxes_zyx");
        if (!organs || !boxes)
            continue;
        const std::vector<std::int64_t> labels =
            visibleLabels(goldenBoxes(*boxes, one.at("shape").index3()));
        const std::vector<GoldenNode> named = organs->elements();
        if (labels.size() != named.size())
            continue;
        for (std::size_t i = 0; i < named.size(); ++i) {
            const std::string name = named[i].at("organ").text();
            const auto [known, fresh] = names.emplace(labels[i], name);
            if (!fresh && known->second != name)
                named[i].refuse("is not “" + known->second + "”, as label " +
                                std::to_string(labels[i]) + " is called before");
        }
    }
    return names;
}

std::vector<std::string> namesIn(const GoldenNode& list)
{
    std::vector<std::string> names;
    for (const GoldenNode& entry : list.elements())
        names.push_back(entry.at("organ").text());
    return names;
}

/// The anatomies whose label is of consequence: those of cases and of training.
std::set<std::string> namesOfRegions(const GoldenNode& file)
{
    std::set<std::string> names;
    if (const auto cases = file.find("cases")) {
        for (const GoldenNode& one : cases->elements()) {
            if (const auto organs = one.find("organs"))
                std::ranges::copy(namesIn(*organs), std::inserter(names, names.end()));
        }
    }
    if (const auto train = file.find("train")) {
        if (const auto captions = train->find("captions")) {
            for (const auto& [name, node] : captions->members())
                names.insert(name);
        }
    }
    return names;
}

std::vector<std::string> anatomiesOf(const GoldenNode& file, const GoldenNode& config,
                                     const std::vector<std::string>& released)
{
    auto said = config.findAny({"anatomies", "organs"});
    if (!said)
        said = file.findAny({"anatomies", "organs"});
    if (said) {
        std::vector<std::string> names;
        for (const GoldenNode& name : said->elements())
            names.push_back(name.text());
        return names;
    }
    const auto queries = shapeOf(file, "query_tokens");
    if (queries && queries->empty())
        file.at("parameters").refuse("has queries that are not a list");
    const std::set<std::string> used = namesOfRegions(file);
    const bool onlyReleased = std::ranges::all_of(used, [&](const std::string& name) {
        return std::ranges::find(released, name) != released.end();
    });
    if (onlyReleased && (!queries || queries->front() == std::ssize(released)))
        return released;

    const std::map<std::int64_t, std::string> names = namesByLabel(file, queries);
    for (const std::string& name : used) {
        if (std::ranges::none_of(names, [&](const auto& entry) { return entry.second == name; }))
            file.refuse("does not say which label “" + name + "” has; say it with “anatomies”");
    }
    std::vector<std::string> all;
    const std::int64_t count =
        queries ? queries->front() : (names.empty() ? 0 : names.rbegin()->first);
    for (std::int64_t label = 1; label <= count && label <= 254; ++label) {
        const auto known = names.find(label);
        all.push_back(known == names.end() ? "anatomy " + std::to_string(label) : known->second);
    }
    return all;
}

} // namespace

namespace {

/// In floating point, because the numbers may be anything.
double product(const Index3& numbers)
{
    return static_cast<double>(numbers[0]) * numbers[1] * numbers[2];
}

} // namespace

NetworkConfig goldenNetwork(const GoldenNode& file, std::vector<std::string>& unknown)
{
    const GoldenNode config = file.at("config");
    config.noteOthers({"hidden", "mlp", "vheads", "layers", "th", "tl", "thd", "ti", "vocab",
                       "maxpos", "embed", "patch", "grid", "levels", "pool_heads", "anatomies",
                       "organs"},
                      unknown);
    const auto number = [&config](const char* key) {
        return static_cast<int>(config.at(key).integer(1, largestAxis));
    };
    NetworkConfig network;
    network.hidden = number("hidden");
    network.mlp = number("mlp");
    network.heads = number("vheads");
    network.layers = number("layers");
    network.textHidden = number("th");
    network.textLayers = number("tl");
    network.textHeads = number("thd");
    network.textIntermediate = number("ti");
    network.vocabulary = number("vocab");
    network.maxPositions = number("maxpos");
    network.embedding = number("embed");
    if (config.find("pool_heads"))
        network.poolingHeads = number("pool_heads");
    network.patch = patchOf(file, config, network.patch);
    network.grid = gridOf(file, config, network);
    if (product(network.patch) > 0x1p30 || product(network.grid) > 0x1p30)
        config.refuse("has a patch or a grid of more than 2^30");
    network.levels = levelsOf(config, network);
    network.anatomies = anatomiesOf(file, config, network.anatomies);
    if (const std::string problem = network.problem(); !problem.empty())
        config.refuse("is not a network: " + problem);
    if (network.layers > 1000 || network.textLayers > 1000)
        config.refuse("has more than 1000 layers");
    double count = 0;
    for (const ParameterShape& p : parameterShapes(network)) {
        double product = 1;
        for (const std::int64_t n : p.shape)
            product *= static_cast<double>(n);
        count += product;
    }
    if (count > 0x1p30)
        config.refuse("has more than 2^30 parameters");
    return network;
}

} // namespace fovea
