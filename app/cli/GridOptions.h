#pragma once

#include "app/cli/CommandParser.h"
#include "model/phantom/PhantomSource.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// --matrix N, or --size I J K and --spacing X Y Z (mm): how finely phantoms are sampled. Without
/// --size and --spacing each phantom has a protocol of its own (sampleScan()).
struct GridOptions {
    int matrix = 0;
    std::vector<int> size;
    std::vector<double> spacingMm;

    /// `detail` is that of protocols without --matrix. This object outlives the parser.
    void declare(CommandParser& parser, const ScanDetail& detail);
    PhantomSampling sampling() const;
    /// The grid of one phantom.
    PhantomGrid grid(std::uint64_t seed) const;
    /// BadOption where only one of --size and --spacing is given.
    Status check() const;

private:
    double m_thinnestSliceMm = 0;
};

} // namespace fovea
