#!/usr/bin/env bash
# bench-weekly.sh FOLDER: the programs of FOLDER (duwang, HistoryBenchmark) on a year of daily read-checks of 20,000
# pages: time and memory of the weekly, the monthly and the yearly one.
set -euo pipefail

programs=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$programs/HistoryBenchmark" reports "$work" "${BENCH_PAGES:-20000}" "${BENCH_DAYS:-365}"
du -sh .duwang
for kind in weekly monthly yearly; do
  /usr/bin/time -f "read $kind：%e秒，内存%M KB" "$programs/duwang" read "$kind" --now 2018-12-31T20:00:00+08:00 --quiet
done
