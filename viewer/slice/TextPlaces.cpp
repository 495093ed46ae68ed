#include "viewer/slice/TextPlaces.h"

#include <algorithm>
#include <iterator>

namespace fovea {

namespace {

constexpr double gap = 6; ///< Between texts side by side, pixels.

/// Lines that fit into the width, at most `count`, in their order.
std::vector<CornerLine> fitted(std::vector<CornerLine> lines, double width, int count,
                               const QFontMetricsF& metrics)
{
    constexpr int shortest = 4; // Letters that still say something.
    for (CornerLine& line : lines) {
        if (metrics.horizontalAdvance(line.text) <= width)
            continue;
        const bool mayBeCut = line.isName && metrics.averageCharWidth() * shortest < width;
        line.text = mayBeCut ? metrics.elidedText(line.text, Qt::ElideRight, width) : QString();
    }
    std::erase_if(lines, [](const CornerLine& line) { return line.text.isEmpty(); });
    while (!lines.empty() && int(lines.size()) > count)
        lines.erase(std::ranges::max_element(lines, {}, &CornerLine::rank));
    return lines;
}

class Placing {
public:
    Placing(const PictureTexts& texts, const QRectF& area, const QFontMetricsF& small,
            const QFontMetricsF& large)
        : m_texts(texts)
        , m_area(area)
        , m_small(small)
        , m_large(large)
        , m_line(small.lineSpacing())
    {
    }

    std::vector<PlacedText> placed()
    {
        placeLetters();
        placeTop();
        placeBottom();
        return m_placed;
    }

private:
    void placeLetters()
    {
        const double height = m_large.height();
        const auto add = [&](const std::string& letters, auto left, double top) {
            const QString text = QString::fromStdString(letters);
            const double width = m_large.horizontalAdvance(text);
            m_placed.push_back({{left(width), top, width, height}, text, PlacedText::Kind::Letter});
        };
        const auto atLeft = [&](double) { return m_area.left(); };
        const auto atRight = [&](double width) { return m_area.right() - width; };
        const auto inMiddle = [&](double width) { return m_area.center().x() - width / 2; };
        m_sideTop = m_area.center().y() - height / 2;
        add(m_texts.letters.left, atLeft, m_sideTop);
        add(m_texts.letters.right, atRight, m_sideTop);
        add(m_texts.letters.top, inMiddle, m_area.top());
        add(m_texts.letters.bottom, inMiddle, m_area.bottom() - height);
    }

    /// Beside the letters in the middle of an edge.
    double halfWidth(const std::string& letters) const
    {
        return (m_area.width() - m_large.horizontalAdvance(QString::fromStdString(letters))) / 2 -
               gap;
    }
    int linesIn(double height) const { return std::max(0, int(height / m_line)); }

    double widest(const std::vector<CornerLine>& lines) const
    {
        double width = 0;
        for (const CornerLine& line : lines)
            width = std::max(width, m_small.horizontalAdvance(line.text));
        return width;
    }

    void placeTop()
    {
        const double half = halfWidth(m_texts.letters.top);
        if (widest(m_texts.topLeft) + m_line <= half && widest(m_texts.topRight) <= half) {
            const int count = linesIn(m_sideTop - m_area.top());
            placeMarked(fitted(m_texts.topLeft, half, count, m_small), m_area.top());
            const auto right = fitted(m_texts.topRight, half, count, m_small);
            for (std::size_t n = 0; n < right.size(); ++n) {
                const double width = m_small.horizontalAdvance(right[n].text);
                m_placed.push_back(
                    {{m_area.right() - width, m_area.top() + double(n) * m_line, width, m_line},
                     right[n].text});
            }
            return;
        }
        std::vector<CornerLine> column = m_texts.topLeft;
        std::ranges::copy(m_texts.topRight, std::back_inserter(column));
        const double top = m_area.top() + m_large.height();
        placeMarked(
            fitted(std::move(column), m_area.width() - m_line, linesIn(m_sideTop - top), m_small),
            top);
    }

    void placeMarked(const std::vector<CornerLine>& lines, double top)
    {
        const double side = m_line * 0.6;
        if (top + m_line <= m_sideTop) {
            m_placed.push_back(
                {{m_area.left(), top + m_line * 0.2, side, side}, {}, PlacedText::Kind::Mark});
        }
        placeColumn(lines, top, m_line);
    }

    /// At the left edge; the first line is moved in by the room of its mark.
    void placeColumn(const std::vector<CornerLine>& lines, double top, double markWidth)
    {
        for (std::size_t n = 0; n < lines.size(); ++n) {
            m_placed.push_back({{m_area.left() + (n == 0 ? markWidth : 0), top + double(n) * m_line,
                                 m_small.horizontalAdvance(lines[n].text), m_line},
                                lines[n].text});
        }
    }

    void placeBottom()
    {
        const double letterTop = m_area.bottom() - m_large.height();
        const double sideBottom = m_sideTop + m_large.height();
        const double half = halfWidth(m_texts.letters.bottom);
        const double scaleWidth = m_small.horizontalAdvance(m_texts.scale);
        const double barRoom = m_texts.scale.isEmpty() ? 0 : scaleBarWidth + gap;
        double free = m_area.width() - barRoom;
        // Beside the letter, or else beside the bar's middle over the letter.
        if (!m_texts.scale.isEmpty()) {
            const bool beside = scaleWidth + barRoom <= half;
            const double bottom =
                beside ? m_area.bottom()
                       : std::min(letterTop, m_area.bottom() - m_texts.scaleBar / 2 + m_line / 2);
            if (bottom - m_line >= sideBottom && scaleWidth + barRoom <= m_area.width()) {
                m_placed.push_back({{m_area.right() - barRoom - scaleWidth + gap / 2,
                                     bottom - m_line, scaleWidth, m_line},
                                    m_texts.scale,
                                    PlacedText::Kind::Scale});
                if (!beside)
                    free -= scaleWidth + gap;
            }
        }
        const double narrow = std::min(half, free);
        const bool beside = widest(m_texts.bottomLeft) <= narrow;
        const double bottom = beside ? m_area.bottom() : letterTop;
        const auto lines = fitted(m_texts.bottomLeft, beside ? narrow : free,
                                  linesIn(bottom - sideBottom), m_small);
        placeColumn(lines, bottom - double(lines.size()) * m_line, 0);
    }

    const PictureTexts& m_texts;
    const QRectF m_area;
    const QFontMetricsF& m_small;
    const QFontMetricsF& m_large;
    const double m_line;
    double m_sideTop = 0; ///< Of the letters at both sides.
    std::vector<PlacedText> m_placed;
};

} // namespace

std::vector<PlacedText> placedTexts(const PictureTexts& texts, const QRectF& area,
                                    const QFontMetricsF& small, const QFontMetricsF& large)
{
    return Placing(texts, area, small, large).placed();
}

} // namespace fovea
