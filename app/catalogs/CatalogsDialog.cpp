#include "app/catalogs/CatalogsDialog.h"

#include "app/catalogs/FindingsPage.h"

#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace fovea {

CatalogsDialog::CatalogsDialog(const CatalogParts& parts, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_anatomies(new AnatomiesPage({parts.archive, dialogs}, this))
{
    setObjectName(QStringLiteral("catalogsDialog"));
    setWindowTitle(tr("Catalogs"));
    auto* findings = new FindingsPage(parts, this);
    connect(findings, &FindingsPage::seriesChosen, this, &CatalogsDialog::seriesChosen);
    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("catalogTabs"));
    tabs->addTab(findings, tr("Findings and prompts"));
    tabs->addTab(m_anatomies, tr("Anatomies"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    resize(960, 680);
}

} // namespace fovea
