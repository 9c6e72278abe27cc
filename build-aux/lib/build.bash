# SPDX-License-Identifier: GPL-3.0-or-later
# Configuring and building a folder of the project, inside the shell.

# build FOLDER OPTION…: the options count when the folder is first configured.
build () {
  local folder=$project/$1
  shift
  [[ -f $folder/build.ninja ]] || "$here/shell" meson setup "$@" "$folder" "$project" || return
  "$here/shell" ninja -C "$folder"
}
