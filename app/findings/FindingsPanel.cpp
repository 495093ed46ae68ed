#include "app/findings/FindingsPanel.h"

#include "app/findings/FindingDetails.h"
#include "app/findings/ScoreDelegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace fovea {

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent)
    , m_modelName(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_view(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_details(new FindingDetails(this))
    , m_corrected(new QLabel(this))
    , m_note(new QLabel(this))
    , m_calibration(new QToolButton(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_modelName->setObjectName(QStringLiteral("modelName"));
    m_modelName->setTextFormat(Qt::PlainText);
    m_modelName->setWordWrap(true);
    m_warning->setObjectName(QStringLiteral("modelWarning"));
    m_warning->setWordWrap(true);
    m_warning->setTextFormat(Qt::PlainText);

    m_view->setObjectName(QStringLiteral("findings"));
    m_view->setAccessibleName(tr("Findings by anatomy"));
    m_view->setModel(&m_model);
    m_view->setItemDelegateForColumn(FindingsModel::ProbabilityColumn, new ScoreDelegate(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->header()->setStretchLastSection(false);
    m_corrected->setObjectName(QStringLiteral("findingsCorrected"));
    m_corrected->setProperty("alarming", true);
    m_corrected->setWordWrap(true);
    m_corrected->setText(tr("The segmentation is being corrected. These scores are of the saved "
                            "one; save the correction to score it anew."));
    m_corrected->hide();
    m_empty->setObjectName(QStringLiteral("findingsEmpty"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_note->setObjectName(QStringLiteral("findingsNote"));
    m_note->setWordWrap(true);
    m_calibration->setObjectName(QStringLiteral("calibrationButton"));
    m_progress->setObjectName(QStringLiteral("analysisProgress"));
    m_progress->setAccessibleName(tr("Progress of the analysis"));
    m_progress->setRange(0, 1000);
    m_cancel->setObjectName(QStringLiteral("cancelAnalysis"));

    auto* running = new QHBoxLayout;
    running->addWidget(m_progress, 1);
    running->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_modelName);
    layout->addWidget(m_warning);
    layout->addWidget(m_corrected);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_note);
    layout->addWidget(m_calibration);
    layout->addLayout(running);

    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid())
            Q_EMIT anatomyChosen(index.data(FindingsModel::AnatomyIdRole).toString());
    };
    connect(m_view, &QTreeView::clicked, this, choose);
    connect(m_view, &QTreeView::activated, this, choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FindingsPanel::currentChanged);
    auto* like = new QAction(tr("More like this"), m_view);
    like->setObjectName(QStringLiteral("findingLike"));
    m_view->addAction(like);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(like, &QAction::triggered, this, [this] {
        if (const QModelIndex index = m_view->currentIndex(); index.isValid())
            Q_EMIT likeRequested(index.data(FindingsModel::AnatomyIdRole).toString());
    });
    connect(m_cancel, &QPushButton::clicked, this, &FindingsPanel::cancelRequested);
    m_modelName->hide();
    m_warning->hide();
    setRunning(false);
    clearAnalysis(tr("Open a study to see its findings."));
}

void FindingsPanel::setModel(const ModelInfo& info)
{
    m_modelName->setText(tr("Model: %1 · %2")
                             .arg(QString::fromStdString(info.name),
                                  QString::fromStdString(info.fingerprint.substr(0, 8))));
    m_modelName->setToolTip(QString::fromStdString(info.provenance));
    m_modelName->show();
    m_warning->setText(
        info.demo ? tr("⚠ Demo model, trained on synthetic phantoms only. Its scores mean nothing "
                       "on a patient.")
                  : tr("Research software, not a medical device."));
    m_warning->setProperty("alarming", info.demo);
    m_warning->style()->polish(m_warning); // The style sheet looks at properties only then.
    m_warning->show();
}

void FindingsPanel::setReadings(const std::vector<AnatomyReading>& anatomies,
                                const VerdictMap& verdicts)
{
    const auto chosen = current();
    const QString anatomy = QString::fromStdString(currentAnatomy());
    m_model.setReadings(anatomies, verdicts);
    m_view->expandAll();
    QHeaderView& header = *m_view->header();
    header.setSectionResizeMode(FindingsModel::NameColumn, QHeaderView::Stretch);
    header.setSectionResizeMode(FindingsModel::ProbabilityColumn, QHeaderView::Fixed);
    header.resizeSection(FindingsModel::ProbabilityColumn, 100);
    for (const int column : {FindingsModel::PercentileColumn, FindingsModel::VerdictColumn})
        header.setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_empty->hide();
    m_view->show();
    if (chosen) {
        choose(*chosen);
    } else if (!anatomy.isEmpty()) {
        const auto rows = m_model.match(m_model.index(0, 0), FindingsModel::AnatomyIdRole, anatomy,
                                        1, Qt::MatchExactly);
        m_view->setCurrentIndex(rows.value(0));
    }
    Q_EMIT currentChanged();
}

void FindingsPanel::setVerdicts(const VerdictMap& verdicts)
{
    m_model.setVerdicts(verdicts);
    Q_EMIT currentChanged();
}

void FindingsPanel::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

std::optional<FindingKey> FindingsPanel::current() const
{
    return FindingsModel::keyOf(m_view->currentIndex());
}

std::string FindingsPanel::currentAnatomy() const
{
    return m_view->currentIndex().data(FindingsModel::AnatomyIdRole).toString().toStdString();
}

void FindingsPanel::choose(const FindingKey& key)
{
    const QModelIndex index = m_model.indexOf(key);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void FindingsPanel::setCalibration(QAction& action)
{
    m_calibration->setDefaultAction(&action);
}

void FindingsPanel::clearAnalysis(const QString& reason)
{
    m_model.clearReadings();
    m_details->clear();
    m_view->hide();
    m_note->hide();
    m_empty->setText(reason);
    m_empty->show();
}

void FindingsPanel::selectAnatomy(const QString& anatomyId)
{
    QModelIndex row;
    for (int n = 0; n < m_model.rowCount() && !row.isValid() && !anatomyId.isEmpty(); ++n) {
        if (m_model.index(n, 0).data(FindingsModel::AnatomyIdRole).toString() == anatomyId)
            row = m_model.index(n, 0);
    }
    m_view->setCurrentIndex(row);
    if (row.isValid())
        m_view->scrollTo(row);
}

void FindingsPanel::setCorrected(bool corrected)
{
    m_corrected->setVisible(corrected);
}

void FindingsPanel::setRunning(bool running)
{
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    if (running)
        m_progress->setValue(0);
}

void FindingsPanel::setProgress(double fraction)
{
    m_progress->setValue(int(fraction * 1000));
}

} // namespace fovea
