#include "app/cli/AskOptions.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace fovea {

namespace {

struct AskText {
    Q_DECLARE_TR_FUNCTIONS(fovea::AskOptions)
};

Result<std::string> dateFrom(const char* option, std::string text)
{
    std::erase(text, '-');
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!text.empty() && (text.size() != 8 || !digits))
        return makeError(ErrorCode::BadOption, {option, "a date is YYYYMMDD or YYYY-MM-DD"});
    return text;
}

/// "lung/pleural_effusion>0.4"
Result<RegionFilter::FindingAbove> findingFrom(const std::string& text)
{
    const Error wrong = makeError(ErrorCode::BadOption, {"--finding", "write ANATOMY/FINDING or "
                                                                      "ANATOMY/FINDING>SCORE"});
    const std::size_t slash = text.find('/');
    const std::size_t above = text.find('>');
    if (slash == std::string::npos || slash == 0 || slash + 1 >= text.size() || above < slash)
        return wrong;
    RegionFilter::FindingAbove finding{
        text.substr(0, slash), text.substr(slash + 1, above - slash - 1), {}};
    if (above != std::string::npos) {
        double score = 0.0;
        const char* end = text.data() + text.size();
        const auto [rest, failed] = std::from_chars(text.data() + above + 1, end, score);
        if (failed != std::errc() || rest != end)
            return wrong;
        finding.score = score;
    }
    return finding;
}

/// "12:lung" or "3/12:lung"; the study says nothing that the series does not.
Result<RegionAddress> addressFrom(const std::string& text)
{
    const Error wrong =
        makeError(ErrorCode::BadOption,
                  {"--like", "write SERIES:ANATOMY with the series' id, for example 3:lung"});
    const std::size_t colon = text.find(':');
    const std::size_t slash = text.substr(0, colon).find('/');
    const std::size_t first = slash == std::string::npos ? 0 : slash + 1;
    if (colon == std::string::npos || colon + 1 == text.size())
        return wrong;
    RegionAddress address;
    const char* end = text.data() + colon;
    const auto [rest, failed] = std::from_chars(text.data() + first, end, address.seriesId);
    if (failed != std::errc() || rest != end)
        return wrong;
    address.anatomyId = text.substr(colon + 1);
    return address;
}

} // namespace

void AskOptions::declare(CommandParser& parser)
{
    parser.text("text", m_text, AskText::tr("What to look for, e.g. \"pleural effusion\""), "TEXT");
    parser.text("--like", m_like, AskText::tr("Regions like this one, instead of a text"),
                "[STUDY/]SERIES:ANATOMY");
    CommandParser scope = parser.addExactlyOne();
    scope.text("--series", m_selection.series,
               AskText::tr("One series, by id or SeriesInstanceUID"), "ID");
    scope.text("--study", m_selection.study, AskText::tr("A study, by id or StudyInstanceUID"),
               "ID");
    scope.text("--patient", m_patient, AskText::tr("All studies of the patient of this study"),
               "STUDY");
    scope.flag("--all", m_selection.all,
               AskText::tr("Every region of the archive that the model has seen"));
    parser.text("--from", m_from, AskText::tr("Studies of this day or later"), "DATE");
    parser.text("--to", m_to, AskText::tr("Studies of this day or earlier"), "DATE");
    parser.text("--sex", m_sex, AskText::tr("Patients of this sex"), "M|F|O");
    parser.count("--min-age", m_youngest, AskText::tr("Patients of at least so many years"));
    parser.count("--max-age", m_oldest, AskText::tr("Patients of at most so many years"));
    parser.text("--body-part", m_bodyPart, AskText::tr("Series of this body part, e.g. CHEST"),
                "NAME");
    parser.text("--manufacturer", m_manufacturer, AskText::tr("Series of this maker's scanners"),
                "NAME");
    parser.text("--scanner", m_scanner, AskText::tr("Series of this model of scanner"), "MODEL");
    parser.text("--finding", m_findings,
                AskText::tr("Series with findings above a raw score, or above the model's own "
                            "threshold"),
                "ANATOMY/FINDING[>SCORE][,...]");
}

Result<RegionFilter> AskOptions::filter() const
{
    RegionFilter filter;
    auto from = dateFrom("--from", m_from);
    if (!from)
        return from.error();
    auto to = dateFrom("--to", m_to);
    if (!to)
        return to.error();
    if (!m_sex.empty() && m_sex != "M" && m_sex != "F" && m_sex != "O")
        return makeError(ErrorCode::BadOption, {"--sex", "M, F or O"});
    filter.fromDate = std::move(*from);
    filter.toDate = std::move(*to);
    filter.sex = m_sex;
    filter.youngest = m_youngest;
    filter.oldest = m_oldest;
    filter.bodyPart = m_bodyPart;
    filter.manufacturer = m_manufacturer;
    filter.scannerModel = m_scanner;
    std::istringstream findings(m_findings);
    for (std::string one; std::getline(findings, one, ',');) {
        auto finding = findingFrom(one);
        if (!finding)
            return finding.error();
        filter.findings.push_back(std::move(*finding));
    }
    return filter;
}

Result<RegionQuestion> AskOptions::question(const StudyDatabase& database) const
{
    using Scope = RegionQuestion::Scope;
    RegionQuestion question;
    question.text = m_text;
    if (!m_like.empty()) {
        if (!m_text.empty())
            return makeError(ErrorCode::BadOption, {"--like", "stands for a text"});
        const auto like = addressFrom(m_like);
        if (!like)
            return like.error();
        question.like = *like;
    }
    auto asked = filter();
    if (!asked)
        return asked.error();
    question.filter = std::move(*asked);
    if (!m_selection.series.empty()) {
        const auto one = m_selection.resolve(database);
        if (!one)
            return one.error();
        question.scope = Scope::Series;
        question.scopeId = one->id;
    } else if (!m_selection.all) {
        const bool patient = !m_patient.empty();
        const auto studyId = studyIdFor(database, patient ? m_patient : m_selection.study);
        if (!studyId)
            return studyId.error();
        question.scope = patient ? Scope::Patient : Scope::Study;
        question.scopeId = *studyId;
        if (patient) {
            const auto study = database.study(*studyId);
            if (!study)
                return study.error();
            question.scopeId = study->patient.id;
        }
    }
    return question;
}

Result<std::optional<SeriesRecord>> AskOptions::series(const StudyDatabase& database) const
{
    if (m_selection.series.empty() && m_selection.study.empty())
        return std::optional<SeriesRecord>();
    auto one = m_selection.resolve(database);
    if (one)
        return std::optional(std::move(*one));
    if (m_selection.series.empty() && one.error().code == ErrorCode::AmbiguousRequest)
        return std::optional<SeriesRecord>();
    return one.error();
}

} // namespace fovea
