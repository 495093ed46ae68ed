#include "viewer/slice/PictureTurn.h"

namespace fovea {

PictureTurn PictureTurn::flippedHorizontally() const
{
    PictureTurn turn = *this;
    turn.m_right = m_right.reversed();
    return turn;
}

PictureTurn PictureTurn::flippedVertically() const
{
    PictureTurn turn = *this;
    turn.m_down = m_down.reversed();
    return turn;
}

PictureTurn PictureTurn::rotatedClockwise() const
{
    PictureTurn turn = *this;
    turn.m_right = m_down.reversed();
    turn.m_down = m_right;
    return turn;
}

PictureTurn PictureTurn::rotatedCounterclockwise() const
{
    PictureTurn turn = *this;
    turn.m_right = m_down;
    turn.m_down = m_right.reversed();
    return turn;
}

SliceAxes PictureTurn::applied(const SliceAxes& axes) const
{
    const auto along = [&](const Direction& d) {
        return axes.right * d.right + axes.down * d.down;
    };
    return {along(m_right), along(m_down), axes.next};
}

} // namespace fovea
