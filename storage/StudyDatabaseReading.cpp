#include "storage/SearchText.h"
#include "storage/StudyDatabaseInternals.h"

namespace fovea {

namespace {

[[noreturn]] void throwNotInArchive(const char* what, std::int64_t id)
{
    throw SqlFailure{
        makeError(ErrorCode::NotInArchive, {what + std::string(" ") + std::to_string(id)})};
}

StudyRecord studyFrom(const Statement::Run& run)
{
    StudyRecord study;
    study.id = run.integer(0);
    study.studyInstanceUid = run.text(1);
    study.date = run.text(2);
    study.time = run.text(3);
    study.description = run.text(4);
    study.accessionNumber = run.text(5);
    study.addedAt = run.text(6);
    study.patient.id = run.integer(7);
    study.patient.name = run.text(8);
    study.patient.patientId = run.text(9);
    study.patient.birthDate = run.text(10);
    study.patient.sex = run.text(11);
    study.seriesCount = static_cast<int>(run.integer(12));
    study.sliceCount = static_cast<int>(run.integer(13));
    return study;
}

SeriesRecord seriesFrom(const Statement::Run& run)
{
    SeriesRecord series;
    series.id = run.integer(0);
    series.studyId = run.integer(1);
    series.seriesInstanceUid = run.text(2);
    series.part = static_cast<int>(run.integer(3));
    series.modality = run.text(4);
    series.description = run.text(5);
    series.number = static_cast<int>(run.integer(6));
    series.bodyPart = run.text(7);
    series.frameOfReferenceUid = run.text(8);
    series.convolutionKernel = run.text(9);
    series.sliceCount = static_cast<int>(run.integer(12));
    series.size = {static_cast<int>(run.integer(10)), static_cast<int>(run.integer(11)),
                   series.sliceCount};
    series.spacingMm = {run.real(13), run.real(14), run.real(15)};
    const std::vector<double> orientation = valuesFrom<double>(run.blob(16));
    if (orientation.size() != 6)
        throw SqlFailure{makeError(ErrorCode::DatabaseFailed, {}, "an orientation of odd length")};
    series.rowDirection = {orientation[0], orientation[1], orientation[2]};
    series.columnDirection = {orientation[3], orientation[4], orientation[5]};
    series.hasLabelMap = run.integer(17) != 0;
    series.manufacturer = run.text(18);
    series.scannerModel = run.text(19);
    return series;
}

std::filesystem::path pathFrom(const Statement::Run& run, int column, bool managed,
                               const std::filesystem::path& folder)
{
    const std::filesystem::path stored{std::string(run.blob(column))};
    return managed ? folder / stored : stored;
}

InstanceRecord instanceFrom(const Statement::Run& run, const std::filesystem::path& folder)
{
    InstanceRecord instance;
    instance.id = run.integer(0);
    instance.seriesId = run.integer(1);
    instance.sopInstanceUid = run.text(2);
    instance.sopClassUid = run.text(3);
    instance.number = static_cast<int>(run.integer(4));
    instance.frames = static_cast<int>(run.integer(5));
    instance.positionMm = run.real(6);
    instance.managed = run.integer(8) != 0;
    instance.path = pathFrom(run, 7, instance.managed, folder);
    return instance;
}

} // namespace

LabelMapRecord labelMapFrom(const Statement::Run& run, const std::filesystem::path& folder)
{
    LabelMapRecord record;
    record.id = run.integer(0);
    record.seriesId = run.integer(1);
    const std::string kind = run.text(2);
    record.kind = kind == "file"     ? LabelMapKind::File
                  : kind == "folder" ? LabelMapKind::Folder
                                     : LabelMapKind::DicomSegmentation;
    record.managed = run.integer(4) != 0;
    record.path = pathFrom(run, 3, record.managed, folder);
    record.label = run.text(5);
    record.source = run.text(6);
    record.addedAt = run.text(7);
    return record;
}

Result<std::vector<StudyRecord>> StudyDatabase::studies(const StudyQuery& query) const
{
    return guarded([&] {
        const std::vector<std::string> words = searchWords(query.text);
        std::vector<StudyRecord> found;
        Statement::Run run(m_internals->sql->studies, query.fromDate, query.toDate);
        while (run.step()) {
            if (!containsAllWords(run.text(14), words))
                continue;
            found.push_back(studyFrom(run));
            if (query.limit > 0 && std::ssize(found) == query.limit)
                break;
        }
        return found;
    });
}

Result<StudyRecord> StudyDatabase::study(std::int64_t studyId) const
{
    return guarded([&] {
        Statement::Run run(m_internals->sql->studyById, studyId);
        if (!run.step())
            throwNotInArchive("study", studyId);
        return studyFrom(run);
    });
}

Result<std::vector<StudyRecord>> StudyDatabase::studiesOf(std::int64_t patientId) const
{
    return guarded([&] {
        std::vector<StudyRecord> found;
        for (Statement::Run run(m_internals->sql->studiesOfPatient, patientId); run.step();)
            found.push_back(studyFrom(run));
        return found;
    });
}

Result<std::optional<StudyRecord>> StudyDatabase::studyByUid(const std::string& uid) const
{
    return guarded([&] {
        Statement::Run run(m_internals->sql->studyByUid, uid);
        return run.step() ? std::optional(studyFrom(run)) : std::nullopt;
    });
}

Result<std::vector<SeriesRecord>> StudyDatabase::seriesOf(std::int64_t studyId) const
{
    return guarded([&] {
        std::vector<SeriesRecord> found;
        for (Statement::Run run(m_internals->sql->seriesOfStudy, studyId); run.step();)
            found.push_back(seriesFrom(run));
        return found;
    });
}

Result<SeriesRecord> StudyDatabase::series(std::int64_t seriesId) const
{
    return guarded([&] {
        Statement::Run run(m_internals->sql->seriesById, seriesId);
        if (!run.step())
            throwNotInArchive("series", seriesId);
        return seriesFrom(run);
    });
}

Result<std::vector<SeriesRecord>> StudyDatabase::seriesByUid(const std::string& uid) const
{
    return guarded([&] {
        std::vector<SeriesRecord> found;
        for (Statement::Run run(m_internals->sql->seriesByUid, uid); run.step();)
            found.push_back(seriesFrom(run));
        return found;
    });
}

Result<std::vector<InstanceRecord>> StudyDatabase::instancesOf(std::int64_t seriesId) const
{
    return guarded([&] {
        std::vector<InstanceRecord> found;
        for (Statement::Run run(m_internals->sql->instancesOfSeries, seriesId); run.step();)
            found.push_back(instanceFrom(run, m_internals->folder));
        return found;
    });
}

Result<std::vector<LabelMapRecord>> StudyDatabase::labelMapsOf(std::int64_t seriesId) const
{
    return guarded([&] {
        std::vector<LabelMapRecord> found;
        for (Statement::Run run(m_internals->sql->labelMapsOfSeries, seriesId); run.step();)
            found.push_back(labelMapFrom(run, m_internals->folder));
        return found;
    });
}

Result<LabelMapRecord> StudyDatabase::labelMap(std::int64_t labelMapId) const
{
    return guarded([&] {
        Statement::Run run(m_internals->sql->labelMapById, labelMapId);
        if (!run.step())
            throwNotInArchive("label map", labelMapId);
        return labelMapFrom(run, m_internals->folder);
    });
}

} // namespace fovea
