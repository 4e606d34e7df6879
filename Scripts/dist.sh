#!/usr/bin/env bash
# dist.sh BINARY: dist/duwang_VERSION_ARCH.deb and dist/duwang-VERSION-linux-ARCH.tar.gz. The version is the executable's own.
set -euo pipefail

binary=$1
version=$("$binary" --version)
arch=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p dist "$work/deb/DEBIAN"
stripped=$work/duwang
strip -o "$stripped" "$binary"
if ldd "$stripped" | grep -E 'libswift|lib_Foundation|libFoundation'; then
  echo "可执行文件仍依赖Swift运行库" >&2
  exit 1
fi

# Depends: the packages that hold the libraries named in the executable.
depends=ca-certificates
for library in $(readelf -d "$stripped" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'); do
  path=$(ldd "$stripped" | awk -v name="$library" '$1 == name { print $3 }')
  [ -n "$path" ] || continue
  package=$(dpkg-query --search "*/$library" 2>/dev/null | sed -n '1s/:.*//p')
  [ -n "$package" ] || { echo "找不到提供$library的软件包" >&2; exit 1; }
  case ", $depends, " in *", $package, "*) ;; *) depends="$depends, $package" ;; esac
done

Scripts/install.sh "$stripped" "$work/deb/usr" >/dev/null
install -D -m 644 LICENSE "$work/deb/usr/share/doc/duwang/copyright"
gzip -9 -n -c CHANGELOG.md >"$work/deb/usr/share/doc/duwang/changelog.gz"
cat >"$work/deb/DEBIAN/control" <<CONTROL
Package: duwang
Version: $version
Architecture: $arch
Maintainer: duwang contributors <noreply@example.org>
Installed-Size: $(du -sk "$work/deb/usr" | cut -f1)
Depends: $depends
Recommends: libime-data-language-model, poppler-utils, catdoc
Section: web
Priority: optional
Description: 读网：检查政府网站能否打开、栏目是否及时更新、内容是否有误
 Reads a government portal, finds stale and empty columns, broken links and
 errors in the text, and writes a daily report as self-contained HTML.
CONTROL
dpkg-deb --build --root-owner-group "$work/deb" "dist/duwang_${version}_$arch.deb" >/dev/null

folder=duwang-$version-linux-$arch
cp -a "$work/deb/usr" "$work/$folder"
cp LICENSE README.md CHANGELOG.md "$work/$folder/"
tar --create --gzip --owner=0 --group=0 --directory "$work" --file "dist/$folder.tar.gz" "$folder"
ls -lh dist/"duwang_${version}_$arch.deb" "dist/$folder.tar.gz"
