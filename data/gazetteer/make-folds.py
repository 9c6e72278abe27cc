#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes folds.tsv: which traditional characters stand for those of the names.

    make-folds.py

Needs libicui18n; takes from ICU's Traditional-Simplified transform the pairs
whose simplified character stands in a name.  A character that a name is itself
written with (於潜, 乾元) is left as it is.
"""
import csv
import os

from icu_transform import Transform

HERE = os.path.dirname(os.path.abspath(__file__))


def names():
    for table in ("regions.tsv", "former-townships.tsv", "history.tsv", "history-before.tsv", "words.tsv"):
        with open(os.path.join(HERE, table), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row.get("kind", "-") == "-":
                    yield from (row.get(column, "") for column in ("name", "short", "word"))


def main():
    wanted = set("".join(filter(None, names())))
    simplify = Transform("Traditional-Simplified")
    with open(os.path.join(HERE, "folds.tsv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("printed\tin-names\n")
        for code in range(0x3400, 0xA000):
            simple = simplify(chr(code))
            if simple != chr(code) and simple in wanted and chr(code) not in wanted:
                file.write(f"{chr(code)}\t{simple}\n")


main()
