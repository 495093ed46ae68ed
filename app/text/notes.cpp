#include "app/text/notes.h"

#include "viewer/decimalText.h"

#include <QCoreApplication>

namespace fovea {

namespace {

struct NoteText {
    Q_DECLARE_TR_FUNCTIONS(fovea::NoteText)
};

} // namespace

QString noteText(const SeriesNote& note)
{
    const QString value = decimalText(note.value, 2);
    switch (note.kind) {
    case SeriesNote::Kind::DuplicatePositions:
        return NoteText::tr("%n image(s) left out: another lies at the same place.", nullptr,
                            note.count);
    case SeriesNote::Kind::MissingSlices:
        return NoteText::tr("%n slice(s) missing, filled with air (−1024 HU).", nullptr,
                            note.count);
    case SeriesNote::Kind::UnevenSpacing:
        return NoteText::tr("Slices lie up to %1 mm from their even place.").arg(value);
    case SeriesNote::Kind::TiltCorrected:
        return NoteText::tr("The gantry was tilted by %1°; the images were resampled to a straight "
                            "volume.")
            .arg(decimalText(note.value, 1));
    case SeriesNote::Kind::UnevenResampled:
        return NoteText::tr("Slices are unevenly spaced; they were interpolated to %1 mm.")
            .arg(value);
    case SeriesNote::Kind::AssumedSpacing:
        return NoteText::tr("A single slice; its thickness is taken as %1 mm.").arg(value);
    case SeriesNote::Kind::AssumedRescale:
        return NoteText::tr("%n image(s) without rescale; stored values are taken for HU.", nullptr,
                            note.count);
    case SeriesNote::Kind::RoundedRescale:
        return NoteText::tr("Rescale slope %1 is not whole; HU are rounded.")
            .arg(QString::number(note.value));
    case SeriesNote::Kind::PaddingReplaced:
        return NoteText::tr("%n padding voxel(s) set to −1024 HU.", nullptr, note.count);
    case SeriesNote::Kind::LossyCompression:
        return NoteText::tr("%n image(s) went through a lossy compression.", nullptr, note.count);
    case SeriesNote::Kind::RoundedValues:
        return NoteText::tr("Floating point values were rounded to whole HU.");
    }
    return {};
}

bool concernsReading(const SeriesNote& note)
{
    switch (note.kind) {
    case SeriesNote::Kind::DuplicatePositions:
    case SeriesNote::Kind::MissingSlices:
    case SeriesNote::Kind::UnevenSpacing:
    case SeriesNote::Kind::TiltCorrected:
    case SeriesNote::Kind::UnevenResampled:
    case SeriesNote::Kind::AssumedSpacing:
    case SeriesNote::Kind::AssumedRescale:
    case SeriesNote::Kind::LossyCompression:
        return true;
    case SeriesNote::Kind::RoundedRescale:
    case SeriesNote::Kind::PaddingReplaced:
    case SeriesNote::Kind::RoundedValues:
        break; // At most half a HU, or outside the patient.
    }
    return false;
}

QString noteText(const LabelMapNote& note)
{
    const int count = int(note.count);
    switch (note.kind) {
    case LabelMapNote::Kind::Resampled:
        return NoteText::tr("The segmentation has another grid and was resampled.");
    case LabelMapNote::Kind::PartlyCovered:
        return NoteText::tr("The segmentation covers %1 % of the volume.").arg(count);
    case LabelMapNote::Kind::Overlap:
        return NoteText::tr("%n voxel(s) are claimed by two structures; the later one has them.",
                            nullptr, count);
    case LabelMapNote::Kind::UnknownStructures:
        return NoteText::tr("%n structure(s) are not in the catalog.", nullptr, count);
    case LabelMapNote::Kind::LeftOutStructures:
        return NoteText::tr("%n structure(s) have no closed contours in this scan and were left "
                            "out.",
                            nullptr, count);
    case LabelMapNote::Kind::MissingContours:
        return NoteText::tr("%n structure(s) have slices without contours in between; those stay "
                            "empty.",
                            nullptr, count);
    case LabelMapNote::Kind::UnnamedLabels:
        return NoteText::tr("Some labels have no name; they are shown by their number.");
    }
    return {};
}

QString noteText(AnalysisNote note)
{
    switch (note) {
    case AnalysisNote::SmallerBatches:
        return NoteText::tr("The GPU's memory did not do for all windows at once; they were taken "
                            "in smaller batches.");
    case AnalysisNote::CpuInsteadOfGpu:
        return NoteText::tr("The GPU's memory did not do; the processor did the rest.");
    }
    return {};
}

QString twoPlacesText(double apartMm)
{
    return NoteText::tr("The NIfTI file says in two ways (sform and qform) where in the patient it "
                        "lies, up to %1 mm apart. Check that it lies where it should.")
        .arg(decimalText(apartMm, 1));
}

} // namespace fovea
