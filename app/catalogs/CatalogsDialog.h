#pragma once

#include "app/catalogs/AnatomiesPage.h"
#include "app/catalogs/CatalogParts.h"

#include <QDialog>

namespace fovea {

/// What the site may change of what the program knows: findings with their prompts, and anatomies.
/// Not modal.
class CatalogsDialog : public QDialog {
    Q_OBJECT

public:
    CatalogsDialog(const CatalogParts& parts, Dialogs& dialogs, QWidget* parent = nullptr);

    /// Of the anatomies.
    const ArchiveQueue& writes() const { return m_anatomies->writes(); }

Q_SIGNALS:
    void seriesChosen(qint64 seriesId);

private:
    AnatomiesPage* m_anatomies;
};

} // namespace fovea
