# Where Fovea is built: directly on Debian 13, or in a Debian 13 root made once. Sourced, not run.
# Afterwards `inside COMMAND…` runs a command there:
#   isolated  the clone read-only except build/, a home and a /tmp of its own, no network
#   open      as the person's own program: home, disks, display and network as they are

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cache=$(realpath -m "${FOVEA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/fovea}")
build=$repository/build
jobs=${FOVEA_JOBS:-$(nproc 2>/dev/null || echo 1)}
[[ -n ${FOVEA_JOBS:-} ]] || ((jobs <= 2)) || jobs=2 # a translation unit on LibTorch takes 1 GB

. "$repository/packaging/lib/steps.sh"
. "$repository/packaging/lib/root.sh"

packages() { sed 's/#.*//' "$repository/packaging/packages.txt" | tr -s ' \t' '\n' | grep .; }

runs_debian_13() {
    [[ -r /etc/os-release ]] || return 1
    (
        . /etc/os-release
        codename=${DEBIAN_CODENAME:-${VERSION_CODENAME:-}}
        [[ ${ID:-} == debian || ${ID_LIKE:-} == *debian* ]] || exit 1
        [[ $codename == trixie ]] && exit 0
        [[ ${ID:-} == debian ]] || exit 1
        [[ -z ${VERSION_ID:-} ]] || ((${VERSION_ID%%.*} >= 13)) # no VERSION_ID: testing or unstable
    )
}

missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
            printf '%s\n' "$package"
    done
}

can_be_root() {
    ((EUID == 0)) && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || [[ -t 0 ]]
}

as_root() {
    if ((EUID == 0)); then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

be_root() {
    ((EUID == 0)) || sudo -v || fail "sudo was refused." \
        "An administrator can run:  apt-get install --no-install-recommends $*"
}

install_packages() {
    be_root "$@"
    say "installing: $*"
    logged "$build/log/apt.log" as_root apt-get update
    logged "$build/log/apt.log" as_root apt-get install -y --no-install-recommends "$@"
}

# Directly on this host, where all packages are there or may be installed; fails where not.
set_up_host() {
    local missing unknown=() package
    mapfile -t missing < <(missing_packages $(packages))
    if ((${#missing[@]} > 0)); then
        can_be_root || return 1
        be_root "${missing[@]}"
        logged "$build/log/apt.log" as_root apt-get update
        for package in "${missing[@]}"; do
            apt-cache show "$package" >/dev/null 2>&1 || unknown+=("$package")
        done
        if ((${#unknown[@]} > 0)); then
            say "this system has no package ${unknown[*]}"
            return 1
        fi
        install_packages "${missing[@]}"
    fi
    if [[ -z $(missing_packages libopenblas0-pthread) ]]; then
        say "note: libopenblas0-pthread is installed, and analysis is up to 3 times slower with it;"
        say "      choose openmp with: update-alternatives --config libblas.so.3-$(uname -m)-linux-gnu"
    fi
    place=host
}

# Decides once per run; FOVEA_PLACE=host or root overrides.
set_up() {
    step "Setting up Debian 13"
    mkdir -p "$build/log" "$cache/ccache"
    find "$build" -maxdepth 1 -name 'tmp.*' -mtime +1 -exec rm -rf {} + 2>/dev/null || true
    private=$(mktemp -d "$build/tmp.XXXXXX")
    mkdir -p "$private/home" "$private/.X11-unix"
    chmod 1777 "$private" "$private/.X11-unix"
    trap 'rm -rf "$private"' EXIT
    place=""
    case ${FOVEA_PLACE:-} in
    host) set_up_host || fail "Packages are missing, and only root may install them:" \
        "apt-get install --no-install-recommends $(missing_packages $(packages) | tr '\n' ' ')" ;;
    root) ;;
    "") if [[ -z ${FOVEA_ROOT:-} ]] && runs_debian_13; then set_up_host || true; fi ;;
    *) fail "FOVEA_PLACE is '$FOVEA_PLACE'; it may be host or root." ;;
    esac
    if [[ -z $place ]]; then
        set_up_root
        place=root
    fi
}

# Settings of the host's own toolchains that must not leak into the build.
leaks=(LD_LIBRARY_PATH LD_PRELOAD CPATH LIBRARY_PATH PKG_CONFIG_PATH CMAKE_PREFIX_PATH CC CXX CFLAGS
    CXXFLAGS CPPFLAGS LDFLAGS QT_PLUGIN_PATH QML2_IMPORT_PATH PYTHONPATH PYTHONHOME)

# inside isolated|open COMMAND…
inside() {
    local mode=$1 name
    shift
    local settings=(CCACHE_DIR="$cache/ccache" CCACHE_MAXSIZE=5G CCACHE_BASEDIR="$repository"
        CCACHE_NOHASHDIR=1)
    if [[ $mode == isolated ]]; then
        settings+=(LANG=C.UTF-8 LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1)
    fi
    local unset=()
    for name in "${leaks[@]}"; do unset+=(-u "$name"); done
    if [[ $place == root ]]; then
        in_root "$mode" env "${unset[@]}" "${settings[@]}" "$@"
    else
        [[ $mode == open ]] || settings+=(HOME="$private/home" TMPDIR="$private")
        (cd "$repository" && env "${unset[@]}" "${settings[@]}" "$@")
    fi
}

build_all() {
    hold_lock "$build/.lock" "building in this clone"
    step "Configuring"
    logged "$build/log/configure.log" inside isolated cmake --preset release
    step "Building with $jobs jobs"
    NINJA_STATUS='[%f/%t] ' logged "$build/log/build.log" \
        inside isolated cmake --build --preset release --parallel "$jobs"
    let_lock
}
