#!/bin/sh
# in-session.sh COMMAND…: run a command with a display, a bus and a home of its own; all of it goes when the command ends
#
# Copyright 2026 The Qianping authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
base=$(mktemp -d)
trap 'rm -rf "$base"' EXIT INT TERM

mkdir -m 700 "$base/home" "$base/run" "$base/services"
cp /usr/share/dbus-1/services/org.a11y.Bus.service "$base/services/"
sed "s|@services@|$base/services|" "$here/session.conf.in" > "$base/session.conf"

export HOME="$base/home" XDG_RUNTIME_DIR="$base/run"
export XDG_CONFIG_HOME="$base/home/config" XDG_CACHE_HOME="$base/home/cache" XDG_DATA_HOME="$base/home/data"
export XDG_STATE_HOME="$base/home/state"
# drawing by cairo alone: the same picture on every machine
export GSK_RENDERER=cairo GDK_DEBUG=gl-disable GDK_BACKEND=x11 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
status=0
# the server must not start anew each time that its last client has gone: who comes then is turned away
xvfb-run -a -s "-screen 0 ${QP_TEST_DISPLAY:-1280x900}x24 -noreset" dbus-run-session --config-file="$base/session.conf" -- "$@" || status=$?
exit $status
