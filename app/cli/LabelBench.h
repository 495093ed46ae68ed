#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace fovea {

/// `bench labels [--slices N] [--rounds N] [--folder DIR]`: how long a DICOM SEG of 117 structures
/// on slices of 512 x 512 takes to become a label map. Makes one in a temporary folder (binary, a
/// frame per structure and slice that has any of it) and times, in turns so that all find the file
/// in the system's cache:
/// - readLabelMap();
/// - DCMTK's DcmFileFormat::loadFile() of the file, as dcmdump does and with all values read.
/// The fastest of the rounds counts. Also how much memory reading took at its peak.
class LabelBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::LabelBench)

public:
    struct Options {
        int slices = 600;
        int rounds = 3;
        std::string folder; ///< Empty: the system's.
    };
    struct Report {
        int slices = 0;
        int structures = 0;
        double fileBytes = 0.0;
        double mapBytes = 0.0; ///< One label map, 16 bits a voxel.
        double seconds = 0.0;
        double dcmtkSeconds = 0.0;
        double dcmtkAllSeconds = 0.0;
        double peakBytes = 0.0; ///< Resident memory above what there was before; 0: not known.
        double differing = 0.0; ///< Voxels that came out otherwise than they were written.
    };

    static Result<Report> run(CommandContext& context, const Options& options);
    static nlohmann::json json(const Report& report);
    static QString text(const Report& report);
};

} // namespace fovea
