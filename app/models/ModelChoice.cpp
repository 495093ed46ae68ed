#include "app/models/ModelChoice.h"

#include "app/models/modelFolder.h"

#include <utility>

namespace fovea {

ModelChoice::ModelChoice(ModelService& model, Settings& settings, std::filesystem::path bundled,
                         QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_settings(settings)
    , m_bundled(std::move(bundled))
{
    connect(&m_model, &ModelService::ready, this, &ModelChoice::ready);
    connect(&m_model, &ModelService::failed, this, [this] { m_wanted.clear(); });
}

void ModelChoice::use(const std::filesystem::path& package)
{
    m_wanted = package;
    m_model.load(package);
}

void ModelChoice::ready()
{
    if (m_wanted.empty() || m_model.package() != m_wanted)
        return;
    const std::filesystem::path package = std::exchange(m_wanted, {});
    m_settings.setModelPackage(isSameFolder(package, m_bundled) ? std::filesystem::path()
                                                                : package);
    Q_EMIT used();
}

} // namespace fovea
