#pragma once

#include "model/phantom/PhantomTruth.h"
#include "model/phantom/PhrasesGrammar.h"

#include <string>
#include <vector>

namespace fovea {

/// Left or right where all sites are on that side, None otherwise.
Side commonSide(const std::vector<FindingSite>& sites);

/// A pattern for where the lung is affected: "in the right lower lobe", "in both lungs, most
/// pronounced in the left upper lobe". Empty without sites.
std::string lungPlace(const std::vector<FindingSite>& sites);

/// The same without the place that is affected most: "in both lungs".
std::string shortLungPlace(const std::vector<FindingSite>& sites);

/// A pattern for a finding of the pleura: "on the left", "bilaterally". Empty if no side is known.
std::string pleuralPlace(const std::vector<FindingSite>& sites);

/// An adjective: "left", "right-sided", "bilateral". Empty if no side is known.
std::string sideAdjective(const std::vector<FindingSite>& sites);

/// A pattern of a length: "12 mm" or, from 10 mm on, "1.2 cm" as well. Empty for 0.
std::string length(float millimetres);

} // namespace fovea
