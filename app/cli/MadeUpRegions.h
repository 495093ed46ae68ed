#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fovea {

/// Unit vectors as the regions of many studies might have them, for measuring a search: vectors
/// without neighbours (uniform noise) would tell nothing.
///
/// One cluster per 500 regions, its centre drawn evenly from the unit sphere. A region is a random
/// centre plus Gaussian noise of length 0.8, made unit: cosines are about 0.6 within a cluster and
/// 0 +- 0.06 between clusters. A query like a region is drawn likewise and not among them. A query
/// like a text is a centre with noise of length 1.6 and a step of length 2 in one direction that
/// all texts share (the gap between modalities): among 10,000,000 regions its 20 best cosines are
/// 0.34 to 0.38.
///
/// The same numbers for the same seed, whatever machine.
class MadeUpRegions {
public:
    MadeUpRegions(std::size_t regions, std::size_t dimension, std::uint64_t seed);

    std::vector<float> region();
    std::vector<float> text();
    std::size_t clusters() const { return m_centres.size() / m_dimension; }

private:
    std::vector<float> drawn(double noise, double gap);
    float normal();
    std::uint64_t next();

    std::size_t m_dimension;
    std::uint64_t m_state;
    std::vector<float> m_gap;
    std::vector<float> m_centres;
};

} // namespace fovea
