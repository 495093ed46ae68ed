# Steps, logs and failures as packaging/run and packaging/test show them. Sourced, not run.

step_total=0
step_number=0
step_title=""
step_began=0
script_began=$SECONDS

say() { printf '      %s\n' "$*"; }

# step TITLE: closes the step before and opens the next one.
step() {
    step_done
    step_number=$((step_number + 1))
    step_title=$1
    step_began=$SECONDS
    printf '[%d/%d] %s…\n' "$step_number" "$step_total" "$step_title"
}

step_done() {
    [[ -n $step_title ]] || return 0
    printf '[%d/%d] %s: done in %d s\n' \
        "$step_number" "$step_total" "$step_title" $((SECONDS - step_began))
    step_title=""
}

# fail REASON [WHAT TO DO …]: ends the script and names the step that failed.
fail() {
    {
        printf '\n'
        if [[ -n $step_title ]]; then
            printf '[%d/%d] %s: FAILED after %d s\n' \
                "$step_number" "$step_total" "$step_title" $((SECONDS - step_began))
        fi
        printf '  %s\n' "$@"
    } >&2
    exit 1
}

# One line that is rewritten on a terminal; a line every 20 s in a log. Reads the work's output.
show_progress() {
    local line last="" shown=$SECONDS status
    while true; do
        if IFS= read -r -t 5 line; then
            last=$line
        else
            status=$?
            ((status > 128)) || break # above 128: five silent seconds; else the end of the input
        fi
        if [[ -t 1 ]]; then
            printf '\r\033[K      %4d s  %.90s' $((SECONDS - step_began)) "$last"
        elif ((SECONDS - shown >= 20)); then
            printf '      %4d s  %.90s\n' $((SECONDS - step_began)) "$last"
            shown=$SECONDS
        fi
    done
    [[ ! -t 1 ]] || printf '\r\033[K'
}

# The part of a log that says why: the compiler's first failures, or else the end.
explain() {
    local log=$1
    if grep -q '^FAILED: ' "$log"; then
        grep -A 25 '^FAILED: ' "$log" | cut -c 1-300 | head -n 60
    else
        tail -n 30 "$log" | cut -c 1-300
    fi
}

# logged LOG COMMAND…: runs it with its output in LOG and its progress on the screen; a failure ends
# the script with the reason.
logged() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" 2>&1 </dev/null | tee "$log" | show_progress; then
        explain "$log" >&2
        fail "The command was: $*" "The whole log: $log"
    fi
}

# hold_lock FILE WHAT: waits until no other run holds it; let_lock ends the hold.
hold_lock() {
    exec {lock_handle}>"$1"
    if ! flock -n "$lock_handle"; then
        say "another run is $2; waiting for it"
        flock "$lock_handle"
    fi
}
let_lock() { exec {lock_handle}>&-; }
