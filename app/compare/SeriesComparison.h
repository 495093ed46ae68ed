#pragma once

#include "app/study/Archive.h"
#include "app/work/studyWork.h"
#include "viewer/ViewState.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace fovea {

class StudySession;

/// A second series beside the open one, with a ViewState of its own. While linked, both scroll by
/// patient position, by default one and the same, and turn their planes together; when they are
/// linked again after a reader has moved one of them, what stands side by side then stays side by
/// side. Window and slice thickness are each series' own, how pictures are shown otherwise and what
/// the mouse does are those of the open series.
class SeriesComparison : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the comparison. `main` is the view state of the open series.
    SeriesComparison(ViewState& main, StudySession& session, const Archive& archive,
                     QObject* parent = nullptr);
    ~SeriesComparison() override;

    /// Opens a series for comparison in place of what was compared before; ends with opened() or
    /// failed(). Nothing without an open series.
    void open(qint64 seriesId);
    void close();

    ViewState& state() { return m_other; }
    /// Empty: nothing is compared.
    const std::optional<LoadedSeries>& series() const { return m_series; }
    bool isLinked() const { return m_linked; }
    void setLinked(bool linked);

    /// What makes places or patients differ.
    bool isOtherPatient() const;
    bool isOtherFrameOfReference() const;

Q_SIGNALS:
    void opening();
    void opened();
    void closed();
    void failed(const fovea::Error& error);

private:
    void show(LoadedSeries series);
    void connectStates();
    void turnAlong(const ViewState& leader, ViewState& follower);
    void follow(ViewState& leader, ViewState& follower, const Vec3& offsetMm);

    ViewState& m_main;
    StudySession& m_session;
    const Archive& m_archive;
    ViewState m_other;
    std::optional<LoadedSeries> m_series;
    std::unique_ptr<QObject> m_scope; ///< Receiver of what is being loaded.
    bool m_linked = true;
    bool m_following = false; ///< One cursor sets the other.
    Vec3 m_offsetMm{0, 0, 0}; ///< The other cursor less the main one, while linked.
    std::vector<Connection> m_connections;
};

} // namespace fovea
