#pragma once

#include "app/models/ModelService.h"
#include "app/segment/SegmenterChoice.h"
#include "app/study/Archive.h"
#include "app/work/newSeries.h"
#include "app/work/studyWork.h"

#include <QObject>

#include <cstdint>
#include <deque>
#include <memory>

class QActionGroup;
class QLabel;
class QMenu;
class QStatusBar;
class QToolButton;
class QWidget;

namespace fovea {

class Settings;
class StudySession;

/// Segments and analyses studies by themselves as they arrive in the archive, where a person wants
/// that (Segment > New studies); off at first. One series after the other, behind reading. What
/// fails is said once and not tried again with the same segmenter. On the GUI thread.
class NewStudiesDesk : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const Archive& archive;
        ModelService& model;
        const AnatomyCatalog& catalog;
        StudySession& session;
        Settings& settings;
    };
    /// What the parts name outlives it. `window` becomes the parent; `bar` shows what goes on.
    NewStudiesDesk(Parts parts, QStatusBar& bar, QWidget& window);

    void fillMenu(QMenu& segment);
    /// There may be new series; also when a person looks at it for the first time.
    void archiveChanged();
    bool isRunning() const { return m_working; }

Q_SIGNALS:
    /// The open series' segmentation lies there, in the archive, and is to be shown.
    void segmented(const std::filesystem::path& labelMap);
    /// Segmentations or analyses were added.
    void stored();
    /// Why a series could not be segmented.
    void failed(const QString& why);

private:
    /// What a model needs of a series.
    struct Made {
        LabelMapRecord record;
        VolumePtr volume;
        LabelMapPtr labels;
        QString description; ///< Of the series.
    };
    void offerChoices();
    void choose(const std::string& segmenter);
    void begin(std::vector<std::int64_t> series);
    void next();
    void segment(std::int64_t seriesId, const SegmenterChoice& choice);
    void analyze(std::int64_t seriesId, const Made& made);
    void seriesFailed(std::int64_t seriesId, const Error& error);
    void stop();
    void showProgress();

    Parts m_parts;
    std::unique_ptr<QObject> m_scope; ///< Receiver of the series' tasks: making another drops them.
    TaskHandle m_task;
    NewSeriesWish m_wish;
    std::deque<std::int64_t> m_queue;
    std::size_t m_total = 0; ///< Of the round that is worked on.
    bool m_working = false;
    bool m_changed = false; ///< More may have come meanwhile.
    QMenu* m_menu = nullptr;
    QActionGroup* m_choices = nullptr;
    QLabel* m_label;
    QToolButton* m_stop;
};

} // namespace fovea
