#include "app/hanging/HangingDesk.h"

#include "app/Settings.h"
#include "app/compare/SeriesComparison.h"
#include "app/study/StudySession.h"
#include "app/views/ViewGrid.h"
#include "app/views/WindowMemory.h"

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

bool isSlice(const HangingPane& pane)
{
    return pane.view != View::Volume;
}

SliceOrientation planeOf(const HangingPane& pane)
{
    return static_cast<SliceOrientation>(pane.view);
}

/// The window that all panes with slices have; empty where they differ or one has none.
std::optional<WindowLevel> commonWindow(const std::vector<HangingPane>& panes)
{
    std::optional<WindowLevel> common;
    for (const HangingPane& pane : panes) {
        if (!isSlice(pane))
            continue;
        if (!pane.window || (common && *common != *pane.window))
            return std::nullopt;
        common = pane.window;
    }
    return common;
}

} // namespace

HangingDesk::HangingDesk(const Places& places, HangingStore store, QObject* parent)
    : QObject(parent)
    , m_places(places)
    , m_store(std::move(store))
    , m_scope(std::make_unique<QObject>())
{
    HangingStore::Loaded loaded = m_store.load();
    m_protocols = std::move(loaded.protocols);
    m_problems = std::move(loaded.problems);
    connect(&m_places.session, &StudySession::seriesShown, this, &HangingDesk::hang);
}

HangingDesk::~HangingDesk() = default;

Status HangingDesk::setProtocols(std::vector<HangingProtocol> protocols)
{
    m_protocols = std::move(protocols);
    setCurrent(std::nullopt);
    Q_EMIT protocolsChanged();
    return m_store.save(m_protocols);
}

bool HangingDesk::isAutomatic() const
{
    return m_places.settings.hangsAutomatically();
}

void HangingDesk::setAutomatic(bool automatic)
{
    m_places.settings.setHangsAutomatically(automatic);
}

void HangingDesk::prepare(qint64 seriesId)
{
    if (const auto& open = m_places.session.series()) {
        const auto& compared = m_places.comparison.series();
        m_left.insert_or_assign(qint64(open->series.id),
                                Plan{taken(), m_current, compared ? compared->series.id : 0});
    }
    m_scope = std::make_unique<QObject>();
    m_plan.reset();
    setCurrent(std::nullopt);
    if (!isAutomatic())
        return;
    if (const auto left = m_left.find(seriesId); left != m_left.end()) {
        m_plan = left->second;
        arrangeQuietly(m_plan->protocol);
        return;
    }
    m_places.archive.run<PatientHistory>(
        m_scope.get(),
        [seriesId](StudyDatabase& database, const Progress&) {
            return patientHistory(database, seriesId);
        },
        [this](Result<PatientHistory> history) {
            if (history) // What keeps it from being read is said where the images are.
                plan(*history);
        });
}

void HangingDesk::plan(const PatientHistory& history)
{
    const PriorChoice prior = chooseSeries(history.open, history.series);
    const auto number = firstMatching(
        m_protocols, {history.open.study, history.open.series, prior.index.has_value()});
    m_plan = Plan{number ? m_protocols[*number] : HangingProtocol(), number, 0};
    if (m_plan->protocol.compareWithPrior && prior.index)
        m_plan->prior = history.series[*prior.index].series.id;
    arrangeQuietly(m_plan->protocol);
    if (m_places.session.series())
        hang();
}

void HangingDesk::hang()
{
    if (!m_plan)
        return; // The archive answers later, or nothing hangs by itself.
    const Plan plan = *std::exchange(m_plan, std::nullopt);
    // What was left has no name; its windows are the reader's own.
    const bool again = plan.protocol.name.empty();
    m_quiet = true;
    showPanes(plan.protocol, again || !m_places.windows.knowsSeries());
    m_quiet = false;
    if (plan.prior > 0)
        m_places.comparison.open(plan.prior);
    setCurrent(plan.number);
    Q_EMIT hung();
}

void HangingDesk::arrangeQuietly(const HangingProtocol& protocol)
{
    Settings& settings = m_places.settings;
    const QString layout = settings.layout();
    const QString order = settings.viewOrder();
    if (!protocol.layout.empty() || !protocol.panes.empty()) {
        arrange(protocol);
        m_arranged = true;
    } else if (std::exchange(m_arranged, false)) {
        m_places.views.arrange(layoutCalled(layout), orderFromText(order).value_or(standardOrder));
    }
    settings.setLayout(layout);
    settings.setViewOrder(order);
}

void HangingDesk::arrange(const HangingProtocol& protocol)
{
    ViewGrid& views = m_places.views;
    ViewOrder order = views.order();
    for (std::size_t n = 0; n < std::min(protocol.panes.size(), order.size()); ++n)
        std::swap(*std::ranges::find(order, protocol.panes[n].view), order[n]);
    const QString id = QString::fromStdString(protocol.layout);
    views.arrange(id.isEmpty() ? views.arrangement() : layoutCalled(id), order);
}

void HangingDesk::showPanes(const HangingProtocol& protocol, bool windowsToo)
{
    ViewState& state = m_places.state;
    const auto common = commonWindow(protocol.panes);
    if (windowsToo) {
        for (const SliceOrientation orientation : sliceOrientations)
            state.ownWindow(orientation).set(std::nullopt);
        if (common && m_quiet)
            m_places.windows.showUnremembered(*common);
        else if (common)
            state.window.set(*common);
    }
    for (const HangingPane& pane : protocol.panes) {
        if (!isSlice(pane))
            continue;
        if (windowsToo && !common && pane.window)
            state.ownWindow(planeOf(pane)).set(pane.window);
        if (pane.slab)
            state.slab(planeOf(pane)).set(*pane.slab);
    }
    if (protocol.overlay)
        state.overlaysVisible.set(*protocol.overlay);
}

void HangingDesk::apply(const HangingProtocol& protocol)
{
    m_plan.reset();
    if (!protocol.compareWithPrior)
        m_places.comparison.close();
    m_arranged = false;
    arrange(protocol);
    showPanes(protocol, true);
    if (protocol.compareWithPrior)
        Q_EMIT priorWanted();
}

void HangingDesk::applyNumber(std::size_t number)
{
    if (number >= m_protocols.size())
        return;
    apply(m_protocols[number]);
    setCurrent(number);
}

void HangingDesk::step(int steps)
{
    const int count = int(m_protocols.size());
    if (count == 0)
        return;
    // Before the first, so that the first is the next, and the last the previous.
    const int from = m_current ? int(*m_current) : steps > 0 ? -1 : 0;
    applyNumber(std::size_t(((from + steps) % count + count) % count));
}

void HangingDesk::setCurrent(std::optional<std::size_t> number)
{
    m_current = number;
    Q_EMIT currentChanged();
}

HangingProtocol HangingDesk::taken() const
{
    HangingProtocol protocol;
    if (const auto& open = m_places.session.series()) {
        protocol.when.modality = open->series.modality;
        protocol.when.bodyParts = bodyPartsOf(open->study, open->series);
    }
    const ViewGrid& views = m_places.views;
    ViewOrder order = views.order();
    const Layout* layout = &views.arrangement();
    if (views.maximized() >= 0) {
        layout = &layouts().front();
        std::swap(*std::ranges::find(order, View(views.maximized())), order.front());
    }
    protocol.layout = layout->id.toStdString();
    for (std::size_t n = 0; n < layout->cells.size(); ++n) {
        HangingPane pane;
        pane.view = order[n];
        if (isSlice(pane)) {
            pane.window = m_places.state.windowOf(planeOf(pane));
            pane.slab = m_places.state.slab(planeOf(pane)).get();
        }
        protocol.panes.push_back(pane);
    }
    protocol.overlay = m_places.state.overlaysVisible.get();
    const auto& compared = m_places.comparison.series();
    protocol.compareWithPrior = compared && !m_places.comparison.isOtherPatient() &&
                                compared->study.id != m_places.session.series()->study.id;
    return protocol;
}

} // namespace fovea
