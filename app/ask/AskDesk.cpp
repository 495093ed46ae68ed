#include "app/ask/AskDesk.h"

#include "app/ask/AskPanel.h"
#include "app/ask/FilterBox.h"
#include "app/text/errorText.h"
#include "app/work/fillScanners.h"

#include <utility>

namespace fovea {

AskDesk::AskDesk(AskPanel& panel, StudySession& session, ModelService& model,
                 const Archive& archive, const AnatomyCatalog& catalog, QObject* parent)
    : QObject(parent)
    , m_panel(panel)
    , m_session(session)
    , m_model(model)
    , m_archive(archive)
    , m_saved(panel, session, model, archive)
    , m_thumbnails(archive, catalog)
{
    connect(&m_thumbnails, &Thumbnails::ready, &panel, &AskPanel::setPicture);
    connect(&m_saved, &SavedSearchDesk::askRequested, this, &AskDesk::askText);
    connect(&panel, &AskPanel::asked, this, &AskDesk::askText);
    connect(&panel, &AskPanel::likeRequested, this, &AskDesk::askLike);
    connect(&panel, &AskPanel::regionChosen, this, &AskDesk::choose);
    connect(&panel.filters(), &FilterBox::scannersWanted, this, &AskDesk::listScanners);
    connect(&model, &ModelService::ready, this, [this] {
        m_task.cancel();
        m_waiting.reset();
        ++m_asked;
        m_panel.setBusy(false);
        m_panel.setReady(true);
        m_panel.clearMatches(); // another model's
    });
    connect(&session, &StudySession::opening, this, [this] { m_panel.setStudyOpen(false); });
    connect(&session, &StudySession::seriesShown, this, [this] { m_panel.setStudyOpen(true); });
    connect(&session, &StudySession::analysisShown, this,
            [this] { m_panel.filters().setFindings(m_session.analysis()->findings); });
    connect(&session, &StudySession::analysisSaved, this, [this] {
        if (auto question = std::exchange(m_waiting, std::nullopt))
            ask(std::move(*question));
    });
    connect(&session, &StudySession::labelsShown, this, &AskDesk::arrive);
    panel.setReady(model.info().has_value());
}

void AskDesk::askText()
{
    if (m_panel.question().isEmpty()) {
        m_panel.showProblem(errorText(makeError(ErrorCode::EmptyText)));
        return;
    }
    auto filter = m_panel.filters().filter();
    if (!filter) {
        m_panel.showProblem(errorText(filter.error()));
        return;
    }
    RegionQuestion question;
    question.text = m_panel.question().toStdString();
    question.filter = std::move(*filter);
    question.scope = m_panel.scope();
    if (m_session.series()) {
        const StudyRecord& study = m_session.series()->study;
        question.scopeId =
            question.scope == RegionQuestion::Scope::Patient ? study.patient.id : study.id;
    }
    ask(std::move(question));
}

void AskDesk::askLike(qint64 seriesId, const QString& anatomyId)
{
    auto filter = m_panel.filters().filter();
    if (!filter) {
        m_panel.showProblem(errorText(filter.error()));
        return;
    }
    RegionQuestion question;
    question.like = RegionAddress{seriesId, anatomyId.toStdString()};
    question.filter = std::move(*filter);
    ask(std::move(question));
}

void AskDesk::askLikeOpen(const QString& anatomyId)
{
    if (m_session.series())
        askLike(m_session.series()->series.id, anatomyId);
}

void AskDesk::askAbout(const QString& text)
{
    RegionQuestion question;
    question.text = text.simplified().toStdString();
    question.scope = m_panel.scope();
    if (auto filter = m_panel.filters().filter())
        question.filter = std::move(*filter);
    m_panel.setQuestion(question);
    m_panel.focusQuestion();
    if (m_model.info())
        askText();
}

void AskDesk::listScanners()
{
    m_listing.cancel();
    m_listing = m_archive.run<std::vector<Scanner>>(
        this,
        [](StudyDatabase& database, const Progress& progress) {
            return knownScanners(database, progress);
        },
        [this](const Result<std::vector<Scanner>>& scanners) {
            if (scanners)
                m_panel.filters().setScanners(*scanners);
            else if (scanners.error().code != ErrorCode::Cancelled)
                m_panel.showProblem(errorText(scanners.error()));
        });
}

void AskDesk::ask(RegionQuestion question)
{
    m_task.cancel();
    m_panel.setBusy(true);
    const int number = ++m_asked;
    if (m_session.isSavingAnalysis()) {
        m_waiting = std::move(question);
        return;
    }
    m_task = m_model.ask(
        this, m_archive.folder(), question, [this, question, number](Result<RegionAnswer> answer) {
            if (number != m_asked)
                return;
            m_panel.setBusy(false);
            if (answer) {
                m_panel.setAnswer(question, *answer,
                                  m_session.series() ? m_session.series()->series.id : 0);
                m_thumbnails.request(answer->matches);
            } else if (answer.error().code == ErrorCode::NoCases)
                m_panel.showProblem(
                    tr("This model has analyzed no series yet: open a study with a segmentation."));
            else if (answer.error().code != ErrorCode::Cancelled)
                m_panel.showProblem(errorText(answer.error()));
        });
}

void AskDesk::choose(qint64 seriesId, const QString& anatomyId)
{
    m_destination.reset();
    if (m_session.series() && m_session.series()->series.id == seriesId) {
        m_session.goToAnatomy(anatomyId);
        return;
    }
    m_destination = RegionAddress{seriesId, anatomyId.toStdString()};
    Q_EMIT seriesWanted(seriesId);
}

void AskDesk::arrive()
{
    if (m_destination && m_session.series() &&
        m_session.series()->series.id == m_destination->seriesId)
        m_session.goToAnatomy(QString::fromStdString(m_destination->anatomyId));
    m_destination.reset();
}

} // namespace fovea
