#include "app/export/ResultsReport.h"

#include "app/export/reportSections.h"
#include "app/export/researchNotice.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

struct Report {
    Q_DECLARE_TR_FUNCTIONS(fovea::ResultsReport)
};

constexpr double marginMm = 16;
constexpr double footMm = 12; ///< At the bottom of the printed area.
constexpr double mmPerInch = 25.4;

const char* const styleSheet = "body { color: #000000; }"
                               "h1 { font-size: 16pt; margin-bottom: 4px; }"
                               "h2 { font-size: 12pt; margin-top: 14px; margin-bottom: 4px; }"
                               "p { margin-top: 4px; margin-bottom: 4px; }"
                               "td.name { color: #555555; padding-right: 12px; }"
                               "th { text-align: left; border-bottom: 1px solid #000000; }"
                               "table.list { border-collapse: collapse; }"
                               "table.list td { border-bottom: 1px solid #cccccc; }";

QPageSize usualPage()
{
    return QPageSize(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter
                                                                                : QPageSize::A4);
}

} // namespace

/// The document laid out for a device whose origin is the printed area's top left.
class ResultsReport::Pages {
public:
    Pages(const QTextDocument& document, QPaintDevice& device, const QSizeF& areaMm)
        : m_document(document.clone())
        , m_dotsPerMm(device.logicalDpiY() / mmPerInch)
        , m_area(areaMm * m_dotsPerMm)
        , m_bodyHeight(m_area.height() - footMm * m_dotsPerMm)
    {
        m_document->documentLayout()->setPaintDevice(&device);
        m_document->setDocumentMargin(0);
        m_document->setPageSize({m_area.width(), m_bodyHeight});
    }

    int count() const { return m_document->pageCount(); }

    void draw(QPainter& painter, int page) const
    {
        const QRectF part(0, page * m_bodyHeight, m_area.width(), m_bodyHeight);
        painter.save();
        painter.setRenderHint(QPainter::LosslessImageRendering);
        painter.translate(0, -part.top());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        context.palette.setColor(QPalette::Text, Qt::black);
        m_document->documentLayout()->draw(&painter, context);
        painter.restore();

        QFont font = m_document->defaultFont();
        font.setPointSizeF(8);
        painter.setFont(QFont(font, painter.device()));
        const QRectF foot(0, m_bodyHeight, m_area.width(), m_area.height() - m_bodyHeight);
        painter.setPen(QPen(QColor(120, 120, 120), 0.2 * m_dotsPerMm));
        const double line = foot.top() + 4 * m_dotsPerMm;
        painter.drawLine(QPointF(0, line), QPointF(foot.right(), line));
        painter.setPen(Qt::black);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, researchNotice());
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                         Report::tr("Page %1 of %2").arg(page + 1).arg(count()));
    }

private:
    std::unique_ptr<QTextDocument> m_document;
    double m_dotsPerMm;
    QSizeF m_area;
    double m_bodyHeight;
};

ResultsReport::ResultsReport(const StudyResults& results, const std::vector<KeyPicture>& pictures,
                             const ReportOptions& options)
    : m_document(std::make_unique<QTextDocument>())
{
    QFont font(QStringLiteral("Sans Serif"));
    font.setPointSizeF(9);
    m_document->setDefaultFont(font);
    m_document->setDefaultStyleSheet(QLatin1String(styleSheet));
    for (std::size_t i = 0; i < pictures.size(); ++i)
        m_document->addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("key:%1").arg(i)),
                                pictures[i].slice.image);
    const QString title = Report::tr("CT results").toHtmlEscaped();
    m_document->setHtml(
        QStringLiteral("<body><h1>%1</h1>").arg(title) + patientSection(results, options) +
        findingsSection(results) + measuresSection(results) + picturesSection(pictures) +
        volumesSection(results) + modelSection(results, options) + QStringLiteral("</body>"));
}

QByteArray ResultsReport::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    writer.setPageSize(usualPage());
    writer.setPageMargins({marginMm, marginMm, marginMm, marginMm}, QPageLayout::Millimeter);
    writer.setTitle(Report::tr("CT results")); // Names nobody.
    writer.setCreator(QStringLiteral("Fovea"));
    QPainter painter(&writer);
    const Pages pages(*m_document, writer,
                      writer.pageLayout().paintRect(QPageLayout::Millimeter).size());
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0)
            writer.newPage();
        pages.draw(painter, page);
    }
    painter.end();
    return bytes;
}

std::vector<QImage> ResultsReport::pages(int dotsPerInch) const
{
    const QSizeF sheet = usualPage().size(QPageSize::Millimeter);
    const double dotsPerMm = dotsPerInch / mmPerInch;
    const QSize size = (sheet * dotsPerMm).toSize();
    const auto blank = [&] {
        QImage image(size, QImage::Format_RGB32);
        image.setDotsPerMeterX(int(std::lround(dotsPerMm * 1000)));
        image.setDotsPerMeterY(int(std::lround(dotsPerMm * 1000)));
        image.fill(Qt::white);
        return image;
    };
    std::vector<QImage> images;
    QImage first = blank();
    const Pages pages(*m_document, first, sheet - QSizeF(2 * marginMm, 2 * marginMm));
    for (int page = 0; page < pages.count(); ++page) {
        QImage image = blank();
        QPainter painter(&image);
        painter.translate(marginMm * dotsPerMm, marginMm * dotsPerMm);
        pages.draw(painter, page);
        painter.end();
        images.push_back(std::move(image));
    }
    return images;
}

} // namespace fovea
