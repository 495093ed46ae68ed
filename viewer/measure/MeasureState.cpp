#include "viewer/measure/MeasureState.h"

#include <utility>

namespace fovea {

void MeasureState::setEditor(std::function<void(const MeasureChange&)> editor)
{
    m_editor = std::move(editor);
}

void MeasureState::edit(const MeasureChange& change)
{
    if (m_editor)
        m_editor(change);
    else
        apply(change);
}

void MeasureState::apply(const MeasureChange& change)
{
    measures.set(changed(measures.get(), change));
    if (!change.after) {
        m_known.erase(change.uid());
        if (selected.get() == change.uid())
            selected.set({});
    }
}

void MeasureState::removeSelected()
{
    if (const Measure* measure = findMeasure(measures.get(), selected.get()))
        edit({*measure, std::nullopt});
}

void MeasureState::show(MeasureList list, const std::string& frameOfReference)
{
    draft.set(std::nullopt);
    selected.set({});
    m_known.clear();
    frameOfReferenceUid = frameOfReference;
    measures.set(std::move(list));
}

const MeasureValues& MeasureState::values(const Measure& measure, const VolumePtr& volume) const
{
    Known& known = m_known[measure.uid];
    if (known.volume.lock() != volume || known.measure != measure || known.measure.uid.empty())
        known = {measure, volume, volume ? measureValues(measure, *volume) : MeasureValues()};
    return known.values;
}

} // namespace fovea
