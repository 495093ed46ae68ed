#include "model/phantom/PhantomTruth.h"

namespace fovea {

Side ShownFinding::side() const
{
    Side common = Side::None;
    for (const FindingSite& site : sites) {
        if (site.side == Side::None || (common != Side::None && site.side != common))
            return Side::None;
        common = site.side;
    }
    return common;
}

} // namespace fovea
