#include "app/work/EditJournal.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace fovea {

namespace {

constexpr std::string_view magic = "FOVEA-EDITS-1\n";

/// FNV-1a of 64 bits: tells a patch that was cut off or damaged.
std::uint64_t checksum(std::string_view bytes)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

class Writer {
public:
    template <typename Number> void number(Number value)
    {
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(const std::string& value)
    {
        number(static_cast<std::uint32_t>(value.size()));
        m_bytes += value;
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads what Writer wrote; after the first read beyond the end everything is refused.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_rest(bytes)
    {
    }
    template <typename Number> Number number()
    {
        Number value{};
        const std::string_view bytes = take(sizeof value);
        if (bytes.size() == sizeof value)
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::string text() { return std::string(take(number<std::uint32_t>())); }
    std::string_view take(std::size_t count)
    {
        if (m_failed || count > m_rest.size()) {
            m_failed = true;
            return {};
        }
        const std::string_view out = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return out;
    }
    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

std::string packed(const LabelPatch& patch)
{
    Writer out;
    for (int a = 0; a < 3; ++a) {
        out.number(std::int32_t{patch.box.low[a]});
        out.number(std::int32_t{patch.box.high[a]});
    }
    out.number(static_cast<std::uint64_t>(patch.runs.size()));
    for (const LabelRun& run : patch.runs) {
        out.number(static_cast<std::uint64_t>(run.offset));
        out.number(run.length);
        out.number(run.before);
        out.number(run.after);
    }
    out.number(static_cast<std::uint32_t>(patch.structures.size()));
    for (const Structure& structure : patch.structures) {
        out.number(structure.label);
        out.text(structure.name);
        out.text(structure.anatomyId);
        out.number(static_cast<std::uint8_t>(structure.side));
        for (const std::uint8_t part : structure.colour)
            out.number(part);
    }
    return out.take();
}

std::optional<LabelPatch> unpacked(std::string_view bytes, const Index3& gridSize)
{
    Reader in(bytes);
    LabelPatch patch;
    for (int a = 0; a < 3; ++a) {
        patch.box.low[a] = in.number<std::int32_t>();
        patch.box.high[a] = in.number<std::int32_t>();
        if (patch.box.low[a] < 0 || patch.box.high[a] >= gridSize[a])
            return std::nullopt;
    }
    const std::size_t columns = static_cast<std::size_t>(gridSize[0]);
    const std::size_t voxels = ImageGeometry{.size = gridSize}.voxelCount();
    for (auto count = in.number<std::uint64_t>(); count > 0 && !in.failed(); --count) {
        LabelRun run;
        run.offset = in.number<std::uint64_t>();
        run.length = in.number<std::uint32_t>();
        run.before = in.number<std::uint16_t>();
        run.after = in.number<std::uint16_t>();
        const bool inRow =
            run.offset < voxels && run.length > 0 && run.offset % columns + run.length <= columns;
        if (!inRow)
            return std::nullopt;
        patch.runs.push_back(run);
    }
    for (auto count = in.number<std::uint32_t>(); count > 0 && !in.failed(); --count) {
        Structure structure;
        structure.label = in.number<std::uint16_t>();
        structure.name = in.text();
        structure.anatomyId = in.text();
        const auto side = in.number<std::uint8_t>();
        structure.side = side == 1 ? Side::Left : side == 2 ? Side::Right : Side::None;
        for (std::uint8_t& part : structure.colour)
            part = in.number<std::uint8_t>();
        patch.structures.push_back(std::move(structure));
    }
    return in.failed() || !in.atEnd() ? std::nullopt : std::optional(std::move(patch));
}

std::string header(const Index3& gridSize)
{
    Writer out;
    for (const int n : gridSize)
        out.number(std::int32_t{n});
    return std::string(magic) + out.take();
}

} // namespace

EditJournal::EditJournal(const std::filesystem::path& archiveFolder, std::int64_t seriesId,
                         std::int64_t labelMapId)
    : m_path(archiveFolder / "edits" /
             (std::to_string(seriesId) + "-" + std::to_string(labelMapId) + ".patches"))
{
}

bool EditJournal::exists() const
{
    std::error_code ignored;
    return std::filesystem::exists(m_path, ignored);
}

Result<std::vector<LabelPatch>> EditJournal::read(const Index3& gridSize) const
{
    if (!exists())
        return std::vector<LabelPatch>();
    std::ifstream in(m_path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!in && !in.eof())
        return makeError(ErrorCode::FileNotReadable, {m_path.string()});
    if (!bytes.starts_with(magic))
        return makeError(ErrorCode::BrokenFile, {m_path.string()}, "no journal of edits");
    const std::string expected = header(gridSize);
    if (!bytes.starts_with(expected))
        return makeError(ErrorCode::GridMismatch, {"size"});

    std::vector<LabelPatch> patches;
    Reader reader(std::string_view(bytes).substr(expected.size()));
    while (!reader.atEnd()) {
        const auto length = reader.number<std::uint64_t>();
        const auto sum = reader.number<std::uint64_t>();
        const std::string_view payload = reader.take(length);
        if (reader.failed() || checksum(payload) != sum)
            break; // The program ended while it was written.
        auto patch = unpacked(payload, gridSize);
        if (!patch)
            break;
        patches.push_back(std::move(*patch));
    }
    return patches;
}

Status EditJournal::append(const LabelPatch& patch, const Index3& gridSize, bool anew) const
{
    std::error_code failed;
    std::filesystem::create_directories(m_path.parent_path(), failed);
    failed.clear(); // A folder that cannot be made shows when the file cannot be written.
    const bool empty = anew || !exists();
    // What the file holds until now may be all that a crash before left: it goes only for a whole
    // one.
    std::filesystem::path place = m_path;
    if (empty)
        place += ".new";
    std::ofstream out(place, std::ios::binary | (empty ? std::ios::trunc : std::ios::app));
    if (empty)
        out << header(gridSize);
    const std::string payload = packed(patch);
    Writer frame;
    frame.number(static_cast<std::uint64_t>(payload.size()));
    frame.number(checksum(payload));
    out << frame.take() << payload << std::flush;
    out.close();
    if (out && empty)
        std::filesystem::rename(place, m_path, failed);
    return out && !failed ? Status(Done{})
                          : makeError(ErrorCode::FileNotWritable, {m_path.string()});
}

void EditJournal::remove() const
{
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

} // namespace fovea
