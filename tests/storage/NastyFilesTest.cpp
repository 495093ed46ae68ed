#include "storage/CatalogFile.h"
#include "storage/DicomHeader.h"
#include "storage/Importer.h"
#include "storage/LabelMapReader.h"
#include "storage/PixelDecoder.h"
#include "storage/SeriesReader.h"
#include "storage/StructuredReport.h"
#include "storage/VolumeFile.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// Every file that somebody broke, through everything that reads files of strangers. Each is read in
// a process of its own, so that one that crashes, hangs or asks for memory because a length was
// declared is named and the rest is tried all the same.

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

/// More than any of these files (the largest has 0.5 MB) and the archive need.
constexpr rlim_t mostMemory = rlim_t{1} << 30;
/// Of one file; the slowest takes some milliseconds.
constexpr unsigned hangsAfterSeconds = 60;

std::vector<fs::path> nastyFiles()
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(sharedData("nasty"))) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::string nameOf(const fs::path& file)
{
    return fs::relative(file, sharedData("nasty")).string();
}

/// What `read` says in a process of its own, or how that process ended.
std::string saidApart(const std::function<std::string()>& read)
{
    int ends[2];
    if (pipe(ends) != 0)
        return "no pipe";
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
#ifndef __SANITIZE_ADDRESS__ // Which maps all there is.
        const rlimit limit{mostMemory, mostMemory};
        setrlimit(RLIMIT_DATA, &limit);
#endif
        alarm(hangsAfterSeconds);
        const std::string said = read();
        const auto written = write(ends[1], said.data(), said.size());
        _exit(written == static_cast<ssize_t>(said.size()) ? 0 : 1);
    }
    close(ends[1]);
    std::string said;
    char buffer[512];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        said.append(buffer, static_cast<std::size_t>(got));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        return (WTERMSIG(status) == SIGALRM ? "hangs" : "crashes with signal ") +
               std::to_string(WTERMSIG(status));
    return WEXITSTATUS(status) == 0 ? said : "fails";
}

/// A reason, as a person who looks into the details reads it.
std::string reason(const Error& error)
{
    static const std::map<ErrorCode, const char*> names{
        {ErrorCode::NotDicom, "NotDicom"},
        {ErrorCode::NotCt, "NotCt"},
        {ErrorCode::BrokenFile, "BrokenFile"},
        {ErrorCode::UnsupportedPixels, "UnsupportedPixels"},
        {ErrorCode::Localizer, "Localizer"},
        {ErrorCode::InconsistentSeries, "InconsistentSeries"},
        {ErrorCode::NonIntegerRescale, "NonIntegerRescale"},
        {ErrorCode::ValueOutOfRange, "ValueOutOfRange"},
        {ErrorCode::NotALabelMap, "NotALabelMap"},
        {ErrorCode::OtherPatient, "OtherPatient"},
        {ErrorCode::NoStructures, "NoStructures"},
        {ErrorCode::NotInArchive, "NotInArchive"},
    };
    const auto name = names.find(error.code);
    if (name == names.end())
        return "unforeseen " + std::to_string(static_cast<int>(error.code)) + " " + error.detail;
    std::string text = name->second;
    // The first argument is the path where there are two, or where a file is broken.
    const bool startsWithPath = !error.arguments.empty() && error.arguments[0].starts_with("/");
    for (std::size_t i = startsWithPath ? 1 : 0; i < error.arguments.size(); ++i)
        text += ": " +
                (error.arguments[i].empty() ? "of a kind it does not state" : error.arguments[i]);
    if (!error.detail.empty())
        text += ": " + error.detail;
    return text;
}

/// No reason that says nothing: neither a code nobody foresaw, nor a memory that did not do, nor an
/// end of the process, nor "is not a CT image" and no more.
bool readable(const std::string& said)
{
    return !said.empty() && !said.starts_with("unforeseen") && !said.starts_with("crashes") &&
           !said.starts_with("hangs") && !said.starts_with("fails") && !said.ends_with(": ") &&
           said != "BrokenFile" && said != "NotCt" && said != "UnsupportedPixels";
}

std::string importSays(const fs::path& file)
{
    const TemporaryFolder folder;
    auto database = StudyDatabase::open(folder / "archive");
    const auto report = scanFolder(file, Progress());
    if (!database || !report)
        return database ? reason(report.error()) : "no archive";
    const auto summary = importScan(*database, *report, ImportMode::Copy);
    if (!summary)
        return reason(summary.error());
    if (!summary->leftOut.empty())
        return reason(summary->leftOut.front().reason);
    return summary->instancesTaken == 1 ? "taken" : "nothing";
}

std::string seriesSays(const fs::path& file)
{
    const auto series = readSeries(std::vector{file}, Progress());
    return series ? "read" : reason(series.error());
}

LabelMapTarget anyTarget()
{
    LabelMapTarget target;
    target.geometry.size = {16, 16, 4};
    return target;
}

std::string labelMapSays(const fs::path& file)
{
    static const AnatomyCatalog catalog;
    const auto labels = readLabelMap(file, anyTarget(), catalog, {}, Progress());
    return labels ? "read" : reason(labels.error());
}

/// Whatever else is wrong: the pixels alone, as the header itself declares them.
std::string pixelsSay(const fs::path& file)
{
    const auto header = DicomHeader::load(file, DicomHeader::Extent::WholeFile);
    if (!header)
        return reason(header.error());
    const auto value = [&](const DcmTagKey& tag) {
        return static_cast<int>(integerAt(header->dataset(), tag).value_or(1));
    };
    const auto pixels =
        decodePixels(file, {value(DCM_Columns), value(DCM_Rows), value(DCM_NumberOfFrames)});
    return pixels ? "read" : reason(pixels.error());
}

std::string reportSays(const fs::path& file)
{
    const auto report = readStructuredReport(file);
    return report ? (*report ? "read" : "no report") : reason(report.error());
}

} // namespace

TEST(NastyFiles, ComeIntoTheArchiveOrSayWhyNot)
{
    FOVEA_NEEDS_SHARED_DATA();
    std::set<std::string> taken;
    const std::vector<fs::path> files = nastyFiles();
    EXPECT_GE(files.size(), 170u);
    for (const fs::path& file : files) {
        const std::string said = saidApart([&] { return importSays(file); });
        std::cout << nameOf(file) << ": " << said << '\n';
        EXPECT_TRUE(readable(said)) << nameOf(file) << ": " << said;
        EXPECT_NE(said, "nothing") << nameOf(file);
        if (said == "taken")
            taken.insert(nameOf(file));
    }
    // The control, and what is odd but whole. (What the mutations were made of has no position.)
    EXPECT_EQ(taken, (std::set<std::string>{"fo-dicom/D_CLUNIE_CT1_RLE_FRAGS.dcm",
                                            "pydicom/CT_small.dcm", "pydicom/bad_sequence.dcm"}));
}

TEST(NastyFiles, AreReadAsSeriesOrSayWhyNot)
{
    FOVEA_NEEDS_SHARED_DATA();
    for (const fs::path& file : nastyFiles()) {
        const std::string said = saidApart([&] { return seriesSays(file); });
        std::cout << nameOf(file) << ": " << said << '\n';
        EXPECT_TRUE(readable(said)) << nameOf(file) << ": " << said;
    }
}

TEST(NastyFiles, GiveTheirPixelsOrSayWhyNot)
{
    FOVEA_NEEDS_SHARED_DATA();
    std::size_t read = 0;
    for (const fs::path& file : nastyFiles()) {
        const std::string said = saidApart([&] { return pixelsSay(file); });
        EXPECT_TRUE(readable(said)) << nameOf(file) << ": " << said;
        read += said == "read" ? 1 : 0;
    }
    EXPECT_GT(read, 80u) << "most mutations leave the pixels alone";
}

TEST(NastyFiles, AreNoSegmentationsAndNoReportsAndSaySo)
{
    FOVEA_NEEDS_SHARED_DATA();
    int reports = 0;
    for (const fs::path& file : nastyFiles()) {
        const std::string labels = saidApart([&] { return labelMapSays(file); });
        EXPECT_TRUE(readable(labels)) << nameOf(file) << ": " << labels;
        EXPECT_NE(labels, "read") << nameOf(file);
        const std::string report = saidApart([&] { return reportSays(file); });
        EXPECT_TRUE(readable(report)) << nameOf(file) << ": " << report;
        reports += report == "read" ? 1 : 0;
    }
    EXPECT_GE(reports, 2) << "test-SR.dcm and reportsi_with_empty_number_tags.dcm are reports";
}

TEST(NastyFiles, AreNoVolumeFilesWhateverTheyAreCalled)
{
    FOVEA_NEEDS_SHARED_DATA();
    const TemporaryFolder folder;
    for (const fs::path& file : nastyFiles()) {
        for (const char* ending : {".nii", ".nii.gz", ".nrrd", ".mha"}) {
            const fs::path renamed = folder / (std::string("renamed") + ending);
            fs::copy_file(file, renamed, fs::copy_options::overwrite_existing);
            const std::string volume = saidApart([&] {
                const auto read = readVolumeFile(renamed, Progress());
                return read ? std::string("read") : reason(read.error());
            });
            EXPECT_TRUE(readable(volume)) << nameOf(file) << ending << ": " << volume;
            EXPECT_NE(volume, "read") << nameOf(file) << ending;
            const std::string labels = saidApart([&] { return labelMapSays(renamed); });
            EXPECT_TRUE(readable(labels)) << nameOf(file) << ending << ": " << labels;
        }
    }
}
