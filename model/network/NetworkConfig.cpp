#include "model/network/NetworkConfig.h"

#include <algorithm>
#include <set>

namespace fovea {

int NetworkConfig::anatomyIndex(const std::string& id) const
{
    const auto found = std::ranges::find(anatomies, id);
    return found == anatomies.end() ? -1 : static_cast<int>(found - anatomies.begin());
}

std::array<int, 3> NetworkConfig::reducedPatch() const
{
    std::array<int, 3> reduced = patch;
    for (int& cells : reduced)
        cells >>= stem.size();
    return reduced;
}

std::string NetworkConfig::problem() const
{
    const auto positive = [](int n) { return n > 0 && n <= 1 << 24; };
    for (const int n : {hidden, mlp, heads, layers, patch[0], patch[1], patch[2], grid[0], grid[1],
                        grid[2], poolingHeads, textHidden, textLayers, textHeads, textIntermediate,
                        vocabulary, maxPositions, embedding})
    {
        if (!positive(n))
            return "a size is not positive or absurdly large";
    }
    if (stem.size() > 8 || !std::ranges::all_of(stem, positive))
        return "a stage of the stem has no or absurdly many channels, or there are too many";
    for (const int voxels : patch) {
        if (voxels % (1 << stem.size()) != 0)
            return "the stem does not divide the patch";
    }
    if (windows.size() > 16 || stem.empty() != windows.empty())
        return "windows without a stem, a stem without windows, or too many";
    if (anatomyChannel && stem.empty())
        return "an anatomy channel without a stem";
    if (shapeLevels < 0 || shapeLevels > 2 || (shapeLevels > 0 && stem.empty()))
        return "shapes without a stem, or of more than two sizes";
    if (regionStatistics && stem.empty())
        return "region statistics without a stem";
    if (bands.size() > 32 || (!bands.empty() && !regionStatistics))
        return "bands without region statistics, or too many";
    for (const auto* ranges : {&windows, &bands}) {
        for (const auto& [low, high] : *ranges) {
            if (!(low >= 0 && high <= 1 && high - low >= 1e-3))
                return "a window or band is not in 0 to 1, or hardly wide";
        }
    }
    if (attentionReach < 0)
        return "the reach of attention is negative";
    if (hidden % heads != 0 || hidden % poolingHeads != 0)
        return "hidden is not a multiple of its heads";
    if (textHidden % textHeads != 0)
        return "text hidden is not a multiple of its heads";
    if (!std::ranges::is_sorted(levels) || std::ranges::adjacent_find(levels) != levels.end())
        return "levels do not rise";
    if (!levels.empty() && (levels.front() < 0 || levels.back() >= layers))
        return "a level is not a block";
    if (anatomies.empty() || anatomies.size() > 254)
        return "no anatomy, or more than 254";
    if (std::set<std::string>(anatomies.begin(), anatomies.end()).size() != anatomies.size())
        return "an anatomy occurs twice";
    if (!(layerNormEps > 0) || !(textLayerNormEps > 0))
        return "a layer norm epsilon is not positive";
    return {};
}

namespace {

class ShapeList {
public:
    void add(std::string name, std::vector<std::int64_t> shape)
    {
        m_shapes.push_back({std::move(name), std::move(shape)});
    }
    void linear(const std::string& name, std::int64_t out, std::int64_t in)
    {
        add(name + ".weight", {out, in});
        add(name + ".bias", {out});
    }
    void layerNorm(const std::string& name, std::int64_t size)
    {
        add(name + ".weight", {size});
        add(name + ".bias", {size});
    }
    std::vector<ParameterShape> take() { return std::move(m_shapes); }

private:
    std::vector<ParameterShape> m_shapes;
};

void addImageEncoder(ShapeList& list, const NetworkConfig& c)
{
    const std::string prefix = "visual_encoder.";
    list.add(prefix + "patch_embedding.position_embeddings", {1, c.gridTokens(), c.hidden});
    std::int64_t channels = 1;
    for (std::size_t stage = 0; stage < c.stem.size(); ++stage) {
        list.linear(prefix + "stem." + std::to_string(stage), c.stem[stage],
                    stage == 0 ? c.stemInputs() : 9 * channels);
        channels = c.stem[stage];
    }
    if (!c.stem.empty())
        list.add(prefix + "stem.peaks.weight", {c.hidden, channels + c.tokenStatistics()});
    const std::array<int, 3> patch = c.reducedPatch();
    list.add(prefix + "patch_embedding.patch_embeddings.weight",
             {c.hidden, channels, patch[0], patch[1], patch[2]});
    list.add(prefix + "patch_embedding.patch_embeddings.bias", {c.hidden});
    for (int layer = 0; layer < c.layers; ++layer) {
        const std::string block = prefix + "blocks." + std::to_string(layer);
        list.linear(block + ".mlp.linear1", c.mlp, c.hidden);
        list.linear(block + ".mlp.linear2", c.hidden, c.mlp);
        list.layerNorm(block + ".norm1", c.hidden);
        list.linear(block + ".attn.out_proj", c.hidden, c.hidden);
        list.linear(block + ".attn.qkv", 3L * c.hidden, c.hidden);
        list.layerNorm(block + ".norm2", c.hidden);
    }
    list.layerNorm(prefix + "norm", c.hidden);
}

void addTextEncoder(ShapeList& list, const NetworkConfig& c)
{
    const std::string embeddings = "text_encoder.embeddings.";
    list.add(embeddings + "word_embeddings.weight", {c.vocabulary, c.textHidden});
    list.add(embeddings + "position_embeddings.weight", {c.maxPositions, c.textHidden});
    list.layerNorm(embeddings + "LayerNorm", c.textHidden);
    for (int i = 0; i < c.textLayers; ++i) {
        const std::string layer = "text_encoder.encoder.layer." + std::to_string(i);
        for (const char* part : {"query", "key", "value"})
            list.linear(layer + ".attention.self." + part, c.textHidden, c.textHidden);
        list.linear(layer + ".attention.output.dense", c.textHidden, c.textHidden);
        list.layerNorm(layer + ".attention.output.LayerNorm", c.textHidden);
        list.linear(layer + ".intermediate.dense", c.textIntermediate, c.textHidden);
        list.linear(layer + ".output.dense", c.textHidden, c.textIntermediate);
        list.layerNorm(layer + ".output.LayerNorm", c.textHidden);
    }
}

} // namespace

std::vector<ParameterShape> parameterShapes(const NetworkConfig& c)
{
    ShapeList list;
    const auto anatomyCount = static_cast<std::int64_t>(c.anatomies.size());
    list.add("temp", {});
    list.add("query_tokens", {anatomyCount, c.hidden});
    addImageEncoder(list, c);
    addTextEncoder(list, c);
    list.linear("text_proj", c.embedding, c.textHidden);
    list.add("attention.in_proj_weight", {3L * c.hidden, c.hidden});
    list.add("attention.in_proj_bias", {3L * c.hidden});
    list.linear("attention.out_proj", c.hidden, c.hidden);
    for (std::int64_t i = 0; i < anatomyCount; ++i)
        list.linear("vision_projs." + std::to_string(i), c.embedding, c.hidden);
    // Last, so that the first parameters of all else do not depend on it.
    for (std::int64_t i = 0; c.regionStatistics && i < anatomyCount; ++i) {
        const std::string norm = "statistics_norm." + std::to_string(i);
        list.add(norm + ".running_mean", {c.regionStatisticsLength()});
        list.add(norm + ".running_var", {c.regionStatisticsLength()});
        list.add("statistics_projs." + std::to_string(i) + ".weight",
                 {c.embedding, c.regionStatisticsLength()});
    }
    return list.take();
}

} // namespace fovea
