#pragma once

#include "model/phantom/ReportStyle.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// Where synthetic chests come from: its scanner, its patients, and who writes its reports. What a
/// model learnt at one site is put to the test at another.
///
/// A patient's build, breathing, contrast and normal variants do not depend on the site, and a
/// finding that two sites share is drawn in the same places.
struct PhantomSite {
    std::string id = "reference"; ///< Lower case, one word: in options and folder names.

    double noiseFactor = 1;   ///< On the quantum noise of the reference's scanners.
    double sharpShare = 0.35; ///< How many scans are reconstructed with a sharp kernel.
    float edgeGain = 0;       ///< Overshoot of sharp kernels at edges; 0: none.
    /// HU that aerated lung is denser than the reference's, where patients cannot breathe in deeply
    /// (-850 HU in inspiration, about -700 in expiration).
    float lungHuShift = 0;
    ReportStyle style = ReportStyle::Narrative;

    /// Factors on the chance of a finding, by its id; of those that are missing: 1.
    std::map<std::string, double, std::less<>> prevalence;
    /// Chances of findings that the reference never shows, and whose words only
    /// ReportStyle::Structured has. 0: neither does this site.
    double pneumothorax = 0;
    double aorticDilatation = 0;
    double steatosis = 0;

    /// The chance of a finding here whose chance is `usual` at the reference.
    double chance(std::string_view findingId, double usual) const;
    bool isReference() const { return id == reference().id; }

    /// What the bundled model was trained on; its phantoms never change.
    static PhantomSite reference();
    /// An invented acute hospital: patients too ill to breathe in deeply, twice the noise, mostly
    /// sharp kernels that overshoot, structured reports, fewer smokers' and more acute findings,
    /// and pneumothorax, dilated aortas and fatty livers, which the reference has none of.
    static PhantomSite lakeside();
    /// The site of that id, or nothing.
    static std::optional<PhantomSite> named(std::string_view id);
    /// Ids of all sites.
    static std::vector<std::string> ids();
};

} // namespace fovea
