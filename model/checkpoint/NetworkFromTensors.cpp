#include "model/checkpoint/NetworkFromTensors.h"

#include <algorithm>
#include <charconv>

namespace fovea {
namespace {

constexpr std::string_view blocks = "visual_encoder.blocks.";
constexpr std::string_view textLayers = "text_encoder.encoder.layer.";
constexpr std::string_view projections = "vision_projs.";

class Shapes {
public:
    explicit Shapes(const TensorFile::Entries& entries)
        : m_entries(entries)
    {
    }

    /// Counts an axis of one tensor among the witnesses of the number sought.
    Shapes& ask(std::string_view name, std::size_t axis)
    {
        const auto entry = m_entries.find(name);
        if (entry != m_entries.end() && axis < entry->second.sizes.size())
            ++m_votes[entry->second.sizes[axis]];
        return *this;
    }
    /// The same of `prefix`N`suffix` for every N.
    Shapes& askEach(std::string_view prefix, std::string_view suffix, std::size_t axis)
    {
        for (int i = 0; i < count(prefix); ++i)
            ask(std::string(prefix) + std::to_string(i) + std::string(suffix), axis);
        return *this;
    }
    /// What most witnesses say; `fallback` where there is none. Forgets them.
    int answer(int fallback)
    {
        const auto most =
            std::ranges::max_element(m_votes, {}, [](const auto& vote) { return vote.second; });
        const bool usable = most != m_votes.end() && most->first > 0 && most->first <= 1 << 24;
        const int value = usable ? static_cast<int>(most->first) : fallback;
        m_votes.clear();
        return value;
    }

    /// One more than the largest N of a tensor `prefix`N….
    int count(std::string_view prefix) const
    {
        constexpr int most = 1024;
        int largest = -1;
        for (auto entry = m_entries.lower_bound(prefix);
             entry != m_entries.end() && entry->first.starts_with(prefix); ++entry)
        {
            const char* begin = entry->first.data() + prefix.size();
            const char* end = entry->first.data() + entry->first.size();
            int number = -1;
            if (std::from_chars(begin, end, number).ec == std::errc() && number < most)
                largest = std::max(largest, number);
        }
        return largest + 1;
    }

private:
    const TensorFile::Entries& m_entries;
    std::map<std::int64_t, int> m_votes;
};

/// Tokens along D, H, W of the crops that the network was trained on.
std::array<int, 3> trainingGrid(const ModelManifest& manifest, const NetworkConfig& network)
{
    std::array<int, 3> grid{};
    for (std::size_t axis = 0; axis < grid.size(); ++axis)
        grid[axis] = manifest.preprocess.minimumSize[axis] / network.patch[axis];
    return grid;
}

} // namespace

Result<NetworkConfig> networkFromTensors(const ModelManifest& manifest,
                                         const std::set<std::string>& stated,
                                         const TensorFile& tensors)
{
    const NetworkConfig released;
    NetworkConfig network = manifest.network;
    Shapes shapes(tensors.entries());
    const auto tell = [&](const char* member, int& number, Shapes& asked) {
        const int answer = asked.answer(number);
        if (!stated.contains(member))
            number = answer;
    };
    const std::string patchWeight = "visual_encoder.patch_embedding.patch_embeddings.weight";
    tell("hidden", network.hidden,
         shapes.askEach(blocks, ".norm1.weight", 0)
             .ask("visual_encoder.norm.weight", 0)
             .ask("query_tokens", 1));
    tell("mlp", network.mlp, shapes.askEach(blocks, ".mlp.linear1.weight", 0));
    for (std::size_t axis = 0; axis < network.patch.size(); ++axis)
        tell("patch", network.patch[axis], shapes.ask(patchWeight, 2 + axis));
    tell("embedding", network.embedding,
         shapes.ask("text_proj.weight", 0).askEach(projections, ".weight", 0));
    tell("textHidden", network.textHidden,
         shapes.askEach(textLayers, ".attention.self.query.weight", 1)
             .ask("text_encoder.embeddings.word_embeddings.weight", 1));
    tell("textIntermediate", network.textIntermediate,
         shapes.askEach(textLayers, ".intermediate.dense.weight", 0));
    tell("vocabulary", network.vocabulary,
         shapes.ask("text_encoder.embeddings.word_embeddings.weight", 0));
    tell("maxPositions", network.maxPositions,
         shapes.ask("text_encoder.embeddings.position_embeddings.weight", 0));
    if (const int layers = shapes.count(blocks); layers > 0 && !stated.contains("layers"))
        network.layers = layers;
    if (const int layers = shapes.count(textLayers); layers > 0 && !stated.contains("textLayers"))
        network.textLayers = layers;

    const auto untold = [&](const char* member, bool likeReleased) {
        return !stated.contains(member) && !likeReleased;
    };
    for (const char* member : {"heads", "poolingHeads"}) {
        if (untold(member, network.hidden == released.hidden))
            return makeError(ErrorCode::NetworkUnknown, {std::string("network.") + member});
    }
    if (untold("levels", network.layers == released.layers))
        return makeError(ErrorCode::NetworkUnknown, {"network.levels"});
    const int tokens =
        shapes.ask("visual_encoder.patch_embedding.position_embeddings", 1).answer(0);
    if (!stated.contains("grid")) {
        network.grid = trainingGrid(manifest, network);
        if (tokens > 0 && network.gridTokens() != tokens)
            return makeError(ErrorCode::NetworkUnknown, {"network.grid"});
    }

    const auto named = static_cast<int>(network.anatomies.size());
    const int queries = shapes.ask("query_tokens", 0).answer(0);
    const int heads = shapes.count(projections);
    if (queries > 0 && heads > 0 && queries != named && heads != named)
        return makeError(ErrorCode::AnatomiesUnnamed,
                         {std::to_string(heads), std::to_string(named)});
    return network;
}

} // namespace fovea
