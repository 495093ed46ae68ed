#include "app/work/tuning/seriesContent.h"

#include "storage/ContentHash.h"
#include "storage/SeriesReader.h"

namespace fovea {

Result<std::string> seriesContent(const StudyDatabase& database, std::int64_t seriesId,
                                  const Progress& progress)
{
    const auto instances = database.instancesOf(seriesId);
    if (!instances)
        return instances.error();
    if (instances->empty())
        return makeError(ErrorCode::EmptySeries);
    const std::vector<std::filesystem::path> middle{(*instances)[instances->size() / 2].path};
    const auto slice = readSeries(middle, progress);
    if (!slice)
        return slice.error();
    const auto voxels = slice->volume->voxels();
    ContentHash hash;
    hash.add({reinterpret_cast<const char*>(voxels.data()), voxels.size_bytes()});
    return hash.hex() + '-' + std::to_string(instances->size());
}

} // namespace fovea
