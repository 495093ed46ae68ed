#include "app/Task.h"

namespace fovea {

TaskRunner::TaskRunner()
{
    m_io.setMaxThreadCount(2);
    m_save.setMaxThreadCount(1);
    m_inference.setMaxThreadCount(1);
    m_inference.setExpiryTimeout(-1);
}

TaskRunner::~TaskRunner()
{
    for (const auto& weak : m_stopSources) {
        if (const auto stop = weak.lock())
            stop->request_stop();
    }
    m_io.clear();
    m_save.clear();
    m_inference.clear();
    m_io.waitForDone();
    m_save.waitForDone();
    m_inference.waitForDone();
}

QThreadPool* TaskRunner::threads(Pool pool)
{
    switch (pool) {
    case Pool::Io:
        return &m_io;
    case Pool::Save:
        return &m_save;
    case Pool::Inference:
        break;
    }
    return &m_inference;
}

std::shared_ptr<std::stop_source> TaskRunner::newStopSource()
{
    std::erase_if(m_stopSources, [](const auto& weak) { return weak.expired(); });
    auto stop = std::make_shared<std::stop_source>();
    m_stopSources.push_back(stop);
    return stop;
}

} // namespace fovea
