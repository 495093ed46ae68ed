#pragma once

#include <QImage>

namespace fovea {

class SliceWidget;

/// The pixels of a slice without what is drawn over them: painted when something has changed, kept
/// until then. GUI thread only.
class SlicePicture {
public:
    /// The picture must be painted again.
    void invalidate() { m_stale = true; }
    /// False: it is of another depth than the plane of `widget` now is, and must be painted again.
    bool hasDepthOf(const SliceWidget& widget);
    /// Changed since it was painted, and soon painted again: the last one took no tenth of a
    /// second.
    bool isQuicklyMended() const { return m_stale && m_tookMs < 100; }
    /// What `widget` shows, in its device pixels.
    const QImage& of(const SliceWidget& widget);

private:
    void paint(const SliceWidget& widget);

    QImage m_image;
    bool m_stale = true;
    double m_tookMs = 0;    ///< What painting the last one took.
    double m_depthMm = 0.0; ///< Of the plane along its normal when it was painted.
};

} // namespace fovea
