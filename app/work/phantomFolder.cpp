#include "app/work/phantomFolder.h"

#include "app/work/findingStatements.h"
#include "model/report/DecomposeReport.h"
#include "storage/DicomScanner.h"
#include "storage/LabelMapReader.h"
#include "storage/SeriesReader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace fovea {

namespace {

LabelledStudy::Region& regionOf(LabelledStudy& study, const std::string& anatomyId)
{
    const auto it = std::ranges::find(study.regions, anatomyId, &LabelledStudy::Region::anatomyId);
    if (it != study.regions.end())
        return *it;
    return study.regions.emplace_back(LabelledStudy::Region{anatomyId, {}, {}});
}

Side sideOf(const nlohmann::json& json)
{
    const std::string side = json.value("side", "");
    return side == "left" ? Side::Left : (side == "right" ? Side::Right : Side::None);
}

/// Severity and places are optional: a truth file written by hand need not have them.
LabelledFinding detailOf(const nlohmann::json& finding, const LabelMap& labels)
{
    LabelledFinding out;
    out.findingId = finding.at("finding").get<std::string>();
    out.severity = finding.value("severity", 0.0);
    out.side = sideOf(finding);
    for (const nlohmann::json& site : finding.value("sites", nlohmann::json::array())) {
        const std::string name = site.value("structure", "");
        const auto known = std::ranges::find(labels.structures(), name, &Structure::name);
        out.structures.push_back(known == labels.structures().end() ? std::uint16_t(0)
                                                                    : known->label);
        out.siteSides.push_back(sideOf(site));
    }
    return out;
}

Status readTruth(const std::filesystem::path& file, const ReportRules& rules, LabelledStudy& study)
{
    std::ifstream stream(file);
    if (!stream)
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    try {
        const nlohmann::json truth = nlohmann::json::parse(stream);
        for (const auto& [anatomy, text] : truth.at("report").items())
            regionOf(study, anatomy).text = text.get<std::string>();
        for (const nlohmann::json& finding : truth.at("findings")) {
            LabelledStudy::Region& region =
                regionOf(study, finding.at("anatomy").get<std::string>());
            region.findings.push_back(finding.at("finding").get<std::string>());
            region.details.push_back(detailOf(finding, *study.labels));
        }
        for (LabelledStudy::Region& region : study.regions)
            region.statements =
                findingStatements(decomposeReport("Findings: " + region.text, rules), region);
    } catch (const nlohmann::json::exception& e) {
        return makeError(ErrorCode::MetadataBroken, {file.string(), "not a truth file"}, e.what());
    }
    return Done{};
}

/// As fVLM's data were made: each anatomy's sentences, and nothing where nothing is said.
Status readReport(const std::filesystem::path& file, const AnatomyCatalog& catalog,
                  const ReportRules& rules, LabelledStudy& study)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    const std::string text((std::istreambuf_iterator<char>(stream)),
                           std::istreambuf_iterator<char>());
    const DecomposedReport report = decomposeReport(text, rules);
    for (const Anatomy& anatomy : catalog.anatomies()) {
        LabelledStudy::Region& region = regionOf(study, anatomy.id);
        const AnatomyReport* said = report.anatomy(anatomy.id);
        if (said == nullptr)
            continue;
        region.text = said->text();
        region.findings = said->asserted;
        region.statements = findingStatements(report, region);
    }
    return Done{};
}

} // namespace

Result<std::vector<std::filesystem::path>> studyFolders(const std::filesystem::path& data)
{
    std::error_code failed;
    if (!std::filesystem::is_directory(data, failed))
        return makeError(ErrorCode::FileNotFound, {data.string()});
    std::vector<std::filesystem::path> folders;
    std::filesystem::directory_iterator entry(data, failed);
    for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(entry->path() / "truth.json", ignored) ||
            std::filesystem::is_regular_file(entry->path() / "report.txt", ignored))
            folders.push_back(entry->path());
    }
    if (failed)
        return makeError(ErrorCode::FileNotReadable, {data.string()}, failed.message());
    if (folders.empty())
        return makeError(ErrorCode::NoCases, {}, "no folder with a truth.json or report.txt");
    std::ranges::sort(folders);
    return folders;
}

Result<LabelledStudy> readStudyFolder(const std::filesystem::path& folder,
                                      const AnatomyCatalog& catalog, const ReportRules& rules,
                                      const Progress& progress)
{
    LabelledStudy study;
    const auto scan = scanFolder(folder / "ct", progress.part(0.0, 0.1));
    if (!scan)
        return scan.error();
    const auto series = scan->allSeries();
    if (series.empty())
        return makeError(ErrorCode::NoCtFound, {(folder / "ct").string()});
    if (series.size() > 1)
        return makeError(ErrorCode::AmbiguousRequest, {(folder / "ct").string()});
    auto volume = readSeries(*series.front(), progress.part(0.1, 0.6));
    if (!volume)
        return volume.error();
    study.volume = std::move(volume->volume);

    std::error_code ignored;
    std::filesystem::path map = folder / "seg.dcm";
    if (!std::filesystem::exists(map, ignored))
        map = folder / "seg.nii.gz";
    const LabelMapTarget target{study.volume->geometry(), scan->studies.front().studyInstanceUid,
                                series.front()->frameOfReferenceUid};
    auto labels = readLabelMap(map, target, catalog, LabelMapOptions{}, progress.part(0.6, 1.0));
    if (!labels)
        return labels.error();
    study.labels = std::move(labels->labels);
    const std::filesystem::path truth = folder / "truth.json";
    const Status read = std::filesystem::exists(truth, ignored)
                            ? readTruth(truth, rules, study)
                            : readReport(folder / "report.txt", catalog, rules, study);
    if (!read)
        return read.error();
    return study;
}

} // namespace fovea
