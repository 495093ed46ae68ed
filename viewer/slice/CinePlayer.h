#pragma once

#include "viewer/ViewState.h"

#include <QObject>

class QTimer;

namespace fovea {

class SliceWidget;

constexpr int minCineFps = 5;
constexpr int maxCineFps = 60;

/// Plays through the slices of one view, from the last on with the first. Stops as soon as anything
/// but itself moves the view to another slice, and when the study changes. Every slice is painted:
/// where painting takes longer than ViewState::cineFps allows, it plays slower. A pinned view, a
/// tile of a light box, does not move by itself: its player asks for each step.
class CinePlayer : public QObject {
    Q_OBJECT

public:
    /// `view` must outlive the player.
    explicit CinePlayer(SliceWidget& view);
    ~CinePlayer() override;

    bool isPlaying() const;
    /// Does nothing where there is only one slice.
    void play();
    void pause();
    void toggle();

Q_SIGNALS:
    void playingChanged(bool playing);
    /// Of a pinned view: the next slices, please; the slot moves ViewState's cursor.
    void stepRequested();

private:
    void advance();
    void setRate(int fps);

    SliceWidget& m_view;
    QTimer* m_timer;
    std::vector<Connection> m_connections;
    int m_shown = 0;          ///< Slice number that this player showed last.
    bool m_advancing = false; ///< The cursor moves because this player plays.
};

} // namespace fovea
