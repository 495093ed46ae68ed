#include "app/text/errorText.h"

#include "model/domain/TensorProblem.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace fovea {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(fovea::ErrorText)
};

QString argument(const Error& error, std::size_t index)
{
    return index < error.arguments.size() ? QString::fromStdString(error.arguments[index])
                                          : QString();
}

QString tensorText(const TensorProblem& problem)
{
    const QString name = QString::fromStdString(problem.name);
    const QString found = QString::fromStdString(problem.found);
    switch (problem.kind) {
    case TensorProblem::Kind::Missing:
        return ErrorText::tr("“%1” is missing").arg(name);
    case TensorProblem::Kind::Misshapen:
        return ErrorText::tr("“%1” should have the shape %2 and has %3")
            .arg(name, QString::fromStdString(problem.expected), found);
    case TensorProblem::Kind::Truncated:
        return ErrorText::tr("“%1” is cut off").arg(name);
    case TensorProblem::Kind::Damaged:
        return ErrorText::tr("“%1” is damaged").arg(name);
    case TensorProblem::Kind::Unsupported:
        return ErrorText::tr("“%1” is of an unsupported type (%2)").arg(name, found);
    case TensorProblem::Kind::NotFinite:
        return ErrorText::tr("“%1” holds values that are not numbers (NaN or infinite)").arg(name);
    }
    return {};
}

QString missingMemoryText(double neededBytes, double missingBytes)
{
    const auto gigabytes = [](double bytes) {
        return QLocale().toString(std::ceil(bytes / 1e8) / 10.0, 'f', 1);
    };
    return ErrorText::tr("The images need %1 GB of memory, %2 GB more than is free. Close other "
                         "studies or programs and try again.")
        .arg(gigabytes(neededBytes), gigabytes(missingBytes));
}

/// The archive cannot be opened, or did not take a change (storage/Sql.h, app/study/Archive.h).
QString archiveReasonText(const QString& reason)
{
    if (reason == QLatin1String("gone")) {
        return ErrorText::tr("The archive's folder is no longer there. Connect its drive again; "
                             "what was not saved is tried again.");
    }
    if (reason == QLatin1String("missing")) {
        return ErrorText::tr("The folder holds images but no database. Restore a backup of the "
                             "archive, or choose another folder.");
    }
    if (reason == QLatin1String("unsound"))
        return ErrorText::tr("The archive has problems; the list says which.");
    if (reason == QLatin1String("in use"))
        return ErrorText::tr("Another program has the archive open. Close it there first.");
    if (reason == QLatin1String("busy")) {
        return ErrorText::tr("Another program is writing to the archive and did not end in time. "
                             "Nothing was lost; try again.");
    }
    if (reason == QLatin1String("read only")) {
        return ErrorText::tr("The archive cannot be written: its folder or drive is read-only. "
                             "Change that, or choose another folder.");
    }
    if (reason == QLatin1String("damaged")) {
        return ErrorText::tr("The archive's database is damaged. Check the archive (File menu), "
                             "or restore a backup.");
    }
    if (reason == QLatin1String("unreachable")) {
        return ErrorText::tr("The archive's files cannot be reached. Check its drive and that "
                             "there is space on it.");
    }
    return {};
}

QString tensorsText(const Error& error)
{
    QStringList lines{ErrorText::tr("The model's tensors cannot be used:")};
    for (std::size_t i = 1; i < error.arguments.size(); ++i) {
        if (const auto problem = TensorProblem::fromArgument(error.arguments[i]))
            lines.append(QStringLiteral("• ") + tensorText(*problem));
    }
    const int unnamed = argument(error, 0).toInt() - static_cast<int>(lines.size() - 1);
    if (unnamed > 0)
        lines.append(QStringLiteral("• ") + ErrorText::tr("and %n more", nullptr, unnamed));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString errorText(const Error& error)
{
    const QString a = argument(error, 0);
    const QString b = argument(error, 1);
    const QString c = argument(error, 2);
    const QString d = argument(error, 3);
    switch (error.code) {
    case ErrorCode::Cancelled:
        return ErrorText::tr("Cancelled.");
    case ErrorCode::OutOfMemory:
        if (error.arguments.size() == 3)
            return missingMemoryText(b.toDouble(), c.toDouble());
        return ErrorText::tr("There is not enough memory. Close other studies or programs and try "
                             "again.");
    case ErrorCode::Internal:
        return ErrorText::tr("An unexpected failure in a library. The details say which; please "
                             "report it.");
    case ErrorCode::FileNotFound:
        return ErrorText::tr("There is no file or folder “%1”. Check the path.").arg(a);
    case ErrorCode::FileNotReadable:
        return ErrorText::tr("“%1” cannot be read. Check its permissions.").arg(a);
    case ErrorCode::FileNotWritable:
        return ErrorText::tr("“%1” cannot be written. Check the folder's permissions.").arg(a);
    case ErrorCode::DiskFull:
        return ErrorText::tr("The disk is full while writing “%1”. Free some space and try again; "
                             "nothing was changed.")
            .arg(a);
    case ErrorCode::NotDicom:
        return ErrorText::tr("“%1” is not a DICOM file.").arg(a);
    case ErrorCode::NotCt:
        if (b.isEmpty())
            return ErrorText::tr("“%1” does not say what kind of image it is.").arg(a);
        return ErrorText::tr("“%1” is not a CT image (%2).").arg(a, b);
    case ErrorCode::NoCtFound:
        return ErrorText::tr("There is no CT series in “%1”. Choose the folder that holds the "
                             "study's images.")
            .arg(a);
    case ErrorCode::BrokenFile:
        if (b == QLatin1String("place")) {
            return ErrorText::tr("“%1” does not say where in the patient it lies, or how large its "
                                 "pixels are, so that it is no part of a volume.")
                .arg(a);
        }
        return ErrorText::tr("“%1” is damaged and cannot be read. Export it again from where it "
                             "came.")
            .arg(a);
    case ErrorCode::UnsupportedPixels:
        return ErrorText::tr("This kind of image data is not supported: %1. Export the series "
                             "uncompressed and try again.")
            .arg(a);
    case ErrorCode::Localizer:
        return ErrorText::tr("“%1” is a localizer (scout view) and not part of a volume.").arg(a);
    case ErrorCode::InconsistentSeries:
        if (a == QLatin1String("SOPInstanceUID")) {
            return ErrorText::tr("It is there twice: another file has the same SOP Instance UID.");
        }
        return ErrorText::tr("The images of this series do not form one volume: they differ in %1.")
            .arg(a);
    case ErrorCode::UnevenSpacing:
        return ErrorText::tr(
                   "The slices are not evenly spaced: %1 mm expected, %2 mm found. Images "
                   "may be missing; export the series again.")
            .arg(a, b);
    case ErrorCode::GantryTilt:
        return ErrorText::tr("The slices are shifted against each other as if the gantry had been "
                             "tilted by %1°, which none can: their positions are wrong.")
            .arg(a);
    case ErrorCode::NonIntegerRescale:
        return ErrorText::tr("The rescale slope %1 does not give whole Hounsfield units. This is "
                             "not a CT in HU.")
            .arg(a);
    case ErrorCode::ValueOutOfRange:
        return ErrorText::tr("A value of %1 HU is outside what a CT can hold (−32768 to 32767).")
            .arg(a);
    case ErrorCode::EmptySeries:
        return ErrorText::tr("The series has no images.");
    case ErrorCode::GridMismatch:
        return ErrorText::tr("The segmentation does not lie on this CT: %1 differs.").arg(a);
    case ErrorCode::NotALabelMap:
        if (b.isEmpty())
            return ErrorText::tr("“%1” is not a segmentation.").arg(a);
        return ErrorText::tr("“%1” is not a segmentation: %2.").arg(a, b);
    case ErrorCode::OtherPatient:
        return ErrorText::tr("The segmentation belongs to another patient or scan: %1 differs. It "
                             "was not opened.")
            .arg(a);
    case ErrorCode::NoStructures:
        return ErrorText::tr("The segmentation “%1” is empty: it marks no voxel.").arg(a);
    case ErrorCode::DatabaseNotOpened:
        if (const QString reason = archiveReasonText(b); !reason.isEmpty())
            return ErrorText::tr("“%1”: %2", "archive, what is wrong").arg(a, reason);
        return ErrorText::tr("The archive “%1” cannot be opened. Check that the folder exists and "
                             "can be written.")
            .arg(a);
    case ErrorCode::DatabaseTooNew:
        return ErrorText::tr("The archive was written by a newer version of Fovea (format %1, this "
                             "version knows %2). Update the program.")
            .arg(a, b);
    case ErrorCode::DatabaseFailed:
        if (const QString reason = archiveReasonText(a); !reason.isEmpty())
            return reason;
        return ErrorText::tr("The archive did not accept a change; nothing was lost. The details "
                             "say why.");
    case ErrorCode::NotInArchive:
        if (a == QLatin1String("referenced series")) {
            return ErrorText::tr("The CT that the segmentation belongs to is not in the archive. "
                                 "Import it first.");
        }
        return ErrorText::tr("“%1” is not in the archive. Import it first.").arg(a);
    case ErrorCode::AmbiguousRequest:
        return ErrorText::tr("“%1” matches more than one. Name it fully.").arg(a);
    case ErrorCode::ModelLibraryMissing:
        return ErrorText::tr("The model library “%1” cannot be loaded. Install LibTorch and Fovea "
                             "again.")
            .arg(a);
    case ErrorCode::ModelNotFound:
        return ErrorText::tr("There is no model package in “%1”.").arg(a);
    case ErrorCode::ModelBroken:
        return ErrorText::tr("The model package is damaged: %1: %2. Import the model again.")
            .arg(a, b);
    case ErrorCode::TensorsUnusable:
        return tensorsText(error);
    case ErrorCode::AnatomiesUnnamed:
        return ErrorText::tr("The checkpoint has %1 anatomies and %2 are named. Name them in a "
                             "manifest (model.json).")
            .arg(a, b);
    case ErrorCode::NetworkUnknown:
        return ErrorText::tr("This is not the released network, and its tensors do not tell the "
                             "number “%1”. Give it in a manifest (model.json).")
            .arg(a);
    case ErrorCode::CheckpointRefused:
        return ErrorText::tr("The checkpoint asks to run “%1”. It was refused and nothing was run. "
                             "Do not trust this file.")
            .arg(a);
    case ErrorCode::CheckpointBroken:
        return ErrorText::tr("The checkpoint cannot be read: %1. Download it again.").arg(a);
    case ErrorCode::VocabularyBroken:
        return ErrorText::tr("The vocabulary cannot be used: %1.").arg(a);
    case ErrorCode::VerificationFailed:
        return ErrorText::tr("This program does not agree with “%1”: %2 differ by up to %3 "
                             "(tolerance: %4).")
            .arg(a, b, c, argument(error, 3));
    case ErrorCode::NoRegion:
        if (a == QLatin1String("lung")) {
            return ErrorText::tr("There are no lungs in this scan, or too little of them: only a "
                                 "chest CT can be segmented this way.");
        }
        return ErrorText::tr("None of the model's anatomies is segmented in this study. Open a "
                             "segmentation that has them.");
    case ErrorCode::EmptyText:
        return ErrorText::tr("Type a question first, for example “pleural effusion”.");
    case ErrorCode::TrainingDiverged:
        return ErrorText::tr(
                   "The training diverged at step %1: the loss is no longer a number. Use "
                   "a lower learning rate.")
            .arg(a);
    case ErrorCode::NoCases:
        return ErrorText::tr("There are no studies to work on.");
    case ErrorCode::TooFewCases:
        return a == QLatin1String("validation")
                   ? ErrorText::tr("%1 studies are too few to validate on: it takes at least %2. "
                                   "Choose more studies.")
                         .arg(b, c)
                   : ErrorText::tr("%1 studies are too few to learn from: it takes at least %2. "
                                   "Choose more studies.")
                         .arg(b, c);
    case ErrorCode::OneSidedLabels:
        return a == QLatin1String("validation")
                   ? ErrorText::tr(
                         "No finding is present in some of the studies for validation and "
                         "absent in others. Add studies of both kinds.")
                   : ErrorText::tr("No finding is present in some of the studies for training and "
                                   "absent in others. Add studies of both kinds.");
    case ErrorCode::BadOption:
        return ErrorText::tr("%1: %2.").arg(a, b);
    case ErrorCode::MetadataBroken:
        return ErrorText::tr("“%1” cannot be understood: %2.").arg(a, b);
    case ErrorCode::TableRowInvalid:
        return ErrorText::tr("“%1”, line %2: the row does not have one cell for each column, or a "
                             "quotation mark is not closed.")
            .arg(a, b);
    case ErrorCode::TableRowRepeated:
        return ErrorText::tr("“%1”, line %2: this volume is already in line %3.").arg(a, b, c);
    case ErrorCode::TableColumnMissing:
        return ErrorText::tr("“%1” has no column but the volume's name. It must be a "
                             "comma-separated table with one column for each finding.")
            .arg(a);
    case ErrorCode::TableColumnRepeated:
        return ErrorText::tr("“%1” has two columns for “%2”.").arg(a, b);
    case ErrorCode::TableColumnUnknown:
        return ErrorText::tr("“%1”, line 1, column “%2”: “%3” has no column for this finding.")
            .arg(a, b, c);
    case ErrorCode::TableCellInvalid:
        return ErrorText::tr("“%1”, line %2, column “%3”: the value must be in %4.")
            .arg(a, b, c, d);
    case ErrorCode::TableCellEmpty:
        return ErrorText::tr("“%1”, line %2, column “%3”: the cell is empty.").arg(a, b, c);
    case ErrorCode::TableNoCommonRow:
        return ErrorText::tr("No volume is in both “%1” and “%2”. Check that both name the volumes "
                             "in the same way.")
            .arg(a, b);
    }
    return {};
}

QString errorDetails(const Error& error)
{
    return QString::fromStdString(error.detail);
}

} // namespace fovea
