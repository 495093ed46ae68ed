#include "app/export/ExportDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

ExportDialog::ExportDialog(const Offer& offer, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_dialogs(dialogs)
    , m_scope(new QComboBox(this))
    , m_namesPatient(new QCheckBox(tr("The report &names the patient"), this))
    , m_folder(new QLineEdit(offer.folder, this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export results"));
    setAttribute(Qt::WA_DeleteOnClose);
    addScopes();
    auto* what = new QFormLayout;
    what->addRow(tr("Results &of:"), m_scope);

    auto* people = new QGroupBox(tr("To read"), this);
    auto* peopleLayout = new QVBoxLayout(people);
    peopleLayout->addWidget(addPart(ExportPart::PdfReport, "exportPdf", tr("&Report (PDF)")));
    peopleLayout->addWidget(addPart(ExportPart::Csv, "exportCsv", tr("Table (&CSV)")));
    peopleLayout->addWidget(addPart(ExportPart::Json, "exportJson", tr("Table (&JSON)")));
    auto* dicom = new QGroupBox(tr("For an archive (DICOM)"), this);
    auto* dicomLayout = new QVBoxLayout(dicom);
    dicomLayout->addWidget(addPart(ExportPart::MeasurementReport, "exportSr",
                                   tr("&Measurement report (SR, TID 1500)")));
    dicomLayout->addWidget(
        addPart(ExportPart::Segmentation, "exportSeg", tr("&Segmentation (SEG)")));
    dicomLayout->addWidget(
        addPart(ExportPart::Captures, "exportCaptures", tr("&Key images (secondary captures)")));
    dicomLayout->addWidget(addPart(ExportPart::KeyObjects, "exportKeyObjects",
                                   tr("Selection of the key &images (KO)")));
    dicomLayout->addWidget(
        addPart(ExportPart::DicomReport, "exportPdfDicom", tr("Report (&encapsulated PDF)")));

    m_namesPatient->setObjectName(QStringLiteral("exportNamesPatient"));
    m_namesPatient->setChecked(true);
    auto* note = new QLabel(tr("DICOM objects carry the patient's name and the study's UIDs, and "
                               "tables the patient ID: they belong to the study. Nothing is sent "
                               "anywhere."),
                            this);
    note->setWordWrap(true);
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setPlaceholderText(tr("Folder to write into"));
    m_folder->setAccessibleName(tr("Folder to write into"));
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::update);
    auto* choose = new QPushButton(tr("&Folder…"), this);
    choose->setObjectName(QStringLiteral("exportChooseFolder"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* where = new QHBoxLayout;
    where->addWidget(m_folder, 1);
    where->addWidget(choose);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("E&xport"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("exportStart"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::agree);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(what);
    layout->addWidget(people);
    layout->addWidget(m_namesPatient);
    layout->addWidget(dicom);
    layout->addWidget(note);
    layout->addLayout(where);
    layout->addWidget(buttons);
    resize(460, sizeHint().height());
    for (const auto& [part, box] : m_parts)
        box->setChecked(isPossible(part) && m_offer.chosen.contains(part));
    showScope();
}

void ExportDialog::addScopes()
{
    const QLocale locale;
    m_scope->setObjectName(QStringLiteral("exportScope"));
    if (!m_offer.possible.empty())
        m_scope->addItem(tr("The open series"), int(ExportScope::OpenSeries));
    if (m_offer.selected > 0)
        m_scope->addItem(tr("Studies selected in the list: %1")
                             .arg(locale.toString(qulonglong(m_offer.selected))),
                         int(ExportScope::SelectedStudies));
    if (m_offer.listed > 0)
        m_scope->addItem(tr("All studies that the list finds: %1")
                             .arg(locale.toString(qulonglong(m_offer.listed))),
                         int(ExportScope::ListedStudies));
    m_scope->setToolTip(tr("The list finds studies by its search and its filter, also those that "
                           "it has no room to show. Of several studies there are tables."));
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(int(m_offer.scope))));
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ExportDialog::showScope);
}

QCheckBox* ExportDialog::addPart(ExportPart part, const char* objectName, const QString& text)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(objectName));
    connect(box, &QCheckBox::toggled, this, &ExportDialog::update);
    m_parts[part] = box;
    return box;
}

ExportScope ExportDialog::scope() const
{
    return static_cast<ExportScope>(m_scope->currentData().toInt());
}

bool ExportDialog::isPossible(ExportPart part) const
{
    if (scope() == ExportScope::OpenSeries)
        return m_offer.possible.contains(part);
    return part == ExportPart::Csv || part == ExportPart::Json;
}

QString ExportDialog::whyNot(ExportPart part) const
{
    if (scope() != ExportScope::OpenSeries)
        return tr("Of several studies there are tables alone.");
    return part == ExportPart::Segmentation ? tr("The series has no segmentation.")
                                            : tr("The series has no key images.");
}

void ExportDialog::showScope()
{
    for (const auto& [part, box] : m_parts) {
        const bool possible = isPossible(part);
        box->setEnabled(possible);
        box->setToolTip(possible ? QString() : whyNot(part));
        if (!possible)
            box->setChecked(false);
    }
    update();
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.folder = m_folder->text().trimmed().toStdString();
    request.namesPatient = m_namesPatient->isChecked();
    request.softwareVersion = QCoreApplication::applicationVersion();
    for (const auto& [part, box] : m_parts) {
        if (box->isChecked())
            request.parts.insert(part);
    }
    return request;
}

void ExportDialog::update()
{
    if (!m_export || m_parts.size() < 8)
        return; // Still being made.
    const ExportRequest asked = request();
    m_export->setEnabled(!asked.parts.empty() && !asked.folder.empty());
    m_namesPatient->setEnabled(asked.parts.contains(ExportPart::PdfReport) ||
                               asked.parts.contains(ExportPart::DicomReport));
}

void ExportDialog::browse()
{
    const auto folder =
        m_dialogs.askFolder(this, tr("Folder to write into"), m_folder->text().trimmed());
    if (folder)
        m_folder->setText(*folder);
}

void ExportDialog::agree()
{
    const ExportRequest asked = request();
    const ExportScope chosen = scope();
    close();
    Q_EMIT wanted(asked, chosen);
}

} // namespace fovea
