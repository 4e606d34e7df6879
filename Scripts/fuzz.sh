#!/usr/bin/env bash
# fuzz.sh SECONDS: reads made-up pages for so long, guided by coverage, beginning with the pages of DUWANG_CORPUS.
# What crashes, hangs (25 s), leaks or takes more than 2 GB ends it with an error; the input is kept in .build-fuzz/found.
set -euo pipefail

seconds=$1
scratch=.build-fuzz
swift build -c release --scratch-path "$scratch" --product ExtractionFuzzer \
  -Xswiftc -sanitize=fuzzer -Xswiftc -DFUZZING -Xswiftc -use-ld=lld -debug-info-format none
mkdir -p "$scratch/inputs" "$scratch/seeds" "$scratch/found"
if [ -d "${DUWANG_CORPUS:-}" ]; then
  find "$DUWANG_CORPUS"/{lists,articles,homes,html} -type f -size -48k ! -name '*.jsonl' | sort | awk 'NR % 5 == 0' |
    while read -r page; do
      # The first byte chooses how the page is read.
      { printf '\0'; cat "$page"; } >"$scratch/seeds/$(md5sum <<<"$page" | cut -c1-16)"
    done
fi
# Without Swift's own report the fuzzer keeps the input that crashed.
SWIFT_BACKTRACE=enable=no "$scratch"/*-linux-gnu/release/ExtractionFuzzer -max_total_time="$seconds" -timeout=25 -rss_limit_mb=2048 -max_len=65536 \
  -print_final_stats=1 -verbosity=0 -artifact_prefix="$scratch/found/" "$scratch/inputs" "$scratch/seeds" 2>&1 |
  tee "$scratch/log" | tail -n 12
grep -q '^stat::number_of_executed_units' "$scratch/log"
