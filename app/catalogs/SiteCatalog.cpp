#include "app/catalogs/SiteCatalog.h"

#include <algorithm>
#include <utility>

namespace fovea {

SiteCatalog::SiteCatalog(const Archive& archive, ModelService& model, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
    , m_model(model)
    , m_writes(archive)
{
    connect(&model, &ModelService::ready, this, &SiteCatalog::read);
    read();
}

void SiteCatalog::read()
{
    m_known = false;
    m_findings.clear();
    Q_EMIT changed();
    if (!m_model.info())
        return;
    m_fingerprint = m_model.info()->fingerprint;
    m_archive.tasks().run<std::vector<SiteFinding>>(
        TaskRunner::Pool::Save, this, // Behind what waits to be written.
        [folder = m_archive.folder(), fingerprint = m_fingerprint](const Progress&) {
            return readSiteFindings(folder, fingerprint);
        },
        [this, fingerprint = m_fingerprint](Result<std::vector<SiteFinding>> read) {
            if (fingerprint != m_fingerprint)
                return; // Another model came meanwhile.
            if (!read) {
                if (read.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(read.error());
                return;
            }
            m_known = true;
            m_findings = std::move(*read);
            Q_EMIT changed();
        });
}

SiteFinding SiteCatalog::finding(const FindingKey& key) const
{
    const auto found = std::ranges::find(m_findings, key, &SiteFinding::key);
    return found == m_findings.end() ? SiteFinding{key, {}, true, {}} : *found;
}

void SiteCatalog::change(const SiteFinding& finding)
{
    if (!m_known)
        return;
    listAll();
    const auto found = std::ranges::find(m_findings, finding.key, &SiteFinding::key);
    if (found == m_findings.end())
        m_findings.push_back(finding);
    else
        *found = finding;
    write();
}

void SiteCatalog::listAll()
{
    if (!m_model.info())
        return;
    for (const ModelFinding& known : m_model.info()->findings) {
        const FindingKey key{known.anatomyId, known.findingId};
        if (std::ranges::find(m_findings, key, &SiteFinding::key) == m_findings.end())
            m_findings.push_back({key, {}, true, {}});
    }
}

void SiteCatalog::setOrder(const std::vector<FindingKey>& order)
{
    if (!m_known)
        return;
    std::vector<SiteFinding> ordered;
    for (const FindingKey& key : order)
        ordered.push_back(finding(key));
    m_findings = std::move(ordered);
    write();
}

void SiteCatalog::restore(const FindingKey& key)
{
    if (!m_known)
        return;
    // Its place in the order stays.
    const auto found = std::ranges::find(m_findings, key, &SiteFinding::key);
    if (found != m_findings.end())
        *found = SiteFinding{key, {}, true, {}};
    write();
}

void SiteCatalog::write()
{
    m_writes.add(
        [fingerprint = m_fingerprint, findings = m_findings](StudyDatabase& database) {
            return writeSiteFindings(database.folder(), fingerprint, findings);
        },
        {}, m_fingerprint);
    Q_EMIT changed();
}

} // namespace fovea
