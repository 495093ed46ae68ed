#include "app/models/SegmentationImport.h"

#include "app/segmentLibrary.h"
#include "app/work/segmentationModels.h"
#include "model/segment/stageSegmentationModel.h"

#include <utility>

namespace fovea {

namespace {

constexpr double stagedShare = 0.7; ///< Of the work, for its progress.

} // namespace

SegmentationImport::SegmentationImport(TaskRunner& tasks, std::filesystem::path library,
                                       QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_library(std::move(library))
{
}

void SegmentationImport::start(const std::filesystem::path& source,
                               const std::filesystem::path& modelsFolder)
{
    if (m_running)
        return;
    m_running = true;
    const std::filesystem::path target = freeSegmenterFolder(modelsFolder, source);
    m_task = m_tasks.run<Staged>(
        TaskRunner::Pool::Io, this,
        [source, target](const Progress& progress) -> Result<Staged> {
            auto staged = stageSegmentationModel(source, target, progress);
            if (!staged)
                return staged.error();
            return std::make_shared<StagedFolder>(std::move(*staged));
        },
        [this, target](Result<Staged> staged) {
            if (staged)
                check(*staged, target);
            else
                fail(staged.error());
        },
        [this](double fraction) { Q_EMIT progressed(stagedShare * fraction); });
}

void SegmentationImport::check(const Staged& staged, const std::filesystem::path& target)
{
    m_task = m_tasks.run<Done>(
        TaskRunner::Pool::Inference, this,
        [staged, library = m_library](const Progress& progress) -> Status {
            const Result<SegmentApi*> api = loadSegmentApi(library);
            if (!api)
                return api.error();
            if (Status usable = (*api)->check(staged->path(), progress); !usable)
                return usable;
            return staged->commit();
        },
        [this, target](const Result<Done>& done) {
            if (!done) {
                fail(done.error());
                return;
            }
            m_running = false;
            Q_EMIT imported(target);
        },
        [this](double fraction) { Q_EMIT progressed(stagedShare + (1 - stagedShare) * fraction); });
}

void SegmentationImport::fail(const Error& error)
{
    m_running = false;
    if (error.code == ErrorCode::Cancelled)
        Q_EMIT cancelled();
    else
        Q_EMIT failed(error);
}

} // namespace fovea
