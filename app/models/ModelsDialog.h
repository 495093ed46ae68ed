#pragma once

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/Task.h"
#include "app/models/AdapterImport.h"
#include "app/models/LibraryWork.h"
#include "app/models/ModelChoice.h"
#include "app/models/ModelService.h"
#include "app/models/modelFolder.h"

#include <QDialog>

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace fovea {

class ImportRow;
class PackageDetails;
class SegmentationPage;

/// The model packages that the program knows, and which one speaks: use another, import a
/// checkpoint or another site's adapter, remove an imported package; on a page of their own, the
/// segmentation networks. Not modal; an import goes on while the window is closed. That a model
/// cannot be loaded is told by who listens to ModelService::failed().
class ModelsDialog : public QDialog {
    Q_OBJECT

public:
    /// What the dialog works with; everything outlives it.
    struct Parts {
        TaskRunner& tasks;
        ModelService& model;
        const LibraryWork& library;
        Settings& settings;
        Dialogs& dialogs;
    };

    /// `bundled`: the package of the installation.
    ModelsDialog(Parts parts, std::filesystem::path bundled, QWidget* parent = nullptr);
    ~ModelsDialog() override;

    /// Looks for packages again.
    void refresh();

Q_SIGNALS:
    /// A person took another model into use.
    void modelUsed();

private:
    struct Fingerprint {
        QString hex;
        QString problem;
    };

    QWidget* makeImportRow();
    QWidget* makeButtons();
    void showPackages(std::vector<KnownPackage> packages);
    void findFingerprint(const std::filesystem::path& folder);
    void showStates();
    void showSelected();
    QString stateText(const KnownPackage& package) const;
    const KnownPackage* selected() const;
    void select(const std::filesystem::path& folder);
    bool isInUse(const KnownPackage& package) const;
    void useSelected();
    void askForCheckpoint();
    void importCheckpoint(const ImportOptions& files);
    void showImport(const QString& name);
    void hideImport(const QString& what);
    void imported(const std::filesystem::path& folder, const QString& name);
    void connectAdapter();
    void removeSelected();

    Parts m_parts;
    std::filesystem::path m_bundled;
    ModelChoice m_choice;
    AdapterImport m_adapter;
    std::vector<KnownPackage> m_packages;
    std::map<std::filesystem::path, Fingerprint> m_fingerprints;
    /// Receiver of the tasks of the packages shown: deleting it drops them.
    std::unique_ptr<QObject> m_scope;
    std::filesystem::path m_selectNext; ///< Once the packages have been looked for.
    TaskHandle m_import;
    bool m_importing = false;
    QListWidget* m_list;
    PackageDetails* m_details;
    SegmentationPage* m_segmentation;
    QLabel* m_status;
    ImportRow* m_importRow;
    QPushButton* m_use;
    QPushButton* m_importButton;
    QPushButton* m_adapterButton;
    QPushButton* m_remove;
};

} // namespace fovea
