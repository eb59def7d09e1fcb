#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: run-in-session.sh COMMAND [ARGUMENT...]
#
# Runs one command with a display of 1600x1000, a session bus on which the accessibility bus starts when asked for,
# and empty folders for settings, data and cache, all of its own; leaves nothing behind.  Several can run at once:
# the X server chooses a free display itself.
#
# TL_SCREEN=1024x600 makes another size of display.

set -eu

if [ $# -eq 0 ]; then
  echo "Usage: $0 COMMAND [ARGUMENT...]" >&2
  exit 2
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/throughline-session.XXXXXX")
server=
session=

clean_up ()
{
  if [ -n "$session" ]; then kill "$session" 2>/dev/null || true; fi
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 143' TERM INT HUP

mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 "${TL_SCREEN:-1600x1000}x24" -nolisten tcp -noreset \
  3>"$folder/display" >"$folder/server.log" 2>&1 &
server=$!
# Reading ends without a number, not never, when the server could not start: it closes the pipe.
if ! read -r -t 30 display <"$folder/display"; then
  echo "The X server did not start:" >&2
  cat "$folder/server.log" >&2
  exit 1
fi

for name in home config data cache state runtime; do
  mkdir -m 700 "$folder/$name"
done

# The compositor, the input method and the real session must not be found.
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XAUTHORITY GTK_IM_MODULE GTK_THEME XDG_CURRENT_DESKTOP
export DISPLAY=":$display"
export HOME="$folder/home"
export XDG_CONFIG_HOME="$folder/config"
export XDG_DATA_HOME="$folder/data"
export XDG_CACHE_HOME="$folder/cache"
export XDG_STATE_HOME="$folder/state"
export XDG_RUNTIME_DIR="$folder/runtime"
export XDG_SESSION_TYPE=x11
export GDK_BACKEND=x11
export GSK_RENDERER=cairo
export GSETTINGS_BACKEND=memory
export GTK_A11Y=atspi
export NO_AT_BRIDGE=0
export GVFS_DISABLE_FUSE=1

# In the background, so that a signal to this script is acted on at once.  What the services of the session print
# goes to standard error: standard output belongs to the command, which may be telling of tests there.
dbus-run-session -- bash -c 'exec "$@" 1>&3 3>&-' command "$@" <&0 3>&1 1>&2 &
session=$!
status=0
wait "$session" || status=$?
session=
exit "$status"
