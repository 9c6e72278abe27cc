# SPDX-License-Identifier: GPL-3.0-or-later
# What the house says, always on standard error: output is the command's.

say () {
  printf 'fangzhi: %s\n' "$*" >&2
}

die () {
  say "$@"
  exit 1
}

# agrees QUESTION: whether the person at the terminal says yes.
agrees () {
  local answer
  [[ -t 2 ]] && { : </dev/tty; } 2>/dev/null || return 1
  read -r -p "fangzhi: $1 [y/N] " answer </dev/tty
  [[ $answer == [yY]* ]]
}
