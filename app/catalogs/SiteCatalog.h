#pragma once

#include "app/models/ModelService.h"
#include "app/study/ArchiveQueue.h"
#include "app/work/siteFindings.h"

#include <QObject>

#include <vector>

namespace fovea {

/// How this site shows and asks the findings of the model in use: read whenever a model comes,
/// written with every change.
class SiteCatalog : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    SiteCatalog(const Archive& archive, ModelService& model, QObject* parent = nullptr);

    /// In the site's order; findings that are not in it are as the package has them.
    const std::vector<SiteFinding>& findings() const { return m_findings; }
    /// What holds of one finding, listed or not.
    SiteFinding finding(const FindingKey& key) const;
    /// The catalog is that of the model in use and can be written.
    bool isKnown() const { return m_known; }
    void change(const SiteFinding& finding);
    /// Lists all of them in this order.
    void setOrder(const std::vector<FindingKey>& order);
    /// As the package has it.
    void restore(const FindingKey& key);
    const ArchiveQueue& writes() const { return m_writes; }

Q_SIGNALS:
    void changed();
    /// The file could not be read.
    void failed(const fovea::Error& error);

private:
    void read();
    void write();
    /// So that one that is changed keeps its place among the package's.
    void listAll();

    const Archive& m_archive;
    ModelService& m_model;
    std::vector<SiteFinding> m_findings;
    std::string m_fingerprint;
    bool m_known = false;
    ArchiveQueue m_writes;
};

} // namespace fovea
