#include "storage/Importer.h"
#include "storage/LabelMapFile.h"
#include "storage/checkArchive.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <chrono>
#include <csignal>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

// A program that imports, segments, analyses, measures and deletes is killed at 200 random moments,
// again and again on the same archive. It says before each change what it is about to do, and after
// it that this is done. After each kill the archive must open and be whole, and hold what was done:
// the change under way either as a whole or not at all.

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

constexpr int studyCount = 8;
constexpr int slices = 4;
constexpr int kills = 200;
constexpr const char* model = "kill-test-model";

/// What an archive should hold of one study.
struct Expected {
    bool present = false;
    bool segmented = false;
    double score = -1; ///< Of its analysis; -1: none.
    std::set<std::string> measures;

    bool operator==(const Expected&) const = default;
};
using State = std::map<int, Expected>;

/// One change. `kind`: I(mport), L(abel map), A(nalysis), M(easure), D(elete).
struct Change {
    char kind = 'I';
    int study = 0;
    int value = 0;

    std::string text(char phase) const
    {
        std::ostringstream out;
        out << phase << ' ' << kind << ' ' << study << ' ' << value << '\n';
        return out.str();
    }

    void apply(State& state) const
    {
        Expected& expected = state[study];
        switch (kind) {
        case 'I':
            expected.present = true;
            break;
        case 'L':
            expected.segmented = true;
            break;
        case 'A':
            expected.score = value / 1000.0;
            break;
        case 'M':
            expected.measures.insert("m" + std::to_string(value));
            break;
        default:
            expected = {};
            break;
        }
    }
};

struct Source {
    std::map<int, ScanReport> studies;
    std::map<int, std::string> uids;
    fs::path labels;
};

Source makeSource(const fs::path& folder)
{
    Source source;
    for (int s = 0; s < studyCount; ++s) {
        const fs::path place = folder / std::to_string(s);
        const auto written = writeCtSeries(*sampleVolume(smallGeometry(slices), s), place,
                                           samplePatient("SAMPLE-" + std::to_string(s)),
                                           seeded(static_cast<std::uint64_t>(s) + 100));
        EXPECT_TRUE(written.ok());
        source.studies[s] = taken(scanFolder(place, Progress()));
        source.uids[s] = source.studies[s].studies.at(0).studyInstanceUid;
    }
    source.labels = folder / "labels.nii.gz";
    EXPECT_TRUE(writeLabelMapFile(source.labels, *sampleLabels(smallGeometry(slices))).ok());
    return source;
}

StudyAnalysis analysisOf(double score)
{
    StudyAnalysis analysis;
    analysis.modelFingerprint = model;
    Finding finding;
    finding.anatomyId = "lung";
    finding.findingId = "nodule";
    finding.displayName = "Lung nodule";
    finding.score = score;
    analysis.findings = {finding};
    RegionEmbedding region;
    region.anatomyId = "lung";
    region.vector.assign(512, static_cast<float>(score));
    analysis.embeddings = {region};
    return analysis;
}

Measure measureCalled(const std::string& uid)
{
    Measure measure;
    measure.uid = uid;
    measure.kind = MeasureKind::Length;
    measure.pointsMm = {{0, 0, 0}, {1, 2, 3}};
    measure.normal = {0, 0, 1};
    return measure;
}

bool carryOut(StudyDatabase& database, const Source& source, const Change& change)
{
    if (change.kind == 'I')
        return importScan(database, source.studies.at(change.study), ImportMode::Copy).ok();
    const auto study = database.studyByUid(source.uids.at(change.study));
    if (!study || !*study)
        return false;
    if (change.kind == 'D')
        return database.removeStudy((*study)->id).ok();
    const auto series = database.seriesOf((*study)->id);
    if (!series || series->empty())
        return false;
    const std::int64_t id = series->front().id;
    if (change.kind == 'L')
        return attachLabelMap(database, id, source.labels, ImportMode::Copy).ok();
    if (change.kind == 'M')
        return database
            .changeMeasures(id, {{std::nullopt, measureCalled("m" + std::to_string(change.value))}})
            .ok();
    const auto maps = database.labelMapsOf(id);
    return maps && !maps->empty() &&
           database.saveAnalysis(id, maps->front().id, analysisOf(change.value / 1000.0)).ok();
}

/// How long a program may live: long enough for a few changes, however slow the disk is just now.
useconds_t longestLife(const fs::path& archive, const Source& source)
{
    const auto start = std::chrono::steady_clock::now();
    auto database = StudyDatabase::open(archive);
    EXPECT_TRUE(database.ok() && carryOut(*database, source, {'I', 0, 0}));
    const auto once = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    return static_cast<useconds_t>(std::clamp<std::int64_t>(3 * once.count(), 120'000, 600'000));
}

/// What is done next with a study: it grows, and once it has everything it goes now and then.
Change nextChange(const State& state, std::mt19937& random)
{
    const int study = static_cast<int>(random() % studyCount);
    const int value = static_cast<int>(random() % 1000000);
    const auto found = state.find(study);
    if (found == state.end() || !found->second.present)
        return {'I', study, 0};
    if (!found->second.segmented)
        return {'L', study, 0};
    constexpr std::string_view kinds = "AAMMD";
    return {kinds[random() % kinds.size()], study, value};
}

/// Runs in a process of its own; never returns.
[[noreturn]] void changeUntilKilled(const fs::path& archive, const Source& source, State state,
                                    unsigned seed, int report)
{
    std::mt19937 random(seed);
    auto database = StudyDatabase::open(archive);
    while (database.ok()) {
        const Change change = nextChange(state, random);
        const auto say = [&](char phase) {
            const std::string line = change.text(phase);
            return write(report, line.data(), line.size()) == static_cast<ssize_t>(line.size());
        };
        if (!say('b') || !carryOut(*database, source, change) || !say('d'))
            break;
        change.apply(state);
    }
    _exit(1);
}

struct Told {
    std::vector<Change> done;
    std::optional<Change> underWay;
};

Told listen(int report)
{
    std::string all;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(report, buffer, sizeof buffer)) > 0;)
        all.append(buffer, static_cast<std::size_t>(got));
    Told told;
    std::istringstream lines(all);
    char phase = 0;
    Change change;
    while (lines >> phase >> change.kind >> change.study >> change.value) {
        told.underWay = phase == 'b' ? std::optional(change) : std::nullopt;
        if (phase == 'd')
            told.done.push_back(change);
    }
    return told;
}

/// What the archive holds, read back in full.
State checkedState(StudyDatabase& database, const Source& source)
{
    State state;
    for (const auto& [index, uid] : source.uids) {
        const auto study = taken(database.studyByUid(uid));
        if (!study)
            continue;
        Expected& found = state[index];
        found.present = true;
        EXPECT_EQ(study->sliceCount, slices);
        const auto series = taken(database.seriesOf(study->id));
        EXPECT_EQ(series.size(), 1u);
        for (const LabelMapRecord& map : taken(database.labelMapsOf(series.at(0).id))) {
            found.segmented = true;
            EXPECT_EQ(fs::file_size(map.path), fs::file_size(source.labels));
            const auto analysis = taken(database.analysis(series.at(0).id, map.id, model));
            if (!analysis)
                continue;
            found.score = analysis->findings.at(0).score;
            EXPECT_EQ(analysis->embeddings.at(0).vector,
                      std::vector<float>(512, static_cast<float>(found.score)));
        }
        for (const Measure& measure : taken(database.measuresOf(series.at(0).id)))
            found.measures.insert(measure.uid);
    }
    EXPECT_TRUE(fs::is_empty(database.folder() / "incoming"));
    return state;
}

/// Without studies of which nothing is left.
State present(State state)
{
    std::erase_if(state, [](const auto& entry) { return entry.second == Expected(); });
    return state;
}

} // namespace

TEST(ArchiveKill, HoldsWhatWasDoneAfterTwoHundredDeaths)
{
    const TemporaryFolder folder;
    const fs::path archive = folder / "archive";
    const Source source = makeSource(folder / "source");
    ASSERT_TRUE(StudyDatabase::open(archive).ok());
    std::mt19937 random(20260127);
    std::uniform_int_distribution<useconds_t> moment(0, longestLife(folder / "other", source));
    State state;
    std::map<char, int> interrupted;
    std::size_t done = 0;
    for (int n = 0; n < kills; ++n) {
        int report[2];
        ASSERT_EQ(pipe(report), 0);
        const unsigned seed = static_cast<unsigned>(random());
        const pid_t child = fork();
        if (child == 0) {
            close(report[0]);
            changeUntilKilled(archive, source, state, seed, report[1]);
        }
        close(report[1]);
        usleep(moment(random));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "it gave up by itself, kill " << n;
        const Told told = listen(report[0]);
        close(report[0]);

        for (const Change& change : told.done)
            change.apply(state);
        done += told.done.size();
        State after = state;
        if (told.underWay) {
            told.underWay->apply(after);
            ++interrupted[told.underWay->kind];
        }
        auto database = StudyDatabase::open(archive);
        ASSERT_TRUE(database.ok()) << database.error().detail;
        const State found = checkedState(*database, source);
        ASSERT_TRUE(found == present(state) || found == present(after))
            << "kill " << n << (told.underWay ? " in " + told.underWay->text('b') : "");
        state = found;
        // The application's own check: integrity, references, records and files.
        const auto checked = checkArchive(archive, ArchiveCheckDepth::Thorough);
        ASSERT_TRUE(checked.ok());
        for (const ArchiveProblem& problem : checked->problems)
            ADD_FAILURE() << static_cast<int>(problem.kind) << ' ' << problem.subject;
        ASSERT_FALSE(HasFailure()) << "kill " << n;
    }
    EXPECT_GT(done, 50u) << "the kills came too early to prove anything";
    for (const char kind : {'I', 'L', 'A', 'M', 'D'})
        EXPECT_GT(interrupted[kind], 0) << "no kill fell into a change of kind " << kind;
    std::cout << done << " changes; interrupted:";
    for (const auto& [kind, count] : interrupted)
        std::cout << ' ' << kind << ' ' << count;
    std::cout << '\n';
}
