# SPDX-License-Identifier: GPL-3.0-or-later
#
# What tools/run and tools/test have in common; read by them, not run.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say ()
{
  printf '%s\n' "$*" >&2
}

# Installs what tools/packages names and this machine has not; asks for a password only when there is something to do.
install_missing ()
{
  local missing=() package as_root=()

  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "This is no Debian; taking for granted that what tools/packages names is here."
    return
  fi

  while read -r package; do
    if ! dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed; then
      missing+=("$package")
    fi
  done < <(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$top/tools/packages")

  if [ ${#missing[@]} -eq 0 ]; then
    return
  fi

  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "These packages are missing and there is no sudo to install them with: ${missing[*]}"
      exit 1
    fi
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# configure FOLDER [OPTION...]: makes the build folder, or gives an existing one these options.
configure ()
{
  local folder=$1
  shift

  if [ -z "${CC-}" ] && command -v ccache >/dev/null; then
    export CC="ccache gcc"
  fi
  if [ -f "$folder/build.ninja" ]; then
    meson setup --reconfigure "$folder" "$top" "$@" >"$folder.log" 2>&1 || { cat "$folder.log" >&2; return 1; }
  else
    rm -rf "$folder"
    meson setup "$folder" "$top" "$@" >"$folder.log" 2>&1 || { cat "$folder.log" >&2; return 1; }
  fi
  mv "$folder.log" "$folder/configure.log"
}
