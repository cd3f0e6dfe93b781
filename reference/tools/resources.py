"""Writes the per-resource files of a sample from its spec: what templates will do."""
import json, keyword, re, sys, hashlib
from pathlib import Path

spec = json.loads(Path(sys.argv[1]).read_text()); root = Path(sys.argv[2]); auth = spec["auth"] != "none"
dummy = "\n"
def snake(n): return re.sub(r"(?<!^)([A-Z])", r"_\1", n).lower()
def pascal(n): return n[0].upper() + n[1:]
UNSAFE = set(keyword.kwlist) | set("pk id check clean save delete objects full_clean clean_fields validate_unique get_deferred_fields from_db refresh_from_db serializable_value date_error_message unique_error_message prepare_database_save validate_constraints get_constraints models version owner created_at updated_at decimal datetime uuid clock validators".split())
by = {r["name"]: r for r in spec["resources"]}
def attr(f):
    s = snake(f["name"])
    return f"{s}_value" if s in UNSAFE else s
def column(f):
    return snake(f["name"]) + ("_id" if f["type"] == "reference" else "")
def py(v):
    s = json.dumps(v, ensure_ascii=False)
    if isinstance(v, str) and v.count('"') > v.count("'"):
        s = "'" + s[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"
    return s
def lit(f, v):
    t = f["type"]
    if t == "boolean": return repr(v)
    if t == "bigint": return v
    if t == "decimal": return f'decimal.Decimal("{v}")'
    if t == "date":
        y,m,d = map(int, v.split("-")); return f"datetime.date({y}, {m}, {d})"
    if t == "datetime":
        return f'CLOCK.instant("{v}")'
    if t == "uuid": return f'uuid.UUID("{v}")'
    return py(v)
ALIAS = {"models"}
def args(f, r, migration):
    t = f["type"]; out = []; M = "django.core.validators." if migration else "validators."
    if t in ("string",): out.append(f"max_length={f.get('maxLength',200)}")
    if t == "text": out.append(f"max_length={f.get('maxLength',10000)}")
    if t == "email": out.append("max_length=254")
    if t == "url": out.append("max_length=2000")
    if t == "enum":
        out.append("max_length=30")
        if migration: out.append(("choices", f["values"]))
        else: out.append(f"choices={pascal(f['name'])}Choices.choices" if False else ("choices", f["values"]))
    if t == "decimal":
        out.append(f"max_digits={f.get('precision',15)}"); out.append(f"decimal_places={f.get('scale',2)}")
    if t == "reference":
        target = by[f["resource"]]
        to = f"{snake(target['plural'])}.{target['name'].lower()}" if migration else f"{snake(target['plural'])}.{pascal(target['name'])}"
        if target is r and not migration: to = "self"
        od = {"restrict":"PROTECT","cascade":"CASCADE","setNull":"SET_NULL"}[f.get("onDelete","restrict")]
        on = ("django.db.models.deletion." if migration else "models.") + od
        out += [f'to="{to}"', f"on_delete={on}", 'related_name="+"']
    if not f.get("required"): out += ["null=True", "blank=True"]
    if f.get("unique"): out.append("unique=True")
    if f.get("index"): out.append("db_index=True")
    if "default" in f: out.append(f"default={lit(f, f['default'])}")
    vs = []
    if f.get("minLength",1) > 1: vs.append(f"{M}MinLengthValidator({f['minLength']})")
    for b, n in (("min","MinValueValidator"),("max","MaxValueValidator")):
        if b in f:
            q = " " * (32 if migration else 16)
            vs.append(f"{M}{n}(\n{q}{lit(f,f[b])},\n{q[:-4]})")
    if vs: out.append(("validators", vs))
    if attr(f) != snake(f["name"]): out.append(f'db_column="{column(f)}"')
    return out
KIND = dict(string="CharField",text="TextField",email="EmailField",url="URLField",uuid="UUIDField",integer="IntegerField",bigint="BigIntegerField",decimal="DecimalField",float="FloatField",boolean="BooleanField",date="DateField",datetime="DateTimeField",json="JSONField",enum="CharField",reference="ForeignKey")
def field(f, r, ind, migration=False, reserved=False):
    kind = KIND[f["type"]] + ("[Any, Any]" if False else "")
    if f["type"]=="reference" and f.get("unique"): kind = "OneToOneField"
    a = args(f, r, migration)
    if f["type"]=="reference" and f.get("unique"): a = [x for x in a if x!="unique=True"]
    p = " " * ind
    if not a: return f"models.{kind}()"
    lines = []
    for x in a:
        if isinstance(x, tuple):
            name, items = x
            if name == "choices": items = [f'({py(v)}, {py(v)})' for v in items]
            lines.append(f"{p}    {name}=[\n" + "".join(f"{p}        {i},\n" for i in items) + f"{p}    ],\n")
        else: lines.append(f"{p}    {x},\n")
    return f"models.{kind}(\n{''.join(lines)}{p})"
def index_name(r, what):
    full = f"{snake(r['plural'])}_{what}"
    return full if len(full) <= 30 else f"{full[:21]}_{hashlib.sha256(full.encode()).hexdigest()[:8]}"
def indexes(r):
    owned = auth and not r.get("shared")
    out = []
    if owned: out.append((["owner","created_at","id"], index_name(r,"owned")))
    out.append((["created_at","id"], index_name(r,"listed")))
    return out
def index_text(r, ind):
    p = " "*ind; s=""
    for fs, n in indexes(r):
        s += f"{p}models.Index(\n{p}    fields=[\n" + "".join(f'{p}        "{x}",\n' for x in fs) + f'{p}    ],\n{p}    name="{n}",\n{p}),\n'
    return s
SORT = {"string","email","integer","bigint","decimal","float","date","datetime","enum"}
def sortable(f): return f.get("required") and f["type"] in SORT
def filterable(f): return f["type"] in ("enum","boolean","reference") or f.get("unique") or f.get("index")
def lst(name, items, ind):
    p=" "*ind
    if not items: return f"{p}{name} = []\n"
    return f"{p}{name} = [\n" + "".join(f'{p}    "{i}",\n' for i in items) + f"{p}]\n"
def models_py(r):
    owned = auth and not r.get("shared"); fs = r["fields"]
    imp = []
    body = "".join(f"    {attr(f)} = {field(f, r, 4)}\n" for f in fs)
    if "datetime." in body: imp.append("import datetime\n")
    if "decimal." in body: imp.append("import decimal\n")
    if "uuid." in body: imp.append("import uuid\n")
    s = "".join(imp) + ("\n" if imp else "")
    body = body.replace("CLOCK.", "clock.")
    if "validators." in body: s += "from django.core import validators\n"
    s += "from django.db import models\n\n"
    if "clock." in body: s += "from common import clock\n"
    s += "from common.access.models import OwnedRow\n" if owned else "from common.models import Row\n"
    base = "OwnedRow" if owned else "Row"
    s += f"\n\nclass {pascal(r['name'])}({base}):\n{body}\n    class Meta:\n        db_table = \"{snake(r['plural'])}\"\n        indexes = [\n{index_text(r, 12)}        ]\n"
    return s
def serializers_py(r):
    P = pascal(r["name"]); base = "GuardedSerializer" if auth else "RowSerializer"
    mod = "common.access.serializers" if auth else "common.serializers"
    names = ["id", *[attr(f) for f in r["fields"]], "created_at","updated_at"]
    s = f"from {mod} import {base}\n\nfrom .models import {P}\n\n\nclass {P}Serializer({base}):\n    class Meta:\n        model = {P}\n" + lst("fields", names, 8)
    return s
def views_py(r):
    P = pascal(r["name"])
    if not auth: mod, base = "common.viewsets", "RowViewSet"
    else: mod, base = "common.access.viewsets", "GuardedViewSet" if r.get("shared") else "OwnedViewSet"
    s = f"from {mod} import {base}\n\nfrom .models import {P}\nfrom .serializers import {P}Serializer\n\n\nclass {P}ViewSet({base}):\n    queryset = {P}.objects.all()\n    serializer_class = {P}Serializer\n"
    s += lst("ordering_fields", ["created_at","updated_at",*[attr(f) for f in r["fields"] if sortable(f)]], 4)
    s += lst("filterset_fields", [attr(f) for f in r["fields"] if filterable(f)], 4)
    return s
def urls_py(r):
    P = pascal(r["name"]); path = snake(r["plural"]).replace("_","-")
    return f'from rest_framework.routers import SimpleRouter\n\nfrom .views import {P}ViewSet\n\nrouter = SimpleRouter(trailing_slash=False, use_regex_path=False)\nrouter.register(\n    "{path}",\n    {P}ViewSet,\n)\n\nurlpatterns = router.urls\n'
def migration_py(r):
    owned = auth and not r.get("shared"); fs = r["fields"]
    body=""
    def add(n, t):
        nonlocal body
        body += f'                (\n                    "{n}",\n                    {t},\n                ),\n'
    p=20
    add("id", 'models.UUIDField(\n                        default=common.ids.uuid7,\n                        editable=False,\n                        primary_key=True,\n                        serialize=False,\n                    )')
    for n in ("created_at","updated_at"): add(n, 'models.DateTimeField(\n                        default=common.clock.now,\n                        editable=False,\n                    )')
    add("version", 'models.PositiveIntegerField(\n                        default=1,\n                        editable=False,\n                    )')
    for f in fs: add(attr(f), field(f, r, 20, True))
    if owned: add("owner", 'models.ForeignKey(\n                        to=settings.AUTH_USER_MODEL,\n                        on_delete=django.db.models.deletion.PROTECT,\n                        related_name="+",\n                        null=True,\n                        editable=False,\n                    )')
    body = body.replace("CLOCK.", "common.clock.")
    deps = sorted({snake(by[f["resource"]]["plural"]) for f in fs if f["type"]=="reference" and by[f["resource"]] is not r})
    imps=[]
    if "datetime." in body: imps.append("import datetime\n")
    if "decimal." in body: imps.append("import decimal\n")
    if "uuid.UUID" in body: imps.append("import uuid\n")
    head = "".join(imps)+("\n" if imps else "")
    if "django.core.validators" in body: head += "import django.core.validators\n"
    if "django.db.models.deletion" in body: head += "import django.db.models.deletion\n"
    if owned: head += "from django.conf import settings\n"
    head += "from django.db import migrations, models\n\nimport common.clock\nimport common.ids\n"
    s = head + "\n\nclass Migration(migrations.Migration):\n    initial = True\n\n    dependencies = ["
    d = ""
    if owned: d += "        migrations.swappable_dependency(settings.AUTH_USER_MODEL),\n"
    for x in deps: d += f'        ("{x}", "0001_initial"),\n'
    s += ("\n"+d+"    ]\n" if d else "]\n")
    s += f'\n    operations = [\n        migrations.CreateModel(\n            name="{pascal(r["name"])}",\n            fields=[\n{body}            ],\n            options={{\n                "db_table": "{snake(r["plural"])}",\n            }},\n        ),\n'
    for fs_, n in indexes(r):
        s += f'        migrations.AddIndex(\n            model_name="{r["name"].lower()}",\n            index=models.Index(\n                fields=[\n' + "".join(f'                    "{x}",\n' for x in fs_) + f'                ],\n                name="{n}",\n            ),\n        ),\n'
    return s + "    ]\n"
names=[]
for r in spec["resources"]:
    app = root/"apps"/snake(r["plural"]); (app/"migrations").mkdir(parents=True, exist_ok=True)
    names.append(f"apps.{snake(r['plural'])}")
    for f in ("__init__.py","migrations/__init__.py"): (app/f).write_text("")
    for f, text in (("models.py",models_py(r)),("serializers.py",serializers_py(r)),("views.py",views_py(r)),("urls.py",urls_py(r)),("migrations/0001_initial.py",migration_py(r))):
        (app/f).write_text(text)
if auth: names.append("apps.users")
(root/"config/apps.py").write_text('"""The apps of this project, one a line."""\n\nAPPS = [\n' + "".join(f'    "{n}",\n' for n in sorted(names)) + "]\n")

# ---- tests
T = root/"tests/resources"; T.mkdir(parents=True, exist_ok=True)
def const(r): return snake(r["name"]).upper() + "_SAMPLE"
def modname(r): return snake(r["plural"])
def prop(f): return f["name"]+("Id" if f["type"]=="reference" else "")
def value_text(f, r):
    t=f["type"]; n=f["name"]; lo=f.get("min"); hi=f.get("max")
    if t in ("string","text"):
        mx=f.get("maxLength",200 if t=="string" else 10000); mn=f.get("minLength",1)
        if mx < 20: return "chr(0x4E00 + number)"
        text=f'f"{snake(n).replace("_"," ")[:mx-8]} {{number}}"'
        return text if mn<=4 else f'{text}.ljust({mn}, ".")'
    if t=="email": return f'f"{n.lower()}{{number}}@example.com"'
    if t=="url": return 'f"https://example.com/{number}"'
    if t=="uuid": return 'f"f47ac10b-58cc-4372-a567-{number:012}"'
    if t=="integer":
        if lo is not None and hi is not None and hi-lo<1000: return f"{lo} + number % {hi-lo+1}"
        return "number"
    if t=="bigint": return "str(9_007_199_254_740_993 + number)"
    if t=="decimal":
        sc=f.get("scale",2); pr=f.get("precision",15)
        if sc==0: return f"str(number % {10**pr})"
        if pr==sc: return f'f"0.{{number % {10**sc}:0{sc}}}"'
        top = 900 if hi is not None else 10**(pr-sc)
        return f'f"{{number % {top}}}.{"0"*sc}"'
    if t=="float": return "number % 2" if lo is not None or hi is not None else "number / 8"
    if t=="boolean": return "number % 2 == 0"
    if t=="date": return "str(date(2020, 1, 1) + timedelta(days=number % 1000))"
    if t=="datetime": return 'f"2020-01-01T00:{number // 60 % 60:02}:{number % 60:02}.000Z"'
    if t=="json": return '{"list": [number, {"a": None}], "text": "text"}'
    if t=="enum":
        vs=f["values"]; return f"[{', '.join(map(py,vs))}][number % {len(vs)}]" if len(vs)<8 else f"[{py(vs[0])}, {py(vs[1])}][number % 2]"
    tgt=by[f["resource"]]
    return "None" if tgt is r else f"id_of(api, {const(tgt)})"
def wrong(f):
    t=f["type"]; out=[]; lo=f.get("min"); hi=f.get("max")
    if t in ("string","text"):
        mx=f.get("maxLength",200 if t=="string" else 10000)
        out=["5", '""', '" a"', '"a\\n"', '"a\\0"', f'"a" * {mx+1}'] if mx>1 else ["5",'""','" "','"ab"']
        if f.get("minLength",1)>1: out.append(f'"a" * {f["minLength"]-1}')
    elif t=="email": out=["5",'""','"a"','"a@b"','" a@example.com"',"f\"{'a' * 250}@example.com\""]
    elif t=="url": out=["5",'""','"example.com"','"ftp://example.com"','"https://b\u00fccher.example"',"f\"https://example.com/{'a' * 2000}\""]
    elif t=="uuid": out=["5",'""','"f47ac10b58cc4372a5670e02b2c3d479"']
    elif t=="integer": out=['"5"',"1.5","2**31","-(2**31) - 1","True"]; out+= [str(lo-1)] if lo is not None else []; out+=[str(hi+1)] if hi is not None else []
    elif t=="bigint": out=["5",'""','"01"','"-0"','"1.5"','"9223372036854775808"']; out+=[f'"{int(lo)-1}"'] if lo is not None else []
    elif t=="decimal":
        sc=f.get("scale",2);pr=f.get("precision",15)
        out=["5",'""','"1,5"','"01"','"1e3"',f'"0.{"1"*(sc+1)}"',f'"1{"0"*(pr-sc)}"']
        if hi is not None: out.append('"1000.00"'); out.append('"-1.51"')
    elif t=="float": out=['"1.5"','""',"True"]; out+=["-0.1"] if lo is not None else []; out+=["1.1"] if hi is not None else []
    elif t=="boolean": out=["5",'"true"']
    elif t=="date": out=["5",'""','"2026-02-30"','"0000-01-01"','"2026-01-01T00:00:00Z"']; out+=[f'"{"1969-12-30"}"'] if lo else []
    elif t=="datetime": out=["5",'""','"2026-01-01"','"2026-01-01T00:00:00"','"2026-02-30T00:00:00Z"']; out+=['"2027-01-01T00:00:00Z"'] if hi else []
    elif t=="json": out=["5",'"{}"',"True",'{"a": "\\0"}','["a" * 10_000]']
    elif t=="enum": out=["5",'""','"no such value"']
    else: out=["5",'""','"nobody"']
    return out
def rl(items, ind):
    p=" "*ind
    return "[\n"+"".join(f"{p}    {i},\n" for i in items)+f"{p}]" if items else "[]"
for r in spec["resources"]:
    fs=r["fields"]; refs=[f for f in fs if f["type"]=="reference"]
    targets=[]
    for f in refs:
        t=by[f["resource"]]
        if t is not r and t not in targets: targets.append(t)
    body="".join(f'        "{prop(f)}": {value_text(f,r)},\n' for f in fs)
    s=""
    if any(f["type"]=="date" for f in fs): s+="from datetime import date, timedelta\n\n"
    s+="from tests.support.api import Api\n"
    names=["Row","Sample"]
    if refs: names.insert(0,"Reference")
    if "id_of(" in body: names.append("id_of")
    s+=f"from tests.support.sample import {', '.join(names)}\n"
    if targets:
        s+="\n"+"".join(sorted(f"from .{modname(t)} import (\n    {const(t)},\n)\n" for t in targets))
    s+=f"\n\ndef _body(api: Api, number: int) -> Row:\n    return {{\n{body}    }}\n\n\n"
    s+=f"{const(r)}: Sample = Sample(\n    path=\"/api/v1/{modname(r).replace('_','-')}\",\n    body=_body,\n"
    s+=f"    sortable={rl([py(x) for x in ['createdAt',*[prop(f) for f in fs if sortable(f)]]],4)},\n"
    s+=f"    filterable={rl([py(prop(f)) for f in fs if filterable(f) and by.get(f.get('resource')) is not r],4)},\n"
    s+="    wrong={\n"+"".join(f'        "{prop(f)}": {rl(wrong(f),8)},\n' for f in fs)+"    },\n"
    opt=[f for f in fs if not f.get("required")]
    s+=f"    optional={rl([py(prop(f)) for f in opt],4)},\n" if opt else ""
    un=[f for f in fs if f.get("unique") and by.get(f.get('resource')) is not r]
    s+=f"    unique={rl([py(prop(f)) for f in un],4)},\n" if un else ""
    de=[f for f in fs if "default" in f]
    def shown(f):
        v=f["default"]
        if f["type"]=="datetime": v=v.replace("Z",".000Z") if "." not in v else v
        return repr(v) if isinstance(v,bool) else py(v)
    s+="    defaults={\n"+"".join(f'        "{prop(f)}": {shown(f)},\n' for f in de)+"    },\n" if de else ""
    if refs:
        s+="    references={\n"+"".join(f'        "{prop(f)}": Reference(\n            target=lambda: {const(by[f["resource"]])},\n            on_delete="{f.get("onDelete","restrict")}",\n        ),\n' for f in refs)+"    },\n"
    s+=")\n"
    (T/f"{modname(r)}.py").write_text(s)
    cls=pascal(r["plural"]); owned=auth and not r.get("shared")
    t=""
    if auth:
        acc=["OwnershipTests" if owned else "SharingTests"]
        own=[f for f in refs if not by[f["resource"]].get("shared")]
        if own: acc.append("OwnedReferenceTests")
        t+=f"from tests.support.access import {', '.join(sorted(acc))}\n"
    kinds=["ListingTests","PreconditionTests"]+(["ReferenceTests"] if refs else [])+["RowTests"]
    t+="from tests.support.races import RaceTests\n"
    t+=f"from tests.support.rows import {', '.join(kinds)}\n\nfrom .{modname(r)} import (\n    {const(r)},\n)\n\n\n"
    bases=["RowTests","PreconditionTests","ListingTests","RaceTests"]+(["ReferenceTests"] if refs else [])
    t+=f"class Test{cls}(\n"+"".join(f"    {b},\n" for b in bases)+f"):\n    sample = {const(r)}\n"
    if auth:
        t+=f"\n\nclass TestAccessTo{cls}(\n"+"".join(f"    {b},\n" for b in acc)+f"):\n    sample = {const(r)}\n"
        if own: t+=f"    owned = {rl([py(prop(f)) for f in own],4)}\n"
    (T/f"test_{modname(r)}.py").write_text(t)
(T/"__init__.py").write_text("")
