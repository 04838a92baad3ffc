#!/bin/bash
# ci.sh: build, install and try the Flatpak on this machine, against the stand-in runtime; ends in "N passed, N failed"
#
# Copyright 2026 The Qianping authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Everything lives below QIANPING_FLATPAK_DIR (about 1 GB, kept for the next run); the user's own Flatpak
# installation and home are not touched. With STOP_AFTER=runtime it only makes the runtime.
set -euo pipefail
source=$(realpath "$(dirname "$0")/..")
manifest=$source/flatpak/io.github.qianping.Qianping.yml
work=${QIANPING_FLATPAK_DIR:-/var/tmp/qianping-flatpak-$(id -u)}
mkdir -p "$work/logs" "$work/home"
work=$(realpath "$work")

export HOME=$work/home FLATPAK_USER_DIR=$work/installation
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_RUNTIME_DIR QIANPING_LOCALEDIR QIANPING_DATADIR

say () { printf '[%3d s] %s\n' $SECONDS "$*"; }

field () { python3 -c 'import sys, yaml; print(yaml.safe_load(open(sys.argv[1]))[sys.argv[2]])' "$manifest" "$1"; }
id=$(field id)

"$source/flatpak/runtime.sh" "$work" "$(field runtime-version)"
say "runtime ready: $(du -sm "$work/repo" | cut -f1) MB"
[ "${STOP_AFTER:-}" != runtime ] || exit 0

# The manifest as it is, but the last module alone (the stand-in brings the libraries) from this work tree.
python3 - "$manifest" "$source" > "$work/$id.json" <<'EOF'
import json
import os
import sys

import yaml

manifest = yaml.safe_load(open(sys.argv[1]))
program = manifest['modules'][-1]
for source in program['sources']:
    source['path'] = sys.argv[2]
manifest.update(modules=[program], branch='ci')
if os.environ.get('COMPOSE_PKG') == '':
    manifest['appstream-compose'] = False
json.dump(manifest, sys.stdout, indent=1)
EOF

cd "$work"
rm -rf app-repo
flatpak-builder --user --force-clean --disable-download --disable-updates --state-dir="$work/state" \
  --repo="$work/app-repo" "$work/build" "$work/$id.json" > logs/builder.log 2>&1 ||
  { tail -n 60 logs/builder.log; echo "0 passed, 1 failed"; exit 1; }
say "built and tested in the sandbox"

flatpak --user config --set languages 'en;zh' > /dev/null
flatpak --user remote-add --if-not-exists --no-gpg-verify app "file://$work/app-repo"
flatpak --user uninstall -y --noninteractive "$id" > logs/uninstall.log 2>&1 || true
flatpak --user install -y --noninteractive app "$id//ci" > logs/install.log
say "installed"

# A session of its own: the document portal works only with XDG_RUNTIME_DIR=/run/user/UID, so that folder is made
# private to this run by a mount namespace.
namespace=(unshare -m --propagation private)
[ "$(id -u)" = 0 ] || namespace=(unshare -rm --propagation private)
exec "${namespace[@]}" bash -c '
  mkdir -p /run/user && mount -t tmpfs -o mode=755 tmpfs /run/user && mkdir -m 700 "/run/user/$(id -u)"
  export XDG_RUNTIME_DIR=/run/user/$(id -u)
  unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
  exec xvfb-run -a -s "-screen 0 1280x900x24" dbus-run-session -- "$@" 2> "$0/logs/session.log"' \
  "$work" "$source/flatpak/try.sh" "$id" "$work"
