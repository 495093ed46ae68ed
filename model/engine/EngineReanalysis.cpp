#include "model/checkpoint/AnatomyGrouping.h"
#include "model/engine/FvlmEngine.h"

#include <algorithm>
#include <chrono>

namespace fovea {

namespace {

/// For each label, the positions of the anatomies that it belongs to.
std::vector<std::vector<int>> anatomiesOfLabels(const ModelManifest& manifest, const LabelMap& map,
                                                std::size_t labelCount)
{
    std::vector<std::vector<int>> out(labelCount);
    const auto groups = labelsByAnatomy(manifest, map);
    for (std::size_t anatomy = 0; anatomy < groups.size(); ++anatomy) {
        for (const std::uint16_t label : groups[anatomy])
            out[label].push_back(static_cast<int>(anatomy));
    }
    return out;
}

/// Per anatomy of the network whether it has other voxels in `after` than in `before`.
std::vector<bool> changedAnatomies(const ModelManifest& manifest, const LabelMap& before,
                                   const LabelMap& after)
{
    const std::size_t labels = std::size_t{std::max(before.maxLabel(), after.maxLabel())} + 1;
    const auto old = anatomiesOfLabels(manifest, before, labels);
    const auto now = anatomiesOfLabels(manifest, after, labels);
    std::vector<bool> sameLabelSameAnatomies(labels);
    for (std::size_t label = 0; label < labels; ++label)
        sameLabelSameAnatomies[label] = old[label] == now[label];

    std::vector<bool> changed(manifest.network.anatomies.size());
    const auto a = before.labels();
    const auto b = after.labels();
    for (std::size_t n = 0; n < a.size(); ++n) {
        if (a[n] == b[n] && sameLabelSameAnatomies[a[n]])
            continue;
        for (const int anatomy : old[a[n]]) {
            if (std::ranges::find(now[b[n]], anatomy) == now[b[n]].end())
                changed[static_cast<std::size_t>(anatomy)] = true;
        }
        for (const int anatomy : now[b[n]]) {
            if (std::ranges::find(old[a[n]], anatomy) == old[a[n]].end())
                changed[static_cast<std::size_t>(anatomy)] = true;
        }
    }
    return changed;
}

/// Appends to `out` what `from` says of one anatomy.
template <typename Entry>
void take(std::vector<Entry>& out, const std::vector<Entry>& from, const std::string& anatomyId)
{
    std::ranges::copy_if(from, std::back_inserter(out),
                         [&](const Entry& entry) { return entry.anatomyId == anatomyId; });
}

} // namespace

Result<StudyAnalysis> FvlmEngine::reanalyze(const Volume& volume, const LabelMap& before,
                                            const LabelMap& after, const StudyAnalysis& stored,
                                            const Progress& progress)
{
    const auto start = std::chrono::steady_clock::now();
    if (stored.modelFingerprint != m_info.fingerprint)
        return makeError(ErrorCode::BadOption, {"stored", "an analysis of another model"});
    if (before.geometry().size != after.geometry().size)
        return makeError(ErrorCode::GridMismatch, {"size"});
    const std::vector<bool> changed = changedAnatomies(m_manifest, before, after);
    Result<StudyAnalysis> fresh = StudyAnalysis{};
    if (std::ranges::find(changed, true) != changed.end())
        fresh = analyzeVisiting(volume, after, progress, {}, changed);
    if (!fresh)
        return fresh.error();

    StudyAnalysis merged;
    merged.modelFingerprint = m_info.fingerprint;
    merged.notes = fresh->notes;
    const std::vector<std::string>& anatomies = network().config().anatomies;
    for (std::size_t n = 0; n < anatomies.size(); ++n) {
        const StudyAnalysis& source = changed[n] ? *fresh : stored;
        take(merged.embeddings, source.embeddings, anatomies[n]);
        take(merged.skipped, source.skipped, anatomies[n]);
        take(merged.scalars, source.scalars, anatomies[n]);
    }
    // Findings stand in the order of the catalog, which need not be that of the anatomies.
    for (const FindingDefinition& definition : m_manifest.findings) {
        const auto anatomy = std::ranges::find(anatomies, definition.anatomyId);
        const bool anew = anatomy != anatomies.end() &&
                          changed[static_cast<std::size_t>(anatomy - anatomies.begin())];
        const std::vector<Finding>& source = anew ? fresh->findings : stored.findings;
        const auto found = std::ranges::find_if(source, [&](const Finding& finding) {
            return finding.anatomyId == definition.anatomyId && finding.findingId == definition.id;
        });
        if (found != source.end())
            merged.findings.push_back(*found);
    }
    merged.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return merged;
}

} // namespace fovea
