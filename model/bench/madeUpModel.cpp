#include "model/bench/madeUpModel.h"

#include "model/checkpoint/DefaultCatalog.h"
#include "model/checkpoint/ModelPackage.h"
#include "model/engine/torchErrors.h"
#include "model/verify/GoldenRule.h"

namespace fovea {

Status writeMadeUpModel(const std::filesystem::path& folder,
                        const std::filesystem::path& vocabularyOf)
{
    const auto other = readModelPackage(vocabularyOf);
    if (!other)
        return other.error();
    return guarded<Done>([&]() -> Result<Done> {
        ModelPackage package;
        package.manifest.demo = true;
        package.manifest.findings = releasedCatalog();
        package.parameters = golden::parameters(package.manifest.network);
        package.vocabulary = other->vocabulary;
        const auto written = writeModelPackage(folder, package);
        if (!written)
            return written.error();
        return Done{};
    });
}

} // namespace fovea
