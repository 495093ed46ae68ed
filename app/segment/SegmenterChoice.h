#pragma once

#include "app/segment/ExternalUse.h"
#include "app/work/segmentSeries.h"
#include "model/domain/Anatomy.h"

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

// What can segment on this computer, for window and command line.

namespace fovea {

struct SegmenterChoice {
    enum class Kind {
        Chest,   ///< Lungs, airways and body, without a network.
        Network, ///< One nnU-Net, or several parts of TotalSegmentator's `total`.
        External ///< TotalSegmentator of this computer.
    };
    Kind kind = Kind::Chest;
    /// By which it is remembered: "chest", "network:<folder's name>", "total", "total-analyzed",
    /// "external", "external-fast".
    std::string id;
    std::vector<std::filesystem::path> folders; ///< Of networks.
    /// Ids of the anatomies whose structures alone are wanted: networks without any of them are not
    /// run. Empty: all that the networks know.
    std::vector<std::string> anatomies;
    /// Of a network that finds those roughly first (SegmentOptions::coarseModel); empty: none.
    std::filesystem::path coarse;

    bool operator==(const SegmenterChoice&) const = default;
};

/// The one without a network, the imported networks by name, parts of `total` together where there
/// are several (all they know, and the structures of `analyzed` alone: anatomies that the model in
/// use looks at), and what `external` says. Looks at names of folders alone.
std::vector<SegmenterChoice> segmenterChoices(const std::filesystem::path& modelsFolder,
                                              ExternalUse external,
                                              const std::vector<std::string>& analyzed);

/// One nnU-Net's folder, wherever it is.
SegmenterChoice networkChoice(const std::filesystem::path& folder);

/// What a person reads of it in a menu, behind "with".
QString segmenterName(const SegmenterChoice& choice);

/// Ready to segment; reads a network's files for its fingerprint. `library`: path of
/// libfovea_model.so, which networks need. `catalog` outlives the segmenter. Off the GUI thread, a
/// network's on the inference thread. ModelNotFound, FileNotReadable, BadOption (TotalSegmentator
/// is not on the PATH), Cancelled.
Result<Segmenter> makeSegmenter(const SegmenterChoice& choice, const std::filesystem::path& library,
                                const AnatomyCatalog& catalog, const Progress& progress);

} // namespace fovea
