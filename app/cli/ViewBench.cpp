#include "app/cli/ViewBench.h"

#include "app/cli/Table.h"
#include "app/cli/waitForEnd.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

#include <thread>

namespace fovea {

namespace {

/// What the bench is asked for: a label map within half a second, surfaces within five, which turn
/// smoothly and are whole a second later, and little more memory than the pixels take.
constexpr double mostLabelsSeconds = 0.5;
constexpr double mostSurfacesSeconds = 5;
constexpr int mostTriangles = 300'000;
constexpr double mostTurnMs = 50;
constexpr double mostWholeMs = 1000;
constexpr double mostPixels = 1.3;
constexpr double mostBytesBeside = 400e6;

std::string processorName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("model name"))
            return line.mid(line.indexOf(':') + 1).trimmed().toStdString();
    }
    return {};
}

Result<nlohmann::json> runProgram(CommandContext& context, const QString& what, int slices,
                                  int frames)
{
    const QString program =
        QCoreApplication::applicationDirPath() + QStringLiteral("/fovea-view-bench");
    if (!QFile::exists(program))
        return makeError(ErrorCode::FileNotFound, {program.toStdString()});
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const bool display =
        what == QLatin1String("study") && !environment.value(QStringLiteral("DISPLAY")).isEmpty();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"),
                       display ? QStringLiteral("xcb") : QStringLiteral("offscreen"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, {what, QString::number(slices), QString::number(frames)});
    if (const Status ended = waitForEnd(process, context); !ended)
        return ended.error();
    auto report =
        nlohmann::json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
    if (!report.is_object())
        return makeError(ErrorCode::Internal, {}, "fovea-view-bench answered no JSON");
    return report;
}

} // namespace

Result<nlohmann::json> ViewBench::run(CommandContext& context, int slices, int frames)
{
    const Progress progress = context.progress(tr("Measuring"));
    progress.report(0);
    const auto drawn = runProgram(context, QStringLiteral("frames"), slices, frames);
    if (!drawn)
        return drawn.error();
    progress.report(0.7);
    const auto studied = runProgram(context, QStringLiteral("study"), slices, frames);
    if (!studied)
        return studied.error();
    progress.report(1);
    try {
        return nlohmann::json{{"processor", processorName()},
                              {"threads", std::thread::hardware_concurrency()},
                              {"slices", slices},
                              {"structures", drawn->at("structures")},
                              {"vtk", drawn->at("vtk")},
                              {"frames", drawn->at("frames")},
                              {"study", studied->at("study")}};
    } catch (const nlohmann::json::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

QString ViewBench::kindName(const std::string& kind)
{
    if (kind == "one")
        return tr("One plane moves");
    if (kind == "linked")
        return tr("Three planes move");
    if (kind == "oblique")
        return tr("One oblique plane");
    if (kind == "oblique_linked")
        return tr("Three oblique planes");
    if (kind == "slab")
        return tr("One plane, maximum of 10 mm");
    if (kind == "slab_linked")
        return tr("Three planes, maximum of 10 mm");
    if (kind == "oblique_slab")
        return tr("One oblique plane, maximum of 10 mm");
    if (kind == "oblique_slab_linked")
        return tr("Three oblique planes, maximum of 10 mm");
    return QString::fromStdString(kind);
}

QString ViewBench::framesText(const nlohmann::json& report)
{
    using Align = Table::Align;
    Table table({{tr("Slices that follow the cursor")},
                 {tr("Frames a second"), Align::Right},
                 {tr("Wanted"), Align::Right},
                 {tr("Median ms"), Align::Right},
                 {tr("95 % within ms"), Align::Right},
                 {tr("Processor ms"), Align::Right},
                 {tr("VTK frames a second"), Align::Right},
                 {tr("Fovea is … times as fast"), Align::Right}});
    for (const nlohmann::json& one : report.at("frames")) {
        const double wanted = one.at("wanted_fps");
        const nlohmann::json& ours = one.at("fovea");
        table.addRow({kindName(one.at("kind")), number(one.at("fps"), 0),
                      wanted > 0 ? number(wanted, 0) : QString(), number(ours.at("median_ms"), 1),
                      number(ours.at("p95_ms"), 1), number(ours.at("processor_ms"), 1),
                      number(1000 / one.at("vtk").at("median_ms").get<double>(), 0),
                      number(one.at("ratio"), 2)});
    }
    return table.text();
}

QString ViewBench::studyText(const nlohmann::json& study)
{
    const double pixels = study.at("pixel_bytes");
    const double memory = study.at("memory_bytes");
    Table table({{tr("The segmented study")},
                 {tr("Measured"), Table::Align::Right},
                 {tr("At most"), Table::Align::Right}});
    table.addRow({tr("Label map from array to picture, s"), number(study.at("labels_seconds"), 2),
                  number(mostLabelsSeconds, 1)});
    table.addRow({tr("Surfaces of all structures, s"), number(study.at("surfaces_seconds"), 2),
                  number(mostSurfacesSeconds, 0)});
    table.addRow({tr("Triangles"), QString::number(study.at("triangles").get<std::size_t>()),
                  QString::number(mostTriangles)});
    if (const double turn = study.at("turn_ms"); turn > 0) {
        table.addRow({tr("Picture of surfaces that are turned, ms"), number(turn, 0),
                      number(mostTurnMs, 0)});
        table.addRow({tr("Until all triangles are drawn again, ms"),
                      number(study.at("whole_ms"), 0), number(mostWholeMs, 0)});
    }
    if (memory > 0)
        table.addRow({study.at("drawn_3d") ? tr("Memory with four panes, MB")
                                           : tr("Memory with three panes and no display, MB"),
                      number(memory / 1e6, 0),
                      number((mostPixels * pixels + mostBytesBeside) / 1e6, 0)});
    return table.text();
}

QString ViewBench::text(const nlohmann::json& report)
{
    return tr("%1, %n thread(s)", nullptr, report.at("threads").get<int>())
               .arg(QString::fromStdString(report.at("processor"))) +
           QLatin1Char('\n') +
           tr("%n slice(s) of 512 x 512, %1 structures; beside %2 (vtkImageReslice)", nullptr,
              report.at("slices").get<int>())
               .arg(report.at("structures").get<int>())
               .arg(QString::fromStdString(report.at("vtk"))) +
           QLatin1Char('\n') + framesText(report) + QLatin1Char('\n') +
           studyText(report.at("study"));
}

} // namespace fovea
