#include "app/compare/SeriesComparison.h"

#include "app/study/StudySession.h"

#include <cmath>
#include <utility>

namespace fovea {

namespace {

/// Places closer than this are one place.
constexpr double LeastMm = 0.01;

bool contains(const ImageGeometry& geometry, const Vec3& positionMm)
{
    const Vec3 index = geometry.patientToIndex(positionMm);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (index[axis] < -0.5 || index[axis] > double(geometry.size[axis]) - 0.5)
            return false;
    }
    return true;
}

} // namespace

SeriesComparison::SeriesComparison(ViewState& main, StudySession& session, const Archive& archive,
                                   const AnatomyCatalog& catalog, QObject* parent)
    : QObject(parent)
    , m_main(main)
    , m_session(session)
    , m_archive(archive)
    , m_catalog(catalog)
    , m_scope(std::make_unique<QObject>())
{
    connectStates();
    connect(&session, &StudySession::opening, this, &SeriesComparison::close);
    connect(&session, &StudySession::labelsShown, this, &SeriesComparison::matchWhenSegmented);
}

SeriesComparison::~SeriesComparison() = default;

void SeriesComparison::open(qint64 seriesId)
{
    if (!m_session.series())
        return;
    close();
    Q_EMIT opening();
    m_archive.run<LoadedSeries>(
        m_scope.get(),
        [seriesId](StudyDatabase& database, const Progress& progress) {
            return loadSeries(database, seriesId, progress);
        },
        [this](Result<LoadedSeries> series) {
            if (series)
                show(std::move(*series));
            else
                Q_EMIT failed(series.error());
        });
}

void SeriesComparison::show(LoadedSeries series)
{
    m_series = std::move(series);
    m_linked = false;
    m_other.show(m_series->volume);
    const bool known = m_series->lastWindow.has_value();
    m_other.window.set(
        known ? WindowLevel{m_series->lastWindow->centreHu, m_series->lastWindow->widthHu}
              : m_main.window.get());
    if (!known) {
        for (const SliceOrientation plane :
             {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
            m_other.ownWindow(plane).set(m_main.ownWindow(plane).get());
    }
    firstLink();
    Q_EMIT opened();
    matchWhenSegmented();
}

void SeriesComparison::firstLink()
{
    const ImageGeometry& here = m_session.series()->volume->geometry();
    const ImageGeometry& there = m_series->volume->geometry();
    const auto known = m_remembered.find({m_session.series()->series.id, m_series->series.id});
    m_wantsAnatomy = false;
    if (known != m_remembered.end()) {
        setLink(known->second);
        return;
    }
    // One frame of reference: one place. Where the place is not in the other series at all, the
    // frames cannot be the same whatever they are called, and the middles are the best guess.
    if (contains(there, m_main.cursorMm.get()))
        setLink({});
    else
        setLink({SeriesLink::From::Middles, there.centreMm() - here.centreMm(), {}});
    m_wantsAnatomy = isOtherFrameOfReference() && !isOtherPatient();
}

void SeriesComparison::setLink(SeriesLink link)
{
    m_link = std::move(link);
    m_linked = true;
    turnAlong(m_main, m_other);
    follow(m_main, m_other, m_link.offsetMm);
    Q_EMIT linkChanged();
}

void SeriesComparison::close()
{
    m_scope = std::make_unique<QObject>();
    if (!m_series)
        return;
    m_series.reset();
    m_link = {};
    m_wantsAnatomy = false;
    m_other.show(nullptr);
    Q_EMIT closed();
}

void SeriesComparison::setLinked(bool linked)
{
    if (linked) {
        linkHere();
        return;
    }
    m_linked = false;
    Q_EMIT linkChanged();
}

void SeriesComparison::setPlane(SliceOrientation plane)
{
    m_plane = plane;
    Q_EMIT planeChanged();
}

Vec3 SeriesComparison::towards() const
{
    const Vec3 next = m_main.frame.get().axes(m_plane).next;
    // One reads to the feet, but positions are counted towards the head.
    return m_plane == SliceOrientation::Axial ? next * -1.0 : next;
}

double SeriesComparison::alongMm() const
{
    return dot(m_link.offsetMm, towards());
}

void SeriesComparison::linkHere()
{
    if (!m_series)
        return;
    // Two slices belong together, not the points that the reader last clicked in them.
    const Vec3 apart = m_other.cursorMm.get() - m_main.cursorMm.get();
    const double byHand = dot(apart - m_link.offsetMm, towards());
    SeriesLink link = m_link;
    if (std::abs(byHand) > LeastMm) {
        link = {SeriesLink::From::Hand, m_link.offsetMm + towards() * byHand, {}};
        m_wantsAnatomy = false;
        m_remembered[{m_session.series()->series.id, m_series->series.id}] = link;
    }
    setLink(std::move(link));
}

void SeriesComparison::clearOffset()
{
    if (!m_series)
        return;
    m_wantsAnatomy = false;
    m_remembered[{m_session.series()->series.id, m_series->series.id}] = {};
    setLink({});
}

bool SeriesComparison::canMatchAnatomy() const
{
    return m_series && m_series->series.hasLabelMap && m_session.labelMap() &&
           !m_session.labelMap()->labels->structures().empty();
}

void SeriesComparison::matchWhenSegmented()
{
    if (m_wantsAnatomy && canMatchAnatomy())
        matchAnatomy();
}

void SeriesComparison::matchAnatomy()
{
    m_wantsAnatomy = false;
    if (!canMatchAnatomy())
        return;
    using Found = std::optional<AnatomyOffset>;
    m_archive.run<Found>(
        m_scope.get(),
        [series = *m_series, here = m_session.labelMap()->labels,
         &catalog = m_catalog](StudyDatabase& database, const Progress& progress) -> Result<Found> {
            const auto record = newestLabelMap(database, series.series.id);
            if (!record)
                return record.error();
            if (!*record)
                return Found();
            const auto there = loadLabelMap(series, **record, catalog, progress.part(0.0, 0.6));
            if (!there)
                return there.error();
            return anatomyOffset(*here, *there->labels, progress.part(0.6, 1.0));
        },
        [this](Result<Found> found) {
            if (!found) {
                if (found.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(found.error());
                return;
            }
            if (!*found) {
                Q_EMIT anatomyMissing();
                return;
            }
            SeriesLink link{SeriesLink::From::Anatomy, (*found)->mm, *found};
            m_remembered[{m_session.series()->series.id, m_series->series.id}] = link;
            setLink(std::move(link));
        });
}

void SeriesComparison::connectStates()
{
    m_connections.push_back(
        m_main.cursorMm.observe([this](const Vec3&) { follow(m_main, m_other, m_link.offsetMm); }));
    m_connections.push_back(m_other.cursorMm.observe(
        [this](const Vec3&) { follow(m_other, m_main, m_link.offsetMm * -1.0); }));
    m_connections.push_back(
        m_main.frame.observe([this](const PlaneFrame&) { turnAlong(m_main, m_other); }));
    m_connections.push_back(
        m_other.frame.observe([this](const PlaneFrame&) { turnAlong(m_other, m_main); }));
    // How pictures are shown is one choice; the window is each series' own.
    const auto same = [this](auto property) {
        (m_other.*property).set((m_main.*property).get());
        m_connections.push_back((m_main.*property).observe([this, property](const auto& value) {
            (m_other.*property).set(value);
        }));
    };
    same(&ViewState::interpolation);
    same(&ViewState::crosshairVisible);
    same(&ViewState::annotationsVisible);
    same(&ViewState::inverted);
    same(&ViewState::mouseMode);
    same(&ViewState::cineFps);
}

void SeriesComparison::follow(ViewState& leader, ViewState& follower, const Vec3& offsetMm)
{
    if (!m_series || !m_linked || m_following)
        return;
    m_following = true;
    follower.cursorMm.set(leader.cursorMm.get() + offsetMm);
    m_following = false;
}

void SeriesComparison::turnAlong(const ViewState& leader, ViewState& follower)
{
    if (m_series && m_linked)
        follower.frame.set(leader.frame.get());
}

const StudyRecord& SeriesComparison::openStudy() const
{
    return m_session.series()->study;
}

bool SeriesComparison::isOtherPatient() const
{
    return m_series && m_session.series() &&
           m_series->study.patient.id != m_session.series()->study.patient.id;
}

bool SeriesComparison::isOtherFrameOfReference() const
{
    if (!m_series || !m_session.series())
        return false;
    const std::string& here = m_session.series()->series.frameOfReferenceUid;
    return here.empty() || here != m_series->series.frameOfReferenceUid;
}

} // namespace fovea
