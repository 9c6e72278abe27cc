# SPDX-License-Identifier: GPL-3.0-or-later
# Running a command inside the private Debian 13, with bubblewrap.
#
# The system (usr, etc, var) is the root's and cannot be written; everything
# else, home, temporary files, the project at its own path, is the caller's own,
# so that a path means the same inside and outside.  No mount and no process is
# left behind.

# Folders of / that are the system's, or that the box makes itself.
readonly SYSTEM=' bin boot dev etc lib lib32 lib64 libx32 lost+found proc run sbin sys tmp usr var '

enter_box () {
  local -a box=(--unshare-pid --die-with-parent)
  local people groups
  box_system
  box_folders
  box_session
  box_environment
  exec {people}< <(with_line_of_caller passwd "$EUID") {groups}< <(with_line_of_caller group "$(id -g)")
  box+=(--ro-bind-data "$people" /etc/passwd --ro-bind-data "$groups" /etc/group)
  exec bwrap "${box[@]}" --chdir "$(pwd -P)" -- "$@"
}

# No `--ro-bind ROOT /`: a mount point for the project could not be made then.
# A nested bubblewrap can mount its own /proc only where a whole one is in sight.
box_system () {
  local name
  box+=(--proc /proc --bind /proc /run/hostproc --dev /dev --dev-bind-try /dev/dri /dev/dri --ro-bind-try /sys /sys)
  for name in usr etc var; do
    box+=(--ro-bind "$root/$name" "/$name")
  done
  for name in bin sbin lib lib32 lib64 libx32; do
    [[ ! -L $root/$name ]] || box+=(--symlink "$(readlink "$root/$name")" "/$name")
  done
}

box_folders () {
  local folder
  for folder in /*; do
    [[ $SYSTEM == *" ${folder#/} "* || -L $folder || ! -d $folder || ! -x $folder ]] || box+=(--bind "$folder" "$folder")
  done
  box+=(--bind /tmp /tmp --bind-try /var/tmp /var/tmp --bind-try /run/media /run/media)
  for folder in "$(home)" "$project" "$(pwd -P)"; do
    box_folder_of_system "$folder"
  done
  box+=(--ro-bind-try "${project%/*}/shared" "${project%/*}/shared")
}

# A folder of the caller's under /var or /usr, say a build service's: its mount
# point is made in the root, which is ours.
box_folder_of_system () {
  [[ $1 == /usr/?* || $1 == /var/?* ]] && [[ -d $1 && $1 != /var/tmp/* ]] || return 0
  mkdir -p "$root$1"
  box+=(--bind "$1" "$1")
}

# The caller's session is where the screen, its bus and the settings are.
box_session () {
  local session=${XDG_RUNTIME_DIR:-/run/user/$EUID}
  if [[ -d $session && -O $session ]]; then
    box+=(--bind "$session" "$session")
  else
    box+=(--perms 0700 --dir "$session")
  fi
  box+=(--setenv XDG_RUNTIME_DIR "$session")
  [[ -z ${XAUTHORITY:-} ]] || box+=(--ro-bind-try "$XAUTHORITY" "$XAUTHORITY")
  box_screens
}

# Of the machine's X servers only the caller's own is seen.  One that a test
# starts in the box takes a lock for stale whose process it cannot see, and would
# take the number, and the socket, of a server outside.
box_screens () {
  local number=${DISPLAY:-} sockets=/tmp/.X11-unix
  number=${number##*:}
  box+=(--perms 1777 --tmpfs "$sockets")
  [[ -n ${DISPLAY:-} ]] || return 0
  box+=(--bind-try "$sockets/X${number%%.*}" "$sockets/X${number%%.*}"
    --ro-bind-try "/tmp/.X${number%%.*}-lock" "/tmp/.X${number%%.*}-lock")
}

# Variables that name parts of the machine's own system mean nothing inside.
box_environment () {
  local name
  for name in LD_LIBRARY_PATH LD_PRELOAD PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PYTHONHOME PYTHONPATH \
    XDG_DATA_DIRS XDG_CONFIG_DIRS GIO_MODULE_DIR GIO_EXTRA_MODULES GTK_PATH CC CFLAGS LDFLAGS; do
    box+=(--unsetenv "$name")
  done
  box+=(--setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin --setenv HOME "$(home)"
    --setenv GSETTINGS_BACKEND "${GSETTINGS_BACKEND:-keyfile}")
}

# with_line_of_caller passwd|group ID: the root's file and the caller's own line,
# without which dbus-daemon refuses the caller.
with_line_of_caller () {
  cat "$root/etc/$1"
  cut -d: -f3 "$root/etc/$1" | grep -qx "$2" || getent "$1" "$2"
}
