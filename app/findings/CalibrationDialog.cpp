#include "app/findings/CalibrationDialog.h"

#include "app/findings/ReliabilityPlot.h"
#include "app/findings/calibrationText.h"
#include "app/findings/readingText.h"
#include "app/text/errorText.h"
#include "app/text/names.h"
#include "app/work/siteCalibrationFile.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

enum Column { NameColumn, PresentColumn, AbsentColumn, BeforeColumn, AfterColumn, ResultColumn };

QLabel* label(const char* name, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

ReliabilityPlot* plot(const char* name, const QString& title, QWidget* parent)
{
    auto* made = new ReliabilityPlot(title, parent);
    made->setObjectName(QLatin1String(name));
    return made;
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
}

} // namespace

CalibrationDialog::CalibrationDialog(Parts parts, QWidget* parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_info(*parts.model.info())
    , m_inUse(label("calibrationInUse", this))
    , m_source(label("calibrationSource", this))
    , m_list(new QTreeWidget(this))
    , m_stated(plot("statedPlot", tr("The package's calibration"), this))
    , m_before(plot("beforePlot", tr("As the model scores"), this))
    , m_after(plot("afterPlot", tr("Calibrated to this site"), this))
    , m_status(label("calibrationStatus", this))
{
    setObjectName(QStringLiteral("calibrationDialog"));
    setWindowTitle(tr("Calibration of “%1”").arg(QString::fromStdString(m_info.name)));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(QStringLiteral("calibrationFindings"));
    m_list->setAccessibleName(tr("Findings and their labels"));
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setHeaderLabels({tr("Finding"), tr("Present"), tr("Absent"), tr("ECE before (95 % CI)"),
                             tr("ECE after (95 % CI)"), tr("Result")});
    m_list->setToolTip(tr("ECE: expected calibration error, how far predictions are from what is "
                          "true, on average. After: each study by a fit to other patients."));
    connect(m_list, &QTreeWidget::currentItemChanged, this, &CalibrationDialog::showCurrent);

    auto* plots = new QHBoxLayout;
    for (ReliabilityPlot* one : {m_stated, m_before, m_after})
        plots->addWidget(one, 1);
    QWidget* buttons = makeButtons();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_inUse);
    layout->addWidget(m_source);
    layout->addWidget(m_list, 2);
    layout->addLayout(plots, 3);
    layout->addWidget(m_status);
    layout->addWidget(buttons);
    resize(980, 720);
    // What it says is of the model that was in use.
    connect(&m_parts.model, &ModelService::ready, this, &QDialog::close);
    fill({});
}

CalibrationDialog::~CalibrationDialog() = default;

QWidget* CalibrationDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    const auto add = [&](const char* name, const QString& text, QDialogButtonBox::ButtonRole role,
                         auto run) {
        QPushButton* button = buttons->addButton(text, role);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, run);
        return button;
    };
    add("calibrateVerdicts", tr("From &verdicts"), QDialogButtonBox::ActionRole,
        [this] { fill({}); });
    add("calibrateTable", tr("From a &table (CSV)…"), QDialogButtonBox::ActionRole,
        [this] { askForTable(); });
    m_keep = add("calibrationKeep", tr("&Use this calibration"), QDialogButtonBox::ActionRole,
                 [this] { keep(); });
    m_revert = add("calibrationRevert", tr("&Back to the package's"), QDialogButtonBox::ActionRole,
                   [this] { revert(); });
    add("calibrationClose", tr("Close"), QDialogButtonBox::RejectRole, [this] { close(); });
    return buttons;
}

void CalibrationDialog::fill(std::filesystem::path table)
{
    m_status->setText(tr("Reading labels…"));
    m_keep->setEnabled(false);
    m_revert->setEnabled(false);
    m_parts.archive.run<Known>(
        this,
        [table, model = m_info, package = m_parts.model.package(), at = now().toStdString()](
            StudyDatabase& database, const Progress& progress) -> Result<Known> {
            auto facts = readPackageFacts(package);
            if (!facts)
                return facts.error();
            auto kept = readSiteCalibration(database.folder(), model.fingerprint);
            if (!kept)
                return kept.error();
            auto fit = fitSite(database, model, table, at, progress);
            if (!fit)
                return fit.error();
            return Known{std::move(*fit), std::move(*kept), std::move(*facts)};
        },
        [this, table](Result<Known> known) {
            if (known) {
                m_table = table;
                present(std::move(*known));
                return;
            }
            m_status->setText(errorText(known.error()));
            if (m_known)
                showState(); // What was there before still is.
        });
}

void CalibrationDialog::present(Known known)
{
    m_known = std::move(known);
    m_status->clear();
    showRows();
    showState();
}

void CalibrationDialog::showRows()
{
    QTreeWidgetItem* chosen = m_list->currentItem();
    const int row = chosen ? m_list->indexOfTopLevelItem(chosen) : 0;
    m_list->clear();
    for (const ModelFinding& finding : m_info.findings) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(NameColumn,
                      tr("%1: %2").arg(anatomyName(finding.anatomyId),
                                       findingName(finding.findingId, finding.displayName)));
        const CalibratedFinding* fit = fitted({finding.anatomyId, finding.findingId});
        item->setText(PresentColumn, QString::number(fit ? fit->positives : 0));
        item->setText(AbsentColumn, QString::number(fit ? fit->negatives : 0));
        item->setText(ResultColumn, outcomeSentence(fit));
        if (fit && fit->outcome == CalibratedFinding::Outcome::Calibrated) {
            item->setText(BeforeColumn, errorEstimate(fit->errorBefore, fit->errorBeforeInterval));
            if (fit->errorAfter)
                item->setText(AfterColumn,
                              errorEstimate(*fit->errorAfter, fit->errorAfterInterval));
        }
    }
    for (int column = NameColumn; column < ResultColumn; ++column)
        m_list->resizeColumnToContents(column);
    m_list->setCurrentItem(m_list->topLevelItem(std::min(row, m_list->topLevelItemCount() - 1)));
    showCurrent();
}

void CalibrationDialog::showState()
{
    const bool ready = !m_known->fit.calibration.findings.empty();
    m_inUse->setText(inUseSentence(m_known->kept, m_known->package));
    QString source = m_table.empty()
                         ? tr("Labels: findings that readers accepted or rejected, of %n "
                              "patient(s) at this site.",
                              nullptr, int(m_known->fit.patients))
                         : tr("Labels: “%1”, of %n patient(s) at this site.", nullptr,
                              int(m_known->fit.patients))
                               .arg(QString::fromStdString(m_table.filename().string()));
    if (m_known->fit.withoutScore > 0)
        source += QLatin1Char(' ') + tr("%n studies of the table have no score of this model here.",
                                        nullptr, int(m_known->fit.withoutScore));
    m_source->setText(source);
    m_keep->setEnabled(ready);
    m_revert->setEnabled(m_known->kept.has_value());
    if (!ready && m_status->text().isEmpty())
        m_status->setText(tr("Nothing can be calibrated yet: a finding needs %1 studies with it, "
                             "as many without, and a score that rises with them.")
                              .arg(fewestLabelsPerClass));
}

const CalibratedFinding* CalibrationDialog::fitted(const FindingKey& key) const
{
    const auto found = std::ranges::find(m_known->fit.findings, key, &CalibratedFinding::key);
    return found == m_known->fit.findings.end() ? nullptr : &*found;
}

void CalibrationDialog::showCurrent()
{
    QTreeWidgetItem* item = m_list->currentItem();
    if (!m_known || !item)
        return;
    const ModelFinding& finding = m_info.findings[std::size_t(m_list->indexOfTopLevelItem(item))];
    const FindingKey key{finding.anatomyId, finding.findingId};
    const auto stated = m_known->package.numbers.find(key);
    if (stated == m_known->package.numbers.end() || !stated->second.platt)
        m_stated->showNothing(tr("The package has no calibration of this finding."));
    else
        m_stated->showCurve(*stated->second.platt, stated->second.threshold,
                            tr("Fitted on %1. The package has no reliability diagram.")
                                .arg(calibrationName(m_known->package.calibratedOn)));
    showSite(key);
}

void CalibrationDialog::showSite(const FindingKey& key)
{
    const CalibratedFinding* fit = fitted(key);
    if (!fit || fit->outcome != CalibratedFinding::Outcome::Calibrated) {
        for (ReliabilityPlot* one : {m_before, m_after})
            one->showNothing(outcomeSentence(fit));
        return;
    }
    const int labels = fit->positives + fit->negatives;
    m_before->showBins(fit->before,
                       tr("ECE %1, %n labels", nullptr, labels)
                           .arg(errorEstimate(fit->errorBefore, fit->errorBeforeInterval)));
    if (fit->errorAfter)
        m_after->showBins(fit->after,
                          tr("ECE %1, each study by a fit to other patients")
                              .arg(errorEstimate(*fit->errorAfter, fit->errorAfterInterval)));
    else
        m_after->showNothing(tr("Too few patients to judge a fit by others."));
}

void CalibrationDialog::askForTable()
{
    const auto file = m_parts.dialogs.askFile(
        this, tr("Choose a table of labels (first column StudyInstanceUID, then findings)"), {},
        tr("Tables") + QStringLiteral(" (*.csv);;") + tr("All files") + QStringLiteral(" (*)"));
    if (file)
        fill(std::filesystem::path(file->toStdString()));
}

void CalibrationDialog::keep()
{
    carryOut(
        [calibration = m_known->fit.calibration](const std::filesystem::path& folder) {
            return writeSiteCalibration(folder, calibration);
        },
        tr("This site's calibration is in use now."));
}

void CalibrationDialog::revert()
{
    const bool agreed = m_parts.dialogs.confirm(
        this, tr("Calibration"),
        tr("Give up this site's calibration of the model? It can be fitted again to the labels."),
        tr("Give it up"));
    if (!agreed)
        return;
    carryOut(
        [fingerprint = m_info.fingerprint](const std::filesystem::path& folder) {
            return removeSiteCalibration(folder, fingerprint);
        },
        tr("The package's own calibration is in use again."));
}

void CalibrationDialog::carryOut(std::function<Status(const std::filesystem::path&)> work,
                                 const QString& done)
{
    using Kept = std::optional<SiteCalibration>;
    m_keep->setEnabled(false);
    m_revert->setEnabled(false);
    m_parts.archive.tasks().run<Kept>(
        TaskRunner::Pool::Save, this,
        [folder = m_parts.archive.folder(), fingerprint = m_info.fingerprint,
         work = std::move(work)](const Progress&) -> Result<Kept> {
            if (const Status carried = work(folder); !carried)
                return carried.error();
            return readSiteCalibration(folder, fingerprint);
        },
        [this, done](Result<Kept> kept) {
            m_status->setText(kept ? done : errorText(kept.error()));
            if (kept)
                m_known->kept = std::move(*kept);
            showState();
            if (kept)
                Q_EMIT changed();
        });
}

} // namespace fovea
