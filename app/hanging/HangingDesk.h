#pragma once

#include "app/compare/patientHistory.h"
#include "app/hanging/HangingStore.h"
#include "app/hanging/matchHanging.h"
#include "app/study/Archive.h"
#include "viewer/ViewState.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace fovea {

class SeriesComparison;
class Settings;
class StudySession;
class ViewGrid;
class WindowMemory;

/// Hangs series: when one is opened for the first time in this session, the first protocol that
/// matches it says how the window shows it. The layout comes as soon as the archive has said what
/// the series is, before its images, so that nothing jumps. A series that is opened again hangs as
/// its reader left it; one that no protocol matches, in the layout that the reader last chose.
///
/// What opening sets is not the reader's choice: it is not remembered as window or layout, and
/// gives way to the window in which the series was read before. What is applied by hand is.
class HangingDesk : public QObject {
    Q_OBJECT

public:
    struct Places {
        ViewState& state;
        StudySession& session;
        ViewGrid& views;
        SeriesComparison& comparison;
        WindowMemory& windows;
        const Archive& archive;
        Settings& settings;
    };
    /// Everything must outlive the desk.
    HangingDesk(const Places& places, HangingStore store, QObject* parent = nullptr);
    ~HangingDesk() override;

    const std::vector<HangingProtocol>& protocols() const { return m_protocols; }
    /// What was wrong with files of protocols, for people; empty: nothing.
    const QStringList& problems() const { return m_problems; }
    std::vector<HangingProtocol> shipped() const { return m_store.shipped().protocols; }
    /// Keeps them for this and later sessions. Errors as of HangingStore::save(); they count in
    /// this session all the same.
    Status setProtocols(std::vector<HangingProtocol> protocols);

    bool isAutomatic() const;
    void setAutomatic(bool automatic);

    /// As a reader's choice.
    void apply(const HangingProtocol& protocol);
    void applyNumber(std::size_t number);
    /// The protocol after or before the one applied last, around the ends.
    void step(int steps);
    /// The one applied last to the open series; empty: none.
    std::optional<std::size_t> current() const { return m_current; }

    /// A protocol for series such as the open one that shows them as the window does now; its name
    /// is left to the reader.
    HangingProtocol taken() const;

    /// Before a series is opened: keeps how the open one hangs and looks for what is to come.
    void prepare(qint64 seriesId);

Q_SIGNALS:
    void protocolsChanged();
    void currentChanged();
    /// What was opened hangs, as far as it is no reader's doing.
    void hung();
    /// A protocol that was applied by hand asks for the prior beside the open series.
    void priorWanted();

private:
    /// How a series is to hang once it is there.
    struct Plan {
        HangingProtocol protocol;
        std::optional<std::size_t> number; ///< Empty: as it was left.
        qint64 prior = 0;                  ///< To be compared; 0: none.
    };
    void plan(const PatientHistory& history);
    void hang();
    void arrange(const HangingProtocol& protocol);
    void arrangeQuietly(const HangingProtocol& protocol);
    void showPanes(const HangingProtocol& protocol, bool windowsToo);
    void setCurrent(std::optional<std::size_t> number);

    Places m_places;
    HangingStore m_store;
    std::vector<HangingProtocol> m_protocols;
    QStringList m_problems;
    std::optional<std::size_t> m_current;
    std::unique_ptr<QObject> m_scope; ///< Receiver of what is being looked for.
    std::optional<Plan> m_plan;
    bool m_arranged = false; ///< The layout is a protocol's, not the reader's.
    bool m_quiet = false;    ///< What is shown is not the reader's choice.
    /// Series of this session that were left: how they hung, and beside what.
    std::map<qint64, Plan> m_left;
};

} // namespace fovea
