#!/usr/bin/env bash
# bench.sh BINARY BENCHMARK: time of the three-day demo, then of reading the pages of DUWANG_CORPUS.
set -euo pipefail

binary=$(realpath "$1")
benchmark=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
start=$(date +%s.%N)
"$binary" demo --quiet >table.txt
end=$(date +%s.%N)
awk -v start="$start" -v end="$end" 'BEGIN { printf "示例网站三日读取用时 %.1f 秒\n", end - start }'
"$benchmark"
