#pragma once

#include "app/models/ModelService.h"
#include "model/domain/FindingReading.h"
#include "viewer/ViewState.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <map>
#include <memory>
#include <optional>

class QAction;
class QMenu;
class QWidget;

namespace fovea {

class RegionMapBox;
class StatusLine;
class StudySession;

/// Which map the regions considered are drawn from: the one whose peak lies on the right side most
/// often when a finding is asked without its side. On 300 unseen phantoms (`evaluate --phantoms 300
/// --seed 4000001`, demo model) that were 27 of 33 effusions and 41 of 46 consolidations; leaving
/// out one token alone had 3 and 42, attention-weighted values 9 and 23, gradient x input 12
/// and 22.
inline constexpr RelevanceMethod regionMapMethod = RelevanceMethod::LeaveNeighborsOut;

/// Where in an anatomy the model looked for the finding that is chosen: asks the model when a
/// reader wants to see it, keeps the answers of the open analysis, and writes the map into the
/// ViewState, of which it owns that part. Never a map of an anatomy whose segmentation was
/// corrected since it was analyzed.
class RegionMapDesk : public QObject {
    Q_OBJECT

public:
    /// All must outlive the desk.
    RegionMapDesk(ModelService& model, StudySession& session, ViewState& view,
                  QObject* parent = nullptr);
    ~RegionMapDesk() override;

    /// `parent` owns it.
    QWidget* makeBox(QWidget* parent);
    void fillMenu(QMenu& menu);
    /// Says there that it asks the model; must outlive the desk's questions.
    void setStatus(StatusLine& status) { m_status = &status; }

    /// The finding that is looked at, and what it is called; empty: none.
    void setFinding(std::optional<FindingKey> key, const QString& title);
    /// Whether the segmentation on the screen is another one than was analyzed.
    void setCorrected(bool corrected);
    /// Puts the cursor into the middle of the finding's strongest cell; false where its map is not
    /// there.
    bool goToPeak(const FindingKey& key);

Q_SIGNALS:
    void failed(const fovea::Error& error);

private:
    void forget();
    void update();
    void ask();
    void stop();
    void finish(const FindingKey& key, const QString& title, Result<RegionRelevance> relevance);
    void wantPeak();
    void showBusy();
    void showIdle();
    bool mayShow() const;
    QString note() const;

    ModelService& m_model;
    StudySession& m_session;
    ViewState& m_view;
    QPointer<RegionMapBox> m_box;
    QAction* m_show;
    QAction* m_goToPeak;
    StatusLine* m_status = nullptr;
    Connection m_visible;
    std::optional<FindingKey> m_finding;
    QString m_title;
    bool m_corrected = false;
    /// Of the open analysis; null: no cell speaks for the finding.
    std::map<FindingKey, RegionMapPtr> m_maps;
    std::optional<FindingKey> m_failed; ///< Asked for in vain; not asked again by itself.
    std::optional<FindingKey> m_asked;  ///< What runs.
    std::unique_ptr<QObject> m_scope;   ///< Receiver of what runs; null: nothing does.
    bool m_peakWanted = false;          ///< Go there when the map is there.
};

} // namespace fovea
