#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes src/text/fz-script-table.c: how a text is shown in the other script.

    make-script.py FOLDER     with STCharacters.txt, STPhrases.txt, TS…
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "src", "text", "fz-script-table.c")
BYTES_A_LINE = 900

HEAD = """/* SPDX-License-Identifier: Apache-2.0 */

/* How characters and phrases of one script are written in the other, from OpenCC's
 * dictionaries, copyright its authors; made by data/opencc/make-script.py.  Both are
 * in the order of their bytes: characters each before what it becomes; phrases each
 * behind a space, and, where it becomes other than its characters do, before '=' and
 * what it becomes. */

#include "config.h"

#include "fz-script-table.h"
"""


def read(path):
    entries = {}
    with open(path, encoding="utf-8") as rows:
        for row in rows:
            if not row.startswith("#") and "\t" in row:
                key, values = row.rstrip("\n").split("\t")[:2]
                entries[key] = values.split()[0]
    return entries


def table(name, pieces):
    rows, row = [], ""
    for piece in pieces:
        row += piece
        if len(row.encode("utf-8")) > BYTES_A_LINE:
            rows.append(row)
            row = ""
    rows.append(row)
    return "\nconst char %s[] =\n%s  ;\n" % (name, "".join('  "%s"\n' % row for row in rows))


def ordered(entries):
    return sorted(entries.items(), key=lambda entry: entry[0].encode("utf-8"))


def tables(folder, start, name):
    characters = read(os.path.join(folder, start + "Characters.txt"))
    phrases = read(os.path.join(folder, start + "Phrases.txt"))
    assert all(len(a) == len(b) for entries in (characters, phrases) for a, b in entries.items())
    by_character = {a: "".join(characters.get(c, c) for c in a) for a in phrases}
    return (table("fz_script_%s_characters" % name, [a + b for a, b in ordered(characters) if a != b])
            + table("fz_script_%s_phrases" % name,
                    [" " + a + ("" if by_character[a] == b else "=" + b) for a, b in ordered(phrases) if len(a) > 1]))


def main():
    with open(OUT, "w", encoding="utf-8") as out:
        out.write(HEAD)
        out.write(tables(sys.argv[1], "ST", "to_traditional"))
        out.write(tables(sys.argv[1], "TS", "to_simplified"))


main()
