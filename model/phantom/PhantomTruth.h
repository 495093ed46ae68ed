#pragma once

#include "model/domain/Anatomy.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// One place of a finding.
struct FindingSite {
    std::uint16_t structure = 0; ///< ChestLabel of the lobe; 0: none.
    Side side = Side::None;
    float millimetres = 0; ///< Largest extent; 0: not measured.
};

/// A finding that the images show.
struct ShownFinding {
    std::string anatomyId;
    std::string findingId;
    std::string kind;
    double severity = 0;            ///< In (0, 1].
    std::vector<FindingSite> sites; ///< Largest first.
};

/// A look-alike that is no finding.
struct NormalVariant {
    std::string id;
    FindingSite site;
};

/// What a synthetic chest shows, exactly.
struct PhantomTruth {
    std::uint64_t seed = 0;
    bool female = false;
    int ageYears = 0;
    bool contrast = false;
    std::vector<ShownFinding> findings;
    std::vector<NormalVariant> variants;
};

} // namespace fovea
