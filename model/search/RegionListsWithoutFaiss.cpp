// For machines that have no FAISS: every search compares all vectors.

#include "model/search/RegionLists.h"

namespace fovea {

bool RegionLists::available()
{
    return false;
}

Result<std::shared_ptr<const RegionLists>> RegionLists::make(const RegionVectors&, const Progress&)
{
    return std::shared_ptr<const RegionLists>();
}

std::shared_ptr<const RegionLists> RegionLists::read(const std::filesystem::path&,
                                                     const RegionVectors&)
{
    return nullptr;
}

Result<std::shared_ptr<const RegionLists>>
RegionLists::extended(const std::filesystem::path&, const RegionVectors&, const Progress&)
{
    return std::shared_ptr<const RegionLists>();
}

} // namespace fovea
