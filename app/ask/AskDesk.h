#pragma once

#include "app/ask/SavedSearchDesk.h"
#include "app/ask/Thumbnails.h"
#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/study/StudySession.h"
#include "app/work/RegionQuestion.h"

#include <QObject>
#include <QString>

#include <optional>

namespace fovea {

class AskPanel;

/// Puts questions of the panel to the model and the archive, and goes to what was found, also in
/// another study.
class AskDesk : public QObject {
    Q_OBJECT

public:
    /// All outlive this object.
    AskDesk(AskPanel& panel, StudySession& session, ModelService& model, const Archive& archive,
            const AnatomyCatalog& catalog, QObject* parent = nullptr);

    /// Regions of the archive like that one.
    void askLike(qint64 seriesId, const QString& anatomyId);
    /// The same of an anatomy of the open series.
    void askLikeOpen(const QString& anatomyId);
    /// Puts a text, e.g. of a report, into the panel and asks it.
    void askAbout(const QString& text);
    SavedSearchDesk& saved() { return m_saved; }

Q_SIGNALS:
    /// A region in a series that is not open was chosen; after opening, the desk goes there.
    void seriesWanted(qint64 seriesId);

private:
    void askText();
    void ask(RegionQuestion question);
    void choose(qint64 seriesId, const QString& anatomyId);
    void arrive();
    void listScanners();

    AskPanel& m_panel;
    StudySession& m_session;
    ModelService& m_model;
    const Archive& m_archive;
    SavedSearchDesk m_saved;
    Thumbnails m_thumbnails;
    TaskHandle m_task;
    TaskHandle m_listing;
    int m_asked = 0; ///< Questions so far: of several only the last is answered.
    /// Waits until what the model says of the open study is in the archive.
    std::optional<RegionQuestion> m_waiting;
    std::optional<RegionAddress> m_destination; ///< In a series that is being opened.
};

} // namespace fovea
