#include "app/models/modelFolder.h"

#include <algorithm>

namespace fovea {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> packagesIn(const fs::path& folder)
{
    std::vector<fs::path> packages;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        // "name.new-123" is a package that is being written, or was when the program ended.
        if (it->path().filename().string().find(".new-") == std::string::npos &&
            isModelPackage(it->path()))
            packages.push_back(it->path());
    }
    std::ranges::sort(packages);
    return packages;
}

} // namespace

bool isSameFolder(const fs::path& a, const fs::path& b)
{
    std::error_code error;
    const bool same = fs::equivalent(a, b, error);
    return error ? a.lexically_normal() == b.lexically_normal() : same;
}

bool isRemovable(const fs::path& package, const fs::path& modelsFolder)
{
    std::error_code error;
    return fs::symlink_status(package, error).type() == fs::file_type::directory &&
           isSameFolder(package.parent_path(), modelsFolder) && isModelPackage(package);
}

std::vector<KnownPackage> knownPackages(const fs::path& bundled, const fs::path& modelsFolder,
                                        const fs::path& chosen)
{
    std::vector<fs::path> folders{bundled};
    for (const fs::path& folder : packagesIn(modelsFolder)) {
        if (!isSameFolder(folder, bundled))
            folders.push_back(folder);
    }
    const bool known =
        std::ranges::any_of(folders, [&](const fs::path& f) { return isSameFolder(f, chosen); });
    if (!chosen.empty() && !known)
        folders.push_back(chosen);

    std::vector<KnownPackage> packages;
    for (const fs::path& folder : folders) {
        KnownPackage package;
        package.folder = folder;
        package.bundled = folder == bundled;
        package.removable = !package.bundled && isRemovable(folder, modelsFolder);
        Result<PackageFacts> facts = readPackageFacts(folder);
        if (facts)
            package.facts = std::move(*facts);
        else
            package.problem = facts.error();
        packages.push_back(std::move(package));
    }
    return packages;
}

Status removePackage(const fs::path& package, const fs::path& modelsFolder)
{
    if (!isRemovable(package, modelsFolder))
        return makeError(ErrorCode::ModelNotFound, {package.string()});
    // Out of the list first: what is left by a failure half way is no package any more.
    std::error_code error;
    const fs::path doomed = package.string() + ".new-removed";
    fs::remove_all(doomed, error); // Left over by a removal that failed.
    fs::rename(package, doomed, error);
    if (!error)
        fs::remove_all(doomed, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {package.string()}, error.message());
    return Done{};
}

fs::path freePackageFolder(const fs::path& modelsFolder, const fs::path& checkpoint)
{
    std::string name = checkpoint.stem().string();
    // A leading dot would hide the folder, and the name must not look like one being written.
    std::ranges::replace(name, '.', '-');
    if (name.empty())
        name = "model";
    fs::path folder = modelsFolder / name;
    std::error_code ignored;
    for (int number = 2; fs::exists(folder, ignored); ++number)
        folder = modelsFolder / (name + "-" + std::to_string(number));
    return folder;
}

} // namespace fovea
