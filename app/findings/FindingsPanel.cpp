#include "app/findings/FindingsPanel.h"

#include "app/findings/ScoreDelegate.h"
#include "app/text/names.h"
#include "app/text/notes.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent)
    , m_modelName(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_view(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_note(new QLabel(this))
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
    m_view->setItemDelegateForColumn(1, new ScoreDelegate(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->header()->setStretchLastSection(false);
    m_empty->setObjectName(QStringLiteral("findingsEmpty"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_note->setObjectName(QStringLiteral("findingsNote"));
    m_note->setWordWrap(true);
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
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_note);
    layout->addLayout(running);

    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid())
            Q_EMIT anatomyChosen(index.data(FindingsModel::AnatomyIdRole).toString());
    };
    connect(m_view, &QTreeView::clicked, this, choose);
    connect(m_view, &QTreeView::activated, this, choose);
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

void FindingsPanel::setAnalysis(const StudyAnalysis& analysis)
{
    m_model.setAnalysis(analysis);
    m_view->expandAll();
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_view->header()->resizeSection(1, 112);
    m_empty->hide();
    m_view->show();
    explain(analysis);
}

void FindingsPanel::explain(const StudyAnalysis& analysis)
{
    const bool calibrated = std::ranges::all_of(
        analysis.findings, [](const Finding& f) { return f.calibrated.has_value(); });
    QStringList lines{calibrated ? tr("Calibrated probability. ▲ above the model's threshold.")
                                 : tr("Raw score, not a probability where not calibrated. ▲ above "
                                      "the model's threshold.")};
    QStringList names;
    for (const SkippedAnatomy& s : analysis.skipped)
        names << anatomyName(s.anatomyId);
    if (!names.isEmpty()) {
        lines << tr("Not scored, because not segmented or too small: %1.")
                     .arg(names.join(QStringLiteral(", ")));
    }
    for (const AnalysisNote note : analysis.notes)
        lines << noteText(note);
    m_note->setText(lines.join(QLatin1Char('\n')));
    m_note->show();
}

void FindingsPanel::clearAnalysis(const QString& reason)
{
    m_model.clearAnalysis();
    m_view->hide();
    m_note->hide();
    m_empty->setText(reason);
    m_empty->show();
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
