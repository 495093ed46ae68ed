#include "model/tuning/estimateTune.h"

#include "model/tuning/TunedManifest.h"
#include "model/tuning/trainableParts.h"
#include "model/tuning/tuneRecipe.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace fovea {

namespace {

/// Copies of every parameter in fp32 while all goes on: of the model that answers, as read and as
/// packed; of the parent, as read, as grown, and as packed for the encoder; of the package that is
/// written, and of what is read to judge it.
constexpr double copiesOfParameters = 8;
/// Of what learns: value, gradient, two moments, the start, the best, and a checkpoint's copies.
constexpr double copiesOfTrainable = 10;
/// Of a study's voxels and labels: as stored, as read, and resampled.
constexpr double copiesOfStudy = 6;
/// What the heap grows to, of what a step is taken to have in use at once: its tensors do not fit
/// into the gaps of those before, and glibc is told to map none by itself
/// (prepareCpuForInference()). A step of `all` on 200 synthetic chests is taken for 2.0 GB, had 1.5
/// in use, and after 210 steps the process had 4.5 of 4.9 foretold.
constexpr double heapOfStep = 2;

double count(const std::vector<std::int64_t>& shape)
{
    double all = 1;
    for (const std::int64_t axis : shape)
        all *= static_cast<double>(axis);
    return all;
}

class Estimating {
public:
    Estimating(const ModelManifest& manifest, std::size_t knownAnatomies,
               const TuneOptions& options, std::size_t trainingStudies)
        : m_network(manifest.network)
        , m_options(options)
        , m_recipe(tuneRecipe(manifest, options, trainingStudies))
        , m_studies(trainingStudies)
        , m_whole(options.way == TuneWay::Lora || options.way == TuneWay::All)
    {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const int patch = m_network.patch[axis];
            const int side =
                std::max(manifest.preprocess.roi[axis], manifest.preprocess.minimumSize[axis]);
            const int patches = (side + patch - 1) / patch;
            m_tokens *= patches;
        }
        m_voxels = m_tokens * m_network.patchVoxels();
        countParameters(knownAnatomies);
    }

    TuneEstimate estimate(std::uint64_t largestStudyBytes) const
    {
        TuneEstimate estimate;
        estimate.trainableParameters = std::llround(m_trainable);
        // Prepared voxels and labels, or in half precision the tokens: regions overlap in few, so
        // that all together have little more than the window.
        estimate.bytesPerStudy = static_cast<std::uint64_t>(2 * (m_whole ? m_voxels : keys()));
        estimate.peakBytes = static_cast<std::uint64_t>(memory(largestStudyBytes));
        const auto perEpoch =
            (static_cast<std::int64_t>(m_studies) + m_recipe.batch - 1) / m_recipe.batch;
        estimate.steps = perEpoch * m_recipe.epochs;
        return estimate;
    }

private:
    void countParameters(std::size_t knownAnatomies)
    {
        const TuneWay way = m_options.way;
        for (const ParameterShape& shape : parameterShapes(m_network)) {
            m_parameters += count(shape.shape);
            if (shape.name == "query_tokens" && way == TuneWay::Queries)
                m_trainable += static_cast<double>(m_network.anatomies.size() - knownAnatomies) *
                               m_network.hidden;
            else if (learns(shape.name, way, knownAnatomies))
                m_trainable += count(shape.shape);
            else if (way == TuneWay::Lora && hasAdapter(shape.name))
                m_trainable +=
                    m_options.loraRank * static_cast<double>(shape.shape[0] + shape.shape[1]);
        }
    }

    /// What regions attend to: numbers of all levels.
    double keys() const
    {
        return m_tokens * static_cast<double>(m_network.levels.size() + 1) * m_network.hidden;
    }

    /// Bytes of what comes and goes with one window: what its stem sees once for each anatomy, and
    /// windows of intensity with what shapes are made of.
    double passing() const
    {
        if (m_network.stem.empty())
            return 0;
        const double anatomies =
            m_network.regionStatistics ? static_cast<double>(m_network.anatomies.size()) : 0;
        return 4 * m_voxels * (m_network.stemInputs() * anatomies / 8 + 8);
    }

    /// Bytes of one window: image, what the stem sees of it, its stages before and after GELU, then
    /// the blocks, all of which differentiation keeps, or one.
    double activations(bool kept) const
    {
        double numbers = 2 * m_voxels;
        if (!m_network.stem.empty())
            numbers += 3 * m_voxels / 8 * m_network.stemInputs();
        double cells = m_voxels / 8;
        for (const int channels : m_network.stem) {
            numbers += 4 * cells * channels;
            cells /= 8;
        }
        const double block = m_tokens * (16.0 * m_network.hidden + 4.0 * m_network.mlp) +
                             3 * m_tokens * m_tokens * m_network.heads;
        return 4 * (numbers + block * (kept ? m_network.layers : 1));
    }

    double memory(std::uint64_t largestStudyBytes) const
    {
        const double samples = std::min<double>(m_recipe.batch, static_cast<double>(m_studies));
        // Keys as read, in fp32, projected to keys and values, and their gradients.
        const double step = samples * (m_whole ? activations(true) : 4 * 6 * keys());
        const double learners = m_options.coTeaching ? 2 : 1; // a peer looks without a gradient
        return 4 * copiesOfParameters * m_parameters +
               4 * learners * copiesOfTrainable * m_trainable +
               copiesOfStudy * static_cast<double>(largestStudyBytes) + passing() +
               activations(false) + heapOfStep * step;
    }

    const NetworkConfig& m_network;
    const TuneOptions& m_options;
    Recipe m_recipe;
    std::size_t m_studies;
    bool m_whole;
    double m_tokens = 1; ///< Of one window.
    double m_voxels = 1;
    double m_parameters = 0;
    double m_trainable = 0;
};

} // namespace

TuneEstimate estimateTune(const ModelManifest& manifest, std::size_t knownAnatomies,
                          const TuneOptions& options, std::size_t trainingStudies,
                          std::uint64_t largestStudyBytes)
{
    return Estimating(manifest, knownAnatomies, options, trainingStudies)
        .estimate(largestStudyBytes);
}

Result<TuneEstimate> estimateTune(const TuneOptions& options, std::size_t trainingStudies,
                                  std::uint64_t largestStudyBytes)
{
    const std::filesystem::path path = options.parentPackage / "model.json";
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return makeError(ErrorCode::ModelNotFound, {options.parentPackage.string()});
    const Result<ModelManifest> parent = manifestFromJson(
        std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()));
    if (!parent)
        return parent.error();
    const Result<ModelManifest> manifest = tunedManifest(*parent, options);
    if (!manifest)
        return manifest.error();
    return estimateTune(*manifest, parent->network.anatomies.size(), options, trainingStudies,
                        largestStudyBytes);
}

} // namespace fovea
