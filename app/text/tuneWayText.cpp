#include "app/text/tuneWayText.h"

#include <QCoreApplication>
#include <QLocale>

namespace fovea {

namespace {

struct TuneWayText {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneWayText)
};

} // namespace

QString tuneWayName(TuneWay way)
{
    switch (way) {
    case TuneWay::Calibration:
        return TuneWayText::tr("Calibration");
    case TuneWay::Heads:
        return TuneWayText::tr("Heads");
    case TuneWay::Queries:
        return TuneWayText::tr("New anatomies only");
    case TuneWay::Lora:
        return TuneWayText::tr("Low-rank adapters");
    case TuneWay::All:
        break;
    }
    return TuneWayText::tr("Everything");
}

QString tuneWayChange(TuneWay way)
{
    switch (way) {
    case TuneWay::Calibration:
        return TuneWayText::tr("Thresholds and probabilities alone.");
    case TuneWay::Heads:
        return TuneWayText::tr("What stands behind the encoders: every anatomy's query and "
                               "projections. Each study is encoded once.");
    case TuneWay::Queries:
        return TuneWayText::tr("Queries and projections of new anatomies; what the model answers "
                               "already stays.");
    case TuneWay::Lora:
        return TuneWayText::tr("Heads, and small changes in both encoders.");
    case TuneWay::All:
        break;
    }
    return TuneWayText::tr("Every parameter: needs many cases.");
}

QString bytesText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

} // namespace fovea
