#include "app/hanging/HangingStore.h"

#include "app/hanging/HangingFile.h"
#include "storage/AtomicFile.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <system_error>
#include <utility>

namespace fovea {

namespace {

/// "020-ct-chest.json": what a person finds again, without what a file name must not have.
std::string fileName(std::size_t place, const std::string& name)
{
    std::string words;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!words.empty() && words.back() != '-')
            words += '-';
    }
    words.resize(std::min<std::size_t>(words.size(), 40));
    while (!words.empty() && words.back() == '-')
        words.pop_back();
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "%03u", unsigned(place + 1) * 10);
    return std::string(number.data()) + (words.empty() ? "" : "-" + words) + ".json";
}

} // namespace

HangingStore::HangingStore(std::filesystem::path shipped, std::filesystem::path own)
    : m_shipped(std::move(shipped))
    , m_own(std::move(own))
{
}

HangingStore::Loaded HangingStore::read(const std::filesystem::path& folder,
                                        std::vector<std::filesystem::path>& understood)
{
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed))
    {
        if (at->path().extension() == ".json")
            files.push_back(at->path());
    }
    std::ranges::sort(files);
    Loaded loaded;
    for (const std::filesystem::path& file : files) {
        auto read = readHanging(file);
        if (auto* protocol = std::get_if<HangingProtocol>(&read)) {
            loaded.protocols.push_back(std::move(*protocol));
            understood.push_back(file);
        } else {
            loaded.problems << hangingProblemText(std::get<HangingProblem>(read), file);
        }
    }
    return loaded;
}

HangingStore::Loaded HangingStore::load()
{
    m_files.clear();
    std::error_code ignored;
    if (!std::filesystem::is_directory(m_own, ignored))
        return shipped();
    return read(m_own, m_files);
}

HangingStore::Loaded HangingStore::shipped() const
{
    std::vector<std::filesystem::path> files;
    return read(m_shipped, files);
}

Status HangingStore::save(const std::vector<HangingProtocol>& protocols)
{
    std::error_code failed;
    std::filesystem::create_directories(m_own, failed);
    if (failed)
        return makeError(ErrorCode::FileNotWritable, {m_own.string()}, failed.message());
    std::vector<std::filesystem::path> written;
    for (std::size_t n = 0; n < protocols.size(); ++n) {
        const std::filesystem::path file = m_own / fileName(n, protocols[n].name);
        if (Status s = writeFileAtomically(file, hangingJson(protocols[n])); !s)
            return s;
        written.push_back(file);
    }
    for (const std::filesystem::path& file : m_files) {
        if (std::ranges::find(written, file) == written.end())
            std::filesystem::remove(file, failed);
    }
    m_files = std::move(written);
    return Done{};
}

} // namespace fovea
