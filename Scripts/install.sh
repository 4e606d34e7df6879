#!/usr/bin/env bash
# install.sh BINARY ROOT: executable, completions, man page, samples for cron, systemd and nginx below ROOT.
set -euo pipefail

binary=$1 root=$2
here=$(dirname "$0")/packaging
share=$root/share

install -D -m 755 "$binary" "$root/bin/duwang"
for shell in bash zsh fish; do
  case $shell in
    bash) file=$share/bash-completion/completions/duwang ;;
    zsh) file=$share/zsh/vendor-completions/_duwang ;;
    fish) file=$share/fish/vendor_completions.d/duwang.fish ;;
  esac
  mkdir -p "$(dirname "$file")"
  "$binary" --generate-completion-script "$shell" >"$file"
done
mkdir -p "$share/man/man1"
gzip -9 -n -c "$here/duwang.1" >"$share/man/man1/duwang.1.gz"
for unit in "$here"/*.service "$here"/*.timer; do
  install -D -m 644 "$unit" "$root/lib/systemd/system/$(basename "$unit")"
done
for sample in duwang.cron nginx.conf; do
  install -D -m 644 "$here/$sample" "$share/doc/duwang/examples/$sample"
done
if [ -f Targets.yaml ]; then install -D -m 644 Targets.yaml "$share/doc/duwang/examples/Targets.yaml"; fi
echo "已安装到$root"
