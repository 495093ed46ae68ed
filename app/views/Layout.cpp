#include "app/views/Layout.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace fovea {

namespace {

struct LayoutText {
    Q_DECLARE_TR_FUNCTIONS(fovea::LayoutText)
};

const QString Grid = QStringLiteral("grid");

} // namespace

QString viewId(View view)
{
    switch (view) {
    case View::Axial:
        return QStringLiteral("axial");
    case View::Coronal:
        return QStringLiteral("coronal");
    case View::Sagittal:
        return QStringLiteral("sagittal");
    case View::Volume:
        break;
    }
    return QStringLiteral("volume");
}

QString viewName(View view)
{
    switch (view) {
    case View::Axial:
        return LayoutText::tr("Axial");
    case View::Coronal:
        return LayoutText::tr("Coronal");
    case View::Sagittal:
        return LayoutText::tr("Sagittal");
    case View::Volume:
        break;
    }
    return LayoutText::tr("3D");
}

const std::vector<Layout>& layouts()
{
    // Made once, in the language of the first call: the program's language is set before.
    static const std::vector<Layout> all{
        {QStringLiteral("one"), LayoutText::tr("&One view"), 1, {{0, 0}}, {1}, {1}},
        {QStringLiteral("columns"),
         LayoutText::tr("&Two side by side"),
         2,
         {{0, 0}, {0, 1}},
         {1},
         {1, 1}},
        {QStringLiteral("rows"),
         LayoutText::tr("T&wo, one above the other"),
         3,
         {{0, 0}, {1, 0}},
         {1, 1},
         {1}},
        {Grid,
         LayoutText::tr("&Four in a grid"),
         4,
         {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
         {1, 1},
         {1, 1}},
        {QStringLiteral("oneAndThree"),
         LayoutText::tr("One &large and three small"),
         5,
         {{0, 0, 3, 1}, {0, 1}, {1, 1}, {2, 1}},
         {1, 1, 1},
         {3, 1}},
        {QStringLiteral("threeColumns"),
         LayoutText::tr("Th&ree side by side"),
         6,
         {{0, 0}, {0, 1}, {0, 2}},
         {1},
         {1, 1, 1}},
        {QStringLiteral("oneAndTwo"),
         LayoutText::tr("One large and two s&mall"),
         7,
         {{0, 0, 2, 1}, {0, 1}, {1, 1}},
         {1, 1},
         {2, 1}},
        {QStringLiteral("lightbox"),
         LayoutText::tr("&Nine slices (light box)"),
         8,
         {{0, 0}},
         {1},
         {1},
         true}};
    return all;
}

const Layout& layoutCalled(const QString& id)
{
    const auto find = [](const QString& wanted) {
        return std::ranges::find(layouts(), wanted, &Layout::id);
    };
    const auto found = find(id);
    return found != layouts().end() ? *found : *find(Grid);
}

QString orderText(const ViewOrder& order)
{
    QStringList ids;
    for (const View view : order)
        ids << viewId(view);
    return ids.join(QLatin1Char(','));
}

std::optional<ViewOrder> orderFromText(const QString& text)
{
    const QStringList ids = text.split(QLatin1Char(','));
    ViewOrder order = standardOrder;
    if (ids.size() != qsizetype(order.size()))
        return std::nullopt;
    for (std::size_t n = 0; n < order.size(); ++n) {
        const auto view = std::ranges::find(views, ids[qsizetype(n)], viewId);
        if (view == views.end() ||
            std::find(order.begin(), order.begin() + n, *view) != order.begin() + std::ptrdiff_t(n))
            return std::nullopt;
        order[n] = *view;
    }
    return order;
}

} // namespace fovea
