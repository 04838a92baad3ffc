#!/bin/bash
# runtime.sh WORKDIR RUNTIME-VERSION: make and install org.gnome.Platform and org.gnome.Sdk out of Debian packages
#
# Copyright 2026 The Qianping authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A stand-in for machines that reach a Debian mirror but no Flatpak remote. It bears the true ids, so the manifest is
# used unchanged; Platform holds run-time packages only, so a program that needs a header, a tool or a file of a -dev
# package at run time fails here as it would for a user. Made anew only when the suite, version or lists change.
set -euo pipefail
work=$1 version=$2
suite=${SUITE:-trixie}
arch=$(flatpak --default-arch)
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' "Codename: $codename" 'Created-By: Packages' | head -n 1)}

run_time="libgtk-4-1 libadwaita-1-0 adwaita-icon-theme hicolor-icon-theme librsvg2-2 librsvg2-common libxml2
  libjson-glib-1.0-0 shared-mime-info fonts-cantarell fonts-dejavu-core fonts-wqy-microhei gsettings-desktop-schemas
  dconf-gsettings-backend ca-certificates tzdata desktop-file-utils libglib2.0-bin locales
  libpoppler-glib8 poppler-data ~n^libxlsxwriter[0-9]
  ${EXTRA_RT:-}"
development="gcc libc6-dev make meson ninja-build pkgconf gettext libgtk-4-dev libadwaita-1-dev libglib2.0-dev-bin
  librsvg2-dev libxml2-dev libjson-glib-dev libpoppler-glib-dev libxlsxwriter-dev libminizip-dev libxml2-utils appstream appstream-compose ${COMPOSE_PKG-appstream-util}
  ${EXTRA_DEV:-}"

make_root () # DIR PACKAGE…
{
  local dir=$1
  shift
  rm -rf "$dir"
  mmdebstrap --mode=auto --variant=minbase --dpkgopt=force-unsafe-io \
    --aptopt='Acquire::Check-Valid-Until "false"' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='chroot "$1" localedef -i zh_CN -f UTF-8 zh_CN.UTF-8' \
    --include="$(echo $* | tr ' ' ,)" "$suite" "$dir" "$mirror" > "$work/logs/$(basename "$dir").log" 2>&1 ||
    { tail -n 20 "$work/logs/$(basename "$dir").log" >&2; return 1; }
}

export_runtime () # Platform|Sdk ROOT
{
  local kind=$1 root=$2 out=$work/export-$1
  rm -rf "$out" && mkdir -p "$out"
  mv "$root/usr" "$out/files"
  mv "$root/etc" "$out/files/etc"   # /etc/alternatives must come along, or cc is missing
  rm -rf "$root"
  ( cd "$out/files"
    rm -rf share/{doc,man,info,lintian,bug} games local src
    rm -f etc/{passwd,shadow,group,gshadow}{,-} etc/{machine-id,resolv.conf,hostname,hosts,mtab,localtime,.pwd.lock}
    [ -e bin/ldconfig ] || ln -s ../sbin/ldconfig bin/ldconfig )   # flatpak looks in bin only
  cat > "$out/metadata" <<EOF
[Runtime]
name=org.gnome.$kind
runtime=org.gnome.Platform/$arch/$version
sdk=org.gnome.Sdk/$arch/$version

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
EOF
  flatpak build-export --runtime --files=files --metadata=metadata --no-update-summary --disable-sandbox \
    -s "Stand-in from Debian $suite" "$work/repo" "$out" "$version" > "$work/logs/export-$kind.log"
  rm -rf "$out"
}

mkdir -p "$work/logs"
stamp=$(echo $suite $version $run_time $development | sha256sum | cut -c1-16)
[ "$(cat "$work/stamp" 2>/dev/null)" != "$stamp" ] || exit 0

cd "$work"
rm -rf repo installation state stamp
ostree init --repo=repo --mode=bare-user-only
echo "making the stand-in runtime from Debian $suite (a few minutes, once)"
make_root "$work/root-platform" $run_time &
platform=$!
make_root "$work/root-sdk" $run_time $development
wait $platform
export_runtime Platform "$work/root-platform"
export_runtime Sdk "$work/root-sdk"
flatpak build-update-repo --no-update-appstream repo > logs/update-repo.log 2>&1
flatpak --user remote-add --no-gpg-verify runtimes "file://$work/repo"
flatpak --user install -y --noninteractive runtimes "org.gnome.Platform//$version" "org.gnome.Sdk//$version" \
  > logs/install-runtime.log
echo "$stamp" > stamp
