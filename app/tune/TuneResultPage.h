#pragma once

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/Task.h"
#include "app/models/ModelChoice.h"
#include "app/models/ModelService.h"
#include "model/evaluate/TuningJudgement.h"

#include <QWidget>

#include <filesystem>
#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QTreeWidget;

namespace fovea {

/// What came of a tuning: before against after on studies that nothing was learnt from, what speaks
/// against the new model, and the ways to use it, to leave it again, and to take out what another
/// site needs of it. A model that is significantly worse somewhere is used only after the person
/// has read where and agreed.
class TuneResultPage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        TaskRunner& tasks;
        ModelService& model;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// All must outlive it. `bundled`: the package of the installation.
    TuneResultPage(Parts parts, std::filesystem::path bundled, QWidget* parent = nullptr);

    /// `package`: what was made; `before`: the package that it was made of. Empty paths: nothing.
    void show(const std::filesystem::path& package, const std::filesystem::path& before);
    /// The tuning ended and made no package, because nothing was better.
    void showNothingBetter();

Q_SIGNALS:
    /// A person took another model into use.
    void modelUsed();

private:
    void present(std::optional<TuningJudgement> judgement);
    void showButtons();
    void useTuned();
    void exportAdapter();

    Parts m_parts;
    ModelChoice m_choice;
    std::filesystem::path m_package;
    std::filesystem::path m_before;
    std::optional<TuningJudgement> m_judgement;
    QLabel* m_summary;
    QTreeWidget* m_table;
    QListWidget* m_concerns;
    QPushButton* m_use;
    QPushButton* m_back;
    QPushButton* m_export;
};

} // namespace fovea
