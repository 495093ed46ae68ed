#include "app/compare/SeriesComparison.h"

#include "app/study/StudySession.h"

#include <cmath>
#include <utility>

namespace fovea {

namespace {

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
                                   QObject* parent)
    : QObject(parent)
    , m_main(main)
    , m_session(session)
    , m_archive(archive)
    , m_scope(std::make_unique<QObject>())
{
    connectStates();
    connect(&session, &StudySession::opening, this, &SeriesComparison::close);
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
    // One frame of reference: one place. Where the place is not in the other series at all, the
    // frames cannot be the same whatever they are called, and the middles are the best guess.
    const Vec3 here = m_main.cursorMm.get();
    if (contains(m_series->volume->geometry(), here))
        m_other.cursorMm.set(here);
    const bool known = m_series->lastWindow.has_value();
    m_other.window.set(
        known ? WindowLevel{m_series->lastWindow->centreHu, m_series->lastWindow->widthHu}
              : m_main.window.get());
    setLinked(true);
    Q_EMIT opened();
}

void SeriesComparison::close()
{
    m_scope = std::make_unique<QObject>();
    if (!m_series)
        return;
    m_series.reset();
    m_other.show(nullptr);
    Q_EMIT closed();
}

void SeriesComparison::setLinked(bool linked)
{
    m_linked = linked;
    if (!linked)
        return;
    m_offsetMm = m_other.cursorMm.get() - m_main.cursorMm.get();
    turnAlong(m_main, m_other);
}

void SeriesComparison::connectStates()
{
    m_connections.push_back(
        m_main.cursorMm.observe([this](const Vec3&) { follow(m_main, m_other, m_offsetMm); }));
    m_connections.push_back(m_other.cursorMm.observe(
        [this](const Vec3&) { follow(m_other, m_main, m_offsetMm * -1.0); }));
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
