#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace fovea {

/// Rows of text in columns as wide as their widest cell, two blanks apart.
class Table {
public:
    enum class Align { Left, Right };

    struct Column {
        QString title;
        Align align = Align::Left;
    };

    explicit Table(std::vector<Column> columns);

    /// One cell per column.
    void addRow(const QStringList& cells);
    bool isEmpty() const { return m_rows.empty(); }

    /// Titles, then rows, each line indented by `indent` blanks and ended; without rows nothing.
    QString text(int indent = 0) const;

private:
    std::vector<Column> m_columns;
    std::vector<QStringList> m_rows;
};

/// A number with `decimals` digits after the point.
QString number(double value, int decimals);

} // namespace fovea
