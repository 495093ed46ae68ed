#include "app/tune/TuneTrainingPage.h"

#include "app/text/errorText.h"
#include "app/text/tuneWayText.h"
#include "app/tune/CurvePlot.h"
#include "app/tune/WayTable.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace fovea {

namespace {

constexpr int refreshMs = 1000;
constexpr std::uint64_t gigabyte = 1'000'000'000;
constexpr int mostGigabytes = 1024;

QPushButton* button(const char* objectName, const QString& text, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(objectName));
    made->setAutoDefault(false);
    return made;
}

} // namespace

TuneTrainingPage::TuneTrainingPage(TuneJob& job, QWidget* parent)
    : QWidget(parent)
    , m_job(job)
    , m_way(new QComboBox(this))
    , m_site(new QLineEdit(this))
    , m_memory(new QSpinBox(this))
    , m_table(new WayTable(this))
    , m_start(button("tuneStart", tr("&Start"), this))
    , m_pause(button("tunePause", tr("&Pause"), this))
    , m_stop(button("tuneStop", tr("S&top"), this))
    , m_new(button("tuneAnother", tr("&Another tuning"), this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_loss(new CurvePlot(tr("Loss"), tr("Shown while a model learns."), this))
    , m_auc(new CurvePlot(tr("AUC on validation"), tr("Shown once the model is validated."), this))
    , m_calibration(new CurvePlot(tr("Calibration error on validation"),
                                  tr("Shown once the model is validated."), this))
    , m_messages(new QPlainTextEdit(this))
{
    m_way->setObjectName(QStringLiteral("tuneWay"));
    const auto add = [this](const QString& id, const QString& name, const QString& what) {
        m_way->addItem(name, id);
        m_way->setItemData(m_way->count() - 1, what, Qt::ToolTipRole);
    };
    add(QStringLiteral("auto"), tr("By the number of cases"),
        tr("The cheapest way that so many cases can bear."));
    for (const TuneWay way : {TuneWay::Heads, TuneWay::Queries, TuneWay::Lora, TuneWay::All})
        add(QString::fromStdString(nameOf(way)), tuneWayName(way), tuneWayChange(way));
    m_site->setObjectName(QStringLiteral("tuneSite"));
    m_site->setPlaceholderText(tr("For example: chest CTs of this hospital, 2026"));
    m_memory->setObjectName(QStringLiteral("tuneMemory"));
    m_memory->setRange(0, mostGigabytes);
    m_memory->setSpecialValueText(tr("As much as it takes"));
    m_memory->setSuffix(tr(" GB"));
    m_table->setObjectName(QStringLiteral("tuneWays"));
    m_state->setObjectName(QStringLiteral("tuneState"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(QStringLiteral("tuneProgress"));
    m_progress->setRange(0, 100);
    m_loss->setObjectName(QStringLiteral("tuneLoss"));
    m_auc->setObjectName(QStringLiteral("tuneAuc"));
    m_calibration->setObjectName(QStringLiteral("tuneCalibration"));
    m_auc->setLimits(0, 1);
    m_calibration->setLimits(0, 1);
    m_messages->setObjectName(QStringLiteral("tuneMessages"));
    m_messages->setAccessibleName(tr("Messages"));
    m_messages->setReadOnly(true);
    // They have tables.
    m_messages->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_messages->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_messages->setMaximumHeight(90);

    auto* form = new QFormLayout;
    form->addRow(tr("What may change"), m_way);
    form->addRow(tr("Whose studies"), m_site);
    form->addRow(tr("Memory at most"), m_memory);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* one : {m_start, m_pause, m_stop, m_new})
        buttons->addWidget(one);
    buttons->addStretch(1);
    auto* plots = new QHBoxLayout;
    plots->addWidget(m_loss);
    plots->addWidget(m_auc);
    plots->addWidget(m_calibration);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    layout->addWidget(m_state);
    layout->addWidget(m_progress);
    layout->addLayout(plots, 1);
    layout->addWidget(m_messages);

    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &TuneTrainingPage::refresh);
    connect(&m_job, &TuneJob::stateChanged, this, &TuneTrainingPage::showJob);
    connect(m_site, &QLineEdit::textChanged, this, &TuneTrainingPage::showJob);
    connect(m_way, &QComboBox::currentIndexChanged, this, &TuneTrainingPage::showJob);
    connect(m_memory, &QSpinBox::valueChanged, this, &TuneTrainingPage::showWays);
    connect(m_start, &QPushButton::clicked, this, &TuneTrainingPage::pressedStart);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_job.setPaused(m_job.state() == TuneJob::State::Running); });
    connect(m_stop, &QPushButton::clicked, &m_job, &TuneJob::stop);
    connect(m_new, &QPushButton::clicked, &m_job, &TuneJob::close);
    showJob();
}

void TuneTrainingPage::setReady(bool ready, const QString& why)
{
    m_ready = ready;
    m_why = why;
    m_ways.clear();
    showWays();
}

void TuneTrainingPage::setEstimates(std::vector<WayEstimate> ways, TuneWay byCases)
{
    m_ways = std::move(ways);
    m_byCases = byCases;
    showWays();
}

void TuneTrainingPage::showWays()
{
    m_table->show(m_ways, static_cast<std::uint64_t>(memory()) * gigabyte);
    showJob();
}

QString TuneTrainingPage::tooLarge() const
{
    const auto limit = static_cast<std::uint64_t>(memory()) * gigabyte;
    const TuneWay chosen = tuneWayOf(way().toStdString()).value_or(m_byCases);
    const WayEstimate* estimate = estimateOf(m_ways, chosen);
    if (limit == 0 || !estimate || estimate->peakBytes <= limit)
        return {};
    QStringList fits;
    for (const WayEstimate& one : waysWithin(m_ways, limit))
        fits << tuneWayName(one.way);
    const QString needs =
        tr("“%1” may take %2 of memory.").arg(tuneWayName(chosen), bytesText(estimate->peakBytes));
    return needs + QLatin1Char(' ') +
           (fits.isEmpty() ? tr("No way fits.")
                           : tr("What fits: %1.").arg(fits.join(QStringLiteral(", "))));
}

QString TuneTrainingPage::way() const
{
    return m_way->currentData().toString();
}

QString TuneTrainingPage::site() const
{
    return m_site->text().trimmed();
}

int TuneTrainingPage::memory() const
{
    return m_memory->value();
}

void TuneTrainingPage::pressedStart()
{
    if (m_job.state() == TuneJob::State::None)
        Q_EMIT beginWanted();
    else
        m_job.start();
}

void TuneTrainingPage::showJob()
{
    using State = TuneJob::State;
    const State state = m_job.state();
    const bool none = state == State::None;
    m_way->setEnabled(none);
    m_site->setEnabled(none);
    m_memory->setEnabled(none);
    m_table->setVisible(none && !m_ways.empty());
    m_start->setText(none ? tr("&Start") : tr("&Go on"));
    m_start->setEnabled(none ? m_ready && !site().isEmpty() && tooLarge().isEmpty()
                             : state == State::Resting || state == State::Failed);
    m_pause->setText(state == State::Paused ? tr("&Continue") : tr("&Pause"));
    m_pause->setEnabled(state == State::Running || state == State::Paused);
    m_stop->setEnabled(state == State::Running || state == State::Paused);
    m_new->setEnabled(!none && !m_job.isRunning());
    m_progress->setVisible(m_job.isRunning());
    m_messages->setVisible(!none);
    if (m_job.isRunning())
        m_timer.start();
    else
        m_timer.stop();
    refresh();
}

void TuneTrainingPage::refresh()
{
    using State = TuneJob::State;
    switch (m_job.state()) {
    case State::None:
        m_state->setText(!m_ready                ? m_why
                         : !tooLarge().isEmpty() ? tooLarge()
                         : site().isEmpty()
                             ? tr("Say whose studies these are: the new model will say so.")
                             : tr("Reading goes on while a model learns, and the model in use "
                                  "stays in use."));
        break;
    case State::Resting:
        m_state->setText(tr("This tuning was stopped. It can go on where it was."));
        break;
    case State::Running:
        m_state->setText(tr("Running, behind everything else: reading goes on."));
        break;
    case State::Paused:
        m_state->setText(tr("Paused."));
        break;
    case State::Stopping:
        m_state->setText(tr("Stopping…"));
        break;
    case State::Done:
        m_state->setText(tr("Done: see the result."));
        break;
    case State::Failed:
        m_state->setText(tr("The tuning ended with an error; nothing was changed. What it says is "
                            "below."));
        break;
    }
    const QString message = m_job.state() == State::None ? QString() : m_job.message();
    m_progress->setValue(TuneJob::percentIn(message));
    m_messages->setPlainText(message);
    if (m_job.state() == State::None) {
        m_loss->clear();
        m_auc->clear();
        m_calibration->clear();
        return;
    }
    const auto curves = readTrainingCurves(m_job.folder() / "log.csv");
    if (!curves) {
        m_state->setText(errorText(curves.error()));
        return;
    }
    m_loss->show({tr("Loss"), curves->loss});
    std::vector<CurvePlot::Line> findings;
    for (const auto& [name, curve] : curves->auc)
        findings.push_back({QString::fromStdString(name), curve});
    m_auc->show({tr("Mean"), curves->meanAuc}, std::move(findings));
    m_calibration->show({tr("Mean"), curves->calibrationError});
}

} // namespace fovea
