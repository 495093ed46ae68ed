#include "app/work/studyWork.h"

#include "app/work/confidenceFile.h"
#include "storage/Importer.h"
#include "storage/LabelNames.h"

namespace fovea {

namespace {

/// What a mask of one structure shows, told from its file's name: a catalogued name, possibly with
/// a number after it ("wholeLung-64"). Empty where the name says nothing.
std::string namedStructure(std::string name, const AnatomyCatalog& catalog)
{
    if (!catalog.structureNamed(name))
        name.erase(name.find_last_not_of("0123456789-_. ") + 1);
    return catalog.structureNamed(name) ? name : std::string();
}

Result<LoadedLabelMap> read(const LoadedSeries& series, const std::filesystem::path& path,
                            const std::string& name, const AnatomyCatalog& catalog,
                            const Progress& progress)
{
    LabelMapOptions options;
    options.singleName = namedStructure(name, catalog);
    const LabelMapTarget target{series.volume->geometry(), series.study.studyInstanceUid,
                                series.series.frameOfReferenceUid};
    auto map = readLabelMap(path, target, catalog, options, progress);
    if (!map)
        return map.error();
    LoadedLabelMap loaded;
    loaded.labels = std::move(map->labels);
    loaded.notes = std::move(map->notes);
    loaded.measures = measureStructures(*series.volume, *loaded.labels);
    return loaded;
}

/// By position.
Result<std::vector<std::filesystem::path>> filesOf(const StudyDatabase& database,
                                                   std::int64_t seriesId)
{
    const auto instances = database.instancesOf(seriesId);
    if (!instances)
        return instances.error();
    std::vector<std::filesystem::path> files;
    for (const InstanceRecord& instance : *instances)
        files.push_back(instance.path);
    return files;
}

} // namespace

Result<VolumePtr> loadPreview(const StudyDatabase& database, std::int64_t seriesId,
                              const Progress& progress)
{
    const auto files = filesOf(database, seriesId);
    if (!files)
        return files.error();
    if (files->size() < 3)
        return VolumePtr();
    const std::vector<std::filesystem::path> middle{(*files)[files->size() / 2]};
    auto slice = readSeries(middle, progress);
    if (!slice)
        return slice.error();
    return std::move(slice->volume);
}

Result<LoadedSeries> loadSeries(const StudyDatabase& database, std::int64_t seriesId,
                                const Progress& progress)
{
    LoadedSeries loaded;
    auto series = database.series(seriesId);
    if (!series)
        return series.error();
    loaded.series = std::move(*series);
    auto study = database.study(loaded.series.studyId);
    if (!study)
        return study.error();
    loaded.study = std::move(*study);
    const auto files = filesOf(database, seriesId);
    if (!files)
        return files.error();
    auto volume = readSeries(*files, progress);
    if (!volume)
        return volume.error();
    loaded.volume = std::move(volume->volume);
    loaded.notes = std::move(volume->notes);
    loaded.windows = std::move(volume->windows);
    auto window = database.windowOf(seriesId);
    if (!window)
        return window.error();
    loaded.lastWindow = *window;
    auto keyImages = database.keyImagesOf(seriesId);
    if (!keyImages)
        return keyImages.error();
    loaded.keyImages = std::move(*keyImages);
    return loaded;
}

Result<LoadedLabelMap> loadLabelMap(const LoadedSeries& series, const LabelMapRecord& record,
                                    const AnatomyCatalog& catalog, const Progress& progress)
{
    auto loaded = read(series, record.path, record.label, catalog, progress);
    if (loaded) {
        loaded->record = record;
        loaded->confidence = readConfidence(record, *loaded->labels);
    }
    return loaded;
}

Result<std::optional<LabelMapRecord>> newestLabelMap(const StudyDatabase& database,
                                                     std::int64_t seriesId)
{
    const auto maps = database.labelMapsOf(seriesId);
    if (!maps)
        return maps.error();
    return maps->empty() ? std::optional<LabelMapRecord>() : std::optional(maps->back());
}

Result<LoadedLabelMap> attachAndLoadLabelMap(StudyDatabase& database, const LoadedSeries& series,
                                             const std::filesystem::path& path,
                                             const AnatomyCatalog& catalog,
                                             const Progress& progress)
{
    auto loaded = read(series, path, structureNameOf(path), catalog, progress.part(0.0, 0.8));
    if (!loaded)
        return loaded;
    auto record =
        attachLabelMap(database, series.series.id, path, ImportMode::Copy, progress.part(0.8, 1.0));
    if (!record)
        return record.error();
    loaded->record = std::move(*record);
    loaded->confidence = readConfidence(loaded->record, *loaded->labels);
    return loaded;
}

} // namespace fovea
