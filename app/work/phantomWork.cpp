#include "app/work/phantomWork.h"

#include "storage/AtomicFile.h"
#include "storage/DicomWriter.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <system_error>

namespace fovea {

namespace {

constexpr const char* StudyDate = "20250101";
constexpr const char* StudyTime = "120000";

/// SplitMix64's finalizer: neighbouring seeds give unrelated numbers.
constexpr std::uint64_t mixed(std::uint64_t z)
{
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// The grid counts: the same chest sampled otherwise is another series of images. So does the site.
std::uint64_t uidSeed(std::uint64_t seed, const PhantomGrid& grid, const PhantomSite& site)
{
    std::uint64_t hash = mixed(seed);
    for (const int n : grid.size)
        hash = mixed(hash ^ static_cast<std::uint64_t>(n));
    for (const double mm : grid.spacingMm)
        hash = mixed(hash ^ std::bit_cast<std::uint64_t>(mm));
    if (!site.isReference()) {
        for (const char c : site.id)
            hash = mixed(hash ^ static_cast<unsigned char>(c));
    }
    return hash;
}

/// What tells phantoms apart in names: the seed, with the site where it is not the reference.
std::string tagOf(std::uint64_t seed, const PhantomSite& site)
{
    const std::string number = std::to_string(seed);
    return site.isReference() ? number : site.id + '-' + number;
}

const char* sideName(Side side)
{
    switch (side) {
    case Side::None:
        return "";
    case Side::Left:
        return "left";
    case Side::Right:
        return "right";
    }
    return "";
}

nlohmann::json siteJson(const FindingSite& site, const LabelMap& labels)
{
    const Structure* structure = labels.structure(site.structure);
    nlohmann::json out{{"structure", structure ? structure->name : std::string()},
                       {"side", sideName(site.side)}};
    if (site.millimetres > 0)
        out["mm"] = std::lround(site.millimetres);
    return out;
}

std::string truthJson(const PhantomGrid& grid, const PhantomSite& site, const Phantom& phantom)
{
    const PhantomTruth& known = phantom.truth;
    nlohmann::json truth{{"format", 2},
                         {"seed", known.seed},
                         {"sex", known.female ? "F" : "M"},
                         {"age", known.ageYears},
                         {"contrast", known.contrast},
                         {"size", grid.size},
                         {"spacing_mm", grid.spacingMm},
                         {"findings", nlohmann::json::array()},
                         {"variants", nlohmann::json::array()},
                         {"report", nlohmann::json::object()}};
    if (!site.isReference())
        truth["site"] = site.id;
    for (const ShownFinding& finding : known.findings) {
        nlohmann::json sites = nlohmann::json::array();
        for (const FindingSite& site : finding.sites)
            sites.push_back(siteJson(site, *phantom.labels));
        truth["findings"].push_back({{"anatomy", finding.anatomyId},
                                     {"finding", finding.findingId},
                                     {"kind", finding.kind},
                                     {"severity", finding.severity},
                                     {"side", sideName(finding.side())},
                                     {"sites", std::move(sites)}});
    }
    for (const NormalVariant& variant : known.variants) {
        nlohmann::json one = siteJson(variant.site, *phantom.labels);
        one["id"] = variant.id;
        truth["variants"].push_back(std::move(one));
    }
    for (const PhantomRegionText& region : phantom.report.regions)
        truth["report"][region.anatomyId] = region.text;
    return truth.dump(2) + '\n';
}

/// Removes what was written unless the whole was renamed into place.
class PartialFolder {
public:
    explicit PartialFolder(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }
    PartialFolder(const PartialFolder&) = delete;
    PartialFolder& operator=(const PartialFolder&) = delete;
    ~PartialFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

Status writeFiles(const Phantom& phantom, const PhantomGrid& grid, const PhantomSite& site,
                  const AnatomyCatalog& catalog, const std::filesystem::path& folder,
                  WrittenPhantom& written, const Progress& progress)
{
    const UidSource uids{.root = "2.25", .seed = uidSeed(written.seed, grid, site)};
    PatientStudy study;
    study.patientName = "Phantom^" + tagOf(written.seed, site);
    study.patientId = std::string(phantomPatientPrefix) + tagOf(written.seed, site);
    study.sex = phantom.truth.female ? "F" : "M";
    study.studyInstanceUid = written.studyInstanceUid;
    study.studyDate = StudyDate;
    study.studyTime = StudyTime;
    study.studyId = "1";
    study.studyDescription = phantomDescription;
    CtSeriesOptions ct;
    ct.uids = uids;
    ct.seriesDescription = "Phantom chest CT";
    ct.modelName = "Phantom";
    const auto series =
        writeCtSeries(*phantom.volume, folder / "ct", study, ct, progress.part(0.0, 0.6));
    if (!series)
        return series.error();
    written.seriesInstanceUid = series->seriesInstanceUid;
    written.slices = static_cast<int>(series->instances.size());

    std::vector<std::filesystem::path> ctFiles;
    for (const WrittenInstance& instance : series->instances)
        ctFiles.push_back(instance.path);
    SegmentationOptions segmentation;
    segmentation.uids = uids;
    segmentation.seriesDescription = "Phantom structures";
    segmentation.algorithmName = "Phantom";
    const auto uid = writeSegmentation(*phantom.labels, catalog, ctFiles, folder / "seg.dcm",
                                       segmentation, progress.part(0.6, 1.0));
    if (!uid)
        return uid.error();
    if (Status s = writeFileAtomically(folder / "report.txt", phantom.report.text); !s)
        return s;
    return writeFileAtomically(folder / "truth.json", truthJson(grid, site, phantom));
}

} // namespace

std::string phantomStudyUid(std::uint64_t seed, const PhantomGrid& grid, const PhantomSite& site)
{
    // A UUID (RFC 9562, version 8: of the maker's own making) as DICOM PS3.5 B.2 writes it: "2.25."
    // and its 128 bits in decimal.
    const std::uint64_t base = uidSeed(seed, grid, site);
    const std::uint64_t high = (mixed(base ^ 1) & ~0xF000ULL) | 0x8000ULL;
    const std::uint64_t low = (mixed(base ^ 2) >> 2) | 0x8000000000000000ULL;
    __extension__ using Wide = unsigned __int128;
    Wide value = (static_cast<Wide>(high) << 64) | low;
    std::string digits;
    for (; value > 0; value /= 10)
        digits += static_cast<char>('0' + static_cast<int>(value % 10));
    std::ranges::reverse(digits);
    return "2.25." + digits;
}

Result<WrittenPhantom> writePhantom(std::uint64_t seed, const PhantomGrid& grid,
                                    const std::filesystem::path& folder,
                                    const AnatomyCatalog& catalog, const Progress& progress,
                                    const PhantomSite& site)
{
    WrittenPhantom written;
    written.seed = seed;
    written.siteId = site.id;
    written.studyInstanceUid = phantomStudyUid(seed, grid, site);
    const std::string name = "phantom-" + tagOf(seed, site);
    written.folder = folder / name;
    written.ctFolder = written.folder / "ct";
    written.segmentation = written.folder / "seg.dcm";

    std::error_code failed;
    if (std::filesystem::exists(written.folder, failed))
        return makeError(ErrorCode::BadOption, {written.folder.string(), "it exists already"});
    const PartialFolder partial(folder / ('.' + name + ".part"));
    std::filesystem::remove_all(partial.path(), failed);
    std::filesystem::create_directories(partial.path() / "ct", failed);
    if (failed)
        return writeError(partial.path(), failed.value());

    auto phantom = makePhantom(seed, grid, progress.part(0.0, 0.5), site);
    if (!phantom)
        return phantom.error();
    if (Status s = writeFiles(*phantom, grid, site, catalog, partial.path(), written,
                              progress.part(0.5, 1.0));
        !s)
    {
        return s.error();
    }
    std::filesystem::rename(partial.path(), written.folder, failed);
    if (failed)
        return writeError(written.folder, failed.value());
    written.truth = std::move(phantom->truth);
    return written;
}

} // namespace fovea
