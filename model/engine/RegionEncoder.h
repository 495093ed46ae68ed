#pragma once

#include "model/domain/Analysis.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/network/InferenceNetwork.h"
#include "model/preprocess/PreparedStudy.h"
#include "model/preprocess/RegionWindow.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace fovea {

/// One pass of the image encoder: a window and the regions (positions in PreparedStudy::regions)
/// that it serves.
struct SharedWindow {
    RegionWindow window;
    std::vector<std::size_t> regions;
};

/// The windows of a study's regions, each once, those of equal size side by side.
std::vector<SharedWindow> sharedWindows(const PreparedStudy& study,
                                        const PreprocessSettings& settings, const Index3& patch);

/// A region that was just embedded, with the features it was pooled from. Valid during the call.
struct EncodedRegion {
    const InferenceNetwork& network; ///< The one that made the features.
    const RegionEmbedding& embedding;
    int anatomyIndex;
    const ImageFeatures& features;
    std::int64_t sample;
    std::span<const std::int64_t> tokens;
};

/// Hears of every region. Throws nothing but c10::Error; heard again of a region whose batch had to
/// be repeated.
using RegionVisitor = std::function<void(const EncodedRegion&)>;

/// Turns the regions of a prepared study into embeddings: one encoder pass per distinct window; on
/// a GPU, windows of equal size in one batch. Where the GPU's memory does not do, batches get
/// smaller, and what does not fit alone is done on the CPU; the analysis says so.
///
/// Call from one thread at a time, under c10::InferenceMode. Throws c10::Error.
class RegionEncoder {
public:
    /// `onCpu` makes the network that takes over from a GPU; asked for at most once.
    RegionEncoder(std::shared_ptr<const InferenceNetwork> network,
                  std::function<std::shared_ptr<const InferenceNetwork>()> onCpu);

    const InferenceNetwork& network() const { return *m_network; }
    /// Where prepareStudy() should leave the image.
    ImagePlace imagePlace() const;

    /// Adds embeddings, in the order of the study's regions, and notes to the analysis. Cancelled
    /// within one block of the network.
    Status encode(const Volume& volume, const PreparedStudy& study,
                  const PreprocessSettings& settings, const Progress& progress,
                  StudyAnalysis& analysis, const RegionVisitor& visit = {});
    /// The same for a study whose image was prepared on the host.
    Status encodePrepared(const PreparedStudy& study, const PreprocessSettings& settings,
                          const Progress& progress, StudyAnalysis& analysis,
                          const RegionVisitor& visit = {});

private:
    struct Work;
    using MakeImage = std::function<at::Tensor(at::Device)>;

    Status encodeImages(const MakeImage& makeImage, const PreparedStudy& study,
                        const PreprocessSettings& settings, const Progress& progress,
                        StudyAnalysis& analysis, const RegionVisitor& visit);

    bool encodeBatch(const InferenceNetwork& network, const at::Tensor& image, const Work& work,
                     std::size_t first, std::size_t last) const;

    std::shared_ptr<const InferenceNetwork> m_network;
    std::function<std::shared_ptr<const InferenceNetwork>()> m_makeOnCpu;
    std::shared_ptr<const InferenceNetwork> m_onCpu;
};

} // namespace fovea
