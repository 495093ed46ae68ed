#include "app/cli/ListBench.h"

#include "app/cli/Table.h"
#include "app/cli/benchFolder.h"
#include "storage/StudyList.h"
#include "storage/plainStudySearch.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <random>

namespace fovea {

namespace {

constexpr int ShownStudies = 500; ///< Of the window (StudyPanel).
constexpr int SeriesPerStudy = 4;
constexpr int FindingsPerAnalysis = 60;
constexpr int Rounds = 9;

constexpr std::array FamilyNames{
    "Müller",  "Schmidt", "García", "Nguyễn", "Øberg",   "Łukasik", "Παπαδόπουλος", "Иванова",
    "王",      "李",      "山田",   "김",     "محمد",    "כהן",     "शर्मा",         "Smith",
    "Johnson", "O'Brien", "Dubois", "Yılmaz", "Ferrari", "Novák",   "Andersson",    "Silva"};
constexpr std::array GivenNames{"Jörg", "Ana",  "Văn", "伟",    "花子", "Николай", "Μαρία", "علي",
                                "Mary", "John", "Zoë", "Chloé", "Ivan", "Søren",   "İpek",  "민준"};
constexpr std::array Descriptions{
    "CT chest with contrast", "CT Thorax nativ",  "Chest low dose", "HRCT", "CTPA", "胸部CT平扫",
    "Abdomen and pelvis",     "Staging follow-up"};
constexpr std::array Findings{"nodule",      "effusion",       "consolidation", "emphysema",
                              "atelectasis", "bronchiectasis", "cyst",          "calcification",
                              "enlargement", "stone",          "mass",          "hernia"};
constexpr std::array Anatomies{"lung", "pleura", "heart", "liver", "kidney"};
constexpr std::array Tags{"teaching", "trial A", "follow-up", "discuss", "second opinion"};

const std::vector<std::string> typed{"müller",
                                     "muller",
                                     "王",
                                     "παπαδο",
                                     "smith john",
                                     "ID-004321",
                                     "2024-03",
                                     "contrast",
                                     "teaching",
                                     "effusion",
                                     "nodule > 0.8",
                                     "muller nodule > 0.8",
                                     "nobody of that name"};

double milliseconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::ranges::nth_element(values, middle);
    return *middle;
}

class Archive {
public:
    Archive(StudyDatabase& database, const ListBench::Options& options)
        : m_database(database)
        , m_options(options)
    {
    }

    Status make(const Progress& progress)
    {
        for (int s = 0; s < m_options.studies; ++s) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            if (Status made = makeStudy(s); !made)
                return made;
            progress.report((s + 1.0) / m_options.studies);
        }
        return Done{};
    }

private:
    template <typename List> const char* any(const List& list)
    {
        return list[m_random() % list.size()];
    }

    Status makeStudy(int s)
    {
        SeriesEntry entry;
        const std::string uid = "1.2.826.0.1." + std::to_string(s);
        char number[16];
        std::snprintf(number, sizeof number, "%06d", s);
        entry.study.studyInstanceUid = uid;
        entry.study.patient.name = std::string(any(FamilyNames)) + '^' + any(GivenNames);
        entry.study.patient.patientId = std::string("ID-") + number;
        entry.study.date =
            std::to_string(20180000 + int(m_random() % 9) * 10000 + int(m_random() % 12 + 1) * 100 +
                           int(m_random() % 28 + 1));
        entry.study.description = any(Descriptions);
        entry.study.accessionNumber = std::string("A") + number;
        const int images = m_options.instances / m_options.studies / SeriesPerStudy;
        StoredSeries stored;
        for (int r = 0; r < SeriesPerStudy; ++r) {
            const std::string series = uid + '.' + std::to_string(r);
            entry.series.seriesInstanceUid = series;
            entry.series.number = r + 1;
            entry.series.modality = "CT";
            entry.series.description = std::string(any(Descriptions)) + " B" + std::to_string(r);
            entry.series.size = {512, 512, images};
            entry.instances.clear();
            for (int i = 0; i < images; ++i) {
                InstanceRecord image;
                image.sopInstanceUid = series + '.' + std::to_string(i);
                image.sopClassUid = "1.2.840.10008.5.1.4.1.1.2";
                image.number = i;
                image.positionMm = i;
                image.path = "/nowhere/" + image.sopInstanceUid + ".dcm";
                entry.instances.push_back(std::move(image));
            }
            const auto added = m_database.addSeries(entry);
            if (!added)
                return added.error();
            stored = *added;
        }
        if (s % 5 == 0) {
            const StudyNotes notes(m_database.folder());
            if (Status s2 =
                    notes.write(stored.studyId, {false, "Seen with the surgeons.", {any(Tags)}});
                !s2)
                return s2;
        }
        return analyze(stored.seriesId);
    }

    Status analyze(std::int64_t series)
    {
        LabelMapRecord map;
        map.seriesId = series;
        map.path = "/nowhere/" + std::to_string(series) + ".nii.gz";
        const auto stored = m_database.addLabelMap(map);
        if (!stored)
            return stored.error();
        StudyAnalysis analysis;
        analysis.modelFingerprint = "made-up";
        std::uniform_real_distribution<double> score(0, 1);
        for (int f = 0; f < FindingsPerAnalysis; ++f) {
            Finding finding;
            finding.anatomyId = Anatomies[std::size_t(f) / Findings.size()];
            finding.findingId =
                finding.anatomyId + '_' + Findings[std::size_t(f) % Findings.size()];
            finding.displayName =
                finding.anatomyId + ' ' + Findings[std::size_t(f) % Findings.size()];
            finding.score = score(m_random);
            finding.threshold = 0.9;
            analysis.findings.push_back(std::move(finding));
        }
        return m_database.saveAnalysis(series, stored->id, analysis);
    }

    StudyDatabase& m_database;
    const ListBench::Options& m_options;
    std::mt19937 m_random{20260127};
};

/// As a task of the window: opened, asked, closed.
Result<StudyListing> listed(const std::filesystem::path& folder, const std::string& text, int limit,
                            double& took)
{
    QElapsedTimer timer;
    timer.start();
    auto database = StudyDatabase::open(folder);
    if (!database)
        return database.error();
    StudyListQuery query;
    query.text = text;
    query.limit = limit;
    auto listing = listStudies(*database, query);
    took = milliseconds(timer);
    return listing;
}

Result<double> medianOf(const std::filesystem::path& folder, int limit)
{
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        double took = 0;
        if (const auto listing = listed(folder, {}, limit, took); !listing)
            return listing.error();
        times.push_back(took);
    }
    return median(times);
}

/// Ends of a text after each of its letters; UTF-8.
std::vector<std::string> asTyped(const std::string& text)
{
    std::vector<std::string> states;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        const bool inside =
            end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80;
        if (!inside)
            states.push_back(text.substr(0, end));
    }
    return states;
}

Result<ListBench::Search> search(const std::filesystem::path& folder, const std::string& text)
{
    ListBench::Search result;
    result.text = text;
    std::vector<double> ours;
    std::vector<double> theirs;
    const bool scores = text.find('>') != text.npos;
    for (const std::string& state : asTyped(text)) {
        std::vector<double> rounds;
        for (int round = 0; round < 3; ++round) {
            double took = 0;
            const auto listing = listed(folder, state, ShownStudies, took);
            if (!listing)
                return listing.error();
            rounds.push_back(took);
            result.matching = listing->matching;
        }
        ours.push_back(median(rounds));
        if (scores)
            continue;
        QElapsedTimer timer;
        timer.start();
        if (const auto peer = plainStudySearch(folder, state); !peer)
            return peer.error();
        theirs.push_back(milliseconds(timer));
    }
    result.milliseconds = median(ours);
    result.slowestMilliseconds = *std::ranges::max_element(ours);
    result.peerMilliseconds = median(theirs);
    return result;
}

} // namespace

Result<ListBench::Report> ListBench::run(CommandContext& context, const Options& options)
{
    if (options.instances < options.studies * SeriesPerStudy)
        return makeError(ErrorCode::BadOption, {"--instances", "fewer than one in each series"});
    const QTemporaryDir place(benchFolder(options.folder));
    if (!place.isValid())
        return makeError(ErrorCode::FileNotWritable, {options.folder});
    const std::filesystem::path folder = place.filePath(QStringLiteral("archive")).toStdString();
    Report report;
    {
        auto database = StudyDatabase::open(folder);
        if (!database)
            return database.error();
        if (Status made = Archive(*database, options).make(context.progress(tr("Making studies")));
            !made)
            return made.error();
    }
    report.studies = options.studies;
    report.instances = std::int64_t{options.instances} / options.studies / SeriesPerStudy *
                       SeriesPerStudy * options.studies;
    report.findings = std::int64_t{options.studies} * FindingsPerAnalysis;
    report.databaseBytes = double(std::filesystem::file_size(folder / "fovea.db"));
    if (const auto first = listed(folder, {}, ShownStudies, report.firstMilliseconds); !first)
        return first.error();
    const auto shown = medianOf(folder, ShownStudies);
    const auto all = medianOf(folder, 0);
    if (!shown || !all)
        return shown ? all.error() : shown.error();
    report.listMilliseconds = *shown;
    report.allMilliseconds = *all;
    for (const std::string& text : typed) {
        auto one = search(folder, text);
        if (!one)
            return one.error();
        report.searches.push_back(std::move(*one));
    }
    return report;
}

nlohmann::json ListBench::json(const Report& report)
{
    nlohmann::json searches = nlohmann::json::array();
    for (const Search& search : report.searches) {
        searches.push_back({{"text", search.text},
                            {"matching", search.matching},
                            {"median_ms", search.milliseconds},
                            {"slowest_ms", search.slowestMilliseconds},
                            {"peer_ms", search.peerMilliseconds}});
    }
    return {{"studies", report.studies},
            {"instances", report.instances},
            {"findings", report.findings},
            {"database_bytes", report.databaseBytes},
            {"first_list_ms", report.firstMilliseconds},
            {"list_ms", report.listMilliseconds},
            {"list_all_ms", report.allMilliseconds},
            {"searches", std::move(searches)}};
}

QString ListBench::text(const Report& report)
{
    QString out = tr("%1 studies, %2 instances, %3 findings; database %4 MB")
                      .arg(report.studies)
                      .arg(report.instances)
                      .arg(report.findings)
                      .arg(number(report.databaseBytes / 1e6, 0)) +
                  QLatin1Char('\n') +
                  tr("List of the first 500 with their series: %1 ms (the first time %2 ms); of "
                     "all: %3 ms")
                      .arg(number(report.listMilliseconds, 1), number(report.firstMilliseconds, 1),
                           number(report.allMilliseconds, 1)) +
                  QLatin1Char('\n');
    Table table({{tr("Typed")},
                 {tr("Studies"), Table::Align::Right},
                 {tr("Median ms"), Table::Align::Right},
                 {tr("Slowest ms"), Table::Align::Right},
                 {tr("LIKE ms"), Table::Align::Right}});
    for (const Search& search : report.searches) {
        table.addRow(
            {QString::fromStdString(search.text), QString::number(search.matching),
             number(search.milliseconds, 1), number(search.slowestMilliseconds, 1),
             search.peerMilliseconds > 0 ? number(search.peerMilliseconds, 1) : QString()});
    }
    return out + table.text();
}

} // namespace fovea
