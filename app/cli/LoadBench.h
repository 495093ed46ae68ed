#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace fovea {

/// `bench load [--slices N] [--rounds N]`: how long opening a series takes. Makes a series of
/// 512 x 512 slices (noise, native pixels) and an archive that refers to it, both in a temporary
/// folder, and times, in turns so that all find the files in the system's cache:
/// - the first slice: opening the database to a Volume that can be shown;
/// - the whole series: the same for all slices, in Hounsfield units, checked and sorted;
/// - DCMTK reading the same pixels alone (readPixelsWithDcmtkAlone());
/// - dicomtonifti (vtk-dicom) and plastimatch where they are installed. These also write what they
///   read, into memory where /dev/shm is there.
/// The fastest of the rounds counts. Also how much memory the whole series took at its peak.
class LoadBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::LoadBench)

public:
    struct Peer {
        std::string name;
        double seconds = 0.0;
    };
    struct Report {
        int slices = 0;
        double pixelBytes = 0.0;
        double firstSliceSeconds = 0.0;
        double seriesSeconds = 0.0;
        double peakBytes = 0.0; ///< Resident memory above what there was before; 0: not known.
        std::vector<Peer> peers;
        std::vector<std::string> missing; ///< Programs that are not installed.
    };

    static Result<Report> run(CommandContext& context, int slices, int rounds);
    static nlohmann::json json(const Report& report);
    static QString text(const Report& report);
};

} // namespace fovea
