#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"
#include "model/engine/SegmentBench.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace fovea {

/// `bench segment [--model DIR] [--size D H W]`: the sliding window over a made-up image in the
/// reference's order of work and in ours, each in a process of its own, one after the other, so
/// that the memory of each is known; and how many voxels are labelled as the reference labels them
/// with sums in fp32.
///
/// Such a process is this program with --way NAME --labels FILE, which takes the labels, 16 bits
/// each, and prints its numbers as JSON.
class SegmentBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::SegmentBench)

public:
    struct Options {
        std::string model;
        std::vector<int> size; ///< D, H, W; empty: the usual.
        std::string way;       ///< Not empty: this is such a process.
        std::string labels;
    };
    struct Way {
        std::string name; ///< "reference", "full" or "ours".
        double seconds = 0.0;
        double processorSeconds = 0.0;
        double peakBytes = 0.0;
        double equalVoxels = 0.0; ///< Share of those that "full" labels alike.
    };
    struct Report {
        std::string processor;
        std::string torchVersion;
        int threads = 0;
        int windows = 0;
        std::vector<Way> ways;
    };

    /// All ways. BadOption, Cancelled, and what a way says.
    static Result<Report> run(CommandContext& context, const Options& options);
    /// One way, in this process.
    static Status runWay(CommandContext& context, const Options& options);
    static nlohmann::json json(const Report& report);
    static QString text(const Report& report);
};

} // namespace fovea
