#!/bin/bash
# try.sh APP-ID WORKDIR: use the installed Flatpak as its user would; ends in "N passed, N failed"
#
# Copyright 2026 The Qianping authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Called by ci.sh in a session of its own: a display, a bus, the document portal.
set -u
export LC_ALL=C.UTF-8
id=$1 work=$2
passed=0 failed=0
files=$HOME/files
rm -rf "$files" && mkdir -p "$files"
cd "$files"

try () # NAME COMMAND…
{
  local name=$1
  shift
  if "$@" > "$work/logs/try.log" 2>&1; then
    echo "ok $name"
    passed=$((passed + 1))
  else
    echo "not ok $name"
    sed 's/^/# /' "$work/logs/try.log" | tail -n 20
    failed=$((failed + 1))
  fi
}

cli () { flatpak run --user --command=qianping-cli "$id" "$@"; }
cli_on () { flatpak run --user --command=qianping-cli --file-forwarding "$id" "$@"; }   # files between @@ and @@
inside () { flatpak run --user --command=sh "$id" -c "$1"; }

# --- permissions: what the manifest grants, and that it is no more than that; fallback-x11 is told as x11 as well, and
# taken away again by flatpak where there is Wayland
only_these_permissions ()
{
  diff <(flatpak --user info --show-permissions "$id" | grep -v '^$') - <<'EOF'
[Context]
shared=ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;
EOF
}
no_network () { [ "$(inside 'ls /sys/class/net' | tr '\n' ' ')" = 'lo ' ] || ! inside 'cat /proc/net/dev' | grep -qE '(eth|en|wl)[a-z0-9]*:'; }
cannot_read () { ! cli check "$files/sample.qianping"; }
cannot_write () { cli sample -o "$files/stray.qianping"; [ ! -e "$files/stray.qianping" ]; }
read_only_program () { inside 'test -x /app/bin/qianping && ! touch /app/x && ! touch /usr/x'; }

# --- the command line in the sandbox
version () { cli --version | grep -q '[0-9]\.[0-9]'; }
sample () { cli sample -o - > sample.qianping && xmllint --noout sample.qianping; }
estimates ()
{
  cli_on estimate --json @@ "$files/sample.qianping" @@ > estimate.json &&
    python3 -c 'import json; screens = json.load(open("estimate.json"))["screens"]; assert screens and any(s["area_m2"] for s in screens)'
}
field () # KIND FIELD: of the first object of a kind in the sample
{
  cli_on show --json @@ "$files/sample.qianping" @@ | python3 -c '
import json, sys
kind, field = sys.argv[1:]
def walk(node):
    yield node
    for child in node.get("children", []):
        yield from walk(child)
found = next(node for node in walk(json.load(sys.stdin)) if node["kind"] == kind)
print(found.get(field) or found["fields"][field])' "$@"
}
draws ()   # into the sandbox's own /tmp, and out by a pipe
{
  flatpak run --user --command=sh --file-forwarding "$id" \
    -c 'qianping-cli render "$1" --plan "$2" -o /tmp/plan.png >&2 && cat /tmp/plan.png' sh @@ "$files/sample.qianping" @@ \
    "$(field plan id)" > plan.png && identify plan.png
}
saves_through_portal ()
{
  cp sample.qianping saved.qianping && sed -i 's/<project /<project  /' saved.qianping
  cli_on sample -o @@ "$files/saved.qianping" @@ && cmp saved.qianping sample.qianping
}
in_chinese () { LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN cli --help | grep '命令'; }

# --- the window
wait_for_window () # TITLE
{
  for _ in $(seq 200); do
    window=$(xdotool search --onlyvisible --name "$1" | head -n 1)
    [ -z "$window" ] || return 0
    sleep 0.1
  done
  return 1
}
start () # NAME ARGUMENT…
{
  local name=$1
  shift
  flatpak run --user --file-forwarding --env=GSK_RENDERER=cairo --env=GDK_DEBUG=gl-disable "$id" "$@" > "$work/logs/window-$name.log" 2>&1 &
  pid=$!
}
picture () { sleep 1; import -window root "$work/window-$1.png"; }
silent () { ! grep -E 'WARNING|CRITICAL|ERROR' "$work/logs/window-$1.log"; }
quit ()   # by its own key; what does not go then is taken away, and has failed
{
  [ -n "$window" ] && xdotool windowfocus "$window" key --clearmodifiers ctrl+q && timeout 10 tail --pid="$pid" -f /dev/null && wait "$pid"
  local status=$?
  [ "$status" = 0 ] || flatpak kill "$id"
  return "$status"
}

try 'permissions are the four that a window needs' only_these_permissions
try 'the program is read-only' read_only_program
try 'no network' no_network
try 'the command line starts' version
try 'the sample comes out' sample
try 'a file that was not handed over cannot be read' cannot_read
try 'nothing can be written beside it' cannot_write
try 'check accepts the sample' cli_on check @@ "$files/sample.qianping" @@
try 'estimate gives figures' estimates
try 'render draws a plan' draws
try 'saving replaces the file that was handed over' saves_through_portal
try 'messages in Chinese' in_chinese

start empty
try 'a window opens' wait_for_window Qianping
picture empty
try 'and closes by key' quit
try 'and said nothing' silent empty

title=$(field project title)
start sample @@ "$files/sample.qianping" @@
try 'the sample opens in a window' wait_for_window "$title"
picture sample
try 'and closes by key' quit
try 'and said nothing' silent sample
LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN start chinese @@ "$files/sample.qianping" @@
try 'the sample opens in Chinese' wait_for_window "$title"
picture chinese
try 'and closes by key' quit
try 'and said nothing' silent chinese

# --- what the desktop sees of it
exported=$FLATPAK_USER_DIR/exports/share
try 'launcher' desktop-file-validate "$exported/applications/$id.desktop"
try 'icon' test -e "$exported/icons/hicolor/scalable/apps/$id.svg"
try 'symbolic icon' test -e "$exported/icons/hicolor/symbolic/apps/$id-symbolic.svg"
try 'file type' grep -q vnd.qianping+xml "$exported/mime/packages/$id.xml"
bundle ()
{
  flatpak build-bundle "$work/app-repo" "$work/$id.flatpak" "$id" ci &&
    flatpak --user uninstall -y --noninteractive "$id" &&
    flatpak --user install -y --noninteractive --bundle "$work/$id.flatpak" && version
}
try 'a bundle for people without a repository' bundle

echo "pictures of the windows: $work/window-*.png; bundle: $work/$id.flatpak"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
