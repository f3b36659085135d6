#!/bin/sh
# CPU time of this meter and of what people use, in turns, for a minute of 48 kHz mono noise. Not alike in two ways:
# the meter's benchmark has its own noise, in memory, and the others also start, read and decode; ffmpeg_alone
# tells how much of ffmpeg's time that is.
# Usage: bench/compare_meters.sh BUILD_DIRECTORY [ROUNDS]
set -eu
bench="$1/bin/preshift-bench-sound"
rounds="${2:-9}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sox -R -n -r 48000 -c 1 -b 16 "$folder/noise.wav" synth 60 pinknoise vol 0.2

# Milliseconds of CPU that a command uses, its own start included.
cpu_ms() {
  python3 - "$@" <<'PYTHON'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(round(1000 * (used.ru_utime + used.ru_stime), 1))
PYTHON
}

# One run of a benchmark; it makes its own minute of noise and does not count that.
meter_ms() {
  "$bench" --benchmark_filter="metering_a_minute/$1\$" --benchmark_format=csv 2>/dev/null | tail -1 | cut -d, -f4
}

median() { sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"; }

# In turn, so that whatever else the machine does hits them all.
round=0
while [ "$round" -lt "$rounds" ]; do
  meter_ms without_bands >> "$folder/without_bands"
  meter_ms with_bands >> "$folder/with_bands"
  cpu_ms ffmpeg -nostdin -threads 1 -i "$folder/noise.wav" -af ebur128 -f null - >> "$folder/ebur128"
  cpu_ms ffmpeg -nostdin -threads 1 -i "$folder/noise.wav" -af astats -f null - >> "$folder/astats"
  cpu_ms ffmpeg -nostdin -threads 1 -i "$folder/noise.wav" -f null - >> "$folder/ffmpeg_alone"
  cpu_ms sox "$folder/noise.wav" -n stats >> "$folder/sox_stats"
  round=$((round + 1))
done
own=$(median "$folder/without_bands")
echo "median CPU of $rounds rounds, 60 s of 48 kHz mono; ratio to the meter without bands"
for name in without_bands with_bands ebur128 astats ffmpeg_alone sox_stats; do
  value=$(median "$folder/$name")
  echo "$name $value $own" | awk '{ printf "%-14s %7.1f ms  x %.1f\n", $1, $2, $2 / $3 }'
done
