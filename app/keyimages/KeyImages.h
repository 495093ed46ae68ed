#pragma once

#include "app/study/ArchiveQueue.h"
#include "viewer/ViewState.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace fovea {

class StudySession;

/// The slices of the open series that carry a star, in reading order (axial, coronal, sagittal,
/// each from its first slice), kept in the archive with every change.
class KeyImages : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive this object.
    KeyImages(ViewState& state, StudySession& session, const Archive& archive,
              QObject* parent = nullptr);

    struct Entry {
        SliceOrientation orientation = SliceOrientation::Axial;
        Vec3 positionMm{0, 0, 0}; ///< Where the crosshair stood; LPS.
        WindowLevel window;
        int slice = 0; ///< From 1, in reading direction.
        /// In the database; 0 until it is stored there.
        std::shared_ptr<std::int64_t> id;
    };
    const std::vector<Entry>& entries() const { return m_entries; }
    const ArchiveQueue& writes() const { return *m_queue; }

    /// Whether the slice of `orientation` through the cursor carries a star.
    bool isStarred(SliceOrientation orientation) const;
    /// Gives the slice through the cursor a star or takes it away. Nothing without a series.
    void toggle(SliceOrientation orientation);
    void remove(std::size_t entry);
    /// Puts cursor and window as they were, and turned planes back to the standard ones.
    void goTo(std::size_t entry);
    /// The next one (1) or the one before (-1), round at the ends.
    void step(int by);

Q_SIGNALS:
    void changed();
    /// The reader went to one; its slice is under the cursor.
    void visited(fovea::SliceOrientation orientation);
    /// Nothing was done: the plane is oblique, and a key image is a slice of a standard plane.
    void planeTurned();
    /// Could not be kept, and will not be: its series has gone from the archive.
    void failed(const fovea::Error& error);

private:
    void leave();
    void load();
    int sliceOf(SliceOrientation orientation, const Vec3& positionMm) const;
    std::optional<std::size_t> entryAt(SliceOrientation orientation, int slice) const;
    void insert(Entry entry);
    void add(Entry entry);

    ViewState& m_state;
    StudySession& m_session;
    ArchiveQueue* m_queue;
    std::vector<Entry> m_entries;
    qint64 m_seriesId = 0; ///< Whose they are; 0: nothing is open.
    /// By series: what was left while writes were still waiting, which the archive cannot tell yet.
    std::map<qint64, std::vector<Entry>> m_left;
    std::optional<std::size_t> m_visited; ///< Where step() goes on from.
};

} // namespace fovea
