#include "app/models/ModelService.h"

#include "app/work/RegionSearcher.h"

#include <algorithm>

namespace fovea {

struct ModelService::Slot {
    explicit Slot(std::filesystem::path path)
        : library(std::move(path))
    {
    }
    ModelLibrary library;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<RegionSearcher> searcher; ///< Made by the first question.
};

ModelService::ModelService(TaskRunner& tasks, std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_slot(std::make_shared<Slot>(std::move(library)))
{
}

ModelService::~ModelService() = default;

void ModelService::load(const std::filesystem::path& package)
{
    ++m_loading;
    m_tasks.run<ModelInfo>(
        TaskRunner::Pool::Inference, this,
        [slot = m_slot, package](const Progress&) -> Result<ModelInfo> {
            auto api = slot->library.api();
            if (!api)
                return api.error();
            auto engine = (*api)->load(package);
            if (!engine)
                return engine.error();
            slot->engine = std::move(*engine);
            return slot->engine->info();
        },
        [this, package](Result<ModelInfo> info) {
            --m_loading;
            if (!info) {
                Q_EMIT failed(info.error());
                return;
            }
            m_info = std::move(*info);
            m_package = package;
            Q_EMIT ready(*m_info);
        });
    Q_EMIT loading();
}

TaskHandle ModelService::importCheckpoint(QObject* receiver, const ImportOptions& files,
                                          std::function<void(Result<ModelInfo>)> done,
                                          std::function<void(double)> onProgress)
{
    return m_tasks.run<ModelInfo>(
        TaskRunner::Pool::Inference, receiver,
        [slot = m_slot, files](const Progress& progress) -> Result<ModelInfo> {
            auto api = slot->library.api();
            if (!api)
                return api.error();
            return (*api)->importCheckpoint(files, progress);
        },
        std::move(done), std::move(onProgress));
}

TaskHandle ModelService::analyze(QObject* receiver, VolumePtr volume, LabelMapPtr labels,
                                 std::function<void(Result<StudyAnalysis>)> done,
                                 std::function<void(double)> onProgress)
{
    return m_tasks.run<StudyAnalysis>(
        TaskRunner::Pool::Inference, receiver,
        [slot = m_slot, volume = std::move(volume),
         labels = std::move(labels)](const Progress& progress) -> Result<StudyAnalysis> {
            if (!slot->engine)
                return makeError(ErrorCode::ModelNotFound, {""});
            return slot->engine->analyze(*volume, *labels, progress);
        },
        std::move(done), std::move(onProgress));
}

TaskHandle ModelService::reanalyze(QObject* receiver, VolumePtr volume, LabelMapPtr before,
                                   LabelMapPtr after, StudyAnalysis stored,
                                   std::function<void(Result<StudyAnalysis>)> done,
                                   std::function<void(double)> onProgress)
{
    return m_tasks.run<StudyAnalysis>(
        TaskRunner::Pool::Inference, receiver,
        [slot = m_slot, volume = std::move(volume), before = std::move(before),
         after = std::move(after),
         stored = std::move(stored)](const Progress& progress) -> Result<StudyAnalysis> {
            if (!slot->engine)
                return makeError(ErrorCode::ModelNotFound, {""});
            return slot->engine->reanalyze(*volume, *before, *after, stored, progress);
        },
        std::move(done), std::move(onProgress));
}

TaskHandle ModelService::relevance(QObject* receiver, VolumePtr volume, LabelMapPtr labels,
                                   FindingKey finding, RelevanceMethod method,
                                   std::function<void(Result<RegionRelevance>)> done,
                                   std::function<void(double)> onProgress)
{
    return m_tasks.run<RegionRelevance>(
        TaskRunner::Pool::Inference, receiver,
        [slot = m_slot, volume = std::move(volume), labels = std::move(labels),
         finding = std::move(finding),
         method](const Progress& progress) -> Result<RegionRelevance> {
            if (!slot->engine)
                return makeError(ErrorCode::ModelNotFound, {""});
            const auto& known = slot->engine->info().findings;
            const auto asked = std::ranges::find_if(known, [&](const ModelFinding& one) {
                return one.anatomyId == finding.anatomyId && one.findingId == finding.findingId;
            });
            if (asked == known.end())
                return makeError(ErrorCode::BadOption,
                                 {finding.findingId, "not one of the model's findings"});
            return slot->engine->relevance(*volume, *labels, finding.anatomyId, asked->positive,
                                           asked->negative, method, progress);
        },
        std::move(done), std::move(onProgress));
}

TaskHandle ModelService::ask(QObject* receiver, std::filesystem::path archiveFolder,
                             RegionQuestion question,
                             std::function<void(Result<RegionAnswer>)> done)
{
    return workOnRegions<RegionAnswer>(
        receiver, std::move(archiveFolder),
        [question = std::move(question)](RegionWork& at, const Progress& progress) {
            return at.searcher.ask(at.database, at.engine, question, progress);
        },
        std::move(done));
}

Status ModelService::withRegions(Slot& slot, const std::filesystem::path& archiveFolder,
                                 const std::function<void(RegionWork&)>& work)
{
    if (!slot.engine)
        return makeError(ErrorCode::ModelNotFound, {""});
    if (!slot.searcher) {
        auto api = slot.library.api();
        if (!api)
            return api.error();
        auto catalog = readQueryCatalog(ModelLibrary::resource("catalog/query-terms.json"));
        if (!catalog)
            return catalog.error();
        slot.searcher = std::make_unique<RegionSearcher>(**api, std::move(*catalog));
    }
    auto database = StudyDatabase::open(archiveFolder);
    if (!database)
        return database.error();
    RegionWork at{*database, *slot.engine, *slot.searcher};
    work(at);
    return Done{};
}

} // namespace fovea
