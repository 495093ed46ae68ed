#include "app/tune/TuneResultPage.h"

#include "app/text/errorText.h"
#include "app/text/names.h"
#include "app/text/tuningText.h"
#include "app/work/tuning/judgementFile.h"
#include "viewer/decimalText.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace fovea {

namespace {

enum Column {
    NameColumn,
    CasesColumn,
    BeforeColumn,
    AfterColumn,
    DifferenceColumn,
    PColumn,
    CalibrationColumn
};

struct ResultText {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneResultPage)
};

QString auc(const std::optional<double>& value, const std::optional<Interval>& interval)
{
    if (!value)
        return QStringLiteral("–");
    if (!interval)
        return decimalText(*value, 3);
    return QStringLiteral("%1 (%2–%3)")
        .arg(decimalText(*value, 3), decimalText(interval->low, 3), decimalText(interval->high, 3));
}

QString difference(const std::optional<Change>& change)
{
    if (!change)
        return QStringLiteral("–");
    const QString sign = change->difference() > 0 ? QStringLiteral("+") : QString();
    return sign + decimalText(change->difference(), 3);
}

QString pText(const std::optional<double>& p)
{
    if (!p)
        return QStringLiteral("–");
    return *p < 0.001 ? QStringLiteral("< ") + decimalText(0.001, 3) : decimalText(*p, 3);
}

/// "0.045 → 0.021"
QString calibration(const std::optional<Change>& error)
{
    if (!error)
        return QStringLiteral("–");
    return QStringLiteral("%1 → %2").arg(decimalText(error->before, 3),
                                         decimalText(error->after, 3));
}

void addSet(QTreeWidget* table, const QString& title, const SetJudgement& set)
{
    auto* top = new QTreeWidgetItem(table);
    top->setText(NameColumn, title);
    top->setText(CasesColumn, ResultText::tr("%n studies", nullptr, set.studies));
    if (set.meanAuc) {
        top->setText(BeforeColumn, decimalText(set.meanAuc->before, 3));
        top->setText(AfterColumn, decimalText(set.meanAuc->after, 3));
    }
    top->setText(DifferenceColumn, difference(set.meanAuc));
    for (const FindingJudgement& one : set.findings) {
        auto* item = new QTreeWidgetItem(top);
        item->setText(NameColumn, QStringLiteral("%1: %2").arg(anatomyName(one.key.anatomyId),
                                                               findingName(one.key.findingId, {})));
        item->setText(CasesColumn, QStringLiteral("%1 / %2").arg(one.positives).arg(one.negatives));
        item->setText(BeforeColumn, auc(one.aucBefore, one.aucBeforeInterval));
        item->setText(AfterColumn, auc(one.aucAfter, one.aucAfterInterval));
        item->setText(DifferenceColumn, difference(one.auc));
        item->setText(PColumn, pText(one.auc ? one.auc->adjusted : std::nullopt));
        item->setText(CalibrationColumn, calibration(one.calibrationError));
    }
    if (set.recallAt10) {
        auto* item = new QTreeWidgetItem(top);
        item->setText(NameColumn, ResultText::tr("Searches: recall among the first 10"));
        item->setToolTip(NameColumn, ResultText::tr("Of texts that describe regions of these "
                                                    "studies: how many of those regions are among "
                                                    "the first ten that are found."));
        item->setText(CasesColumn, ResultText::tr("%n text(s)", nullptr, set.queries));
        item->setText(BeforeColumn, decimalText(set.recallAt10->before, 3));
        item->setText(AfterColumn, decimalText(set.recallAt10->after, 3));
        item->setText(DifferenceColumn, difference(set.recallAt10));
        item->setText(PColumn, pText(set.recallAt10->p));
    }
    top->setExpanded(true);
}

} // namespace

TuneResultPage::TuneResultPage(Parts parts, std::filesystem::path bundled, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_choice(parts.model, parts.settings, std::move(bundled))
    , m_summary(new QLabel(this))
    , m_table(new QTreeWidget(this))
    , m_concerns(new QListWidget(this))
    , m_use(new QPushButton(tr("&Use this model"), this))
    , m_back(new QPushButton(tr("&Back to the model before"), this))
    , m_export(new QPushButton(tr("&Export for another site…"), this))
{
    m_summary->setObjectName(QStringLiteral("tuneVerdict"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_table->setObjectName(QStringLiteral("tuneJudgement"));
    m_table->setAccessibleName(tr("Before against after"));
    m_table->setAlternatingRowColors(true);
    m_table->setHeaderLabels({tr("Finding"), tr("With / without"), tr("AUC before (95 % CI)"),
                              tr("AUC after (95 % CI)"), tr("Difference"), tr("p (Holm)"),
                              tr("Calibration error")});
    m_table->headerItem()->setToolTip(
        CalibrationColumn, tr("Expected calibration error of the stated probabilities."));
    m_concerns->setObjectName(QStringLiteral("tuneConcerns"));
    m_concerns->setAccessibleName(tr("What speaks against the new model"));
    m_concerns->setWordWrap(true);
    m_concerns->setMaximumHeight(120);
    m_use->setObjectName(QStringLiteral("tuneUse"));
    m_back->setObjectName(QStringLiteral("tuneBack"));
    m_export->setObjectName(QStringLiteral("tuneExport"));
    m_export->setToolTip(tr("What makes the new model of its parent. It holds no patient data."));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* one : {m_use, m_back, m_export}) {
        one->setAutoDefault(false);
        buttons->addWidget(one);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_concerns);
    layout->addLayout(buttons);
    connect(m_use, &QPushButton::clicked, this, &TuneResultPage::useTuned);
    connect(m_back, &QPushButton::clicked, this, [this] { m_choice.use(m_before); });
    connect(m_export, &QPushButton::clicked, this, &TuneResultPage::exportAdapter);
    connect(&m_choice, &ModelChoice::used, this, &TuneResultPage::modelUsed);
    connect(&m_parts.model, &ModelService::loading, this, &TuneResultPage::showButtons);
    connect(&m_parts.model, &ModelService::ready, this, &TuneResultPage::showButtons);
    connect(&m_parts.model, &ModelService::failed, this, &TuneResultPage::showButtons);
    show({}, {});
}

void TuneResultPage::show(const std::filesystem::path& package, const std::filesystem::path& before)
{
    m_package = package;
    m_before = before;
    m_judgement.reset();
    m_table->clear();
    m_concerns->clear();
    m_summary->setText(package.empty() ? tr("Shown once a tuning is done.") : tr("Reading…"));
    showButtons();
    if (package.empty())
        return;
    m_parts.tasks.run<std::optional<TuningJudgement>>(
        TaskRunner::Pool::Io, this, [package](const Progress&) { return readJudgement(package); },
        [this, package](Result<std::optional<TuningJudgement>> judgement) {
            if (package != m_package)
                return;
            if (judgement)
                present(std::move(*judgement));
            else
                m_summary->setText(errorText(judgement.error()));
        });
}

void TuneResultPage::showNothingBetter()
{
    show({}, {});
    m_summary->setText(tr("Nothing was learnt that is better on the studies to choose by: no new "
                          "model was made, and the one in use is as it was."));
}

void TuneResultPage::present(std::optional<TuningJudgement> judgement)
{
    m_judgement = std::move(judgement);
    if (!m_judgement) {
        m_summary->setText(tr("The new model was not judged."));
        showButtons();
        return;
    }
    addSet(m_table, tr("This site's studies to judge by"), m_judgement->test);
    if (m_judgement->benchmark)
        addSet(m_table, tr("What the model knew before (synthetic chests)"),
               *m_judgement->benchmark);
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->resizeColumnToContents(column);
    for (const TuningConcern& one : m_judgement->refusals)
        m_concerns->addItem(tuningConcernText(one));
    for (const TuningConcern& one : m_judgement->cautions)
        m_concerns->addItem(tuningConcernText(one));
    m_summary->setText(m_judgement->refusals.empty()
                           ? tr("Nothing is significantly worse than before.")
                           : tr("The new model should not be used: something is significantly "
                                "worse than before. It is listed below."));
    showButtons();
}

void TuneResultPage::showButtons()
{
    const auto isUsed = [this](const std::filesystem::path& package) {
        return m_parts.model.package().lexically_normal() == package.lexically_normal();
    };
    const bool free = !m_package.empty() && !m_parts.model.isLoading();
    m_use->setEnabled(free && !isUsed(m_package));
    m_back->setEnabled(free && !m_before.empty() && isUsed(m_package));
    m_export->setEnabled(!m_package.empty());
}

void TuneResultPage::useTuned()
{
    const bool judged = m_judgement.has_value();
    if (!judged || !m_judgement->refusals.empty()) {
        QStringList reasons;
        for (int row = 0; judged && row < int(m_judgement->refusals.size()); ++row)
            reasons << m_concerns->item(row)->text();
        if (!judged)
            reasons << tr("The new model was not judged.");
        if (!m_parts.dialogs.confirm(this, tr("Use this model"),
                                     tr("This is not recommended:") + QStringLiteral("\n\n") +
                                         reasons.join(QLatin1Char('\n')),
                                     tr("Use it anyway")))
            return;
    }
    m_choice.use(m_package);
}

void TuneResultPage::exportAdapter()
{
    const auto chosen = m_parts.dialogs.askSaveFile(this, tr("Name the folder to make"), {}, {});
    if (!chosen)
        return;
    const Status copied = copyAdapter(m_package, chosen->toStdString());
    if (copied)
        m_summary->setText(tr("Written: “%1”.").arg(*chosen));
    else
        m_parts.dialogs.showError(this, tr("Export for another site"), errorText(copied.error()),
                                  {});
}

} // namespace fovea
