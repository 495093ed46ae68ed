#include "app/catalogs/OwnFindings.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace fovea {

OwnFindings::OwnFindings(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
    , m_writes(archive)
{
    archive.tasks().run<std::vector<OwnFinding>>(
        TaskRunner::Pool::Save, this,
        [folder = archive.folder()](const Progress&) { return readOwnFindings(folder); },
        [this](Result<std::vector<OwnFinding>> read) {
            if (!read) {
                if (read.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(read.error());
                return;
            }
            m_known = true;
            m_list = std::move(*read);
            Q_EMIT changed();
        });
}

QString OwnFindings::nameProblem(const QString& name, const std::string& anatomyId,
                                 const std::string& exceptId) const
{
    if (name.simplified().isEmpty())
        return tr("Give it a name.");
    const bool taken = std::ranges::any_of(m_list, [&](const OwnFinding& own) {
        return own.id != exceptId && own.prompts.anatomyId == anatomyId &&
               QString::fromStdString(own.name).compare(name.simplified(), Qt::CaseInsensitive) ==
                   0;
    });
    return taken ? tr("Another own finding of this anatomy has this name.") : QString();
}

void OwnFindings::add(OwnFinding finding)
{
    finding.id = std::string(ownFindingPrefix) +
                 QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    std::vector<OwnFinding> list = m_list;
    list.push_back(std::move(finding));
    replaceAll(std::move(list));
}

void OwnFindings::replaceAll(std::vector<OwnFinding> findings)
{
    if (!m_known)
        return;
    m_list = std::move(findings);
    m_writes.add([list = m_list](
                     StudyDatabase& database) { return writeOwnFindings(database.folder(), list); },
                 {}, "own findings");
    Q_EMIT changed();
}

} // namespace fovea
