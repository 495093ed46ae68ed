#pragma once

#include "app/cli/CommandContext.h"
#include "app/segment/SegmenterChoice.h"

#include <QCoreApplication>

#include <string>

namespace fovea {

/// `segment --series ID | --all`: series of the archive, segmented and kept as the window does
/// (segmentSeries()): what the same segmenter has made before is not made again.
///
/// --json: {"segmenter", "fingerprint", "results": [{"series_id", "label_map_id", "stored",
///   "structures": [{"label", "name", "voxels", "volume_ml", "probability", "rim_entropy_bits"}]}],
///   "failed": [{"series_id", "reason"}]}. "stored": it was there already. Probabilities are null
/// where the segmenter does not know them.
class SegmentArchive {
    Q_DECLARE_TR_FUNCTIONS(fovea::SegmentArchive)

public:
    struct Request {
        std::string series; ///< Id or SeriesInstanceUID; empty: every CT without segmentation.
        SegmenterChoice choice;
    };

    /// Of --all, a series that fails is said and the others go on; the last failure is what comes
    /// back. Errors: those of the archive, makeSegmenter() and segmentSeries(); Cancelled within
    /// one window, with nothing of that series stored.
    static Status run(CommandContext& context, const Request& request);
};

} // namespace fovea
