# SPDX-License-Identifier: GPL-3.0-or-later
# What the machine itself has, and the Debian packages that it lacks.

# The floor: a pkg-config module and the least version of it on each line.
readonly MODULES='
glib-2.0      2.84
gtk4          4.18
libadwaita-1  1.7
sqlite3       3.46
icu-uc        0
uchardet      0
json-glib-1.0 0
atspi-2       0
'
readonly TOOLS='cc ninja msgfmt xgettext glib-compile-schemas xmllint
  desktop-file-validate appstreamcli dbus-daemon weston Xvfb'
readonly MESON_FLOOR=1.7
readonly GTK_FLOOR=4.18

at_least () {
  [[ $(printf '%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]
}

host_meets_floor () {
  has_modules && has_tools && [[ -z $(lacking $(needed_packages)) ]]
}

has_modules () {
  local module version
  while read -r module version; do
    [[ -z $module ]] || pkg-config --atleast-version="$version" "$module" 2>/dev/null || return 1
  done <<<"$MODULES"
}

has_tools () {
  local tool
  for tool in $TOOLS; do
    type -P "$tool" >/dev/null || return 1
  done
  at_least "$(meson --version 2>/dev/null)" "$MESON_FLOOR"
}

# The packages of the list build-aux/packages, one a line.
needed_packages () {
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$here/packages" | sort
}

# lacking PACKAGE…: those that this Debian lacks; none are known where there is no
# dpkg.
lacking () {
  type -P dpkg-query >/dev/null || return 0
  comm -23 <(printf '%s\n' "$@" | sort) <(installed_of "$@")
}

installed_of () {
  { dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true; } |
    sed -n 's/ installed$//p' | sort -u
}

# Whether this Debian, or what is made from it, has the floor among its packages.
host_offers_floor () {
  local version
  type -P apt-cache >/dev/null || return 1
  version=$(apt-cache policy libgtk-4-dev 2>/dev/null | sed -n 's/^  Candidate: //p')
  [[ -n $version && $version != '(none)' ]] && at_least "$version" "$GTK_FLOOR"
}

# install_packages WHY PACKAGE…: as root, or with sudo where the person agrees;
# else the line that does it is named.
install_packages () {
  local why=$1
  shift
  (($#)) || return 0
  say "$why: $*"
  if ((EUID == 0)); then
    apt_install "$@"
  elif type -P sudo >/dev/null && agrees "install them with sudo?"; then
    apt_install "$@"
  else
    die "this installs them: sudo apt-get install $*"
  fi
}

# A machine that was just set up has no package lists yet, hence the update; a
# third party's list that fails to come is no reason to stop.
apt_install () {
  local -a apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
  ((EUID == 0)) || apt=(sudo "${apt[@]}")
  "${apt[@]}" update </dev/null >&2 || true
  "${apt[@]}" install --yes --no-install-recommends "$@" </dev/null >&2 ||
    die "the packages could not be installed: $*"
}
