#include "storage/StudyDatabaseInternals.h"

#include <array>

namespace fovea {

namespace {

constexpr std::array planeNames{"axial", "coronal", "sagittal"}; // As KeyImagePlane counts.

KeyImagePlane planeNamed(const std::string& name)
{
    for (std::size_t n = 0; n < planeNames.size(); ++n) {
        if (name == planeNames[n])
            return static_cast<KeyImagePlane>(n);
    }
    throw SqlFailure{makeError(ErrorCode::DatabaseFailed, {}, "an unknown plane")};
}

} // namespace

Result<std::optional<SeriesWindow>> StudyDatabase::windowOf(std::int64_t seriesId) const
{
    return guarded([&]() -> std::optional<SeriesWindow> {
        Statement::Run run(m_internals->sql->windowOfSeries, seriesId);
        if (!run.step())
            return std::nullopt;
        return SeriesWindow{run.real(0), run.real(1)};
    });
}

Status StudyDatabase::saveWindow(std::int64_t seriesId, const SeriesWindow& window)
{
    if (const Result<SeriesRecord> known = series(seriesId); !known)
        return known.error();
    return guarded([&] {
        Statement::Run(m_internals->sql->saveWindow, seriesId, window.centreHu, window.widthHu)
            .execute();
        return Done{};
    });
}

Result<std::vector<KeyImageRecord>> StudyDatabase::keyImagesOf(std::int64_t seriesId) const
{
    return guarded([&] {
        std::vector<KeyImageRecord> found;
        for (Statement::Run run(m_internals->sql->keyImagesOfSeries, seriesId); run.step();) {
            found.push_back({run.integer(0),
                             seriesId,
                             planeNamed(run.text(1)),
                             {run.real(2), run.real(3), run.real(4)},
                             {run.real(5), run.real(6)},
                             run.text(7)});
        }
        return found;
    });
}

Result<KeyImageRecord> StudyDatabase::addKeyImage(const KeyImageRecord& record)
{
    if (const Result<SeriesRecord> known = series(record.seriesId); !known)
        return known.error();
    return guarded([&] {
        StudyStatements& sql = *m_internals->sql;
        KeyImageRecord result = record;
        result.addedAt = utcNow();
        Statement::Run(sql.insertKeyImage, record.seriesId,
                       std::string(planeNames.at(static_cast<std::size_t>(record.plane))),
                       record.positionMm[0], record.positionMm[1], record.positionMm[2],
                       record.window.centreHu, record.window.widthHu, result.addedAt)
            .execute();
        result.id = sqlite3_last_insert_rowid(sql.connection);
        return result;
    });
}

Status StudyDatabase::removeKeyImage(std::int64_t keyImageId)
{
    return guarded([&] {
        Statement::Run(m_internals->sql->deleteKeyImage, keyImageId).execute();
        return Done{};
    });
}

} // namespace fovea
