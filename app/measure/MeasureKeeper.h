#pragma once

#include "app/study/Archive.h"
#include "model/domain/Measure.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace fovea {

/// Keeps measures in the archive: reads them when a series is opened, writes every change at once,
/// in the background, and keeps trying what could not be written until it can be, whatever study is
/// open by then.
class MeasureKeeper : public QObject {
    Q_OBJECT

public:
    /// `archive` must outlive the keeper.
    explicit MeasureKeeper(const Archive& archive, QObject* parent = nullptr);
    /// Writes what is still unwritten, waiting for it: the last chance.
    ~MeasureKeeper() override;

    /// Ends with loaded() or loadFailed(), unless another one is opened before.
    void open(qint64 seriesId);
    /// A change that has been made on this series.
    void note(qint64 seriesId, const MeasureChange& change);

    /// Changes that are not in the archive as yet.
    std::size_t unsavedCount() const;
    /// Trying to write them has failed and goes on.
    bool isFailing() const { return m_failing; }
    void setRetryInterval(int milliseconds) { m_retry.setInterval(milliseconds); }

Q_SIGNALS:
    /// With every change noted since on top.
    void loaded(const fovea::MeasureList& measures);
    void loadFailed(const fovea::Error& error);
    /// Once per row of failures.
    void saveFailed(const fovea::Error& error);
    /// Everything is in the archive again.
    void saveRecovered();

private:
    using Changes = std::map<std::string, MeasureChange>; ///< By uid; the newest of each.

    void save();
    void saved(qint64 seriesId, const Changes& written, const Result<Done>& result);
    static std::vector<MeasureChange> listOf(const Changes& changes);

    const Archive& m_archive;
    std::map<qint64, Changes> m_unsaved; ///< By series; none is empty.
    qint64 m_openSeries = 0;
    std::vector<MeasureChange> m_sinceOpen; ///< In their order, until loaded.
    std::unique_ptr<QObject> m_loading;     ///< Receiver of the load.
    std::unique_ptr<QObject> m_writing;     ///< Receiver of every write.
    bool m_saving = false;
    bool m_failing = false;
    QTimer m_retry;
};

} // namespace fovea
