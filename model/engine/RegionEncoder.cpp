#include "model/engine/RegionEncoder.h"

#include "model/engine/Batches.h"
#include "model/engine/WindowImage.h"
#include "model/network/toVector.h"

#include <ATen/ops/cat.h>

#include <algorithm>
#include <set>
#include <span>

namespace fovea {
namespace {

RegionEmbedding embed(const InferenceNetwork& network, const PreparedStudy& study,
                      const PreparedRegion& region, const RegionWindow& window,
                      const ImageFeatures& features, std::int64_t sample,
                      std::span<const std::int64_t> tokens)
{
    const Index3 patch = network.config().patch;
    const PooledRegion pooled = network.pool(features, sample, region.anatomyIndex, tokens);

    RegionEmbedding embedding;
    embedding.anatomyId = network.config().anatomies[static_cast<std::size_t>(region.anatomyIndex)];
    embedding.vector = toVector(pooled.vector);
    embedding.tokenGrid = features.grid;
    embedding.attention.assign(static_cast<std::size_t>(features.grid[0]) *
                                   static_cast<std::size_t>(features.grid[1]) *
                                   static_cast<std::size_t>(features.grid[2]),
                               0.0F);
    const std::vector<float> weights = toVector(pooled.attention);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        embedding.attention[static_cast<std::size_t>(tokens[i])] = weights[i];
    embedding.tokenOriginMm = tokenOriginMm(study, window, patch);
    embedding.tokenStepMm = tokenStepMm(study, patch);
    return embedding;
}

} // namespace

std::vector<SharedWindow> sharedWindows(const PreparedStudy& study,
                                        const PreprocessSettings& settings, const Index3& patch)
{
    std::vector<SharedWindow> windows;
    for (std::size_t i = 0; i < study.regions.size(); ++i) {
        const RegionWindow window = regionWindow(study, study.regions[i], settings, patch);
        auto known = std::ranges::find(windows, window, &SharedWindow::window);
        if (known == windows.end())
            known = windows.insert(windows.end(), {window, {}});
        known->regions.push_back(i);
    }
    std::ranges::stable_sort(windows, {}, [](const SharedWindow& w) { return w.window.padded; });
    return windows;
}

struct RegionEncoder::Work {
    const PreparedStudy& study;
    const Progress& progress;
    std::vector<SharedWindow> windows;
    std::vector<RegionEmbedding>& embeddings;
    const RegionVisitor& visit;
};

RegionEncoder::RegionEncoder(std::shared_ptr<const InferenceNetwork> network,
                             std::function<std::shared_ptr<const InferenceNetwork>()> onCpu)
    : m_network(std::move(network))
    , m_makeOnCpu(std::move(onCpu))
{
}

ImagePlace RegionEncoder::imagePlace() const
{
    return m_network->device().is_cpu() ? ImagePlace::Host : ImagePlace::Device;
}

Status RegionEncoder::encode(const Volume& volume, const PreparedStudy& study,
                             const PreprocessSettings& settings, const Progress& progress,
                             StudyAnalysis& analysis, const RegionVisitor& visit)
{
    if (imagePlace() == ImagePlace::Host)
        return encodePrepared(study, settings, progress, analysis, visit);
    return encodeImages(
        [&](at::Device device) { return deviceImage(volume, study, settings, device); }, study,
        settings, progress, analysis, visit);
}

Status RegionEncoder::encodePrepared(const PreparedStudy& study, const PreprocessSettings& settings,
                                     const Progress& progress, StudyAnalysis& analysis,
                                     const RegionVisitor& visit)
{
    return encodeImages([&](at::Device device) { return hostImage(study).to(device); }, study,
                        settings, progress, analysis, visit);
}

Status RegionEncoder::encodeImages(const MakeImage& makeImage, const PreparedStudy& study,
                                   const PreprocessSettings& settings, const Progress& progress,
                                   StudyAnalysis& analysis, const RegionVisitor& visit)
{
    std::vector<RegionEmbedding> embeddings(study.regions.size());
    const Work work{study, progress, sharedWindows(study, settings, network().config().patch),
                    embeddings, visit};
    const std::size_t count = work.windows.size();
    std::size_t done = 0;
    const auto run = [&](const InferenceNetwork& network, std::size_t largest) {
        at::Tensor image;
        const std::size_t from = done;
        const BatchOutcome outcome =
            runBatches(count - from, largest, [&](std::size_t first, std::size_t last) {
                if (!image.defined()) {
                    image = makeImage(network.device());
                    if (network.config().anatomyChannel)
                        image = markedImage(image, study);
                }
                return encodeBatch(network, image, work, from + first, from + last);
            });
        done += outcome.done;
        return outcome;
    };

    const bool onCpu = network().device().is_cpu();
    const BatchOutcome outcome = run(network(), onCpu ? 1 : count);
    if (outcome.stopped)
        return makeError(ErrorCode::Cancelled);
    if (outcome.shrunk)
        analysis.notes.push_back(AnalysisNote::SmallerBatches);
    if (done < count) {
        if (onCpu)
            return makeError(ErrorCode::OutOfMemory, {"network"});
        analysis.notes.push_back(AnalysisNote::CpuInsteadOfGpu);
        if (!m_onCpu)
            m_onCpu = m_makeOnCpu();
        if (run(*m_onCpu, 1).stopped)
            return makeError(ErrorCode::Cancelled);
        if (done < count)
            return makeError(ErrorCode::OutOfMemory, {"network"});
    }
    analysis.embeddings = std::move(embeddings);
    return Done{};
}

bool RegionEncoder::encodeBatch(const InferenceNetwork& network, const at::Tensor& image,
                                const Work& work, std::size_t first, std::size_t last) const
{
    while (first < last) {
        // A batch is of one size; the windows are sorted by it.
        std::size_t end = first;
        std::vector<at::Tensor> images;
        std::vector<std::vector<std::int64_t>> tokens; // of every region of the batch, in turn
        std::set<std::int64_t> all;
        for (; end < last && work.windows[end].window.padded == work.windows[first].window.padded;
             ++end)
        {
            images.push_back(cutWindow(image, work.windows[end].window));
            for (const std::size_t region : work.windows[end].regions) {
                tokens.push_back(regionTokens(work.study, work.windows[end].window,
                                              work.study.regions[region].anatomyIndex,
                                              network.config().patch));
                all.insert(tokens.back().begin(), tokens.back().end());
            }
        }
        // In a batch each window has other tokens, so all are computed.
        std::vector<std::int64_t> wanted;
        if (images.size() == 1)
            wanted.assign(all.begin(), all.end());
        const ImageFeatures features = network.encodeImage(
            images.size() == 1 ? images.front() : at::cat(images),
            [&] { return work.progress.cancelled(); }, wanted);
        if (features.levels.empty())
            return false;
        auto its = tokens.begin();
        for (std::size_t i = first; i < end; ++i) {
            for (const std::size_t region : work.windows[i].regions) {
                const std::vector<std::int64_t>& own = *its++;
                const PreparedRegion& prepared = work.study.regions[region];
                const auto sample = static_cast<std::int64_t>(i - first);
                work.embeddings[region] = embed(network, work.study, prepared,
                                                work.windows[i].window, features, sample, own);
                if (work.visit)
                    work.visit({network, work.embeddings[region], prepared.anatomyIndex, features,
                                sample, own});
            }
        }
        work.progress.report(static_cast<double>(end) / static_cast<double>(work.windows.size()));
        first = end;
    }
    return true;
}

} // namespace fovea
