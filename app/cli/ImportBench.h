#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <limits>
#include <string>
#include <vector>

namespace fovea {

/// `bench import [--files N] [--matrix N] [--rounds N] [--folder DIR]`: how fast many files get
/// into the archive. Makes them (writeManyImages()) in a temporary folder, has everybody read them
/// once so that all are in the system's cache, and times in each round, in this order:
/// - DCMTK parsing them as its dcmdump does, on one thread and on two, and with all values read, in
///   the order of their names; it is told their names;
/// - finding, sorting and scanning them, and taking them into an empty archive that refers to them,
///   into one that copies them, and into that one again.
/// The fastest of each over all rounds counts, with the processor time that it took. Also how much
/// memory scanning and taking took at its peak.
class ImportBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::ImportBench)

public:
    struct Options {
        int files = 20'000;
        int matrixSize = 32; ///< Rows and columns; 512 makes the 525 kB of a real slice.
        int rounds = 3;
        std::string folder; ///< Where files and archive are put meanwhile; empty: the system's.
    };
    /// Of the fastest round.
    struct Time {
        double seconds = std::numeric_limits<double>::infinity();
        double processorSeconds = 0.0; ///< Of all threads, the system's work for them included.
    };
    struct Peer {
        std::string name;
        int threads = 1;
        Time time;
    };
    struct Report {
        int files = 0;
        double bytes = 0.0;
        Time scan;
        Time refer; ///< Without the scan, as the next two.
        Time copy;
        Time again;
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
