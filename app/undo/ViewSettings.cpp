#include "app/undo/ViewSettings.h"

#include <QCoreApplication>

namespace fovea {

namespace {

constexpr std::array orientations{SliceOrientation::Axial, SliceOrientation::Coronal,
                                  SliceOrientation::Sagittal};

struct ViewTexts {
    Q_DECLARE_TR_FUNCTIONS(fovea::ViewSettings)
};

} // namespace

ViewSettings ViewSettings::of(ViewState& state)
{
    ViewSettings settings;
    settings.window = state.window.get();
    settings.inverted = state.inverted.get();
    for (std::size_t n = 0; n < orientations.size(); ++n) {
        settings.ownWindows[n] = state.ownWindow(orientations[n]).get();
        settings.slabs[n] = state.slab(orientations[n]).get();
    }
    settings.interpolation = state.interpolation.get();
    settings.overlayMode = state.overlayMode.get();
    settings.overlaysVisible = state.overlaysVisible.get();
    settings.overlayOpacity = state.overlayOpacity.get();
    settings.surfaceOpacity = state.surfaceOpacity.get();
    settings.outline = state.outline.get();
    settings.hiddenLabels = state.hiddenLabels.get();
    settings.hiddenAnatomies = state.hiddenAnatomies.get();
    settings.labelColours = state.labelColours.get();
    settings.crosshairVisible = state.crosshairVisible.get();
    settings.annotationsVisible = state.annotationsVisible.get();
    settings.volumeRendering = state.volumeRendering.get();
    settings.abnormalInShells = state.abnormalInShells.get();
    settings.crop = state.crop.get();
    return settings;
}

void ViewSettings::applyTo(ViewState& state) const
{
    state.window.set(window);
    state.inverted.set(inverted);
    for (std::size_t n = 0; n < orientations.size(); ++n) {
        state.ownWindow(orientations[n]).set(ownWindows[n]);
        state.slab(orientations[n]).set(slabs[n]);
    }
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
    state.abnormalInShells.set(abnormalInShells);
    state.crop.set(crop);
}

std::vector<Connection> ViewSettings::observe(ViewState& state,
                                              const std::function<void()>& changed)
{
    std::vector<Connection> connections;
    const auto watch = [&](auto& property) {
        connections.push_back(property.observe([changed](const auto&) { changed(); }));
    };
    watch(state.window);
    watch(state.inverted);
    for (const SliceOrientation orientation : orientations) {
        watch(state.ownWindow(orientation));
        watch(state.slab(orientation));
    }
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
    watch(state.abnormalInShells);
    watch(state.crop);
    return connections;
}

QString ViewSettings::difference(const ViewSettings& a, const ViewSettings& b)
{
    if (a.window != b.window || a.ownWindows != b.ownWindows)
        return ViewTexts::tr("window level");
    if (a.slabs != b.slabs)
        return ViewTexts::tr("slice thickness");
    if (a.hiddenLabels != b.hiddenLabels || a.hiddenAnatomies != b.hiddenAnatomies)
        return ViewTexts::tr("hidden structures");
    if (a.labelColours != b.labelColours)
        return ViewTexts::tr("structure colors");
    if (a.overlayMode != b.overlayMode || a.overlaysVisible != b.overlaysVisible ||
        a.overlayOpacity != b.overlayOpacity || a.outline != b.outline)
        return ViewTexts::tr("anatomy overlay");
    if (a.crop != b.crop)
        return ViewTexts::tr("3D crop");
    if (a.surfaceOpacity != b.surfaceOpacity || a.volumeRendering != b.volumeRendering ||
        a.abnormalInShells != b.abnormalInShells)
        return ViewTexts::tr("3D display");
    return ViewTexts::tr("display options");
}

} // namespace fovea
