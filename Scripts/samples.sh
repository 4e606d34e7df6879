#!/usr/bin/env bash
# samples.sh BINARY: renews Reports/Samples from the sample portal's reports.
set -euo pipefail

binary=$1
"$binary" demo
rm -rf Reports/Samples
mkdir -p Reports/Samples
for kind in daily weekly monthly yearly; do
  if [ -d "Reports/Demo/$kind" ]; then cp -r "Reports/Demo/$kind" Reports/Samples/; fi
done
cp Reports/Demo/index.html Reports/Samples/
du -sh Reports/Samples
