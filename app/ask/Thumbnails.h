#pragma once

#include "app/study/Archive.h"
#include "app/work/RegionQuestion.h"
#include "model/domain/Anatomy.h"

#include <QImage>
#include <QObject>

#include <deque>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// Pictures of regions for the list of an answer: made in the background from the archive's files,
/// one series after the other, and kept as PNG under `<archive>/thumbnails/`, by what tells a label
/// map of a series from every other one. The folder keeps a budget; what was looked at longest ago
/// goes first.
class Thumbnails : public QObject {
    Q_OBJECT

public:
    static constexpr int Side = 96;                       ///< Pixels.
    static constexpr std::uintmax_t Budget = 64ULL << 20; ///< Bytes.

    /// Both outlive this object.
    Thumbnails(const Archive& archive, const AnatomyCatalog& catalog, QObject* parent = nullptr);

    /// Makes those; what was asked for before and is not there yet is forgotten.
    void request(const std::vector<RankedRegion>& regions);

    static std::filesystem::path folder(const std::filesystem::path& archiveFolder);
    /// Removes the oldest files until the folder is within `bytes`.
    static void trim(const std::filesystem::path& folder, std::uintmax_t bytes);

Q_SIGNALS:
    void ready(qint64 seriesId, const QString& anatomyId, const QImage& picture);

private:
    /// Regions of one label map: its files are read once.
    struct Job {
        std::int64_t seriesId = 0;
        std::int64_t labelMapId = 0;
        std::vector<std::string> anatomyIds;
    };
    using Pictures = std::vector<std::pair<std::string, QImage>>; ///< By anatomy.

    static Result<Pictures> make(const StudyDatabase& database, const Job& job,
                                 const AnatomyCatalog& catalog, const Progress& progress);
    void next();

    const Archive& m_archive;
    const AnatomyCatalog& m_catalog;
    std::deque<Job> m_jobs; ///< The first is being made.
    TaskHandle m_task;
    int m_asked = 0;
};

} // namespace fovea
