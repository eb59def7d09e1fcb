#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: make-example.sh PROGRAM OUT NAME SOURCE...
#
# Makes the example document OUT for the organisation NAME with the headless PROGRAM from readable files, the way
# anybody would.

set -eu

program=$1
out=$2
name=$3
shift 3

# Building touches nothing of the person who builds: backups are made elsewhere, and thrown away.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_DATA_HOME="$folder" XDG_STATE_HOME="$folder" XDG_CACHE_HOME="$folder"
# The document is in English whoever builds it, and a build is no test for leaks.
export LC_ALL=C.UTF-8 ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"

rm -f "$out"
"$program" new "$folder/new.throughline" --name "$name" --currency EUR
if ! "$program" import "$folder/new.throughline" "$@" >"$folder/log" 2>&1; then
  cat "$folder/log" >&2
  exit 1
fi
mv "$folder/new.throughline" "$out"
# A document of a person's own is for that person only; the example is for everybody.
chmod 644 "$out"
