#include "app/segment/externalSegmenter.h"

#include "storage/ContentHash.h"
#include "storage/LabelMapReader.h"
#include "storage/VolumeFileWriter.h"

#include <QDateTime>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace fovea {

namespace {

constexpr int PollMs = 100;
constexpr int GraceMs = 2000; ///< From asking it to end to killing it.
constexpr qsizetype KeptBytes = 8192;
constexpr qsizetype ShownLines = 12;
constexpr qsizetype LineLength = 200;
constexpr double WrittenShare = 0.02; ///< Of the time, for progress.
constexpr double ReadFrom = 0.98;
const char* const Name = "TotalSegmentator";

Error problem(const std::string& what, const QString& detail = {})
{
    return makeError(ErrorCode::BadOption, {Name, what}, detail.toStdString());
}

/// The program with whatever it starts: they are one process group.
class Run {
public:
    Run(const ExternalSegmenter& segmenter, const QTemporaryDir& folder)
        : m_folder(folder)
    {
        m_process.setWorkingDirectory(folder.path());
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setChildProcessModifier([] {
            ::setpgid(0, 0);
            ::prctl(PR_SET_PDEATHSIG, SIGKILL); // Not without the window.
        });
        QStringList arguments{QStringLiteral("-i"), folder.filePath(QStringLiteral("ct.nii")),
                              QStringLiteral("-o"), output(), QStringLiteral("--ml")};
        if (segmenter.fast)
            arguments << QStringLiteral("--fast");
        m_process.start(QString::fromStdString(segmenter.program.string()), arguments);
    }
    ~Run() { end(); }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    QString output() const { return m_folder.filePath(QStringLiteral("labels.nii.gz")); }

    Status wait(const Progress& progress)
    {
        if (!m_process.waitForStarted())
            return problem("it cannot be started", m_process.errorString());
        m_group = m_process.processId();
        while (!m_process.waitForFinished(PollMs)) {
            listen();
            if (progress.cancelled()) {
                end();
                return makeError(ErrorCode::Cancelled);
            }
            if (m_process.state() == QProcess::NotRunning)
                break;
        }
        listen();
        if (m_process.exitStatus() != QProcess::NormalExit)
            return problem("it was ended by the system" + saidLast(), said());
        if (m_process.exitCode() != 0)
            return problem(
                "it ended with code " + std::to_string(m_process.exitCode()) + saidLast(), said());
        if (!QFileInfo::exists(output()))
            return problem("it ended without a label map" + saidLast(), said());
        return Done{};
    }

private:
    void listen()
    {
        m_said += m_process.readAllStandardOutput();
        if (m_said.size() > KeptBytes)
            m_said = m_said.last(KeptBytes);
    }

    /// Its last lines, without our folder's path and what only a terminal understands.
    QString said() const
    {
        QString text = QString::fromUtf8(m_said);
        text.replace(m_folder.path(), QStringLiteral("…"));
        text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
        QStringList lines;
        for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            QString plain;
            for (const QChar c : line.trimmed().left(LineLength)) {
                if (c.isPrint())
                    plain += c;
            }
            if (!plain.isEmpty())
                lines << plain;
        }
        return lines.mid(std::max<qsizetype>(0, lines.size() - ShownLines)).join(QLatin1Char('\n'));
    }

    std::string saidLast() const
    {
        const QString last = said().section(QLatin1Char('\n'), -1);
        return last.isEmpty() ? std::string() : " (" + last.toStdString() + ")";
    }

    void end()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        if (m_group > 0)
            ::kill(-static_cast<pid_t>(m_group), SIGTERM);
        else
            m_process.terminate();
        if (!m_process.waitForFinished(GraceMs)) {
            if (m_group > 0)
                ::kill(-static_cast<pid_t>(m_group), SIGKILL);
            m_process.kill();
            m_process.waitForFinished(GraceMs);
        }
    }

    const QTemporaryDir& m_folder;
    QProcess m_process;
    qint64 m_group = 0;
    QByteArray m_said;
};

} // namespace

Result<ExternalSegmenter> findTotalSegmentator(bool fast)
{
    const QString program = QStandardPaths::findExecutable(QLatin1String(Name));
    if (program.isEmpty())
        return problem("it is not on the PATH of this computer");
    return ExternalSegmenter{program.toStdString(), fast};
}

std::string externalFingerprint(const ExternalSegmenter& segmenter)
{
    const QFileInfo file(QString::fromStdString(segmenter.program.string()));
    ContentHash hash;
    hash.add(file.canonicalFilePath().toStdString());
    hash.add(std::to_string(file.size()) + " " +
             std::to_string(file.lastModified().toMSecsSinceEpoch()));
    hash.add(segmenter.fast ? "fast" : "full");
    return hash.hex().substr(0, 16);
}

Result<Segmentation> runTotalSegmentator(const ExternalSegmenter& segmenter, const Volume& volume,
                                         const AnatomyCatalog& catalog, const Progress& progress)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return makeError(ErrorCode::FileNotWritable, {folder.path().toStdString()});
    const QString input = folder.filePath(QStringLiteral("ct.nii"));
    if (Status written = writeNiftiVolume(input.toStdString(), volume); !written)
        return written.error();
    progress.report(WrittenShare);
    Run run(segmenter, folder);
    if (Status ended = run.wait(progress); !ended)
        return ended.error();
    const auto labels = readLabelMap(run.output().toStdString(), {volume.geometry(), {}, {}},
                                     catalog, {}, progress.part(ReadFrom, 1.0));
    if (!labels)
        return labels.error();
    return Segmentation{labels->labels, {}};
}

} // namespace fovea
