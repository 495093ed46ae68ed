#include "app/export/ExportDialog.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fovea {

ExportDialog::ExportDialog(const Offer& offer, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
    , m_namesPatient(new QCheckBox(tr("The report &names the patient"), this))
    , m_folder(new QLineEdit(offer.folder, this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export results"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto* people = new QGroupBox(tr("To read"), this);
    auto* peopleLayout = new QVBoxLayout(people);
    peopleLayout->addWidget(
        addPart(ExportPart::PdfReport, "exportPdf", tr("&Report (PDF)"), offer));
    peopleLayout->addWidget(addPart(ExportPart::Csv, "exportCsv", tr("Table (&CSV)"), offer));
    peopleLayout->addWidget(addPart(ExportPart::Json, "exportJson", tr("Table (&JSON)"), offer));
    auto* dicom = new QGroupBox(tr("For an archive (DICOM)"), this);
    auto* dicomLayout = new QVBoxLayout(dicom);
    dicomLayout->addWidget(addPart(ExportPart::MeasurementReport, "exportSr",
                                   tr("&Measurement report (SR, TID 1500)"), offer));
    dicomLayout->addWidget(
        addPart(ExportPart::Segmentation, "exportSeg", tr("&Segmentation (SEG)"), offer));
    dicomLayout->addWidget(addPart(ExportPart::Captures, "exportCaptures",
                                   tr("&Key images (secondary captures)"), offer));
    dicomLayout->addWidget(addPart(ExportPart::KeyObjects, "exportKeyObjects",
                                   tr("Selection of the key &images (KO)"), offer));
    dicomLayout->addWidget(addPart(ExportPart::DicomReport, "exportPdfDicom",
                                   tr("Report (&encapsulated PDF)"), offer));

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
    layout->addWidget(people);
    layout->addWidget(m_namesPatient);
    layout->addWidget(dicom);
    layout->addWidget(note);
    layout->addLayout(where);
    layout->addWidget(buttons);
    resize(460, sizeHint().height());
    update();
}

QCheckBox* ExportDialog::addPart(ExportPart part, const char* objectName, const QString& text,
                                 const Offer& offer)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(objectName));
    const bool possible = offer.possible.contains(part);
    box->setEnabled(possible);
    box->setChecked(possible && offer.chosen.contains(part));
    if (!possible)
        box->setToolTip(part == ExportPart::Segmentation ? tr("The series has no segmentation.")
                                                         : tr("The series has no key images."));
    connect(box, &QCheckBox::toggled, this, &ExportDialog::update);
    m_parts[part] = box;
    return box;
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
    close();
    Q_EMIT wanted(asked);
}

} // namespace fovea
