#include "app/cli/Table.h"

#include <algorithm>

namespace fovea {

Table::Table(std::vector<Column> columns)
    : m_columns(std::move(columns))
{
}

void Table::addRow(const QStringList& cells)
{
    m_rows.push_back(cells);
}

QString Table::text(int indent) const
{
    if (m_rows.empty())
        return {};
    QStringList titles;
    std::vector<qsizetype> widths;
    for (const Column& column : m_columns) {
        titles.append(column.title);
        widths.push_back(column.title.size());
    }
    for (const QStringList& row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], row[i].size());
    }

    QString out;
    const auto addLine = [&](const QStringList& cells) {
        QString line(indent, QLatin1Char(' '));
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i > 0)
                line += QLatin1String("  ");
            const auto width = int(widths[std::size_t(i)]);
            line += m_columns[std::size_t(i)].align == Align::Left ? cells[i].leftJustified(width)
                                                                   : cells[i].rightJustified(width);
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        out += line + QLatin1Char('\n');
    };
    addLine(titles);
    for (const QStringList& row : m_rows)
        addLine(row);
    return out;
}

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

} // namespace fovea
