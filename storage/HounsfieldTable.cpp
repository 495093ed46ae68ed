#include "storage/HounsfieldTable.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fovea {

namespace {

constexpr double airHu = -1024.0;

} // namespace

bool HounsfieldTable::isFor(const ScannedInstance& instance, const ScannedFrame& frame) const
{
    return !m_entries.empty() && m_slope == frame.rescaleSlope &&
           m_intercept == frame.rescaleIntercept && m_signed == instance.signedPixels &&
           m_padding == instance.paddingValue && m_paddingLimit == instance.paddingRangeLimit;
}

void HounsfieldTable::build(const ScannedInstance& instance, const ScannedFrame& frame)
{
    m_slope = frame.rescaleSlope;
    m_intercept = frame.rescaleIntercept;
    m_signed = instance.signedPixels;
    m_padding = instance.paddingValue;
    m_paddingLimit = instance.paddingRangeLimit;
    m_entries.resize(65536);
    for (int bits = 0; bits < 65536; ++bits) {
        const int stored =
            m_signed ? static_cast<std::int16_t>(static_cast<std::uint16_t>(bits)) : bits;
        m_entries[static_cast<std::size_t>(bits)] = entryFor(stored);
    }
}

std::uint32_t HounsfieldTable::entryFor(int stored) const
{
    constexpr double lowest = std::numeric_limits<std::int16_t>::min();
    constexpr double highest = std::numeric_limits<std::int16_t>::max();
    double hu = std::round(m_slope * stored + m_intercept);
    std::uint32_t flags = 0;
    bool padding = false;
    if (m_padding) {
        const int limit = m_paddingLimit.value_or(*m_padding);
        padding = stored >= std::min(*m_padding, limit) && stored <= std::max(*m_padding, limit);
    }
    if (padding) {
        if (hu > airHu)
            flags |= paddingReplacedBit;
        hu = std::clamp(hu, lowest, airHu);
    } else if (hu < lowest || hu > highest) {
        flags |= outOfRangeBit;
        hu = 0;
    }
    const auto value = static_cast<std::int16_t>(hu);
    return static_cast<std::uint16_t>(value) | flags;
}

} // namespace fovea
