#include "storage/BackupManifest.h"

#include "storage/AtomicFile.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace fovea {

namespace fs = std::filesystem;

namespace {

constexpr int version = 1;

std::string escaped(const std::string& path)
{
    std::string out;
    for (const char c : path) {
        if (c == '%')
            out += "%25";
        else if (c == '\n')
            out += "%0A";
        else if (c == '\r')
            out += "%0D";
        else
            out += c;
    }
    return out;
}

std::string unescaped(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string code = text.substr(i, 3);
        if (code == "%25" || code == "%0A" || code == "%0D") {
            out += code == "%25" ? '%' : code == "%0A" ? '\n' : '\r';
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// Below the folder, wherever that is.
bool staysInside(const fs::path& path)
{
    return !path.empty() && path.is_relative() &&
           std::ranges::none_of(path, [](const fs::path& part) { return part == ".."; });
}

} // namespace

std::uint64_t BackupManifest::bytes() const
{
    std::uint64_t all = 0;
    for (const auto& [path, sum] : files)
        all += sum.bytes;
    return all;
}

Result<BackupManifest> readManifest(const fs::path& backupFolder)
{
    const fs::path file = backupFolder / "manifest.txt";
    std::ifstream in(file);
    if (!in)
        return makeError(ErrorCode::FileNotFound, {file.string()});
    const auto broken = [&](const char* why) {
        return makeError(ErrorCode::MetadataBroken, {file.string(), why});
    };
    BackupManifest manifest;
    std::string word;
    int found = 0;
    if (!(in >> word >> found) || word != "fovea-backup")
        return broken("not a backup of this program");
    if (found > version)
        return broken("of a newer version");
    if (!(in >> word >> manifest.createdAt) || word != "created" ||
        !(in >> word >> manifest.schema) || word != "schema")
        return broken("its head is damaged");
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        FileSum sum;
        std::string path;
        if (!(fields >> sum.hash))
            return broken("a line is damaged");
        if (sum.hash == "end") {
            std::size_t count = 0;
            if (!(fields >> count) || count != manifest.files.size())
                return broken("files are missing from it");
            return manifest;
        }
        if (!(fields >> sum.bytes) || fields.get() != ' ' || !std::getline(fields, path))
            return broken("a line is damaged");
        path = unescaped(path);
        if (!staysInside(path))
            return broken("a path leads out of the folder");
        manifest.files[path] = sum;
    }
    return broken("its end is missing");
}

Status writeManifest(const fs::path& backupFolder, const BackupManifest& manifest)
{
    std::ostringstream out;
    out << "fovea-backup " << version << "\ncreated " << manifest.createdAt << "\nschema "
        << manifest.schema << '\n';
    for (const auto& [path, sum] : manifest.files)
        out << sum.hash << ' ' << sum.bytes << ' ' << escaped(path) << '\n';
    out << "end " << manifest.files.size() << '\n';
    return writeFileAtomically(backupFolder / "manifest.txt", out.str());
}

} // namespace fovea
