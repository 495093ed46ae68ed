#include "app/models/AdapterImport.h"

#include "app/models/modelFolder.h"
#include "app/text/errorText.h"

#include <QWidget>

#include <utility>

namespace fovea {

namespace {

constexpr double lookedFor = 0.4; ///< Share of the work, for its progress.
constexpr std::size_t shownDigits = 12;

} // namespace

AdapterImport::AdapterImport(Parts parts, std::filesystem::path bundled, QWidget* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_bundled(std::move(bundled))
    , m_window(parent)
{
}

void AdapterImport::ask()
{
    const auto chosen = m_parts.dialogs.askFolder(
        m_window, tr("Choose the folder of another site's adapter (with adapter.json)"),
        m_parts.settings.lastFolder());
    if (!chosen)
        return;
    const std::filesystem::path folder = chosen->toStdString();
    const auto facts = readAdapterFacts(folder);
    if (!facts) {
        fail(facts.error());
        return;
    }
    m_parts.settings.setLastFolder(*chosen);
    Q_EMIT begun(QString::fromStdString(facts->name));
    find(folder);
}

void AdapterImport::find(const std::filesystem::path& adapter)
{
    m_task = m_parts.tasks.run<Found>(
        TaskRunner::Pool::Io, this,
        [adapter, bundled = m_bundled, models = m_parts.settings.modelsFolder(),
         chosen = m_parts.settings.modelPackage()](const Progress& progress) -> Result<Found> {
            auto facts = readAdapterFacts(adapter);
            if (!facts)
                return facts.error();
            std::vector<std::filesystem::path> packages;
            for (const KnownPackage& package : knownPackages(bundled, models, chosen)) {
                if (package.facts)
                    packages.push_back(package.folder);
            }
            auto parent = packageWith(facts->parent, packages, progress);
            if (!parent)
                return parent.error();
            return Found{*std::move(facts), *std::move(parent)};
        },
        [this, adapter](Result<Found> found) {
            if (found)
                apply(adapter, *found);
            else
                fail(found.error());
        },
        [this](double fraction) { Q_EMIT progressed(lookedFor * fraction); });
}

void AdapterImport::apply(const std::filesystem::path& adapter, const Found& found)
{
    const QString name = QString::fromStdString(found.facts.name);
    if (found.parent.empty()) {
        const QString fingerprint =
            QString::fromStdString(found.facts.parent.substr(0, shownDigits)) + QStringLiteral("…");
        const QString parent = QString::fromStdString(found.facts.parentName);
        Q_EMIT failed(
            tr("“%1” was made of another model, which is not here: %2. Import that model "
               "first; nothing was added.")
                .arg(name,
                     parent.isEmpty()
                         ? fingerprint
                         : tr("“%1” (%2)", "a model and its fingerprint").arg(parent, fingerprint)),
            {});
        return;
    }
    const std::filesystem::path package =
        freePackageFolder(m_parts.settings.modelsFolder(), found.facts.name);
    m_task = m_parts.library.run<ModelInfo>(
        this,
        [parent = found.parent, adapter = adapterFolderOf(adapter),
         package](ModelApi& api, const Progress& progress) {
            return api.applyAdapter(parent, adapter, package, progress);
        },
        [this, package, name](const Result<ModelInfo>& info) {
            if (info)
                Q_EMIT imported(package, name);
            else
                fail(info.error());
        },
        [this](double fraction) { Q_EMIT progressed(lookedFor + (1 - lookedFor) * fraction); });
}

void AdapterImport::fail(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        Q_EMIT cancelled();
    else
        Q_EMIT failed(errorText(error), errorDetails(error));
}

} // namespace fovea
