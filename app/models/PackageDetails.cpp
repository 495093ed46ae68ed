#include "app/models/PackageDetails.h"

#include "app/findings/readingText.h"
#include "app/models/detailParts.h"
#include "app/text/errorText.h"
#include "app/text/names.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace fovea {

namespace {

QString toQString(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

QString sizeText(std::uintmax_t bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

PackageDetails::PackageDetails(QWidget* parent)
    : QWidget(parent)
    , m_name(detailLabel("packageName", this))
    , m_warning(detailLabel("packageWarning", this))
    , m_form(new QWidget(this))
    , m_licence(detailLabel("packageLicence", m_form))
    , m_provenance(detailLabel("packageProvenance", m_form))
    , m_anatomies(detailLabel("packageAnatomies", m_form))
    , m_thresholds(detailLabel("packageThresholds", m_form))
    , m_fingerprint(detailLabel("packageFingerprint", m_form))
    , m_copy(new QPushButton(tr("C&opy"), m_form))
    , m_size(detailLabel("packageSize", m_form))
    , m_folder(detailLabel("packageFolder", m_form))
{
    makeHeading(*m_name);
    m_warning->setProperty("alarming", true);
    m_copy->setObjectName(QStringLiteral("copyFingerprint"));
    m_copy->setToolTip(tr("Copy the whole fingerprint"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_fingerprint->toolTip()); });

    auto* fingerprint = new QHBoxLayout;
    fingerprint->addWidget(m_fingerprint, 1);
    fingerprint->addWidget(m_copy);
    auto* form = detailForm(m_form);
    form->addRow(tr("Licence"), m_licence);
    form->addRow(tr("Provenance"), m_provenance);
    form->addRow(tr("Anatomies"), m_anatomies);
    form->addRow(tr("Thresholds"), m_thresholds);
    form->addRow(tr("Fingerprint"), fingerprint);
    form->addRow(tr("Size on disk"), m_size);
    form->addRow(tr("Folder"), m_folder);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_name);
    layout->addWidget(m_warning);
    layout->addWidget(m_form);
    layout->addStretch(1);
    clear();
}

void PackageDetails::clear()
{
    m_name->clear();
    m_warning->hide();
    m_form->hide();
}

void PackageDetails::show(const KnownPackage& package, const QString& fingerprint,
                          const QString& fingerprintProblem)
{
    if (!package.facts) {
        clear();
        m_name->setText(toQString(package.folder.filename().string()));
        m_warning->setText(errorText(package.problem));
        m_warning->show();
        return;
    }
    showFacts(*package.facts);
    showFingerprint(fingerprint, fingerprintProblem);
    m_form->show();
}

void PackageDetails::showFacts(const PackageFacts& facts)
{
    m_name->setText(toQString(facts.name));
    m_warning->setText(tr("Trained on phantoms: means nothing on a patient."));
    m_warning->setVisible(facts.demo);
    m_licence->setText(toQString(facts.licence));
    m_provenance->setText(toQString(facts.provenance));
    QStringList anatomies;
    for (const std::string& id : facts.anatomyIds)
        anatomies << anatomyName(id);
    m_anatomies->setText(anatomies.join(QStringLiteral(", ")));
    m_thresholds->setText(
        facts.numbers.empty()
            ? tr("None: findings are read by their percentile in the archive until a site "
                 "calibrates the model.")
            : tr("Of %n finding(s), fitted on %1.", nullptr, int(facts.numbers.size()))
                  .arg(calibrationName(facts.calibratedOn)));
    m_size->setText(sizeText(facts.bytes));
    m_folder->setText(toQString(facts.folder.string()));
}

void PackageDetails::showFingerprint(const QString& fingerprint, const QString& problem)
{
    constexpr qsizetype shortLength = 12;
    m_copy->setEnabled(!fingerprint.isEmpty());
    m_fingerprint->setToolTip(fingerprint);
    if (!problem.isEmpty())
        m_fingerprint->setText(problem);
    else
        m_fingerprint->setText(fingerprint.isEmpty()
                                   ? tr("Computing…")
                                   : fingerprint.first(shortLength) + QStringLiteral("…"));
}

} // namespace fovea
