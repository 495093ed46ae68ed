#include "app/tune/TrainingCurves.h"

#include "app/work/siteFile.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace fovea {

namespace {

constexpr std::string_view aucColumn = "auc_";

/// The log quotes nothing and has no commas in cells.
std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find(',', begin), line.size());
        cells.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return cells;
}

std::optional<double> numberIn(std::string_view cell)
{
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return std::nullopt;
    return value;
}

class Reading {
public:
    explicit Reading(const std::vector<std::string_view>& heading)
        : m_heading(heading)
    {
    }

    bool isLog() const
    {
        return at("kind") < m_heading.size() && at("network") < m_heading.size() &&
               at("step") < m_heading.size() && at("loss") < m_heading.size() &&
               at("mean_auc") < m_heading.size();
    }

    void add(const std::vector<std::string_view>& cells)
    {
        if (cells.size() != m_heading.size() || cells[at("network")] != "1")
            return;
        const auto step = numberIn(cells[at("step")]);
        if (!step)
            return;
        if (cells[at("kind")] == "steps")
            addTo(curves.loss, *step, cells[at("loss")]);
        if (cells[at("kind")] != "validation")
            return;
        addTo(curves.meanAuc, *step, cells[at("mean_auc")]);
        for (std::size_t n = 0; n < cells.size(); ++n) {
            if (m_heading[n].starts_with(aucColumn))
                addTo(curves.auc[std::string(m_heading[n].substr(aucColumn.size()))], *step,
                      cells[n]);
        }
    }

    TrainingCurves curves;

private:
    std::size_t at(std::string_view column) const
    {
        return static_cast<std::size_t>(std::ranges::find(m_heading, column) - m_heading.begin());
    }

    static void addTo(Curve& curve, double step, std::string_view cell)
    {
        const auto value = numberIn(cell);
        if (!value || (!curve.steps.empty() && step <= curve.steps.back()))
            return;
        curve.steps.push_back(step);
        curve.values.push_back(*value);
    }

    std::vector<std::string_view> m_heading;
};

} // namespace

Result<TrainingCurves> readTrainingCurves(const std::filesystem::path& log)
{
    const auto text = readSiteFile(log);
    if (!text)
        return text.error();
    if (!*text)
        return TrainingCurves();
    std::string_view rest = **text;
    std::optional<Reading> reading;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        const auto cells = cellsOf(rest.substr(0, end));
        rest.remove_prefix(end + 1);
        if (reading) {
            reading->add(cells);
            continue;
        }
        reading.emplace(cells);
        if (!reading->isLog())
            return makeError(ErrorCode::MetadataBroken,
                             {log.string(), "its first line is not a training log's heading"});
    }
    return reading ? reading->curves : TrainingCurves();
}

} // namespace fovea
