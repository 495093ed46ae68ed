#include "app/tune/TrainingCurves.h"

#include "app/work/siteFile.h"
#include "model/evaluate/CsvTable.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace fovea {

namespace {

constexpr std::string_view aucColumn = "auc_";

std::optional<double> numberIn(const std::string& cell)
{
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return std::nullopt;
    return value;
}

class Reading {
public:
    explicit Reading(const CsvTable& table)
        : m_heading(table.columns)
    {
    }

    bool isLog() const
    {
        return at("kind") < m_heading.size() && at("network") < m_heading.size() &&
               at("step") < m_heading.size() && at("loss") < m_heading.size() &&
               at("mean_auc") < m_heading.size();
    }

    void add(const std::vector<std::string>& cells)
    {
        if (cells[at("network")] != "1")
            return;
        const auto step = numberIn(cells[at("step")]);
        if (!step)
            return;
        if (cells[at("kind")] == "steps")
            addTo(curves.loss, *step, cells[at("loss")]);
        if (cells[at("kind")] != "validation")
            return;
        addTo(curves.meanAuc, *step, cells[at("mean_auc")]);
        if (const std::size_t error = at("mean_calibration_error"); error < cells.size())
            addTo(curves.calibrationError, *step, cells[error]);
        for (std::size_t n = 0; n < cells.size(); ++n) {
            if (m_heading[n].starts_with(aucColumn))
                addTo(curves.auc[m_heading[n].substr(aucColumn.size())], *step, cells[n]);
        }
    }

    TrainingCurves curves;

private:
    std::size_t at(std::string_view column) const
    {
        return static_cast<std::size_t>(std::ranges::find(m_heading, column) - m_heading.begin());
    }

    static void addTo(Curve& curve, double step, const std::string& cell)
    {
        const auto value = numberIn(cell);
        if (!value || (!curve.steps.empty() && step <= curve.steps.back()))
            return;
        curve.steps.push_back(step);
        curve.values.push_back(*value);
    }

    const std::vector<std::string>& m_heading;
};

} // namespace

Result<TrainingCurves> readTrainingCurves(const std::filesystem::path& log)
{
    const auto text = readSiteFile(log);
    if (!text)
        return text.error();
    if (!*text)
        return TrainingCurves();
    // What comes after the last end of a line is still being written.
    const std::size_t whole = (*text)->rfind('\n');
    if (whole == std::string::npos)
        return TrainingCurves();
    const auto table = csvFromText(std::string_view(**text).substr(0, whole + 1), log);
    if (!table)
        return makeError(ErrorCode::MetadataBroken, {log.string(), "it is not a table"});
    Reading reading(*table);
    if (!reading.isLog())
        return makeError(ErrorCode::MetadataBroken,
                         {log.string(), "its first line is not a training log's heading"});
    for (const CsvTable::Row& row : table->rows)
        reading.add(row.cells);
    return reading.curves;
}

} // namespace fovea
