#pragma once

#include "app/study/ArchiveQueue.h"
#include "app/work/ownFindings.h"

#include <QObject>

#include <vector>

namespace fovea {

/// The findings that this archive's site has written itself: read when this object is made, written
/// with every change.
class OwnFindings : public QObject {
    Q_OBJECT

public:
    /// `archive` must outlive this object.
    explicit OwnFindings(const Archive& archive, QObject* parent = nullptr);

    const std::vector<OwnFinding>& list() const { return m_list; }
    /// Whether the file could be read: where it could not, nothing is written over it.
    bool isKnown() const { return m_known; }
    /// Empty, or what is wrong with a name: it is empty, or another one of the anatomy has it.
    QString nameProblem(const QString& name, const std::string& anatomyId,
                        const std::string& exceptId = {}) const;
    /// With an id of its own.
    void add(OwnFinding finding);
    void replaceAll(std::vector<OwnFinding> findings);
    const ArchiveQueue& writes() const { return m_writes; }

Q_SIGNALS:
    void changed();
    /// The file could not be read.
    void failed(const fovea::Error& error);

private:
    const Archive& m_archive;
    std::vector<OwnFinding> m_list;
    bool m_known = false;
    ArchiveQueue m_writes;
};

} // namespace fovea
