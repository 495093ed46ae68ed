#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace fovea {

/// `bench import [--files N] [--folder DIR]`: how fast many small files get into the archive. Makes
/// them (writeManyImages()) in a temporary folder and times, one after the other over files that
/// are all in the system's cache:
/// - DCMTK parsing them as its dcmdump does, on one thread and on two, and with all values read;
/// - finding and scanning them, and taking them into an archive that refers to them, into one that
///   copies them, and into that one again.
/// Also how much memory scanning and taking took at its peak.
class ImportBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::ImportBench)

public:
    struct Options {
        int files = 20'000;
        std::string folder; ///< Where files and archive are put meanwhile; empty: the system's.
    };
    struct Peer {
        std::string name;
        int threads = 1;
        double seconds = 0.0;
    };
    struct Report {
        int files = 0;
        double bytes = 0.0;
        double scanSeconds = 0.0;
        double referSeconds = 0.0; ///< Without the scan, as the next two.
        double copySeconds = 0.0;
        double againSeconds = 0.0;
        int taken = 0;
        int takenAgain = 0;
        double peakBytes = 0.0; ///< Resident memory above what there was before; 0: not known.
        std::vector<Peer> peers;
    };

    static Result<Report> run(CommandContext& context, const Options& options);
    static nlohmann::json json(const Report& report);
    static QString text(const Report& report);
};

} // namespace fovea
