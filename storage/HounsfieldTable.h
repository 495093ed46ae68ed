#pragma once

#include "storage/DicomScanner.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fovea {

/// Stored value → HU for every 16-bit stored value of one frame, built once per rescale: converting
/// a slice is then a lookup per voxel. The rules are those of readSeries().
class HounsfieldTable {
public:
    /// False where `frame` and `instance` rescale differently from what the table holds.
    bool isFor(const ScannedInstance& instance, const ScannedFrame& frame) const;
    void build(const ScannedInstance& instance, const ScannedFrame& frame);

    struct Outcome {
        int paddingReplaced = 0;
        bool outOfRange = false; ///< A value beyond int16; `to` is meaningless then.
    };
    /// T: std::uint8_t, std::int8_t, std::uint16_t or std::int16_t. Sizes must match.
    template <typename T> Outcome convert(std::span<const T> from, std::span<std::int16_t> to) const
    {
        std::uint32_t seen = 0;
        int replaced = 0;
        for (std::size_t i = 0; i < from.size(); ++i) {
            const std::uint32_t entry =
                m_entries[static_cast<std::uint16_t>(static_cast<int>(from[i]))];
            to[i] = static_cast<std::int16_t>(entry & 0xFFFFu);
            seen |= entry;
            replaced += static_cast<int>((entry & paddingReplacedBit) != 0);
        }
        return {replaced, (seen & outOfRangeBit) != 0};
    }

private:
    static constexpr std::uint32_t outOfRangeBit = 1u << 16;
    static constexpr std::uint32_t paddingReplacedBit = 1u << 17;

    std::uint32_t entryFor(int stored) const;

    std::vector<std::uint32_t> m_entries; ///< HU in the low 16 bits, then the flags.
    double m_slope = 0;
    double m_intercept = 0;
    bool m_signed = false;
    std::optional<int> m_padding;
    std::optional<int> m_paddingLimit;
};

} // namespace fovea
