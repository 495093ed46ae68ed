#pragma once

#include "app/Dialogs.h"
#include "app/export/exportResults.h"

#include <QDialog>

#include <map>
#include <set>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace fovea {

/// Asks what is to be exported and where to. Not modal; deletes itself when it is closed.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    struct Offer {
        std::set<ExportPart> possible; ///< Others are shown and cannot be chosen.
        std::set<ExportPart> chosen;   ///< At first, where possible.
        QString folder;                ///< At first; may be empty.
    };
    /// `dialogs` must outlive it.
    ExportDialog(const Offer& offer, Dialogs& dialogs, QWidget* parent);

Q_SIGNALS:
    /// The person agreed; the dialog is closed.
    void wanted(const fovea::ExportRequest& request);

private:
    QCheckBox* addPart(ExportPart part, const char* objectName, const QString& text,
                       const Offer& offer);
    ExportRequest request() const;
    void update();
    void browse();
    void agree();

    Dialogs& m_dialogs;
    std::map<ExportPart, QCheckBox*> m_parts;
    QCheckBox* m_namesPatient;
    QLineEdit* m_folder;
    QPushButton* m_export;
};

} // namespace fovea
