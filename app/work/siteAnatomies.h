#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// What a site changes of one anatomy of the catalog. What it does not say stays as shipped.
struct SiteAnatomy {
    std::string id;
    std::string name; ///< Empty: as shipped.
    std::optional<Rgb> colour;
    std::optional<std::vector<std::string>> structures; ///< Of which it is made.
    bool operator==(const SiteAnatomy&) const = default;

    /// Nothing is changed.
    bool isShipped() const { return name.empty() && !colour && !structures; }
};

/// `<archive>/catalogs/anatomies.json`.
std::filesystem::path siteAnatomiesFile(const std::filesystem::path& archiveFolder);
/// None where there is no file. FileNotReadable, MetadataBroken (path, what is wrong).
Result<std::vector<SiteAnatomy>> readSiteAnatomies(const std::filesystem::path& archiveFolder);
/// Replaces the file. Errors of writing.
Status writeSiteAnatomies(const std::filesystem::path& archiveFolder,
                          const std::vector<SiteAnatomy>& anatomies);

/// The shipped catalog with the site's changes. Anatomies that it does not have are ignored.
/// BadOption (the anatomy's id, what) for a structure that the catalog does not know, or that two
/// anatomies have, and for an anatomy without one.
Result<AnatomyCatalog> withSiteAnatomies(const AnatomyCatalog& shipped,
                                         const std::vector<SiteAnatomy>& anatomies);

/// The same with what the archive's site has changed.
Result<AnatomyCatalog> siteCatalog(const AnatomyCatalog& shipped,
                                   const std::filesystem::path& archiveFolder);

} // namespace fovea
