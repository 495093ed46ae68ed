#pragma once

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/Task.h"
#include "app/models/AdapterFacts.h"
#include "app/models/LibraryWork.h"

#include <QObject>

#include <filesystem>

class QWidget;

namespace fovea {

/// Makes a model of another site's adapter and of the model that it changes, which must be among
/// the packages that the program knows: found by its fingerprint, whatever its folder is called.
class AdapterImport : public QObject {
    Q_OBJECT

public:
    struct Parts {
        TaskRunner& tasks;
        const LibraryWork& library;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// What the parts name outlives it. `bundled`: the package of the installation.
    AdapterImport(Parts parts, std::filesystem::path bundled, QWidget* parent);

    /// Asks for the adapter's folder, and goes on from there.
    void ask();
    void cancel() { m_task.cancel(); }

Q_SIGNALS:
    void begun(const QString& name);
    void progressed(double fraction);
    /// What begun() began is over: `package` is there, or nothing was added.
    void imported(const std::filesystem::path& package, const QString& name);
    void cancelled();
    void failed(const QString& text, const QString& details);

private:
    struct Found {
        AdapterFacts facts;
        std::filesystem::path parent; ///< Empty: no package that is known.
    };
    void find(const std::filesystem::path& adapter);
    void apply(const std::filesystem::path& adapter, const Found& found);
    void fail(const Error& error);

    Parts m_parts;
    std::filesystem::path m_bundled;
    QWidget* m_window;
    TaskHandle m_task;
};

} // namespace fovea
