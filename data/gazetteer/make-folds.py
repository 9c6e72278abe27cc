#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes folds.tsv: which traditional characters stand for those of the names.

    make-folds.py

Needs libicui18n; takes from ICU's Traditional-Simplified transform the pairs
whose simplified character stands in a name.  A character that a name is itself
written with (於潜, 乾元) is left as it is.
"""
import csv
import ctypes
import ctypes.util
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
UChar = ctypes.c_uint16


class Transform:
    def __init__(self, name):
        path = ctypes.util.find_library("icui18n")
        version = re.search(r"\.so\.(\d+)", path).group(1)
        library = ctypes.CDLL(path)
        opening = getattr(library, "utrans_openU_" + version)
        opening.restype = ctypes.c_void_p
        opening.argtypes = [ctypes.c_void_p, ctypes.c_int32, ctypes.c_int, ctypes.c_void_p,
                            ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p]
        self.run = getattr(library, "utrans_transUChars_" + version)
        self.run.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int32,
                             ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p]
        text = (UChar * len(name))(*map(ord, name))
        self.handle = opening(text, len(name), 0, None, 0, None, ctypes.byref(ctypes.c_int(0)))

    def __call__(self, character):
        buffer = (UChar * 16)(ord(character))
        length, limit, error = ctypes.c_int32(1), ctypes.c_int32(1), ctypes.c_int(0)
        self.run(self.handle, buffer, ctypes.byref(length), 16, 0, ctypes.byref(limit), ctypes.byref(error))
        return "".join(map(chr, buffer[:length.value]))


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
