#pragma once

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/Task.h"
#include "app/models/SegmentationImport.h"
#include "app/work/segmentationModels.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace fovea {

class ImportRow;
class SegmentationDetails;

/// The segmentation networks that the user imported: what each of them finds, at which voxel size,
/// under which licence; import of a released one, removal. Study > Segment offers what is here.
class SegmentationPage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        TaskRunner& tasks;
        Settings& settings;
        Dialogs& dialogs;
    };

    /// What the parts name outlives it. `library`: path of libfovea_model.so.
    SegmentationPage(Parts parts, std::filesystem::path library, QWidget* parent = nullptr);
    ~SegmentationPage() override;

    /// Looks for networks again.
    void refresh();

private:
    QWidget* makeImportRow();
    QWidget* makeButtons();
    void connectImport();
    void showSegmenters(std::vector<KnownSegmenter> segmenters);
    void showSelected();
    const KnownSegmenter* selected() const;
    void askForZip();
    void askForFolder();
    void startImport(const QString& source);
    void endImport(const QString& what);
    void removeSelected();

    Parts m_parts;
    SegmentationImport m_import;
    std::vector<KnownSegmenter> m_segmenters;
    /// Receiver of the listing: deleting it drops an older one.
    std::unique_ptr<QObject> m_scope;
    std::filesystem::path m_selectNext; ///< Once the networks have been looked for.
    QListWidget* m_list;
    SegmentationDetails* m_details;
    QLabel* m_status;
    ImportRow* m_importRow;
    QPushButton* m_zip;
    QPushButton* m_folder;
    QPushButton* m_remove;
};

} // namespace fovea
