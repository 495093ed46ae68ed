#include "model/bench/BenchRates.h"

#include "model/bench/fastestOf.h"

#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>

#include <algorithm>

namespace fovea {

double encoderOperations(const NetworkConfig& config, int tokens)
{
    const double rows = tokens;
    const double hidden = config.hidden;
    const double linears = 2.0 * rows * hidden * (4.0 * hidden + 2.0 * config.mlp);
    const double attention = 4.0 * rows * rows * hidden;
    return 2.0 * rows * hidden * config.patchVoxels() + config.layers * (linears + attention);
}

BenchRate benchRate(const InferenceNetwork& network, const char* name, int rounds)
{
    const NetworkConfig& config = network.config();
    BenchRate rate;
    rate.name = name;
    const std::int64_t tokens = config.gridTokens();
    const at::ScalarType type = scalarType(network.precision());
    const std::int64_t hidden = config.hidden;
    for (const auto& [in, out] :
         {std::pair{hidden, 3 * hidden}, {hidden, std::int64_t{config.mlp}}})
    {
        const PackedLinear linear(at::randn({out, in}), at::randn({out}), network.precision(),
                                  tokens);
        const at::Tensor x = at::randn({tokens, in}).to(type);
        const double seconds = fastestOf(5 * rounds, [&] { linear(x); });
        rate.productGflops = std::max(rate.productGflops,
                                      2.0 * static_cast<double>(tokens * in * out) / seconds / 1e9);
    }
    const at::Tensor image =
        at::rand({1, 1, config.grid[0] * config.patch[0], config.grid[1] * config.patch[1],
                  config.grid[2] * config.patch[2]});
    rate.secondsPerPass = fastestOf(rounds, [&] { network.encodeImage(image); });
    rate.encoderGflops = encoderOperations(config, config.gridTokens()) / rate.secondsPerPass / 1e9;
    return rate;
}

} // namespace fovea
