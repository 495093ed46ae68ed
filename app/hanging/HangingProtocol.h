#pragma once

#include "app/hanging/BodyPart.h"
#include "app/views/Layout.h"
#include "viewer/WindowPreset.h"
#include "viewer/slice/Slab.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fovea {

/// Which series a protocol is for. What is empty asks for nothing.
struct HangingCondition {
    std::string modality;           ///< As (0008,0060) has it: "CT".
    std::set<BodyPart> bodyParts;   ///< The series shows one of them.
    std::vector<std::string> words; ///< The series description contains one of them.
    std::optional<bool> hasPrior;   ///< There is a series to compare with (chooseSeries()).
    std::optional<SliceOrientation> acquired; ///< Plane of the series' own slices.

    bool operator==(const HangingCondition&) const = default;
};

/// What one pane of the layout shows. What is empty stays as it is.
struct HangingPane {
    View view = View::Axial;
    std::optional<WindowLevel> window; ///< Of slices only.
    std::optional<Slab> slab;          ///< Of slices only; thin slices have SlabMode::Off.

    bool operator==(const HangingPane&) const = default;
};

/// How a series is hung: a rule of which series it is for, and what the window then shows.
struct HangingProtocol {
    std::string name; ///< For people; never empty.
    HangingCondition when;
    std::string layout;             ///< Id of a Layout; empty: stays as it is.
    std::vector<HangingPane> panes; ///< The first pane, the second, … Each view at most once.
    std::optional<bool> overlay;    ///< Anatomy and AI over the images.
    bool compareWithPrior = false;  ///< Where there is one.

    bool operator==(const HangingProtocol&) const = default;
};

} // namespace fovea
