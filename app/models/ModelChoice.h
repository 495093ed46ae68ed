#pragma once

#include "app/Settings.h"
#include "app/models/ModelService.h"

#include <QObject>

#include <filesystem>

namespace fovea {

/// A person's wish that another package speaks: loads it, and writes it into the settings once it
/// is ready. The bundled package is written as none, because its folder is another after an update
/// of the program. That a model cannot be loaded is told by who listens to ModelService::failed().
class ModelChoice : public QObject {
    Q_OBJECT

public:
    /// `model` and `settings` outlive it. `bundled`: the package of the installation. Make it
    /// before connecting to `model`, so that wanted() is true to what ready() and failed() say.
    ModelChoice(ModelService& model, Settings& settings, std::filesystem::path bundled,
                QObject* parent = nullptr);

    void use(const std::filesystem::path& package);
    /// Asked for here and not ready yet; else empty.
    const std::filesystem::path& wanted() const { return m_wanted; }

Q_SIGNALS:
    /// What was wanted is in use and in the settings.
    void used();

private:
    void ready();

    ModelService& m_model;
    Settings& m_settings;
    std::filesystem::path m_bundled;
    std::filesystem::path m_wanted;
};

} // namespace fovea
