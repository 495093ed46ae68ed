#pragma once

#include "app/cli/Command.h"
#include "model/domain/Segmentation.h"
#include "model/evaluate/LabelOverlap.h"
#include "model/segment/SegmentOptions.h"

#include <QCoreApplication>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// `segment FILE --chest | --demo | --model DIR [DIR ...] --out FILE [--compare LABELMAP]
/// [--training NAME]
/// [--like NAME] [--step F] [--image-order N] [--half-sums] [--mirror] [--smooth-edges]
/// [--small-pieces MM3] [--structure NAME …] [--coarse DIR]`: segments a volume file
/// with a trained nnU-Net as it is downloaded (zip or folder), with an imported one by its name, or
/// with parts of TotalSegmentator's `total`, or --chest: lungs, airways and body without a network
/// (segmentChest()). --compare then compares the lungs, per side where the other map has sides.
/// --demo: the bundled network, which knows synthetic chests alone and is used for nothing else; it
/// says so.
///
/// `segment --series ID | --all --chest | --model DIR [DIR ...]`: series of the archive, see
/// SegmentArchive.
///
/// --json: {"out", "structures": [{"label", "name", "voxels", "volume_ml", "probability"?,
///  "rim_entropy_bits"?, "dice"?}], "mean_dice"?, "notes": [texts]}. Dice is there with --compare;
///  structures that
/// only the other map has are listed with 0 voxels. Probabilities are there with --model.
class SegmentCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::SegmentCommand)

public:
    SegmentCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    /// What was compared and how far it agrees.
    struct Comparison {
        LabelMapPtr labels; ///< Names what the overlaps are of.
        std::vector<LabelOverlap> overlaps;
    };

    Result<SegmentOptions> options() const;
    /// Whether nothing is said of how a network works.
    bool isPlain() const;
    /// What is wrong with the request as such: BadOption, FileNotWritable.
    Status checkRequest() const;
    /// The map to compare with, laid onto the CT's grid.
    Result<LabelMapPtr> readOther(CommandContext& context, const ImageGeometry& geometry) const;
    Status runOnArchive(CommandContext& context) const;
    void print(CommandContext& context, const LabelMap& labels,
               const std::vector<StructureConfidence>& confidence,
               const std::optional<std::vector<LabelOverlap>>& overlaps) const;

    Result<Segmentation> segmented(CommandContext& context, const Volume& volume,
                                   const SegmentOptions& chosen) const;
    static Result<Segmentation> segmentedBy(CommandContext& context,
                                            const std::vector<std::filesystem::path>& models,
                                            const Volume& volume, const SegmentOptions& chosen);
    Comparison compared(const LabelMapPtr& labels, const LabelMap& other) const;

    std::string m_file;
    std::string m_series;
    bool m_all = false;
    bool m_chest = false;
    bool m_demo = false;
    std::vector<std::string> m_models;
    std::string m_out;
    std::string m_compare;
    std::string m_training;
    std::string m_work = "automatic";
    std::vector<double> m_step;
    std::vector<int> m_imageOrder;
    bool m_halfSums = false;
    bool m_mirroring = false;
    bool m_smoothEdges = false;
    std::vector<double> m_smallPieces;
    std::vector<std::string> m_structures;
    std::string m_coarse;
};

} // namespace fovea
