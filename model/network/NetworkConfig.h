#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

// Standard C++ only.

namespace fovea {

/// What boxShares() says of a band: the share in the box, what the box has more than the ring
/// around it, and what the cell has more than that ring.
inline constexpr int SharesPerBand = 3;

/// The numbers that shape an fVLM network. The defaults are those of the released CT-RATE model
/// (arXiv 2501.14548, code github.com/alibaba-damo-academy/fvlm); smaller ones share every rule.
struct NetworkConfig {
    // Image encoder: a 3-D ViT without class token, pre-norm, exact-erf GELU.
    int hidden = 768;
    int mlp = 3072;
    int heads = 12;
    int layers = 12;
    std::array<int, 3> patch{16, 16, 32}; ///< Voxels of one token along D, H, W.
    /// Channels of the stages before the patch embedding, each of which makes one cell of 2 x 2 x 2
    /// (after the hMLP stem: Touvron et al., "Three things everyone should know about Vision
    /// Transformers", 2022; with the maximum over the cells beside them, see PatchEmbedding.h).
    /// Empty, as in the released network: patches are embedded by one linear map. A small network
    /// needs them: what is small against a patch is lost on a linear map of it.
    std::vector<int> stem;
    /// Intensity windows, low and high, of the image's 0 to 1, that a stem sees the image through,
    /// as a reader looks at lung, soft tissue and bone one after the other. At least one with a
    /// stem, none without.
    std::vector<std::array<double, 2>> windows;
    /// The stem also sees which voxels are of an anatomy: images come with markInside().
    bool anatomyChannel = false;
    /// The stem also sees dots, lines and sheets (shapeFilters): of the voxels, and with 2 also of
    /// the means of its cells. At most 2; 0 with or without a stem.
    int shapeLevels = 0;
    /// A region's vector also gets a linear map of order statistics of what the stem sees of its
    /// tokens (regionStatistics.h). Needs a stem.
    bool regionStatistics = false;
    /// Bands of intensity, low and high, of the image's 0 to 1, of which region statistics also
    /// have the highest shares in boxes, as they are and against what is around (boxShares.h). None
    /// without region statistics.
    std::vector<std::array<double, 2>> bands;
    /// Tokens along D, H, W for which position embeddings are stored; any other grid interpolates
    /// them trilinearly (align_corners = false).
    std::array<int, 3> grid{7, 16, 11};
    /// Blocks (0-based, rising) whose raw output is a feature level. The output of the final layer
    /// norm is always one more level, the last.
    std::vector<int> levels{3, 6, 9};
    /// How many tokens away along each of D, H, W a token attends; 0: to all, as in the released
    /// network. Where tokens know their neighbourhood alone, a region's attention says where in the
    /// patient something was seen; after attention to all, every token may speak of the whole
    /// study.
    int attentionReach = 0;
    double layerNormEps = 1e-5;

    // Region pooling: one learned query per anatomy, one shared multi-head attention.
    int poolingHeads = 4;

    // Text encoder: BERT, post-norm, without token types.
    int textHidden = 768;
    int textLayers = 12;
    int textHeads = 12;
    int textIntermediate = 3072;
    int vocabulary = 30522;
    int maxPositions = 512;
    double textLayerNormEps = 1e-12;

    int embedding = 256; ///< Length of image and text vectors.
    std::vector<std::string> anatomies{"lung", "heart", "esophagus", "aorta"};

    /// What the stem's first stage sees of a cell: see PatchEmbedding.h.
    int stemInputs() const
    {
        const int seen = static_cast<int>(windows.size());
        return (anatomyChannel ? 5 * seen + 1 : 3 * seen) + 6 * shapeLevels;
    }
    /// Mean and maximum of what the stem sees of a token's cells: see PatchEmbedding.h.
    int tokenStatistics() const { return 2 * stemInputs(); }
    /// What region statistics are of, per token and anatomy: PatchInputs::ofAnatomies.
    int anatomyStatistics() const
    {
        return tokenStatistics() + SharesPerBand * static_cast<int>(bands.size());
    }
    /// The mean of the 1, 4, 16 and 64 highest of each, and of all: see regionStatistics.h.
    int regionStatisticsLength() const { return 5 * anatomyStatistics(); }
    int patchVoxels() const { return patch[0] * patch[1] * patch[2]; }
    /// Cells of one token along D, H, W after the stem.
    std::array<int, 3> reducedPatch() const;
    int gridTokens() const { return grid[0] * grid[1] * grid[2]; }
    /// Index in `anatomies`, -1 where the network does not know it.
    int anatomyIndex(const std::string& id) const;
    /// What keeps these numbers from describing a network; empty if nothing does.
    std::string problem() const;

    bool operator==(const NetworkConfig&) const = default;
};

struct ParameterShape {
    std::string name;
    std::vector<std::int64_t> shape;
};

/// Every parameter such a network has, under the names the released checkpoint uses. Linear weights
/// are [out, in]. `visual_encoder.blocks.N.attn.qkv` rows split (q, k, v), then head, then dim;
/// `attention.in_proj` rows split (q, k, v).
std::vector<ParameterShape> parameterShapes(const NetworkConfig& config);

} // namespace fovea
