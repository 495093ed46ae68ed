#pragma once

#include "app/cli/CommandParser.h"
#include "model/phantom/PhantomSource.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// --matrix N, or --size I J K and --spacing X Y Z (mm): how finely phantoms are sampled. Without
/// --size and --spacing each phantom has a protocol of its own (sampleScan()). --site NAME: whose
/// phantoms they are (PhantomSite).
struct GridOptions {
    int matrix = 0;
    std::vector<int> size;
    std::vector<double> spacingMm;
    std::string siteId = PhantomSite::reference().id;

    /// `detail` is that of protocols without --matrix. This object outlives the parser.
    void declare(CommandParser& parser, const ScanDetail& detail);
    /// At the reference where check() refuses the site.
    PhantomSampling sampling() const;
    PhantomSite site() const { return sampling().site; }
    /// The grid of one phantom.
    PhantomGrid grid(std::uint64_t seed) const;
    /// BadOption where only one of --size and --spacing is given, or the site is none.
    Status check() const;

private:
    double m_thinnestSliceMm = 0;
};

} // namespace fovea
