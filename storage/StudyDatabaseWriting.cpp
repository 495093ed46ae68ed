#include "storage/AuditRecord.h"
#include "storage/SearchText.h"
#include "storage/StudyDatabaseInternals.h"

#include <map>
#include <set>
#include <sys/stat.h>
#include <utility>

namespace fovea {

namespace fs = std::filesystem;

namespace {

/// Without a StudyInstanceUID, two series may be of two people: each is a study of its own.
std::string studyIdentity(const SeriesEntry& entry)
{
    if (entry.study.studyInstanceUid.empty())
        return "series:" + entry.series.seriesInstanceUid;
    return entry.study.studyInstanceUid;
}

/// Anonymous patients are kept apart: without an id, two studies may be of two people.
std::string patientIdentity(const SeriesEntry& entry)
{
    const PatientRecord& patient = entry.study.patient;
    if (patient.patientId.empty())
        return "study:" + studyIdentity(entry);
    return patient.patientId + '\x1f' + patient.name + '\x1f' + patient.birthDate;
}

std::string searchText(const StudyRecord& study)
{
    return foldForSearch(study.patient.name + '\n' + study.patient.patientId + '\n' +
                         study.description + '\n' + study.accessionNumber);
}

const char* kindName(LabelMapKind kind)
{
    switch (kind) {
    case LabelMapKind::File:
        return "file";
    case LabelMapKind::Folder:
        return "folder";
    case LabelMapKind::DicomSegmentation:
        return "dicom_seg";
    }
    return "";
}

/// "files/<name>" of a managed path below it.
std::string managedFolder(const fs::path& stored)
{
    auto part = stored.begin();
    const fs::path files = *part++;
    return (files / *part).string();
}

/// 0 for folders, and where the file cannot be asked: then a check does not compare.
std::int64_t bytesOf(const fs::path& file)
{
    // Asked once, of each of very many files.
    struct stat status{};
    return ::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : 0;
}

std::int64_t patientIdFor(StudyStatements& sql, const SeriesEntry& entry)
{
    const std::string identity = patientIdentity(entry);
    if (Statement::Run known(sql.patientByIdentity, identity); known.step())
        return known.integer(0);
    const PatientRecord& patient = entry.study.patient;
    Statement::Run(sql.insertPatient, identity, patient.name, patient.patientId, patient.birthDate,
                   patient.sex)
        .execute();
    return sqlite3_last_insert_rowid(sql.connection);
}

void findOrInsertStudy(StudyStatements& sql, const SeriesEntry& entry, StoredSeries& result)
{
    const std::string identity = studyIdentity(entry);
    if (Statement::Run known(sql.studyByIdentity, identity); known.step()) {
        result.studyId = known.integer(0);
        return;
    }
    const StudyRecord& study = entry.study;
    const std::int64_t patientId = patientIdFor(sql, entry);
    Statement::Run(sql.insertStudy, patientId, identity, study.studyInstanceUid, study.date,
                   study.time, study.description, study.accessionNumber, utcNow(),
                   searchText(study))
        .execute();
    result.studyId = sqlite3_last_insert_rowid(sql.connection);
    result.studyAdded = true;
}

void findOrInsertSeries(StudyStatements& sql, const SeriesRecord& series, StoredSeries& result)
{
    if (Statement::Run known(sql.seriesKnown, result.studyId, series.seriesInstanceUid,
                             series.part);
        known.step())
    {
        result.seriesId = known.integer(0);
        return;
    }
    std::vector<double> orientation(series.rowDirection.begin(), series.rowDirection.end());
    orientation.insert(orientation.end(), series.columnDirection.begin(),
                       series.columnDirection.end());
    Statement::Run(sql.insertSeries, result.studyId, series.seriesInstanceUid, series.part,
                   series.modality, series.description, series.number, series.bodyPart,
                   series.frameOfReferenceUid, series.convolutionKernel, series.size[0],
                   series.size[1], series.spacingMm[0], series.spacingMm[1], series.spacingMm[2],
                   orientation, series.manufacturer, series.scannerModel)
        .execute();
    result.seriesId = sqlite3_last_insert_rowid(sql.connection);
    result.seriesAdded = true;
    Statement::Run(sql.extendSearchText, foldForSearch(series.description), result.studyId)
        .execute();
}

/// 0 where there is no such series.
std::int64_t studyOfSeries(StudyStatements& sql, std::int64_t seriesId)
{
    Statement::Run run(sql.seriesById, seriesId);
    return run.step() ? run.integer(1) : 0;
}

} // namespace

StoredSeries StudyDatabase::Internals::insertSeries(const SeriesEntry& entry)
{
    StoredSeries result;
    findOrInsertStudy(*sql, entry, result);
    findOrInsertSeries(*sql, entry.series, result);
    for (const InstanceRecord& instance : entry.instances) {
        Statement::Run(sql->insertInstance, result.seriesId, instance.sopInstanceUid,
                       instance.sopClassUid, instance.number, instance.frames, instance.positionMm,
                       stored(instance.path, instance.managed), instance.managed,
                       bytesOf(instance.path))
            .execute();
        const bool taken = sqlite3_changes(sql->connection) > 0;
        ++(taken ? result.taken : result.alreadyThere);
    }
    Statement::Run(sql->countSlices, result.seriesId).execute();
    if (!entry.pendingFolder.empty() && result.taken > 0)
        Statement::Run(sql->deletePending, entry.pendingFolder).execute();
    return result;
}

Result<StoredSeries> StudyDatabase::addSeries(const SeriesEntry& entry)
{
    bool given = false;
    const auto stored = addStudy([&] {
        return std::exchange(given, true) ? std::optional<SeriesEntry>() : std::optional(entry);
    });
    if (!stored)
        return stored.error();
    return stored->front();
}

Result<std::vector<StoredSeries>>
StudyDatabase::addStudy(const std::function<std::optional<SeriesEntry>()>& next)
{
    return guarded([&] {
        sqlite3* connection = m_internals->connection.get();
        Transaction transaction(connection);
        std::vector<StoredSeries> results;
        std::map<std::int64_t, int> takenOf; // By study.
        while (const std::optional<SeriesEntry> entry = next()) {
            results.push_back(m_internals->insertSeries(*entry));
            takenOf[results.back().studyId] += results.back().taken;
        }
        for (const auto& [studyId, taken] : takenOf) {
            if (taken > 0)
                appendAudit(connection, AuditAction::Imported, studyId,
                            "images " + std::to_string(taken));
        }
        transaction.commit();
        return results;
    });
}

Result<LabelMapRecord> StudyDatabase::addLabelMap(const LabelMapRecord& record,
                                                  const std::string& pendingFolder)
{
    return guarded([&] {
        StudyStatements& sql = *m_internals->sql;
        const fs::path stored = m_internals->stored(record.path, record.managed);
        Transaction transaction(sql.connection);
        if (!Statement::Run(sql.seriesById, record.seriesId).step())
            throw SqlFailure{
                makeError(ErrorCode::NotInArchive, {"series " + std::to_string(record.seriesId)})};
        if (Statement::Run known(sql.labelMapKnown, record.seriesId, record.source, stored);
            known.step())
            return labelMapFrom(known, m_internals->folder);
        LabelMapRecord result = record;
        result.addedAt = utcNow();
        Statement::Run(sql.insertLabelMap, record.seriesId, std::string(kindName(record.kind)),
                       stored, record.managed, record.label, record.source, result.addedAt,
                       bytesOf(record.path))
            .execute();
        result.id = sqlite3_last_insert_rowid(sql.connection);
        if (!pendingFolder.empty())
            Statement::Run(sql.deletePending, pendingFolder).execute();
        appendAudit(sql.connection, AuditAction::Segmented, studyOfSeries(sql, record.seriesId),
                    kindName(record.kind));
        transaction.commit();
        return result;
    });
}

Status StudyDatabase::removeLabelMap(std::int64_t labelMapId)
{
    const Result<LabelMapRecord> record = labelMap(labelMapId);
    if (!record)
        return record.error();
    return guarded([&] {
        StudyStatements& sql = *m_internals->sql;
        std::string folder;
        if (record->managed)
            folder = managedFolder(m_internals->stored(record->path, true));
        Transaction transaction(sql.connection);
        if (!folder.empty())
            Statement::Run(sql.insertPending, folder).execute();
        Statement::Run(sql.deleteLabelMap, labelMapId).execute();
        appendAudit(sql.connection, AuditAction::Deleted, studyOfSeries(sql, record->seriesId),
                    "segmentation");
        transaction.commit();
        if (!folder.empty())
            m_internals->removePendingFolder(folder);
        return Done{};
    });
}

Status StudyDatabase::removeStudy(std::int64_t studyId)
{
    if (const Result<StudyRecord> known = study(studyId); !known)
        return known.error();
    return guarded([&] {
        StudyStatements& sql = *m_internals->sql;
        std::set<std::string> folders;
        Transaction transaction(sql.connection);
        for (Statement::Run run(sql.managedPathsOfStudy, studyId); run.step();)
            folders.insert(managedFolder(std::string(run.blob(0))));
        for (const std::string& folder : folders)
            Statement::Run(sql.insertPending, folder).execute();
        appendAudit(sql.connection, AuditAction::Deleted, studyId, "study");
        Statement::Run(sql.deleteStudy, studyId).execute();
        Statement::Run(sql.deletePatientsWithoutStudy).execute();
        transaction.commit();
        for (const std::string& folder : folders)
            m_internals->removePendingFolder(folder);
        return Done{};
    });
}

} // namespace fovea
