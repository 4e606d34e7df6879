#!/usr/bin/env bash
# deps.sh [--swift] PACKAGE…: installs the Debian packages that are missing; --swift also asks for a Swift toolchain.
set -euo pipefail

if [ "${1:-}" = --swift ]; then
  shift
  if ! command -v swift >/dev/null; then
    echo "缺少Swift工具链（6.1或更高）。安装方法见README.md“准备”一节。" >&2
    exit 1
  fi
fi

missing=()
for package in "$@"; do
  if command -v dpkg-query >/dev/null; then
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
  else
    echo "本机不是Debian系统，请自行安装下列软件包的对应版本：$*" >&2
    exit 1
  fi
done
[ ${#missing[@]} -gt 0 ] || exit 0

line="apt-get install --yes --no-install-recommends ${missing[*]}"
if [ "$(id -u)" != 0 ]; then
  echo "缺少软件包，请以root身份执行：" >&2
  echo "  $line" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet
$line
