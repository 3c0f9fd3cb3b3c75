# What the walk-throughs share: a suite of its own, calls of tributary that must end as told, and figures that must be in
# what they say. Sourced with "here" set to the folder of the walk-through, whose CSV files are copied to where it works.
tributary=$here/../tributary
work=$(mktemp -d)
suite=
stop() {
  if [ -n "$suite" ]; then kill "$suite" 2>/dev/null || true; wait "$suite" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' INT TERM

"$tributary" --version >/dev/null # builds, where there is nothing to run yet
"$tributary" up --data-dir "$work/data" --port-base 0 >"$work/up" 2>"$work/log" &
suite=$!
tries=0
until grep -q Serving "$work/up"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 120 ] || ! kill -0 "$suite" 2>/dev/null; then cat "$work/log" >&2; exit 1; fi
  sleep 0.5
done
peers=$(awk '$2 ~ /:[0-9]+$/ { printf "--%s=%s ", $1, $2 }' "$work/up")

# A command is over before the second compiler is worth its time.
export TRIBUTARY_JAVA_OPTS="-XX:TieredStopAtLevel=1 ${TRIBUTARY_JAVA_OPTS:-}"

# The files are read from copies, since refused rows and progress are noted beside a file.
cp "$here"/*.csv "$work"
cd "$work"

# step TITLE STATUS ARGUMENTS...: calls tributary, shows what it says, and wants it to end with the status.
step() {
  printf '\n── %s\n' "$1"
  wanted=$2
  shift 2
  printf '$ tributary %s\n' "$*"
  status=0
  # shellcheck disable=SC2086
  "$tributary" "$@" $peers >said 2>complained || status=$?
  cat said
  if [ "$status" -ne "$wanted" ]; then
    cat complained >&2
    echo "ended with $status, not $wanted" >&2
    exit 1
  fi
}

# expect PATTERN: wants it in what the step said; a blank stands for any number of them, CSV lines end with CR.
expect() {
  if ! tr -d '\r' <said | sed 's/  */ /g' | grep -Eq -- "$1"; then
    echo "expected: $1" >&2
    exit 1
  fi
}

