#!/usr/bin/env bash
# bench.sh BINARY: time and memory of the three-day demo.
set -euo pipefail

binary=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
start=$(date +%s.%N)
"$binary" demo --quiet >table.txt
end=$(date +%s.%N)
awk -v start="$start" -v end="$end" 'BEGIN { printf "示例网站三日读取用时 %.1f 秒\n", end - start }'
