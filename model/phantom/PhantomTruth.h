#pragma once

#include "model/domain/Anatomy.h"
#include "model/phantom/ReportStyle.h"

#include <cstdint>
#include <string>
#include <vector>

// What a synthetic chest shows: the ground truth that its report, its training labels and its
// truth file are made of.

namespace fovea {

/// One place of a finding.
struct FindingSite {
    std::uint16_t structure = 0; ///< ChestLabel of the lobe it lies in; 0: in none.
    Side side = Side::None;
    float millimetres = 0; ///< Its largest extent; 0: not measured.
};

/// A finding that is really drawn.
struct ShownFinding {
    std::string anatomyId; ///< "lung", "heart", "esophagus", "aorta", "liver"
    std::string findingId; ///< CT-RATE's finding as a key, e.g. "pleural_effusion", or a site's.
    std::string kind;      ///< How it looks, e.g. "centrilobular"; empty where there is one kind.
    double severity = 0;   ///< In (0, 1].
    std::vector<FindingSite> sites; ///< Largest first.

    /// The side of all its sites; None where they are on both or on none.
    Side side() const;
};

/// Something that looks like a finding and is none.
struct NormalVariant {
    std::string id; ///< e.g. "tortuous_aorta"
    FindingSite site;
};

struct PhantomRegionText {
    std::string anatomyId;
    std::string text; ///< Sentences of the report that speak of this anatomy.
};

struct PhantomTruth {
    std::uint64_t seed = 0;
    bool female = false;
    int ageYears = 0;
    bool contrast = false; ///< Intravenous contrast was given.
    std::vector<ShownFinding> findings;
    std::vector<NormalVariant> variants;
    ReportStyle style = ReportStyle::Narrative; ///< Whose words its report is written in.
};

} // namespace fovea
