#pragma once

#include "app/compare/chooseSeries.h"
#include "app/study/Archive.h"

#include <QObject>
#include <QString>

#include <memory>

namespace fovea {

class SeriesComparison;
class StudySession;

/// Opens the best prior of the open series beside it, and says which it took or why there is none.
class PriorFinder : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the finder.
    PriorFinder(SeriesComparison& comparison, StudySession& session, const Archive& archive,
                QObject* parent = nullptr);
    ~PriorFinder() override;

    /// Ends with found(), none() or failed(). Nothing without an open series.
    void compare();

Q_SIGNALS:
    void found(const QString& what);
    void none(const QString& why);
    void failed(const fovea::Error& error);

private:
    SeriesComparison& m_comparison;
    StudySession& m_session;
    const Archive& m_archive;
    std::unique_ptr<QObject> m_scope; ///< Receiver of what is being looked for.
};

} // namespace fovea
