#include "storage/StudyDatabaseInternals.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fovea {

namespace {

constexpr std::array<std::pair<MeasureKind, const char*>, 7> kindNames{{
    {MeasureKind::Length, "length"},
    {MeasureKind::Angle, "angle"},
    {MeasureKind::Ellipse, "ellipse"},
    {MeasureKind::Polygon, "polygon"},
    {MeasureKind::Probe, "probe"},
    {MeasureKind::Arrow, "arrow"},
    {MeasureKind::Text, "text"},
}};

std::string kindName(MeasureKind kind)
{
    return std::ranges::find(kindNames, kind, &std::pair<MeasureKind, const char*>::first)->second;
}

std::vector<double> flat(const std::vector<Vec3>& points)
{
    std::vector<double> values;
    for (const Vec3& point : points)
        values.insert(values.end(), point.begin(), point.end());
    return values;
}

std::vector<Vec3> pointsFrom(std::string_view blob)
{
    const std::vector<double> values = valuesFrom<double>(blob);
    std::vector<Vec3> points;
    for (std::size_t n = 0; n + 2 < values.size(); n += 3)
        points.push_back({values[n], values[n + 1], values[n + 2]});
    return points;
}

Measure measureFrom(const Statement::Run& run)
{
    Measure measure;
    measure.uid = run.text(0);
    measure.frameOfReferenceUid = run.text(1);
    const std::string name = run.text(2);
    const auto kind =
        std::ranges::find_if(kindNames, [&](const auto& known) { return name == known.second; });
    measure.pointsMm = pointsFrom(run.blob(3));
    const std::vector<Vec3> normal = pointsFrom(run.blob(4));
    measure.text = run.text(5);
    if (kind != kindNames.end())
        measure.kind = kind->first;
    if (normal.size() == 1)
        measure.normal = normal.front();
    if (kind == kindNames.end() || normal.size() != 1 || !isWhole(measure))
        throw SqlFailure{makeError(ErrorCode::DatabaseFailed, {}, "a measure that is not whole")};
    return measure;
}

} // namespace

Result<MeasureList> StudyDatabase::measuresOf(std::int64_t seriesId) const
{
    return guarded([&] {
        MeasureList found;
        for (Statement::Run run(m_internals->sql->measuresOfSeries, seriesId); run.step();)
            found.push_back(measureFrom(run));
        return found;
    });
}

Status StudyDatabase::changeMeasures(std::int64_t seriesId,
                                     const std::vector<MeasureChange>& changes)
{
    return guarded([&] {
        StudyStatements& sql = *m_internals->sql;
        Transaction transaction(sql.connection);
        if (!Statement::Run(sql.seriesById, seriesId).step())
            throw SqlFailure{
                makeError(ErrorCode::NotInArchive, {"series " + std::to_string(seriesId)})};
        for (const MeasureChange& change : changes) {
            if (!change.after) {
                Statement::Run(sql.deleteMeasure, change.uid()).execute();
                continue;
            }
            const Measure& measure = *change.after;
            if (!isWhole(measure))
                throw SqlFailure{makeError(ErrorCode::Internal, {}, "a measure that is not whole")};
            Statement::Run(sql.upsertMeasure, measure.uid, seriesId, measure.frameOfReferenceUid,
                           kindName(measure.kind), flat(measure.pointsMm), flat({measure.normal}),
                           measure.text, utcNow())
                .execute();
        }
        transaction.commit();
        return Done{};
    });
}

} // namespace fovea
