#include "app/studies/patientName.h"

#include <QCoreApplication>
#include <QStringList>

namespace fovea {

QString patientName(const PatientRecord& patient)
{
    // DICOM PN: components by ^, alphabetic group first.
    const QString name = QString::fromStdString(patient.name).section(QLatin1Char('='), 0, 0);
    const QStringList parts = name.split(QLatin1Char('^'), Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return QCoreApplication::translate("fovea::StudyPanel", "(no name)");
    if (parts.size() == 1)
        return parts.first();
    return parts.first() + QStringLiteral(", ") + parts.mid(1).join(QLatin1Char(' '));
}

} // namespace fovea
