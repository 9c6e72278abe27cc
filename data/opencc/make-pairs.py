#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes src/library/fz-fold-pairs.c: which simplified character stands for a
traditional one.

    make-pairs.py TSCharacters.txt
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "src", "library", "fz-fold-pairs.c")
PAIRS_A_LINE = 20

HEAD = """/* SPDX-License-Identifier: Apache-2.0 */

/* Traditional characters, each before the simplified one that stands for it when
 * a text is searched, in the order of their code points.  From OpenCC 1.1.9,
 * copyright its authors; made by data/opencc/make-pairs.py. */

#include "config.h"

#include "fz-fold-pairs.h"

const char fz_fold_pairs[] =
"""


def read(path):
    pairs = {}
    with open(path, encoding="utf-8") as rows:
        for row in rows:
            if row.startswith("#") or "\t" not in row:
                continue
            traditional, values = row.rstrip("\n").split("\t")
            others = [value for value in values.split() if value != traditional]
            if others:
                pairs[traditional] = others[0]
    return pairs


def settle(pairs):
    """What a character becomes becomes nothing else again."""
    for traditional, simplified in pairs.items():
        seen = {traditional}
        while simplified in pairs and simplified not in seen:
            seen.add(simplified)
            simplified = pairs[simplified]
        pairs[traditional] = simplified
    return {a: b for a, b in pairs.items() if a != b}


def main():
    pairs = sorted(settle(read(sys.argv[1])).items())
    assert all(len(a) == len(b) == 1 for a, b in pairs)
    with open(OUT, "w", encoding="utf-8") as out:
        out.write(HEAD)
        for at in range(0, len(pairs), PAIRS_A_LINE):
            out.write('  "%s"\n' % "".join(a + b for a, b in pairs[at:at + PAIRS_A_LINE]))
        out.write("  ;\n")


main()
