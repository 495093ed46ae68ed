#include "app/segment/analyzedAnatomies.h"

#include "app/ModelLibrary.h"
#include "app/Settings.h"
#include "app/models/PackageFacts.h"

namespace fovea {

std::vector<std::string> analyzedAnatomies(const Settings& settings)
{
    const std::filesystem::path chosen = settings.modelPackage();
    const auto facts = readPackageFacts(chosen.empty() ? ModelLibrary::demoPackage() : chosen);
    return facts ? facts->anatomyIds : std::vector<std::string>();
}

} // namespace fovea
