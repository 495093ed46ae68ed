#pragma once

#include "model/evaluate/Interval.h"

namespace fovea {

/// Of so many attempts so many succeeded.
struct HitRate {
    int hits = 0;
    int count = 0;

    void add(bool hit)
    {
        hits += hit ? 1 : 0;
        ++count;
    }
    /// hits / count; 0 where nothing was tried.
    double rate() const;
    /// Wilson's score interval at 95 % (Wilson, JASA 1927; Brown, Cai & DasGupta, "Interval
    /// Estimation for a Binomial Proportion", Statistical Science 2001), without continuity
    /// correction. [0, 1] where nothing was tried.
    Interval interval() const;
};

} // namespace fovea
