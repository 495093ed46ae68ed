#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/phantom/ChestParameters.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fovea {

/// What the scanner adds to a plane of tissue: the table, the reconstruction kernel's blur or
/// sharpening, and quantum noise correlated by the kernel, stronger where the shoulders take the
/// photons. Immutable; keeps a reference to the geometry.
class ScanEffects {
public:
    ScanEffects(const ChestParameters& parameters, const ImageGeometry& geometry, float pixelMm);

    struct Buffers {
        std::vector<float> noise, scratch, copy;
    };

    /// `hu` is one slice, i fastest; `z` its height in the reference adult. A slice's noise depends
    /// on its index alone.
    void apply(int k, float z, std::vector<float>& hu, std::span<const std::uint16_t> labels,
               Buffers& buffers) const;

private:
    void drawTable(std::vector<float>& hu, std::span<const std::uint16_t> labels) const;
    void filter(std::vector<float>& hu, Buffers& buffers) const;
    void addNoise(int k, float z, std::vector<float>& hu, Buffers& buffers) const;
    /// A separable three-point filter: `centre` and the rest halved to both sides.
    void blur(std::vector<float>& plane, std::vector<float>& scratch, float centre) const;

    ChestParameters m_parameters;
    const ImageGeometry& m_geometry;
    float m_pixelMm;
    float m_tableY;  ///< Scanner mm.
    bool m_roundFov; ///< Nothing is reconstructed outside the circle.
};

} // namespace fovea
