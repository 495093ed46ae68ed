#pragma once

#include "app/work/ownFindings.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fovea {

/// How a site shows and asks one finding. What it does not say is as the model's package has it.
struct SiteFinding {
    FindingKey key;
    std::string name; ///< Empty: the package's.
    bool shown = true;
    std::optional<RegionPrompts> prompts; ///< Instead of the package's.
    bool operator==(const SiteFinding&) const = default;
};

/// `<archive>/catalogs/findings-<model fingerprint>.json`: prompts and order belong to one model.
std::filesystem::path siteFindingsFile(const std::filesystem::path& archiveFolder,
                                       const std::string& modelFingerprint);
/// In the site's order; none where there is no file. FileNotReadable, MetadataBroken (path, what).
Result<std::vector<SiteFinding>> readSiteFindings(const std::filesystem::path& archiveFolder,
                                                  const std::string& modelFingerprint);
/// Replaces the file; an empty list removes it. Errors of writing.
Status writeSiteFindings(const std::filesystem::path& archiveFolder,
                         const std::string& modelFingerprint,
                         const std::vector<SiteFinding>& findings);

/// What a site adds to a model's answer on one study.
struct SiteReading {
    std::vector<SiteFinding> catalog;
    OwnScores scores; ///< Of own findings, and of the catalog's that have prompts of their own.

    /// Findings of the catalog that are asked with other prompts than the package's.
    std::set<FindingKey> reworded() const;
};

/// The model's findings and the site's own in the site's order and under its names, without those
/// that are not to be shown. One that is asked with other prompts has the score of these; until
/// that is there it is left out.
std::vector<Finding> withSite(const std::vector<Finding>& model, const SiteReading& site);

} // namespace fovea
