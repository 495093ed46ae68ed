#include "app/edit/EditSession.h"

#include "app/edit/EditCommand.h"
#include "app/study/StudySession.h"
#include "app/work/correctedLabelMap.h"
#include "model/edit/measuredAgain.h"
#include "storage/LabelNames.h"

#include <QUndoStack>

#include <algorithm>
#include <limits>

namespace fovea {

namespace {

/// A preview larger than this costs the GUI thread more than waiting for the map.
constexpr std::size_t largestPreview = 8'000'000;

/// One patch for all in the journal.
LabelPatch joined(const LabelMap& map, const std::vector<LabelPatch>& patches)
{
    IndexBox box;
    std::vector<Structure> known = map.structures();
    for (const LabelPatch& patch : patches) {
        box = united(box, patch.box);
        known.insert(known.end(), patch.structures.begin(), patch.structures.end());
    }
    const LabelBlock before = readBlock(map, box);
    LabelBlock after = before;
    for (const LabelPatch& patch : patches)
        applyTo(after, map.geometry(), patch);
    // A label is named by whoever named it first.
    std::vector<Structure> once;
    for (Structure& structure : known) {
        if (std::ranges::find(once, structure.label, &Structure::label) == once.end())
            once.push_back(std::move(structure));
    }
    return differences(map.geometry(), before, after, once);
}

} // namespace

/// A map after a patch.
struct EditSession::Edited {
    LabelMapPtr map;
    std::vector<StructureMeasure> measures;
    Status noted = Done{}; ///< In the journal.
};

EditSession::EditSession(const Archive& archive, StudySession& study, ViewState& state,
                         QUndoStack& stack, const AnatomyCatalog& catalog)
    : m_archive(archive)
    , m_study(study)
    , m_state(state)
    , m_stack(stack)
    , m_catalog(catalog)
    , m_scope(std::make_unique<QObject>())
{
    connect(&m_study, &StudySession::opening, this, &EditSession::restart);
    connect(&m_study, &StudySession::labelsShown, this, &EditSession::restart);
    connect(&m_study, &StudySession::labelsMissing, this, [this] {
        // A segmentation begun by hand and never stored is found by an empty one.
        const EditJournal journal(m_archive.folder(), m_study.series()->series.id, 0);
        if (journal.exists())
            m_study.beginLabels();
    });
}

EditSession::~EditSession() = default;

void EditSession::restart()
{
    Q_EMIT aboutToChange();
    // Steps of another label map must not be undone on this one.
    if (m_position != 0 || m_savedPosition != 0 || !m_queue.empty())
        m_stack.clear();
    discard();
    m_allShown = true;
    m_running = false;
    m_saving = false;
    m_position = 0;
    m_savedPosition = 0;
    m_largestLabel = 0;
    m_state.labelPreview.set(nullptr);
    if (m_study.labelMap()) {
        noteLabels(*m_study.labelMap()->labels);
        openJournal();
    }
    Q_EMIT changed();
}

void EditSession::openJournal()
{
    const LoadedLabelMap& labels = *m_study.labelMap();
    m_journal = EditJournal(m_archive.folder(), labels.record.seriesId, labels.record.id);
    m_journalAnew = true; // Whatever is in it is read now, or of no use any more.
    m_archive.tasks().run<LabelPatch>(
        TaskRunner::Pool::Io, m_scope.get(),
        [journal = m_journal, map = labels.labels](const Progress&) -> Result<LabelPatch> {
            const auto patches = journal.read(map->geometry().size);
            if (!patches)
                return patches.error();
            return patches->empty() ? LabelPatch{} : joined(*map, *patches);
        },
        [this, map = labels.labels](Result<LabelPatch> lost) {
            if (!lost) {
                Q_EMIT failed(lost.error());
                return;
            }
            // Whoever is quicker than the disk has begun anew.
            if (!lost->empty() && m_study.labelMap()->labels == map && isSettled())
                Q_EMIT lostChangesFound(*lost);
        });
}

void EditSession::noteLabels(const LabelMap& map)
{
    m_largestLabel = std::max(m_largestLabel, map.maxLabel());
}

bool EditSession::acceptsStrokes() const
{
    return m_study.labelMap() && !m_running && !m_saving && m_allShown;
}

Structure EditSession::structureNamed(const QString& name)
{
    const std::string wanted = name.trimmed().toStdString();
    if (m_study.labelMap()) {
        const auto& structures = m_study.labelMap()->labels->structures();
        const auto known = std::ranges::find(structures, wanted, &Structure::name);
        if (known != structures.end())
            return *known;
    }
    if (m_largestLabel == std::numeric_limits<std::uint16_t>::max())
        return {};
    return structureFor(++m_largestLabel, wanted, m_catalog);
}

// Patches

void EditSession::apply(const QString& what, LabelPatch patch)
{
    if (patch.empty() || !m_study.labelMap())
        return;
    if (m_savedPosition > m_position)
        m_savedPosition = -1; // What was stored can no longer be redone.
    m_stack.push(new EditCommand(*this, what, std::move(patch), m_position)); // The stack owns it.
}

void EditSession::carryOut(const LabelPatch& patch, int position)
{
    if (!m_study.labelMap())
        return;
    Q_EMIT aboutToChange();
    cancelOperation(); // It looked at a map that is about to change.
    m_position = position;
    enqueue(patch);
    Q_EMIT changed();
}

void EditSession::enqueue(const LabelPatch& patch)
{
    showPending(patch);
    m_queue.push_back(patch);
    if (m_queue.size() == 1)
        workOff();
}

void EditSession::showPending(const LabelPatch& patch)
{
    const LabelMap& map = *m_study.labelMap()->labels;
    const LabelPreviewPtr shown = m_state.labelPreview.get();
    auto preview = std::make_shared<LabelPreview>();
    const IndexBox box = shown ? united(shown->block.box, patch.box) : patch.box;
    if (box.voxelCount() > largestPreview) {
        m_allShown = false;
        return;
    }
    preview->block = readBlock(map, box);
    if (shown) {
        overlay(preview->block, shown->block);
        preview->structures = shown->structures;
    }
    applyTo(preview->block, map.geometry(), patch);
    preview->structures.insert(preview->structures.end(), patch.structures.begin(),
                               patch.structures.end());
    m_state.labelPreview.set(std::move(preview));
}

void EditSession::workOff()
{
    m_archive.tasks().run<Edited>(
        TaskRunner::Pool::Io, m_scope.get(),
        [volume = m_study.series()->volume, map = m_study.labelMap()->labels,
         measures = m_study.labelMap()->measures, patch = m_queue.front(), journal = m_journal,
         anew = std::exchange(m_journalAnew, false)](const Progress& progress) -> Result<Edited> {
            auto after = applyPatch(*map, patch);
            if (!after)
                return after.error();
            Edited edited;
            edited.measures = measuredAgain(*volume, **after, measures, patch);
            edited.map = std::move(*after);
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            edited.noted = journal.append(patch, map->geometry().size, anew);
            return edited;
        },
        [this](Result<Edited> result) {
            if (!result) {
                giveUp(result.error());
                return;
            }
            const std::set<std::uint16_t> labels = changedLabels(m_queue.front());
            m_queue.pop_front();
            noteLabels(*result->map);
            m_study.showEdited(std::move(result->map), std::move(result->measures), labels);
            if (!result->noted)
                Q_EMIT autosaveFailed(result->noted.error());
            if (!m_queue.empty()) {
                workOff();
                return;
            }
            m_allShown = true;
            Q_EMIT settled();
            Q_EMIT changed();
        });
}

void EditSession::giveUp(const Error& error)
{
    Q_EMIT aboutToChange();
    // The map is that of an earlier step, and nothing on the stack fits it any more.
    m_queue.clear();
    m_allShown = true;
    m_savedPosition = -1;
    m_state.labelPreview.set(nullptr);
    m_stack.clear();
    Q_EMIT changed();
    Q_EMIT failed(error);
}

// Operations

void EditSession::run(const QString& what, const Operation& operation)
{
    if (isBusy() || !m_study.labelMap())
        return;
    m_running = true;
    const LabelMapPtr map = m_study.labelMap()->labels;
    m_operation = m_archive.tasks().run<LabelPatch>(
        TaskRunner::Pool::Io, m_scope.get(),
        [map, operation](const Progress& progress) { return operation(*map, progress); },
        [this, what, map](Result<LabelPatch> patch) {
            m_running = false;
            if (patch && (!isSettled() || m_study.labelMap()->labels != map))
                patch = makeError(ErrorCode::Cancelled); // Undone under its feet.
            if (!patch) {
                Q_EMIT changed();
                Q_EMIT failed(patch.error());
                return;
            }
            const auto voxels = qint64(patch->voxelCount());
            apply(what, std::move(*patch));
            Q_EMIT changed();
            Q_EMIT operationFinished(voxels);
        },
        [this](double fraction) { Q_EMIT operationProgressed(fraction); });
    Q_EMIT changed();
}

void EditSession::cancelOperation()
{
    m_operation.cancel();
}

// Storing

void EditSession::save()
{
    if (isBusy() || !m_study.labelMap())
        return;
    m_saving = true;
    const LabelMapPtr map = m_study.labelMap()->labels;
    m_archive.run<LabelMapRecord>(
        m_scope.get(),
        [series = *m_study.series(), map, &catalog = m_catalog](StudyDatabase& database,
                                                                const Progress& progress) {
            return storeCorrectedLabelMap(database, series, *map, catalog, progress);
        },
        [this, map, position = m_position](Result<LabelMapRecord> record) {
            m_saving = false;
            if (!record) {
                Q_EMIT changed();
                Q_EMIT failed(record.error());
                return;
            }
            m_savedPosition = position;
            m_study.adoptSaved(std::move(*record), map);
            m_journal.remove();
            m_journal = EditJournal(m_archive.folder(), m_study.labelMap()->record.seriesId,
                                    m_study.labelMap()->record.id);
            m_journalAnew = true;
            Q_EMIT changed();
            Q_EMIT saved();
        });
    Q_EMIT changed();
}

void EditSession::discard()
{
    m_scope = std::make_unique<QObject>(); // What is on its way must not be noted any more.
    m_queue.clear();
    if (isModified())
        m_journal.remove();
}

} // namespace fovea
