#include "app/work/tuning/tuningSource.h"

#include "app/work/studyWork.h"

#include <memory>
#include <utility>

namespace fovea {

namespace {

Result<LabelledStudy> load(const std::filesystem::path& archiveFolder, const TuningStudy& study,
                           const AnatomyCatalog& catalog, const Progress& progress)
{
    const auto database = StudyDatabase::open(archiveFolder);
    if (!database)
        return database.error();
    auto series = loadSeries(*database, study.seriesId, progress.part(0.0, 0.6));
    if (!series)
        return series.error();
    const auto record = database->labelMap(study.labelMapId);
    if (!record)
        return record.error();
    auto labels = loadLabelMap(*series, *record, catalog, progress.part(0.6, 1.0));
    if (!labels)
        return labels.error();
    LabelledStudy loaded;
    loaded.volume = std::move(series->volume);
    loaded.labels = std::move(labels->labels);
    loaded.regions = study.regions;
    return loaded;
}

} // namespace

StudySource tuningSource(const std::filesystem::path& archiveFolder,
                         const std::vector<const TuningStudy*>& studies,
                         const AnatomyCatalog& catalog, std::stop_token stop)
{
    auto kept = std::make_shared<std::vector<TuningStudy>>();
    for (const TuningStudy* study : studies)
        kept->push_back(*study);
    StudySource source;
    source.count = kept->size();
    source.load = [archiveFolder, kept = std::move(kept), catalog,
                   stop = std::move(stop)](std::size_t index) -> Result<LabelledStudy> {
        if (index >= kept->size())
            return makeError(ErrorCode::BadOption, {"study", std::to_string(index)});
        return load(archiveFolder, (*kept)[index], catalog, Progress(stop));
    };
    return source;
}

std::vector<std::uint32_t> patientNumbers(const std::vector<const TuningStudy*>& studies)
{
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> out;
    for (const TuningStudy* study : studies)
        out.push_back(numbers.emplace(study->patient, static_cast<std::uint32_t>(numbers.size()))
                          .first->second);
    return out;
}

} // namespace fovea
