#include "app/tune/TuneDialog.h"

#include "app/text/errorText.h"
#include "app/text/tuningText.h"
#include "app/tune/TuneResultPage.h"
#include "app/tune/TuneStudiesPage.h"
#include "app/tune/TuneTrainingPage.h"
#include "app/work/siteFile.h"
#include "app/work/tuning/estimateWays.h"
#include "model/engine/chooseTuneWay.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <system_error>
#include <utility>

namespace fovea {

namespace {

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

/// What follows `option` among a command's arguments.
std::filesystem::path valueOf(const QStringList& arguments, const QString& option)
{
    const qsizetype at = arguments.indexOf(option);
    return at < 0 || at + 1 >= arguments.size()
               ? std::filesystem::path()
               : std::filesystem::path(arguments[at + 1].toStdString());
}

bool improved(const std::filesystem::path& job)
{
    const auto result = readSiteFile(job / "result.json");
    if (!result || !*result)
        return false;
    const auto json = nlohmann::json::parse(**result, nullptr, /*allow_exceptions=*/false);
    return json.is_object() && json.value("improved", false);
}

} // namespace

std::filesystem::path newestTuning(const std::filesystem::path& archiveFolder)
{
    std::error_code error;
    std::filesystem::path newest; // By name: the time it began.
    for (const auto& entry : std::filesystem::directory_iterator(archiveFolder / "tuning", error)) {
        if (std::filesystem::exists(entry.path() / "job.json", error) &&
            entry.path().filename() > newest.filename())
            newest = entry.path();
    }
    return newest;
}

TuneDialog::TuneDialog(Parts parts, const QString& program, std::filesystem::path bundled,
                       QWidget* parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_job(program)
    , m_tabs(new QTabWidget(this))
    , m_studies(new TuneStudiesPage({parts.archive, parts.model, parts.dialogs}, this))
    , m_training(new TuneTrainingPage(m_job, this))
    , m_result(
          new TuneResultPage({parts.archive.tasks(), parts.model, parts.settings, parts.dialogs},
                             std::move(bundled), this))
{
    setObjectName(QStringLiteral("tuneDialog"));
    setWindowTitle(tr("Fine-tuning"));
    m_tabs->setObjectName(QStringLiteral("tuneTabs"));
    m_tabs->addTab(m_studies, tr("&Studies"));
    m_tabs->addTab(m_training, tr("&Training"));
    m_tabs->addTab(m_result, tr("&Result"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(1000, 680);

    connect(m_studies, &TuneStudiesPage::changed, this, &TuneDialog::studiesChanged);
    connect(m_training, &TuneTrainingPage::beginWanted, this, &TuneDialog::begin);
    connect(m_result, &TuneResultPage::modelUsed, this, &TuneDialog::modelUsed);
    connect(&m_job, &TuneJob::stateChanged, this, &TuneDialog::jobChanged);
    studiesChanged();
    openNewest();
}

void TuneDialog::openNewest()
{
    const std::filesystem::path newest = newestTuning(m_parts.archive.folder());
    if (newest.empty())
        return;
    if (const Status opened = m_job.open(newest); opened)
        m_tabs->setCurrentWidget(
            m_job.state() == TuneJob::State::Done ? static_cast<QWidget*>(m_result) : m_training);
}

void TuneDialog::studiesChanged()
{
    const TuningSet* set = m_studies->checked();
    if (!set)
        m_training->setReady(false, tr("First look through the archive: see “Studies”."));
    else if (const TuningProblem* obstacle = set->obstacle())
        m_training->setReady(false, tuningProblemText(*obstacle));
    else {
        m_training->setReady(true, {});
        estimate(*set);
        return;
    }
    m_estimating.reset();
}

void TuneDialog::estimate(const TuningSet& set)
{
    struct Answer {
        std::vector<WayEstimate> ways;
        TuneWay byCases = TuneWay::Heads;
    };
    TuneOptions options;
    options.parentPackage = m_parts.model.package();
    options.cacheFolder = options.checkpointFolder = m_parts.archive.folder() / "tuning";
    m_estimating = std::make_unique<QObject>();
    m_parts.library.run<Answer>(
        m_estimating.get(),
        [options, set, choice = m_studies->choice(), model = *m_parts.model.info(),
         folder = m_parts.archive.folder()](ModelApi& api, const Progress&) -> Result<Answer> {
            const auto database = StudyDatabase::open(folder);
            if (!database)
                return database.error();
            const auto news = choice.news(model);
            if (!news)
                return news.error();
            const auto size = tuningSize(*database, set, model.fingerprint);
            if (!size)
                return size.error();
            TuneOptions own = options;
            addNews(*news, own);
            auto ways = estimateWays(api, own, *size);
            if (!ways)
                return ways.error();
            return Answer{
                *std::move(ways),
                chooseTuneWay(size->training, {!news->anatomies.empty(), !news->findings.empty()})};
        },
        [this](Result<Answer> answer) {
            if (answer) // Else it begins unestimated, and its own program says what is wrong.
                m_training->setEstimates(std::move(answer->ways), answer->byCases);
        });
}

void TuneDialog::begin()
{
    const QString began =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const std::filesystem::path folder = m_parts.archive.folder() / "tuning" / began.toStdString();
    const std::filesystem::path package =
        m_parts.settings.modelsFolder() / ("tuned-" + began.toStdString());
    QStringList arguments{
        QStringLiteral("tune"),         QStringLiteral("run"),
        QStringLiteral("--archive"),    text(m_parts.archive.folder()),
        QStringLiteral("--model"),      text(m_parts.model.package()),
        QStringLiteral("--way"),        m_training->way(),
        QStringLiteral("--out"),        text(package),
        QStringLiteral("--site"),       m_training->site(),
        QStringLiteral("--cache"),      text(m_parts.archive.folder() / "tuning" / "cache"),
        QStringLiteral("--checkpoint"), text(folder / "checkpoints"),
        QStringLiteral("--resume"),     QStringLiteral("--log"),
        text(folder / "log.csv"),       QStringLiteral("--json")};
    if (m_training->memory() > 0)
        arguments << QStringLiteral("--memory") << QString::number(m_training->memory());
    for (const std::string& argument : m_studies->choice().arguments())
        arguments << QString::fromStdString(argument);
    if (const Status begun = m_job.begin(folder, arguments); !begun)
        m_parts.dialogs.showError(this, windowTitle(), errorText(begun.error()), {});
}

void TuneDialog::jobChanged()
{
    if (m_job.state() != TuneJob::State::Done) {
        m_result->show({}, {});
        return;
    }
    if (improved(m_job.folder()))
        m_result->show(valueOf(m_job.arguments(), QStringLiteral("--out")),
                       valueOf(m_job.arguments(), QStringLiteral("--model")));
    else
        m_result->showNothingBetter();
}

} // namespace fovea
