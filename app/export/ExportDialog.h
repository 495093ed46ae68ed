#pragma once

#include "app/Dialogs.h"
#include "app/export/exportResults.h"

#include <QDialog>

#include <cstddef>
#include <map>
#include <set>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace fovea {

/// Of what: the open series, or tables of several studies.
enum class ExportScope { OpenSeries, SelectedStudies, ListedStudies };

/// Asks what is to be exported and where to. Not modal; deletes itself when it is closed.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    struct Offer {
        std::set<ExportPart> possible;               ///< Of the open series; empty: none is open.
        std::size_t selected = 0;                    ///< Studies that are selected in the list.
        std::size_t listed = 0;                      ///< Studies that the list finds.
        ExportScope scope = ExportScope::OpenSeries; ///< At first, where there is any of it.
        std::set<ExportPart> chosen;                 ///< At first, where possible.
        QString folder;                              ///< At first; may be empty.
    };
    /// `dialogs` must outlive it.
    ExportDialog(const Offer& offer, Dialogs& dialogs, QWidget* parent);

Q_SIGNALS:
    /// The person agreed; the dialog is closed.
    void wanted(const fovea::ExportRequest& request, fovea::ExportScope scope);

private:
    void addScopes();
    QCheckBox* addPart(ExportPart part, const char* objectName, const QString& text);
    ExportScope scope() const;
    bool isPossible(ExportPart part) const;
    QString whyNot(ExportPart part) const;
    ExportRequest request() const;
    void showScope();
    void update();
    void browse();
    void agree();

    const Offer m_offer;
    Dialogs& m_dialogs;
    QComboBox* m_scope;
    std::map<ExportPart, QCheckBox*> m_parts;
    QCheckBox* m_namesPatient;
    QLineEdit* m_folder;
    QPushButton* m_export;
};

} // namespace fovea
