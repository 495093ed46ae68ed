#include "viewer/ViewState.h"

#include "viewer/abnormalityColour.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

/// So much of a shell's colour is left that its outline can be followed, and no more.
constexpr double shellOpacity = 0.12;

std::uint8_t alphaOf(double opacity)
{
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(opacity, 0.0, 1.0)));
}

LabelTable makeTable(const ViewState& state, OverlayMode mode, double opacity)
{
    const LabelMapPtr& labels = state.labels.get();
    if (!labels || !state.overlaysVisible.get() || mode == OverlayMode::Off)
        return {};
    const std::uint8_t alpha = alphaOf(opacity);
    const auto& colours = state.labelColours.get();
    const auto& scores = state.abnormality.get();

    std::vector<Structure> structures = labels->structures();
    std::size_t largest = labels->maxLabel();
    if (const LabelPreviewPtr& preview = state.labelPreview.get()) {
        for (const Structure& s : preview->structures) {
            if (!labels->structure(s.label))
                structures.push_back(s);
            largest = std::max(largest, std::size_t{s.label});
        }
    }
    LabelTable table(largest + 1);
    for (const Structure& s : structures) {
        if (state.hiddenLabels.get().contains(s.label) ||
            (!s.anatomyId.empty() && state.hiddenAnatomies.get().contains(s.anatomyId)))
            continue;
        Rgb colour = s.colour;
        if (mode == OverlayMode::Abnormality) {
            // Structures of no catalogued anatomy are never scored: grey would only cover the
            // image.
            if (s.anatomyId.empty())
                continue;
            const auto score = scores.find(s.anatomyId);
            colour = abnormalityColour(score == scores.end() ? std::nullopt
                                                             : std::optional(score->second));
        } else if (const auto own = colours.find(s.label); own != colours.end()) {
            colour = own->second;
        }
        table[s.label] = rgba(colour, alpha);
    }
    return table;
}

} // namespace

const WindowLevel& ViewState::windowOf(SliceOrientation orientation) const
{
    const auto& own = m_ownWindows[static_cast<std::size_t>(orientation)].get();
    return own ? *own : window.get();
}

void ViewState::setWindowOf(SliceOrientation orientation, const WindowLevel& newWindow)
{
    auto& own = ownWindow(orientation);
    if (own.get())
        own.set(newWindow);
    else
        window.set(newWindow);
}

void ViewState::show(VolumePtr newVolume, LabelMapPtr newLabels)
{
    // Labels first go, then come: they must never lie beside a volume of another grid.
    labelPreview.set(nullptr);
    labels.set(nullptr);
    hiddenLabels.set({});
    hiddenAnatomies.set({});
    labelColours.set({});
    abnormality.set({});
    abnormalAnatomies.set({});
    regionMap.set(nullptr);
    crop.set({});
    frame.set({});
    // The thin slice first: nobody should take a projection for it in a study not seen before.
    for (Property<Slab>& slab : m_slabs)
        slab.set({});
    for (auto& own : m_ownWindows)
        own.set(std::nullopt);
    const Vec3 middle = newVolume ? newVolume->geometry().centreMm() : Vec3{0, 0, 0};
    volume.set(std::move(newVolume));
    cursorMm.set(middle);
    labels.set(std::move(newLabels));
}

const RegionMap* shownRegionMap(const ViewState& state)
{
    const bool shown = state.regionMapVisible.get() && state.overlaysVisible.get();
    return shown ? state.regionMap.get().get() : nullptr;
}

LabelTable sliceLabelTable(const ViewState& state)
{
    return makeTable(state, state.overlayMode.get(), state.overlayOpacity.get());
}

LabelTable surfaceLabelTable(const ViewState& state)
{
    const OverlayMode mode = state.overlayMode.get();
    LabelTable table = makeTable(state, mode == OverlayMode::Off ? OverlayMode::Structures : mode,
                                 state.surfaceOpacity.get());
    const auto& abnormal = state.abnormalAnatomies.get();
    if (!state.abnormalInShells.get() || abnormal.empty() || table.empty())
        return table;
    const std::uint8_t shell = alphaOf(shellOpacity * state.surfaceOpacity.get());
    for (const Structure& s : state.labels.get()->structures()) {
        if (s.label < table.size() && table[s.label].alpha != 0 && !abnormal.contains(s.anatomyId))
            table[s.label].alpha = shell;
    }
    return table;
}

} // namespace fovea
