#pragma once

#include "app/ModelLibrary.h"
#include "app/Task.h"
#include "app/work/RegionQuestion.h"
#include "model/domain/FindingReading.h"
#include "model/engine/Engine.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace fovea {

class RegionSearcher;
class StudyDatabase;

/// What work on the regions of an archive has at hand, on the inference thread.
struct RegionWork {
    StudyDatabase& database;
    Engine& engine;
    RegionSearcher& searcher;
};

/// The model in use. Loads LibTorch and the package in the background; afterwards every question to
/// the model is a task on the inference thread.
class ModelService : public QObject {
    Q_OBJECT

public:
    ModelService(TaskRunner& tasks, std::filesystem::path library, QObject* parent = nullptr);
    ~ModelService() override;

    /// Starts loading `package`; ends with ready() or failed(). The model in use until then stays
    /// in use.
    void load(const std::filesystem::path& package);

    /// Package of the model in use; empty until one is ready.
    const std::filesystem::path& package() const { return m_package; }
    /// Whether load() has not ended yet.
    bool isLoading() const { return m_loading > 0; }

    /// Makes a package out of a checkpoint as ModelApi::importCheckpoint() says; the model in use
    /// stays in use. `done` comes on the GUI thread while `receiver` lives.
    TaskHandle importCheckpoint(QObject* receiver, const ImportOptions& files,
                                std::function<void(Result<ModelInfo>)> done,
                                std::function<void(double)> onProgress);

    /// Empty until a model is ready.
    const std::optional<ModelInfo>& info() const { return m_info; }

    TaskHandle analyze(QObject* receiver, VolumePtr volume, LabelMapPtr labels,
                       std::function<void(Result<StudyAnalysis>)> done,
                       std::function<void(double)> onProgress);

    /// Engine::reanalyze().
    TaskHandle reanalyze(QObject* receiver, VolumePtr volume, LabelMapPtr before, LabelMapPtr after,
                         StudyAnalysis stored, std::function<void(Result<StudyAnalysis>)> done,
                         std::function<void(double)> onProgress);

    /// Engine::relevance() of a finding, with the prompts that the model itself asks it with.
    /// BadOption where it does not ask it.
    TaskHandle relevance(QObject* receiver, VolumePtr volume, LabelMapPtr labels,
                         FindingKey finding, RelevanceMethod method,
                         std::function<void(Result<RegionRelevance>)> done,
                         std::function<void(double)> onProgress);

    /// RegionSearcher::ask() on the archive in that folder.
    TaskHandle ask(QObject* receiver, std::filesystem::path archiveFolder, RegionQuestion question,
                   std::function<void(Result<RegionAnswer>)> done);

    /// Whatever else needs model and archive at once. `work` runs on the inference thread; waits
    /// there behind what the model is doing. ModelNotFound where no model is loaded.
    template <typename T>
    TaskHandle workOnRegions(QObject* receiver, std::filesystem::path archiveFolder,
                             std::function<Result<T>(RegionWork&, const Progress&)> work,
                             std::function<void(Result<T>)> done,
                             std::function<void(double)> onProgress = {})
    {
        return m_tasks.run<T>(
            TaskRunner::Pool::Inference, receiver,
            [slot = m_slot, folder = std::move(archiveFolder),
             work = std::move(work)](const Progress& progress) -> Result<T> {
                std::optional<Result<T>> result;
                const Status begun = withRegions(
                    *slot, folder, [&](RegionWork& at) { result.emplace(work(at, progress)); });
                return begun ? std::move(*result) : Result<T>(begun.error());
            },
            std::move(done), std::move(onProgress));
    }

Q_SIGNALS:
    /// load() was called; it waits for what the inference thread is doing.
    void loading();
    void ready(const fovea::ModelInfo& info);
    void failed(const fovea::Error& error);

private:
    /// Lives on the inference thread; shared so that a running task outlives this object safely.
    struct Slot;

    /// Calls `work`, unless there is no model or no archive.
    static Status withRegions(Slot& slot, const std::filesystem::path& archiveFolder,
                              const std::function<void(RegionWork&)>& work);

    TaskRunner& m_tasks;
    std::shared_ptr<Slot> m_slot;
    std::optional<ModelInfo> m_info;
    std::filesystem::path m_package;
    int m_loading = 0;
};

} // namespace fovea
