#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pinyin.tsv: how each character of the names is read, without its tone.

    make-pinyin.py

Needs libicui18n; takes ICU's Han-Latin transform, one reading a character.
What names read otherwise stands in pinyin-names.tsv, kept by hand.
"""
import csv
import os
import unicodedata

from icu_transform import Transform

HERE = os.path.dirname(os.path.abspath(__file__))

def plain(reading):
    parts = unicodedata.normalize("NFD", reading)
    text = "".join(c for c in parts if c.isascii() and c.isalpha())
    return text.replace("u", "v") if "\u0308" in parts else text


def main():
    latin = Transform("Han-Latin")
    characters = set()
    for table in ("regions.tsv", "former-townships.tsv", "history.tsv", "history-before.tsv", "short-names.tsv"):
        with open(os.path.join(HERE, table), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                characters |= set(row.get("name", "") + row.get("short", ""))
    with open(os.path.join(HERE, "pinyin.tsv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("character\treading\n")
        for character in sorted(characters):
            reading = plain(latin(character).strip())
            if "\u3400" <= character <= "\u9fff" and reading:
                file.write(f"{character}\t{reading}\n")

main()
