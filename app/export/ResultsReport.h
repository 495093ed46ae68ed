#pragma once

#include "app/export/keyPictures.h"
#include "model/domain/Result.h"
#include "storage/StudyResults.h"

#include <QByteArray>
#include <QDateTime>
#include <QImage>
#include <QString>
#include <QTextDocument>

#include <memory>
#include <vector>

class QPainter;

namespace fovea {

struct ReportOptions {
    bool namesPatient = true; ///< False: without who the patient is, dates and accession number.
    QString softwareVersion;
    QDateTime writtenAt; ///< Local time.
};

/// What is known of a series as a document to read and print, in the user's language: patient,
/// study, findings, measurements, volumes, key images, the model and its calibration. A finding has
/// a probability only where FindingReading has one; raw scores are not in it. Every page has the
/// research notice and its number. Not for the GUI thread; used on the thread that made it.
class ResultsReport {
public:
    ResultsReport(const StudyResults& results, const std::vector<KeyPicture>& pictures,
                  const ReportOptions& options);

    /// All of it without pictures, for tests.
    QString plainText() const { return m_document->toPlainText(); }
    /// A4, or Letter where that is usual.
    QByteArray pdf() const;
    /// The same pages as pictures, for tests.
    std::vector<QImage> pages(int dotsPerInch) const;

private:
    class Pages;

    std::unique_ptr<QTextDocument> m_document;
};

} // namespace fovea
