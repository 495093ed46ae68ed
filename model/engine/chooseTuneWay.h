#pragma once

#include "model/engine/TuneWay.h"

#include <cstddef>

// Standard C++ only.

namespace fovea {

/// What the model does not know yet.
struct TuneNews {
    bool anatomies = false;
    bool findings = false;
};

/// Studies below which fewer parameters do better. Rules of thumb: heads are linear maps, so that
/// some dozens of studies tell something about them; adapters and encoders see voxels, and learn a
/// small set by heart.
///
/// What is measured of them (`fovea-cli tune compare`, demo model, another site's synthetic chests,
/// 100 of them judging): with 200 studies calibration alone takes the calibration error from 0.135
/// to 0.072 and leaves every AUC; heads take it to 0.084, the AUC of the 7 shifted findings from
/// 0.771 to 0.844 and that of new ones to 0.885, and lose 0.005 on the benchmark. With 50 studies,
/// 40 of which are learnt from, heads reach 0.822 (new 0.757), with an error of 0.098, and lose
/// 0.004. With 20, 16 of which are learnt from, they reach 0.795 (new 0.742) and lose 0.009, but
/// are refused. Calibration alone changes nothing with 50 or fewer, since no finding has the 20
/// cases of each class that it needs. Adapters with 50 reach 0.814 (new 0.798), with 200 0.818 (new
/// 0.937). Everything with 20 makes the shifted ones worse (0.753), with 50 it reaches 0.794 (new
/// 0.814), with 200 0.811 (new 0.959), and loses 0.012 on the benchmark with 20 and with 200, for
/// which it is refused. Above 200 nothing is measured.
inline constexpr std::size_t CasesForHeads = 40;
inline constexpr std::size_t CasesForLora = 600;
inline constexpr std::size_t CasesForAll = 5000;

/// The way for a number of training studies, validation not counted. What is new cannot be had by
/// calibration, however few studies there are: a new anatomy needs a query, a new finding on a
/// known anatomy needs its heads.
inline TuneWay chooseTuneWay(std::size_t trainingStudies, const TuneNews& news)
{
    if (trainingStudies >= CasesForAll)
        return TuneWay::All;
    if (trainingStudies >= CasesForLora)
        return TuneWay::Lora;
    if (trainingStudies >= CasesForHeads || news.findings)
        return TuneWay::Heads;
    return news.anatomies ? TuneWay::Queries : TuneWay::Calibration;
}

} // namespace fovea
