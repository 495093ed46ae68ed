#pragma once

#include "app/Dialogs.h"
#include "app/models/ModelService.h"
#include "app/models/PackageFacts.h"
#include "app/study/Archive.h"
#include "app/work/siteFit.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace fovea {

class ReliabilityPlot;

/// How far the model's scores are from what is true: what its package states, and what this site's
/// own labels say, before and after they are fitted. A fit can be kept beside the archive, and
/// given up. What it is fitted to are the findings that readers accepted and rejected, or a table,
/// as `fovea-cli calibrate` has it. Not modal.
class CalibrationDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        const Archive& archive;
        ModelService& model;
        Dialogs& dialogs;
    };
    /// All must outlive it. A model is ready.
    explicit CalibrationDialog(Parts parts, QWidget* parent = nullptr);
    ~CalibrationDialog() override;

Q_SIGNALS:
    /// Another calibration is kept than before.
    void changed();

private:
    /// What the archive and the package say.
    struct Known {
        SiteFit fit;
        std::optional<SiteCalibration> kept;
        PackageFacts package;
    };

    QWidget* makeButtons();
    void fill(std::filesystem::path table);
    void present(Known known);
    void showRows();
    void showCurrent();
    void showState();
    void showSite(const FindingKey& key);
    void askForTable();
    void keep();
    void revert();
    void carryOut(std::function<Status(const std::filesystem::path& folder)> work,
                  const QString& done);
    const CalibratedFinding* fitted(const FindingKey& key) const;

    Parts m_parts;
    ModelInfo m_info;
    std::filesystem::path m_table; ///< Empty: verdicts.
    std::optional<Known> m_known;
    QLabel* m_inUse;
    QLabel* m_source;
    QTreeWidget* m_list;
    ReliabilityPlot* m_stated;
    ReliabilityPlot* m_before;
    ReliabilityPlot* m_after;
    QLabel* m_status;
    QPushButton* m_keep;
    QPushButton* m_revert;
};

} // namespace fovea
