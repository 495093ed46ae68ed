#include "app/undo/ViewSettings.h"

#include <QCoreApplication>

namespace fovea {

namespace {

struct ViewTexts {
    Q_DECLARE_TR_FUNCTIONS(fovea::ViewSettings)
};

} // namespace

ViewSettings ViewSettings::of(const ViewState& state)
{
    return {
        state.window.get(),          state.interpolation.get(),    state.overlayMode.get(),
        state.overlaysVisible.get(), state.overlayOpacity.get(),   state.surfaceOpacity.get(),
        state.outline.get(),         state.hiddenLabels.get(),     state.hiddenAnatomies.get(),
        state.labelColours.get(),    state.crosshairVisible.get(), state.annotationsVisible.get(),
        state.volumeRendering.get()};
}

void ViewSettings::applyTo(ViewState& state) const
{
    state.window.set(window);
    state.interpolation.set(interpolation);
    state.overlayMode.set(overlayMode);
    state.overlaysVisible.set(overlaysVisible);
    state.overlayOpacity.set(overlayOpacity);
    state.surfaceOpacity.set(surfaceOpacity);
    state.outline.set(outline);
    state.hiddenLabels.set(hiddenLabels);
    state.hiddenAnatomies.set(hiddenAnatomies);
    state.labelColours.set(labelColours);
    state.crosshairVisible.set(crosshairVisible);
    state.annotationsVisible.set(annotationsVisible);
    state.volumeRendering.set(volumeRendering);
}

std::vector<Connection> ViewSettings::observe(ViewState& state,
                                              const std::function<void()>& changed)
{
    std::vector<Connection> connections;
    const auto watch = [&](auto& property) {
        connections.push_back(property.observe([changed](const auto&) { changed(); }));
    };
    watch(state.window);
    watch(state.interpolation);
    watch(state.overlayMode);
    watch(state.overlaysVisible);
    watch(state.overlayOpacity);
    watch(state.surfaceOpacity);
    watch(state.outline);
    watch(state.hiddenLabels);
    watch(state.hiddenAnatomies);
    watch(state.labelColours);
    watch(state.crosshairVisible);
    watch(state.annotationsVisible);
    watch(state.volumeRendering);
    return connections;
}

QString ViewSettings::difference(const ViewSettings& a, const ViewSettings& b)
{
    if (a.window != b.window)
        return ViewTexts::tr("window level");
    if (a.hiddenLabels != b.hiddenLabels || a.hiddenAnatomies != b.hiddenAnatomies)
        return ViewTexts::tr("hidden structures");
    if (a.labelColours != b.labelColours)
        return ViewTexts::tr("structure colors");
    if (a.overlayMode != b.overlayMode || a.overlaysVisible != b.overlaysVisible ||
        a.overlayOpacity != b.overlayOpacity || a.outline != b.outline)
        return ViewTexts::tr("anatomy overlay");
    if (a.surfaceOpacity != b.surfaceOpacity || a.volumeRendering != b.volumeRendering)
        return ViewTexts::tr("3D display");
    return ViewTexts::tr("display options");
}

} // namespace fovea
