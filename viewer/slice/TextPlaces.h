#pragma once

#include "viewer/slice/SlicePlane.h"

#include <QFontMetricsF>
#include <QRectF>
#include <QString>

#include <vector>

namespace fovea {

/// A line of text in a corner of a picture.
struct CornerLine {
    QString text;
    int rank = 0;        ///< Lines of a higher rank give way first.
    bool isName = false; ///< May be cut short with an ellipsis; a number cut short is another one.
};

/// What is written over a picture.
struct PictureTexts {
    EdgeLetters letters;
    std::vector<CornerLine> topLeft; ///< The first one has a mark of a line's height before it.
    std::vector<CornerLine> topRight;
    std::vector<CornerLine> bottomLeft;
    QString scale;         ///< Of the scale bar at the bottom right; empty: there is no bar.
    double scaleBar = 0.0; ///< Its length upwards from the bottom, pixels.
};

/// A text and where it goes; as wide and high as the text itself.
struct PlacedText {
    enum class Kind { Letter, Corner, Scale, Mark }; ///< A mark is a square without a text.
    QRectF area;
    QString text;
    Kind kind = Kind::Corner;
};

/// Room of the scale bar to the left of its line, pixels.
inline constexpr double scaleBarWidth = 8;

/// Places all letters, and of the corners' lines what there is room for in `area`: nothing lies
/// over anything else. Where the top corners are too narrow beside the letter, they become one
/// column under it; lines that still are too wide are cut short or left out, and with too little
/// height those of the highest rank go. Letters are measured with `large`, all else with `small`.
std::vector<PlacedText> placedTexts(const PictureTexts& texts, const QRectF& area,
                                    const QFontMetricsF& small, const QFontMetricsF& large);

} // namespace fovea
