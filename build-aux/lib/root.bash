# SPDX-License-Identifier: GPL-3.0-or-later
# The private Debian 13.
#
# It lies in root-KEY, KEY being the hash of the package list and of the suite,
# so that a new dependency makes a new root.  It is made as root-KEY.part under a
# lock and renamed when it is whole: what is called .part while the lock is free
# was left behind by somebody who was interrupted, and is made again.  Whoever
# works on it inherits the lock, so that it is not free before they have ended.
#
# An ordinary user makes it in a user namespace with the ids of /etc/subuid; the
# user is root there, so that nothing need be readable for anybody else.

readonly SUITE=trixie

prepare_root () {
  local roots=${FANGZHI_ROOTS:-${XDG_CACHE_HOME:-$(home)/.cache}/fangzhi}
  mkdir -p "$roots" || die "the folder for the private Debian 13 cannot be made: $roots"
  roots=$(cd "$roots" && pwd -P)
  root=$roots/root-$(root_key)
  require_tools bwrap
  [[ -d $root ]] || make_root_once
}

home () {
  echo "${HOME:-$(getent passwd "$EUID" | cut -d: -f6)}"
}

root_key () {
  { echo "$SUITE"; needed_packages; } | sha256sum | cut -c1-12
}

# require_tools TOOL…: what makes the root, or enters it, is installed.
require_tools () {
  local tool
  for tool in "$@"; do
    type -P "$tool" >/dev/null || {
      install_packages "the private Debian 13 is made and used with packages that are missing here" \
        $(lacking mmdebstrap bubblewrap uidmap arch-test debian-archive-keyring)
      return
    }
  done
}

make_root_once () {
  local lock
  exec {lock}>"$root.lock" || die "the private Debian 13 cannot be written in ${root%/*}"
  flock --nonblock "$lock" || {
    say "somebody else is making the private Debian 13 just now; waiting for it"
    flock "$lock"
  }
  [[ -d $root ]] || make_root
  exec {lock}>&-
}

make_root () {
  require_tools mmdebstrap bwrap newuidmap
  ((EUID == 0)) || require_subids
  if [[ -e $root.part ]]; then
    say "the private Debian 13 was left half made; making it again"
    as_root_of_namespace rm -rf --one-file-system "$root.part"
  fi
  say "this machine lacks what Fangzhi is built with (GTK $GTK_FLOOR, libadwaita 1.7 …), so a private Debian 13 is made, once, in $root: 1.6 GB on disk, 390 MB to fetch, about a minute"
  bootstrap || die "the private Debian 13 could not be made; the reason stands above"
  mv "$root.part" "$root"
  say "the private Debian 13 is ready"
}

bootstrap () {
  # Without a machine id neither dbus nor GLib's application ids work.
  as_root_of_namespace mmdebstrap --mode=root --variant=apt --include="$(needed_packages | paste -sd,)" \
    --skip=chroot/mount/sys --customize-hook='touch "$1/etc/hosts"' "$SUITE" "$root.part" </dev/null >&2 &&
    as_root_of_namespace sh -c 'echo 0123456789abcdef0123456789abcdef >"$1/etc/machine-id"' - "$root.part"
}

# The command has mounts and processes of its own, and is killed with all of them
# when this script ends in whatever way; so nothing of it is left but files.
as_root_of_namespace () {
  local -a namespace=(unshare --mount --pid --fork --kill-child --mount-proc)
  ((EUID == 0)) || namespace+=(--user --map-auto --map-root-user)
  setpriv --pdeathsig KILL -- "${namespace[@]}" "$@" &
  trap "kill -KILL $! 2>/dev/null; exit 130" INT TERM HUP
  local status=0
  wait $! || status=$?
  trap - INT TERM HUP
  return "$status"
}

require_subids () {
  local user file range
  user=$(id -un)
  range=$(free_range)
  for file in /etc/subuid /etc/subgid; do
    grep -qsE "^($user|$EUID):" "$file" ||
      die "$user has no range of subordinate ids in $file, which the private Debian 13 needs; this gives one: sudo usermod --add-subuids $range --add-subgids $range $user"
  done
  unshare --user --map-auto --map-root-user true 2>/dev/null ||
    die "this machine does not let $user make user namespaces, which the private Debian 13 needs"
}

# 65536 ids behind those that are given out.
free_range () {
  cat /etc/subuid /etc/subgid 2>/dev/null |
    awk -F: 'BEGIN { first = 100000 } $2 + $3 > first { first = $2 + $3 } END { print first "-" first + 65535 }'
}
