#include "app/models/PackageFacts.h"

#include "app/work/bytesBelow.h"

#include <QCryptographicHash>
#include <QFile>

#include <nlohmann/json.hpp>

#include <fstream>

namespace fovea {

namespace {

namespace fs = std::filesystem;

std::map<FindingKey, PackageNumbers> numbersIn(const nlohmann::json& json)
{
    std::map<FindingKey, PackageNumbers> all;
    for (const auto& finding : json.value("findings", nlohmann::json::array())) {
        PackageNumbers numbers;
        if (const auto it = finding.find("threshold"); it != finding.end() && !it->is_null())
            numbers.threshold = it->get<double>();
        if (const auto it = finding.find("calibration"); it != finding.end() && !it->is_null())
            numbers.platt = PlattFit{it->at("a").get<double>(), it->at("b").get<double>()};
        if (numbers.threshold || numbers.platt)
            all[{finding.at("anatomy"), finding.at("id")}] = numbers;
    }
    return all;
}

} // namespace

bool isModelPackage(const fs::path& folder)
{
    std::error_code ignored;
    return fs::is_regular_file(folder / "model.json", ignored);
}

Result<PackageFacts> readPackageFacts(const fs::path& folder)
{
    if (!isModelPackage(folder))
        return makeError(ErrorCode::ModelNotFound, {folder.string()});
    PackageFacts facts;
    facts.folder = folder;
    try {
        std::ifstream in(folder / "model.json", std::ios::binary);
        const auto json = nlohmann::json::parse(in);
        facts.name = json.at("name");
        facts.demo = json.at("demo");
        facts.licence = json.at("licence");
        facts.provenance = json.at("provenance");
        facts.anatomyIds = json.at("network").at("anatomies");
        facts.numbers = numbersIn(json);
        // As ModelManifest::calibrationReference() has it.
        facts.calibratedOn = json.value("calibratedOn", std::string());
        if (facts.calibratedOn.empty() && facts.demo)
            facts.calibratedOn = phantomReference;
    } catch (const nlohmann::json::exception& e) {
        return makeError(ErrorCode::ModelBroken,
                         {"model.json", "a member is missing or of another type"}, e.what());
    }
    facts.bytes = bytesBelow(folder);
    return facts;
}

Result<std::string> packageFingerprint(const fs::path& folder, const Progress& progress)
{
    constexpr qint64 chunk = 1 << 22;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char* name : {"model.json", "vocab.txt", "weights.safetensors"}) {
        const fs::path path = folder / name;
        QFile file(QString::fromStdString(path.string()));
        if (!file.exists())
            return makeError(ErrorCode::FileNotFound, {path.string()});
        if (!file.open(QIODevice::ReadOnly))
            return makeError(ErrorCode::FileNotReadable, {path.string()});
        hash.addData(QByteArray(name) + '\n' + QByteArray::number(file.size()) + '\n');
        qint64 left = file.size();
        while (left > 0) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            const QByteArray bytes = file.read(std::min(left, chunk));
            if (bytes.isEmpty())
                return makeError(ErrorCode::FileNotReadable, {path.string()});
            hash.addData(bytes);
            left -= bytes.size();
        }
    }
    return hash.result().toHex().toStdString();
}

} // namespace fovea
