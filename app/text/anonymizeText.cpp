#include "app/text/anonymizeText.h"

#include "app/text/errorText.h"

#include <QCoreApplication>

namespace fovea {

namespace {

struct AnonymizeText {
    Q_DECLARE_TR_FUNCTIONS(fovea::AnonymizeText)
};

} // namespace

QString notAnonymizedText(const NotAnonymized& file)
{
    switch (file.kind) {
    case LeftOutKind::NotDicom:
        return AnonymizeText::tr("Not a DICOM file.");
    case LeftOutKind::Directory:
        return AnonymizeText::tr("A DICOMDIR: the files it names are called otherwise afterwards.");
    case LeftOutKind::Unreadable:
        return file.error ? errorText(*file.error)
                          : AnonymizeText::tr("The file cannot be understood.");
    case LeftOutKind::Document:
        return AnonymizeText::tr("An encapsulated document: names in it cannot be removed.");
    case LeftOutKind::BurnedIn:
        return AnonymizeText::tr("Text may be burned into the image.");
    case LeftOutKind::BurnedInUnknown:
        return AnonymizeText::tr(
            "A secondary capture that does not state that no text is burned in.");
    case LeftOutKind::NoCleaning:
        return file.what.empty()
                   ? AnonymizeText::tr("The file does not say what kind of object it is.")
                   : AnonymizeText::tr("Objects of this kind cannot be anonymized: %1.")
                         .arg(QString::fromStdString(file.what));
    }
    return {};
}

QString attributeFateText(AttributeFate fate)
{
    switch (fate) {
    case AttributeFate::Removed:
        return AnonymizeText::tr("removed");
    case AttributeFate::Emptied:
        return AnonymizeText::tr("emptied");
    case AttributeFate::Replaced:
        return AnonymizeText::tr("replaced");
    }
    return {};
}

QString auditActionText(AuditAction action)
{
    switch (action) {
    case AuditAction::Opened:
        return AnonymizeText::tr("Study opened");
    case AuditAction::Queried:
        return AnonymizeText::tr("Question asked");
    case AuditAction::Exported:
        return AnonymizeText::tr("Exported");
    case AuditAction::Deleted:
        return AnonymizeText::tr("Deleted");
    case AuditAction::Imported:
        return AnonymizeText::tr("Imported");
    case AuditAction::Analyzed:
        return AnonymizeText::tr("Analyzed");
    case AuditAction::Segmented:
        return AnonymizeText::tr("Segmentation added");
    case AuditAction::Verdict:
        return AnonymizeText::tr("Finding judged");
    case AuditAction::Setting:
        return AnonymizeText::tr("Setting changed");
    }
    return {};
}

} // namespace fovea
