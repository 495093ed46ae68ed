#pragma once

#include "model/domain/Measure.h"
#include "model/domain/MeasureValues.h"
#include "model/domain/Property.h"
#include "model/domain/Volume.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace fovea {

/// The measures of the open study and what is being done with them; what the tool over the slices,
/// the panel and the menus share. Made and held by app/. GUI thread only.
class MeasureState {
public:
    MeasureState() = default;
    MeasureState(const MeasureState&) = delete;
    MeasureState& operator=(const MeasureState&) = delete;

    /// Settled ones only; changed once per gesture.
    Property<MeasureList> measures;
    /// The one being drawn, moved or reshaped right now: shown instead of the one with its uid. May
    /// lack points as yet.
    Property<std::optional<Measure>> draft;
    Property<std::string> selected; ///< uid; empty: none.
    /// What the next press on a slice begins; empty: presses select and move.
    Property<std::optional<MeasureKind>> tool;
    Property<bool> visible{true};
    /// Of the open series; new measures get it.
    std::string frameOfReferenceUid;

    /// Whoever is to carry changes out instead of apply(), e.g. with a way back (undo); it ends in
    /// apply(). Empty: none.
    void setEditor(std::function<void(const MeasureChange&)> editor);
    /// A reader's change, through the editor.
    void edit(const MeasureChange& change);
    /// Into the list, no questions asked.
    void apply(const MeasureChange& change);
    void removeSelected();

    /// Another study or none: everything goes but the tool.
    void show(MeasureList list, const std::string& frameOfReference);

    /// Of measure on volume, computed once for as long as both stay the same.
    const MeasureValues& values(const Measure& measure, const VolumePtr& volume) const;

private:
    struct Known {
        Measure measure;
        std::weak_ptr<const Volume> volume;
        MeasureValues values;
    };
    std::function<void(const MeasureChange&)> m_editor;
    mutable std::map<std::string, Known> m_known;
};

} // namespace fovea
