#pragma once

#include "model/domain/FindingReading.h"

#include <QString>
#include <QStringList>

#include <string>

// What a finding's numbers mean, in words. All of it comes from the FindingReading.

namespace fovea {

/// What ModelInfo::calibratedOn says, as it goes on after "calibrated on".
QString calibrationName(const std::string& calibratedOn);

/// On whose studies numbers were fitted, as it goes on after "calibrated on".
QString referenceText(const FindingReading& reading);

/// One line each: probability, percentile, raw score with its spread, threshold. Those that do not
/// apply say why.
QStringList readingLines(const FindingReading& reading);

/// One line each: how unusual it is, then what is measured of it, with percentiles.
QStringList anatomyLines(const AnatomyReading& anatomy);

/// What the list's numbers are, in one or two sentences.
QString readingSummary(const std::vector<AnatomyReading>& anatomies);

/// "0.82"; a dash where there is no probability.
QString probabilityText(const std::optional<double>& probability);
/// "P 93"; a dash where the archive has too few studies to say.
QString percentileText(const ArchivePlace& place);
/// "U 93", of an anatomy's distance from normal ones; likewise.
QString unusualText(const ArchivePlace& place);

} // namespace fovea
