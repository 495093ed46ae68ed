# A Debian 13 root outside the clone, made once by mmdebstrap and entered with bubblewrap.
# FOVEA_ROOT uses one that exists already; FOVEA_DEBIAN_MIRROR names a mirror to make it from.

root_folder() {
    if [[ -n ${FOVEA_ROOT:-} ]]; then
        printf '%s\n' "$FOVEA_ROOT"
    else
        printf '%s/debian13-%s\n' "$cache" "$(packages | sort -u | sha256sum | cut -c 1-12)"
    fi
}

# The tools of the host. Installed where that is allowed, named where not.
need_tools() {
    local wanted=("$@") missing=() tool
    for tool in "${wanted[@]}"; do
        case $tool in
        debian-archive-keyring) compgen -G '/usr/share/keyrings/debian-archive-keyring.*' >/dev/null || missing+=("$tool") ;;
        bubblewrap) command -v bwrap >/dev/null || missing+=("$tool") ;;
        uidmap) command -v newuidmap >/dev/null || missing+=("$tool") ;;
        *) command -v "$tool" >/dev/null || missing+=("$tool") ;;
        esac
    done
    ((${#missing[@]} > 0)) || return 0
    if command -v apt-get >/dev/null; then
        if can_be_root; then
            install_packages "${missing[@]}"
            return 0
        fi
        fail "This host is not Debian 13, so a Debian 13 root is needed, and tools for it are missing." \
            "Run once as root:  apt-get install --no-install-recommends ${missing[*]}" \
            "Then start this command again."
    fi
    fail "This host is not Debian 13, so a Debian 13 root is needed, and tools for it are missing:" \
        "${missing[*]} (names of the Debian packages). Install them with this system's package manager."
}

namespaces_refused() {
    fail "This system does not let bubblewrap make namespaces: $1" \
        "In a container: start it with the right to (Docker: --privileged), or use a Debian 13 image." \
        "On Ubuntu 24.04 and newer, as root: sysctl kernel.apparmor_restrict_unprivileged_userns=0" \
        "On other systems, as root:          sysctl user.max_user_namespaces=10000" \
        "                                    sysctl kernel.unprivileged_userns_clone=1" \
        "Or run this command on Debian 13, where no root is needed."
}

# What an interrupted run left, with the /proc, /sys and /dev that mmdebstrap mounts when it is root.
clear_partial() {
    local mounted
    while read -r mounted; do
        umount -l "$mounted"
    done < <(awk -v below="$1/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r)
    rm -rf --one-file-system "$1"
}

make_root() {
    local root=$1 partial=$1.partial free
    need_tools mmdebstrap debian-archive-keyring
    free=$(df -Pk "$cache" | awk 'NR == 2 { print int($4 / 1048576) }')
    ((free >= 6)) || fail "Only $free GB are free in $cache; the Debian 13 root takes 4 GB." \
        "Set FOVEA_CACHE to a folder with more room."
    clear_partial "$partial"
    mkdir -p "$partial"
    local arguments=(--variant=apt --components=main --aptopt='Acquire::Retries "3"'
        --include="$(packages | paste -sd,)")
    say "making a Debian 13 root in $root: once, about 4 GB and 3 to 6 minutes"
    if ((EUID == 0)); then
        logged "$cache/mmdebstrap.log" mmdebstrap --mode=root "${arguments[@]}" \
            trixie "$partial" ${FOVEA_DEBIAN_MIRROR:+"$FOVEA_DEBIAN_MIRROR"}
    else
        need_tools uidmap
        grep -qE "^($(id -un)|$(id -u)):" /etc/subuid 2>/dev/null ||
            fail "There is no range of subordinate ids for you, which mmdebstrap needs." \
                "Run once as root:  usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
        logged "$cache/mmdebstrap.log" unpack_as_user "$partial" "${arguments[@]}"
    fi
    mv "$partial" "$root"
}

# Through a tar stream, so that the files belong to the person (who can then delete them) and a
# closed home folder is no obstacle to mmdebstrap's mapped user.
unpack_as_user() {
    local target=$1 scratch=${TMPDIR:-/tmp}
    shift
    (($(df -Pk "$scratch" | awk 'NR == 2 { print int($4 / 1048576) }') >= 5)) || scratch=/var/tmp
    TMPDIR=$scratch mmdebstrap --mode=unshare --format=tar "$@" trixie - \
        ${FOVEA_DEBIAN_MIRROR:+"$FOVEA_DEBIAN_MIRROR"} |
        tar -x -C "$target" --no-same-owner --exclude='./dev/*'
}

set_up_root() {
    local root other why
    case $repository/ in
    /usr/* | /etc/* | /dev/* | /proc/* | /sys/*)
        fail "The clone lies in $repository, where it would hide a part of the Debian 13 root." \
            "Move it elsewhere, for example into your home." ;;
    esac
    need_tools bubblewrap flock
    why=$(bwrap --ro-bind / / --dev /dev --proc /proc --unshare-pid true 2>&1) || namespaces_refused "$why"
    root=$(root_folder)
    if [[ -z ${FOVEA_ROOT:-} && ! -d $root ]]; then
        hold_lock "$cache/.root.lock" "making the Debian 13 root"
        [[ -d $root ]] || make_root "$root"
        let_lock
    fi
    [[ -x $root/usr/bin/cmake ]] || fail "$root is not a Debian 13 root with Fovea's packages."
    for other in "$cache"/debian13-*; do
        [[ ! -d $other || $other == "$root" || $other == *.partial ]] ||
            say "an older root is left; remove it with: rm -rf '$other'"
    done
    describe_root "$root"
}

# The root read-only, on a tree in memory so that any mount point can be made in it.
describe_root() {
    local root=$1
    root_view=(--tmpfs / --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc
        --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib
        --symlink usr/lib64 /lib64 --dir /var/lib/xkb
        --ro-bind-try "$root/var/cache/fontconfig" /var/cache/fontconfig
        --proc /proc --ro-bind /sys /sys --tmpfs /run
        --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
        --setenv PATH /usr/bin:/bin:/usr/sbin --die-with-parent)
    network=()
    # A network of its own keeps displays and ports of tests apart; some containers refuse it.
    ! bwrap --ro-bind / / --unshare-net true 2>/dev/null || network=(--unshare-net)
}

# The host's folders that the root does not bring itself, at their own paths: homes, disks, data.
host_folders() {
    local how=$1 folder
    for folder in /*; do
        case $folder in
        /bin | /boot | /dev | /etc | /lib* | /lost+found | /proc | /run | /sbin | /sys | /tmp | /usr | /var) continue ;;
        esac
        if [[ -L $folder ]]; then
            view+=(--symlink "$(readlink "$folder")" "$folder")
        elif [[ -d $folder ]]; then
            view+=("$how" "$folder" "$folder")
        fi
    done
}

in_root() {
    local mode=$1 view=("${root_view[@]}")
    shift
    if [[ $mode == isolated ]]; then
        host_folders --ro-bind-try
        view+=(--dev /dev --bind "$private" /tmp --bind "$private" /var/tmp --unshare-pid "${network[@]}"
            --ro-bind-try "$(dirname "$repository")/shared" "$(dirname "$repository")/shared"
            --ro-bind "$repository" "$repository" --bind "$cache" "$cache" --bind "$build" "$build"
            --setenv HOME /tmp/home --setenv TMPDIR /tmp)
    else
        host_folders --bind-try
        view+=(--dev-bind /dev /dev --bind /tmp /tmp --bind /var/tmp /var/tmp --bind-try "$HOME" "$HOME"
            --bind "$repository" "$repository" --bind "$cache" "$cache")
        [[ ! -d ${XDG_RUNTIME_DIR:-} ]] || view+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
        # The person's time zone and language. The root has no locale of that name, so Qt says that it
        # switches to C.UTF-8; it still takes language and date formats from LANG.
        view+=(--setenv TZ "${TZ:-$(readlink -f /etc/localtime | sed -n 's|.*/zoneinfo/||p')}"
            --setenv LANG "${LC_ALL:-${LANG:-C.UTF-8}}" --unsetenv LC_ALL)
    fi
    bwrap "${view[@]}" --chdir "$repository" "$@"
}
