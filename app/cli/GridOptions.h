#pragma once

#include "app/cli/CommandParser.h"
#include "model/phantom/Phantom.h"

#include <vector>

namespace fovea {

/// --size I J K and --spacing X Y Z (mm): how finely phantoms are sampled.
struct GridOptions {
    std::vector<int> size;
    std::vector<double> spacingMm;

    /// The options' defaults are `grid`. This object outlives the parser.
    void declare(CommandParser& parser, const PhantomGrid& grid);
    PhantomGrid grid() const;
};

} // namespace fovea
