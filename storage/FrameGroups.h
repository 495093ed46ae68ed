#pragma once

#include "storage/DicomHeader.h"

#include <vector>

namespace fovea {

/// Functional groups of the frames of a multi-frame object: a frame's own group where it has one,
/// else the shared one. Valid as long as the data set.
class FrameGroups {
public:
    /// Takes all items of the per-frame sequence at once: DCMTK finds one by walking to it, which
    /// for tens of thousands of frames is seconds.
    explicit FrameGroups(DcmDataset& data)
        : m_shared(itemAt(data, DCM_SharedFunctionalGroupsSequence))
    {
        DcmSequenceOfItems* sequence = nullptr;
        if (data.findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, sequence).bad() ||
            !sequence)
            return;
        m_own.reserve(sequence->card());
        for (DcmObject* item = sequence->nextInContainer(nullptr); item;
             item = sequence->nextInContainer(item))
            m_own.push_back(static_cast<DcmItem*>(item));
    }

    /// First item of the group's sequence, or null.
    DcmItem* group(std::size_t frame, const DcmTagKey& sequence) const
    {
        DcmItem* found = frame < m_own.size() ? itemAt(*m_own[frame], sequence) : nullptr;
        if (!found && m_shared)
            found = itemAt(*m_shared, sequence);
        return found;
    }

private:
    std::vector<DcmItem*> m_own;
    DcmItem* m_shared;
};

} // namespace fovea
