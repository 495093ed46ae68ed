#include "app/cli/TuneData.h"

#include "app/ModelLibrary.h"

#include <QCoreApplication>

namespace fovea {

namespace {

struct TuneText {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneData)
};

} // namespace

void TuneData::declare(CommandParser& parser)
{
    parser.text("--search", search,
                TuneText::tr("Only studies with these words in patient, accession number or "
                             "descriptions"),
                "TEXT");
    parser.text("--from", from, TuneText::tr("Studies of this day or later"), "DATE");
    parser.text("--to", to, TuneText::tr("Studies of this day or earlier"), "DATE");
    parser.text("--reports", reports,
                TuneText::tr("Reports: a CSV whose first column is the accession number or "
                             "StudyInstanceUID, with a column \"report\", or a folder of text "
                             "files named so or of DICOM Structured Reports"),
                "FILE|DIR");
    parser.text("--corrections", corrections,
                TuneText::tr("Texts instead of these: a CSV of study, anatomy, text, as --texts of "
                             "\"tune check\" writes it"),
                "FILE");
    parser.text("--labels", labels,
                TuneText::tr("CSV of labels 0 or 1: the first column is the accession number or "
                             "StudyInstanceUID, the others findings"),
                "FILE");
    parser.flag("--no-verdicts", noVerdicts,
                TuneText::tr("Do not use what readers accepted and rejected"));
    parser.flag("--silence-unknown", silenceUnknown,
                TuneText::tr("A finding that a report does not speak of is unknown, not absent"));
    parser.text("--split", split,
                TuneText::tr("CSV of study and training, validation or test, instead of a split by "
                             "chance"),
                "FILE");
    parser.seed("--seed", seed, TuneText::tr("Seed of split and training"));
    parser.text("--new", newFile,
                TuneText::tr("JSON of findings and anatomies that the model does not know yet"),
                "FILE");
}

Result<TuningSet> TuneData::gather(const StudyDatabase& database, const ModelInfo& model,
                                   const TuningNews& news, CommandContext& context) const
{
    const auto rules = loadReportRules(ModelLibrary::resource("catalog/report-rules.json"));
    if (!rules)
        return rules.error();
    const auto request = this->request(model, news);
    if (!request)
        return request.error();
    return gatherTuningSet(database, *request, *rules,
                           context.progress(TuneText::tr("Reading studies")));
}

} // namespace fovea
