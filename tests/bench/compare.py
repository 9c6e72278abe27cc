#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets the same paragraphs in Fangzhi and in Chromium, and counts what a reader
sees; build-aux/compare calls it.

    compare.py set FOLDER     the texts and Fangzhi's lines, where Fangzhi runs
    compare.py count FOLDER   Chromium's lines and the table, where Chromium runs

Both have one face, size and measure.  Chromium sets with text-align: justify,
text-spacing-trim: normal, text-autospace: normal and line-break: strict.  Where
every character stands is read out of its layout (Range.getClientRects), and out of
`fangzhi-cli typeset --positions`; all that is counted is counted by one code.
"""
import html
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.normpath(os.path.join(HERE, "..", ".."))
CLI = os.path.join(PROJECT, "_build-bench", "src", "cli", "fangzhi-cli")
SHARED = os.path.normpath(os.path.join(PROJECT, "..", "shared", "pages"))
SAMPLES = os.path.join(PROJECT, "data", "samples")
SIZE = 20
MEASURES = (16, 24, 34)
FAMILY = "Noto Serif CJK SC"
LOOSE = .25
SOURCES = (("pages", SHARED), ("samples", SAMPLES))

# W3C, Requirements for Chinese Text Layout, the strict level.
NOT_AT_START = set("、，。．：；！？）〕】〉》」』〗”’·—…～／％‰℃")
NOT_AT_END = set("（〔【〈《「『〖“‘")
FULL_WIDTH_END = set("、，。．：；！？）〕】〉》」』〗”’")
HALF = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}


def is_han(char):
    return "\u3400" <= char <= "\u9fff" or char in "々〇"


def widen(text):
    """Half-width marks beside Han are shown full width, as Fangzhi shows them."""
    out = list(text)
    for i, char in enumerate(text):
        near = text[max(0, i - 1):i] + text[i + 1:i + 2]
        if char in HALF and any(is_han(c) for c in near):
            out[i] = HALF[char]
    return "".join(out)


def decode(data):
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return data.decode("utf-8", "replace")


def paragraphs(folder):
    """Lines of three characters and more, spaces at their ends left out."""
    found = []
    for name in sorted(os.listdir(folder) if os.path.isdir(folder) else ()):
        if name.endswith(".txt"):
            with open(os.path.join(folder, name), "rb") as file:
                lines = (re.sub(r"\s+", " ", line).strip() for line in decode(file.read()).splitlines())
                found += [widen(line) for line in lines if len(line) > 2]
    return found


class Line:
    """Its characters, where each starts, and where the last one ends."""

    def __init__(self, text, starts, end, last):
        self.text, self.starts, self.end, self.last = text, starts, end, last

    def advances(self):
        edges = self.starts + [self.end]
        return [b - a for a, b in zip(edges, edges[1:])]


def set_texts(folder):
    for name, source in SOURCES:
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(text + "\n" for text in paragraphs(source)))
        for measure in MEASURES:
            with open("%s.%d" % (path, measure), "w", encoding="utf-8") as out:
                subprocess.run([CLI, "typeset", "--width=%d" % measure, "--format=json", "--positions",
                                "--size=%d" % SIZE, "--font=" + FAMILY, path], check=True, stdout=out)


def fangzhi(path, measure):
    with open("%s.%d" % (path, measure), encoding="utf-8") as file:
        rows = list(map(json.loads, file))
    for row in rows:
        yield Line(row["text"], row["x"][:-1], row["x"][-1], row["last"])


PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
p { font: %(size)dpx "%(family)s"; width: %(width)dpx; margin: 0; text-indent: 2em; text-align: justify;
    line-break: strict; text-spacing-trim: normal; text-autospace: normal; text-rendering: geometricPrecision }
</style>%(body)s<pre id="out"></pre><script>
document.fonts.ready.then(() => {
  const rows = [];
  for (const p of document.querySelectorAll("p")) {
    const node = p.firstChild, range = document.createRange(), left = p.getBoundingClientRect().left;
    const boxes = [];
    for (let i = 0; i < node.length; i++) {
      const wide = node.data.codePointAt(i) > 0xffff ? 1 : 0;
      range.setStart(node, i);
      range.setEnd(node, i + 1 + wide);
      const rects = range.getClientRects();
      if (rects.length) {
        const rect = rects[rects.length - 1];
        boxes.push([node.data.substr(i, 1 + wide), rect.left - left, rect.right - left, rect.top]);
      }
      i += wide;
    }
    rows.push(boxes);
  }
  document.body.textContent = JSON.stringify(rows);
});
</script></html>"""


def chromium(texts, measure):
    body = "".join("<p>%s</p>" % html.escape(text) for text in texts)
    page = PAGE % {"size": SIZE, "family": FAMILY, "width": measure * SIZE, "body": body}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(page)
        out = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none",
                              "--user-data-dir=" + folder, "--virtual-time-budget=60000", "--dump-dom", "file://" + path],
                             check=True, capture_output=True, text=True).stdout
    rows = json.loads(html.unescape(re.search(r"<body[^>]*>(.*)</body>", out, re.S).group(1)))
    for boxes in rows:
        yield from lines_of(boxes)


def lines_of(boxes):
    """Characters of one paragraph, cut where the next stands lower."""
    lines, line = [], []
    for box in boxes:
        if line and box[3] > line[-1][3] + SIZE / 2:
            lines.append(line)
            line = []
        line.append(box)
    lines.append(line)
    for i, line in enumerate(lines):
        while len(line) > 1 and line[-1][0] == " ":
            line.pop()
        yield Line("".join(box[0] for box in line), [box[1] / SIZE for box in line], line[-1][2] / SIZE,
                   i == len(lines) - 1)


def extra(line):
    """What justification adds between two Han characters, over the em of the first.
    One behind a letter or a mark is left out: Chromium counts what lies before it to
    it as well."""
    advances = line.advances()
    han = [True] + [is_han(char) for char in line.text]
    return [advances[i] - 1 for i in range(len(line.text) - 1) if all(han[i:i + 3])]


def measure_lines(lines):
    counts = dict(lines=0, start=0, end=0, marks=0, full=0, extra=0, worst=0, largest=0, loose=0, counted=0)
    first = True
    for line in lines:
        if not line.text:
            continue
        counts["start"] += not first and line.text[0] in NOT_AT_START
        first = line.last
        if line.last:
            continue
        counts["lines"] += 1
        counts["end"] += line.text[-1] in NOT_AT_END
        if line.text[-1] in FULL_WIDTH_END:
            counts["marks"] += 1
            counts["full"] += line.advances()[-1] > .75
        gaps = [max(0, gap) for gap in extra(line)]
        if not gaps:
            continue
        mean = sum(gaps) / len(gaps)
        counts["counted"] += 1
        counts["extra"] += mean
        counts["worst"] = max(counts["worst"], mean)
        counts["largest"] = max(counts["largest"], max(gaps))
        counts["loose"] += mean > LOOSE
    return counts


def count(folder):
    print("\t".join(("text", "em", "set by", "lines", "bad starts", "bad ends", "full-width end marks",
                     "mean gap", "worst line", "largest gap", "loose lines")))
    for name, _ in SOURCES:
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            texts = file.read().splitlines()
        for measure in MEASURES if texts else ():
            for who, lines in (("Fangzhi", fangzhi(path, measure)), ("Chromium", chromium(texts, measure))):
                c = measure_lines(lines)
                print("\t".join(map(str, (name, measure, who, c["lines"], c["start"], c["end"],
                                          "%d of %d" % (c["full"], c["marks"]),
                                          "%.4f" % (c["extra"] / max(1, c["counted"])), "%.3f" % c["worst"],
                                          "%.3f" % c["largest"], c["loose"]))))
                sys.stdout.flush()


{"set": set_texts, "count": count}[sys.argv[1]](sys.argv[2])
