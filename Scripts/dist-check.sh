#!/usr/bin/env bash
# Installs the newest .deb in a bare Debian 12 made by debootstrap and runs it there. Needs root and a Debian mirror;
# DUWANG_BARE=DIR keeps the bare system as an archive in DIR for the next time.
set -euo pipefail

if [ "$(id -u)" != 0 ]; then
  echo "此项检查需要root身份（debootstrap、chroot）" >&2
  exit 1
fi
package=$(ls -t dist/duwang_*.deb | head -n 1)
mirror=${DUWANG_MIRROR:-}
cache=${DUWANG_BARE:-.build/bare}
root=$(mktemp -d)
chmod 755 "$root"

clean() {
  for mount in proc dev; do
    if mountpoint --quiet "$root/$mount"; then umount --lazy "$root/$mount"; fi
  done
  rm -rf --one-file-system "$root"
}
trap clean EXIT

mkdir -p "$cache"
archive=$cache/bookworm-minbase.tar
if [ ! -f "$archive" ]; then
  base=$(mktemp -d)
  debootstrap --variant=minbase bookworm "$base" ${mirror:+"$mirror"} >&2
  tar --create --one-file-system --directory "$base" --file "$archive.part" .
  mv "$archive.part" "$archive"
  rm -rf "$base"
fi
tar --extract --directory "$root" --file "$archive"

# The package sources and the proxy of this machine are good in there too.
for file in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d /etc/apt/apt.conf /etc/resolv.conf; do
  if [ -e "$file" ]; then cp -rL "$file" "$root/$(dirname "$file")/"; fi
done
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$package" "$root/tmp/duwang.deb"

chroot "$root" /bin/sh -euc '
  export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8
  ! command -v swift
  apt-get update --quiet
  apt-get install --yes --quiet --no-install-recommends /tmp/duwang.deb
  duwang --version
  mkdir /tmp/work && cd /tmp/work
  duwang demo
  test -f Reports/Demo/index.html
'
echo "已在空白的Debian 12中安装并运行：$package"
