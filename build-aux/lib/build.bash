# SPDX-License-Identifier: GPL-3.0-or-later
# Configuring and building a folder of the project, inside the shell.

# configure FOLDER OPTION…: the options count when FOLDER is first configured.
configure () {
  local folder=$project/$1
  shift
  [[ -f $folder/build.ninja ]] || "$here/shell" meson setup "$@" "$folder" "$project"
}

# build FOLDER TARGET…: the targets of a configured folder, all where none is named.
build () {
  local folder=$project/$1
  shift
  "$here/shell" ninja -C "$folder" "$@"
}
