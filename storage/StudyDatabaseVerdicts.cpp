#include "storage/AuditRecord.h"
#include "storage/StudyDatabaseInternals.h"

#include <array>

namespace fovea {

namespace {

constexpr std::array verdictNames{"open", "accepted", "rejected"}; // As Verdict counts.

Verdict verdictNamed(const std::string& name)
{
    for (std::size_t n = 0; n < verdictNames.size(); ++n) {
        if (name == verdictNames[n])
            return static_cast<Verdict>(n);
    }
    throw SqlFailure{makeError(ErrorCode::DatabaseFailed, {}, "an unknown verdict")};
}

VerdictRecord verdictFrom(const Statement::Run& run)
{
    return {run.integer(0), run.text(1), run.text(2), verdictNamed(run.text(3)),
            run.text(4),    run.text(5), run.text(6)};
}

} // namespace

Result<std::vector<VerdictRecord>> StudyDatabase::verdictsOf(std::int64_t studyId) const
{
    return guarded([&] {
        std::vector<VerdictRecord> found;
        for (Statement::Run run(m_internals->sql->verdictsOfStudy, studyId); run.step();)
            found.push_back(verdictFrom(run));
        return found;
    });
}

Result<std::vector<VerdictRecord>> StudyDatabase::verdictsOn(const std::string& anatomyId,
                                                             const std::string& findingId) const
{
    return guarded([&] {
        std::vector<VerdictRecord> found;
        Statement::Run run(m_internals->sql->verdictsOnFinding, anatomyId, findingId);
        while (run.step())
            found.push_back(verdictFrom(run));
        return found;
    });
}

Status StudyDatabase::saveVerdict(const VerdictRecord& verdict)
{
    if (const Result<StudyRecord> known = study(verdict.studyId); !known)
        return known.error();
    return guarded([&] {
        StudyStatements& sql = *m_internals->sql;
        const std::string name = verdictNames.at(static_cast<std::size_t>(verdict.verdict));
        Transaction transaction(sql.connection);
        if (verdict.verdict == Verdict::Open && verdict.comment.empty())
            Statement::Run(sql.deleteVerdict, verdict.studyId, verdict.anatomyId, verdict.findingId)
                .execute();
        else
            Statement::Run(sql.upsertVerdict, verdict.studyId, verdict.anatomyId, verdict.findingId,
                           name, verdict.comment, verdict.reader,
                           verdict.decidedAt.empty() ? utcNow() : verdict.decidedAt)
                .execute();
        appendAudit(sql.connection, AuditAction::Verdict, verdict.studyId, name);
        transaction.commit();
        return Done{};
    });
}

Result<std::vector<std::vector<float>>>
StudyDatabase::normalRegions(const std::string& modelFingerprint, const std::string& anatomyId,
                             const StudyFilter& among) const
{
    return guarded([&] {
        std::vector<std::vector<float>> found;
        Statement::Run run(m_internals->sql->normalRegions, modelFingerprint, anatomyId,
                           among.except, phantomChoice(among));
        while (run.step())
            found.push_back(valuesFrom<float>(run.blob(0)));
        return found;
    });
}

Result<std::vector<LabelledScore>>
StudyDatabase::labelledScores(const std::string& modelFingerprint) const
{
    return guarded([&] {
        std::vector<LabelledScore> found;
        for (Statement::Run run(m_internals->sql->labelledScores, modelFingerprint); run.step();)
            found.push_back(
                {run.text(0), run.text(1), run.real(2), run.integer(3) != 0, run.integer(4)});
        return found;
    });
}

} // namespace fovea
