#!/bin/sh
# run.sh BUILD_DIR: what the program costs, against yardsticks of the same minute; see README.md
#
# Copyright 2026 The Qianping authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8 LANGUAGE= GSETTINGS_BACKEND=memory GIO_USE_VFS=local GSK_RENDERER=cairo GDK_DEBUG=gl-disable

# windows need a display of their own, and a session that can start nothing but accessibility
if [ -z "${QP_BENCH_INSIDE:-}" ] && command -v xvfb-run >/dev/null && command -v dbus-run-session >/dev/null; then
  QP_BENCH_INSIDE=1
  export QP_BENCH_INSIDE
  exec sh "$here/../in-session.sh" sh "$here/run.sh" "$@" 2>/dev/null
fi
exec python3 "$here/run.py" "$@"
