#pragma once

#include "app/catalogs/OwnFindings.h"
#include "app/catalogs/SiteCatalog.h"
#include "app/catalogs/SiteNames.h"
#include "app/models/ModelService.h"
#include "app/study/StudySession.h"

#include <QObject>

namespace fovea {

class AskPanel;
class FindingsDesk;

/// Makes a finding of a question that was asked, and tells the findings panel how the site shows
/// findings and what those with prompts of its own say of the open study: texts against the region
/// vectors that are there, so that nothing is analysed again.
class SiteFindingsDesk : public QObject {
    Q_OBJECT

public:
    /// All outlive this object.
    struct Parts {
        AskPanel& panel;
        FindingsDesk& reading;
        StudySession& session;
        ModelService& model;
        const Archive& archive;
    };
    explicit SiteFindingsDesk(Parts parts, QObject* parent = nullptr);

    OwnFindings& findings() { return m_findings; }
    SiteCatalog& catalog() { return m_catalog; }

Q_SIGNALS:
    /// For the status bar.
    void told(const QString& message);
    void failed(const fovea::Error& error);

private:
    void saveQuestion();
    /// Findings that the site has prompts of its own for.
    std::vector<OwnFinding> askedHere() const;
    void score();

    Parts m_parts;
    OwnFindings m_findings;
    SiteCatalog m_catalog;
    SiteNames m_names;
    TaskHandle m_scoring;
    int m_asked = 0; ///< Of several scorings only the last is shown.
};

} // namespace fovea
