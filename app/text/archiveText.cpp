#include "app/text/archiveText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace fovea {

namespace {

struct ArchiveText {
    Q_DECLARE_TR_FUNCTIONS(fovea::ArchiveText)
};

} // namespace

QString archiveProblemName(ArchiveProblemKind kind)
{
    switch (kind) {
    case ArchiveProblemKind::DatabaseDamaged:
        return ArchiveText::tr("The database is damaged");
    case ArchiveProblemKind::IndexDamaged:
        return ArchiveText::tr("Damaged indexes of the database");
    case ArchiveProblemKind::BrokenReference:
        return ArchiveText::tr("Records that belong to nothing");
    case ArchiveProblemKind::ImageMissing:
        return ArchiveText::tr("Missing images");
    case ArchiveProblemKind::ImageChanged:
        return ArchiveText::tr("Images that were cut off or changed");
    case ArchiveProblemKind::ImageUnreadable:
        return ArchiveText::tr("Images that cannot be read, or are others");
    case ArchiveProblemKind::LabelMapMissing:
        return ArchiveText::tr("Missing segmentations");
    case ArchiveProblemKind::LabelMapChanged:
        return ArchiveText::tr("Segmentations that were cut off or changed");
    case ArchiveProblemKind::ReferencedMissing:
        return ArchiveText::tr("Files outside the archive that cannot be found");
    case ArchiveProblemKind::FileUnnamed:
        return ArchiveText::tr("Files that no record names");
    case ArchiveProblemKind::SlicesMiscounted:
        return ArchiveText::tr("Series with a wrong number of slices");
    case ArchiveProblemKind::EmptySeries:
        return ArchiveText::tr("Series without images");
    case ArchiveProblemKind::EmptyStudy:
        return ArchiveText::tr("Studies without series");
    case ArchiveProblemKind::PatientUnused:
        return ArchiveText::tr("Patients without studies");
    case ArchiveProblemKind::AnalysisIncomplete:
        return ArchiveText::tr("Incomplete analyses");
    case ArchiveProblemKind::RegionStoreBroken:
        return ArchiveText::tr("Search indexes that do not fit the database");
    }
    return {};
}

QString archiveRemedyText(ArchiveProblemKind kind)
{
    if (kind == ArchiveProblemKind::ReferencedMissing)
        return ArchiveText::tr("Connect the drive they lie on.");
    switch (remedyFor(kind)) {
    case ArchiveRemedy::MadeAnew:
        return ArchiveText::tr("Repair makes it anew; nothing is lost.");
    case ArchiveRemedy::MovedAside:
        return ArchiveText::tr("Repair moves them to “lost+found” in the archive; nothing is "
                               "deleted.");
    case ArchiveRemedy::RecordsGo:
        return ArchiveText::tr("Repair removes the records where you allow it, and keeps a copy of "
                               "the database.");
    case ArchiveRemedy::RestoreBackup:
        return ArchiveText::tr("Restore a backup, or import it again.");
    }
    return {};
}

QString megabytes(std::uint64_t bytes)
{
    return ArchiveText::tr("%1 MB").arg(QLocale().toString(double(bytes) / 1e6, 'f', 1));
}

QString timeText(const std::string& utc)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : QString::fromStdString(utc);
}

QString archiveCheckText(const ArchiveCheckReport& report)
{
    const QString what = ArchiveText::tr("Studies: %1, files: %2 (%3).")
                             .arg(report.studies)
                             .arg(report.files)
                             .arg(megabytes(report.bytes));
    if (report.sound())
        return ArchiveText::tr("%1 Everything is as recorded.").arg(what);
    return ArchiveText::tr("%1 Problems found: %2.").arg(what).arg(report.problems.size());
}

} // namespace fovea
