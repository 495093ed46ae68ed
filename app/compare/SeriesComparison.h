#pragma once

#include "app/compare/SeriesLink.h"
#include "app/study/Archive.h"
#include "app/work/studyWork.h"
#include "viewer/ViewState.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fovea {

class StudySession;

/// A second series beside the open one, with a ViewState of its own. While linked, both scroll by
/// patient position, the compared one ahead by the offset of the SeriesLink, and turn their planes
/// together; when they are linked again after a reader has moved one of them, the two slices shown
/// then stay side by side. Of one patient in two frames of reference, the link is made from
/// structures that both segmentations have, once both are there. What was linked is remembered for
/// each pair of series until the program ends.
///
/// Window and slice thickness are each series' own, how pictures are shown otherwise and what the
/// mouse does are those of the open series.
class SeriesComparison : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the comparison. `main` is the view state of the open series.
    SeriesComparison(ViewState& main, StudySession& session, const Archive& archive,
                     const AnatomyCatalog& catalog, QObject* parent = nullptr);
    ~SeriesComparison() override;

    /// Opens a series for comparison in place of what was compared before; ends with opened() or
    /// failed(). Nothing without an open series.
    void open(qint64 seriesId);
    void close();

    ViewState& state() { return m_other; }
    /// Empty: nothing is compared.
    const std::optional<LoadedSeries>& series() const { return m_series; }
    /// Of the open series; only while something is compared.
    const StudyRecord& openStudy() const;
    bool isLinked() const { return m_linked; }
    /// On: the slices shown now belong together (linkHere()).
    void setLinked(bool linked);
    const SeriesLink& link() const { return m_link; }
    /// The plane in which the two are compared, whose normal an offset by hand lies along.
    void setPlane(SliceOrientation plane);
    /// Along the normal of that plane; towards the head, to posterior or to the left, as long as it
    /// is not turned.
    Vec3 towards() const;
    /// The offset along towards().
    double alongMm() const;

    /// Links so that the slices shown now stay side by side.
    void linkHere();
    /// Links equal positions.
    void clearOffset();
    /// Links by the structures that both segmentations have; ends with linkChanged() or
    /// anatomyMissing().
    void matchAnatomy();
    /// Both series have a segmentation in the archive.
    bool canMatchAnatomy() const;

    /// What makes places or patients differ.
    bool isOtherPatient() const;
    bool isOtherFrameOfReference() const;

Q_SIGNALS:
    void opening();
    void opened();
    void closed();
    void failed(const fovea::Error& error);
    /// Another link, or linked or not.
    void linkChanged();
    /// Another plane: alongMm() and towards() changed.
    void planeChanged();
    /// No structure lies whole in both segmentations.
    void anatomyMissing();

private:
    void show(LoadedSeries series);
    void firstLink();
    void setLink(SeriesLink link);
    void matchWhenSegmented();
    void connectStates();
    void turnAlong(const ViewState& leader, ViewState& follower);
    void follow(ViewState& leader, ViewState& follower, const Vec3& offsetMm);

    ViewState& m_main;
    StudySession& m_session;
    const Archive& m_archive;
    const AnatomyCatalog& m_catalog;
    ViewState m_other;
    std::optional<LoadedSeries> m_series;
    std::unique_ptr<QObject> m_scope; ///< Receiver of what is being loaded.
    bool m_linked = true;
    bool m_following = false; ///< One cursor sets the other.
    SeriesLink m_link;
    bool m_wantsAnatomy = false; ///< To be linked by anatomy once the open series has labels.
    std::map<std::pair<std::int64_t, std::int64_t>, SeriesLink> m_remembered; ///< Open, compared.
    SliceOrientation m_plane = SliceOrientation::Axial;
    std::vector<Connection> m_connections;
};

} // namespace fovea
