#pragma once

#include "storage/DicomHeader.h"

namespace fovea {

/// Functional groups of one frame of a multi-frame object: its own where it has one, else the
/// shared one. Valid as long as the data set.
class FrameGroups {
public:
    FrameGroups(DcmDataset& data, long frame)
        : m_own(itemAt(data, DCM_PerFrameFunctionalGroupsSequence, frame))
        , m_shared(itemAt(data, DCM_SharedFunctionalGroupsSequence))
    {
    }

    /// First item of the group's sequence, or null.
    DcmItem* group(const DcmTagKey& sequence) const
    {
        DcmItem* found = m_own ? itemAt(*m_own, sequence) : nullptr;
        if (!found && m_shared)
            found = itemAt(*m_shared, sequence);
        return found;
    }

private:
    DcmItem* m_own;
    DcmItem* m_shared;
};

} // namespace fovea
