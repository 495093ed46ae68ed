#include "app/work/tuning/textTable.h"

namespace fovea {

std::string quotedCell(const std::string& text)
{
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"')
            cell += '"';
        cell += c;
    }
    return cell + '"';
}

Result<std::string> textTable(const StudyDatabase& database, const TuningSet& set)
{
    std::string table = "study,anatomy,text\n";
    for (const TuningStudy& study : set.studies) {
        const auto record = database.study(study.studyId);
        if (!record)
            return record.error();
        for (const LabelledStudy::Region& region : study.regions) {
            if (!region.text.empty())
                table += quotedCell(record->studyInstanceUid) + ',' + region.anatomyId + ',' +
                         quotedCell(region.text) + '\n';
        }
    }
    return table;
}

} // namespace fovea
