#include "app/ask/Thumbnails.h"

#include "app/ask/regionPicture.h"
#include "app/work/studyWork.h"
#include "storage/AtomicFile.h"
#include "storage/ContentHash.h"

#include <QBuffer>

#include <algorithm>
#include <optional>
#include <utility>

namespace fovea {

namespace fs = std::filesystem;

namespace {

/// Names nobody. SQLite gives ids of removed series to new ones, so ids alone would not do.
std::string fileName(const SeriesRecord& series, const LabelMapRecord& labels,
                     const std::string& anatomyId)
{
    ContentHash hash;
    for (const std::string& part :
         {series.seriesInstanceUid, std::to_string(series.part), std::to_string(labels.id),
          labels.addedAt, labels.source, anatomyId, std::to_string(Thumbnails::Side)})
        hash.add(part + '\n');
    return hash.hex() + ".png";
}

/// What cannot be written is made again the next time.
void store(const fs::path& file, const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (!error && picture.save(&buffer, "PNG"))
        static_cast<void>(
            writeFileAtomically(file, {bytes.constData(), std::size_t(bytes.size())}).ok());
}

QImage stored(const fs::path& file)
{
    QImage picture;
    std::error_code error;
    if (picture.load(QString::fromStdString(file.string()), "PNG"))
        fs::last_write_time(file, fs::file_time_type::clock::now(), error); // Looked at now.
    return picture;
}

} // namespace

Thumbnails::Thumbnails(const Archive& archive, const AnatomyCatalog& catalog, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
    , m_catalog(catalog)
{
}

fs::path Thumbnails::folder(const fs::path& archiveFolder)
{
    return archiveFolder / "thumbnails";
}

void Thumbnails::request(const std::vector<RankedRegion>& regions)
{
    m_task.cancel();
    ++m_asked;
    m_jobs.clear();
    for (const RankedRegion& region : regions) {
        const auto known = std::ranges::find_if(m_jobs, [&](const Job& job) {
            return job.seriesId == region.seriesId && job.labelMapId == region.labelMapId;
        });
        if (known != m_jobs.end())
            known->anatomyIds.push_back(region.anatomyId);
        else
            m_jobs.push_back({region.seriesId, region.labelMapId, {region.anatomyId}});
    }
    next();
}

void Thumbnails::next()
{
    if (m_jobs.empty())
        return;
    const Job job = m_jobs.front();
    m_task = m_archive.run<Pictures>(
        this,
        [job, &catalog = m_catalog](StudyDatabase& database, const Progress& progress) {
            return make(database, job, catalog, progress);
        },
        [this, job, number = m_asked](const Result<Pictures>& pictures) {
            if (number != m_asked)
                return; // Another answer is shown.
            if (pictures) {
                for (const auto& [anatomyId, picture] : *pictures) {
                    if (!picture.isNull())
                        Q_EMIT ready(job.seriesId, QString::fromStdString(anatomyId), picture);
                }
            } // Files that cannot be read now have no picture; the list says all else.
            m_jobs.pop_front();
            next();
        });
}

Result<Thumbnails::Pictures> Thumbnails::make(const StudyDatabase& database, const Job& job,
                                              const AnatomyCatalog& catalog,
                                              const Progress& progress)
{
    const auto series = database.series(job.seriesId);
    if (!series)
        return series.error();
    const auto record = database.labelMap(job.labelMapId);
    if (!record)
        return record.error();
    const fs::path kept = folder(database.folder());
    Pictures pictures;
    std::optional<LoadedSeries> loaded;
    std::optional<LoadedLabelMap> labels;
    for (const std::string& anatomyId : job.anatomyIds) {
        const fs::path file = kept / fileName(*series, *record, anatomyId);
        QImage picture = stored(file);
        if (picture.isNull()) {
            if (!loaded) {
                auto whole = loadSeries(database, job.seriesId, progress.part(0.0, 0.5));
                if (!whole)
                    return whole.error();
                loaded = std::move(*whole);
                auto map = loadLabelMap(*loaded, *record, catalog, progress.part(0.5, 1.0));
                if (!map)
                    return map.error();
                labels = std::move(*map);
            }
            picture = regionPicture(*loaded->volume, *labels->labels, anatomyId, Side);
            if (!picture.isNull())
                store(file, picture);
        }
        pictures.emplace_back(anatomyId, std::move(picture));
    }
    if (loaded)
        trim(kept, Budget);
    return pictures;
}

void Thumbnails::trim(const fs::path& folder, std::uintmax_t bytes)
{
    struct File {
        fs::file_time_type time;
        std::uintmax_t size;
        fs::path path;
    };
    std::vector<File> files;
    std::uintmax_t total = 0;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (!entry.is_regular_file(error) || entry.path().extension() != ".png")
            continue;
        files.push_back({entry.last_write_time(error), entry.file_size(error), entry.path()});
        total += files.back().size;
    }
    std::ranges::sort(files, {}, &File::time);
    for (const File& file : files) {
        if (total <= bytes)
            break;
        if (fs::remove(file.path, error))
            total -= file.size;
    }
}

} // namespace fovea
