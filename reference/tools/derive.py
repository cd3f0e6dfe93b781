"""Derives a sample without users from that with users: derive.py <spec> <from> <to>"""
import json, shutil, subprocess, sys
from pathlib import Path
spec, src, dst = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
data = json.loads(spec.read_text()); name = data["name"]; auth = data["auth"] != "none"
keep = {".git", ".venv", "uv.lock", ".env"}
dst.mkdir(exist_ok=True)
for p in dst.iterdir():
    if p.name not in keep: shutil.rmtree(p) if p.is_dir() and not p.is_symlink() else p.unlink()
files = subprocess.run(["git","ls-files","-co","--exclude-standard"],cwd=src,capture_output=True,text=True,check=True).stdout.split()
for f in files:
    if f.startswith("tests/resources/") or f == "uv.lock": continue
    if f.startswith("apps/") and f!="apps/__init__.py" and not (auth and f.startswith("apps/users/")): continue
    if not auth and f.startswith(("common/access/","tests/users/","tests/support/access","tests/support/accounts")): continue
    if not (src/f).exists(): continue
    (dst/f).parent.mkdir(parents=True, exist_ok=True); shutil.copy2(src/f, dst/f, follow_symlinks=False)
def edit(path, *pairs):
    p = dst/path; s = p.read_text()
    for a, b in pairs:
        assert a in s, (path, a); s = s.replace(a, b)
    p.write_text(s)
def cut(path, start, end):
    p = dst/path; s = p.read_text(); i = s.index(start); j = s.index(end, i); p.write_text(s[:i]+s[j:])
if not auth:
    cut("config/settings.py", 'JWT_SECRET = ', "\nenv.finish()")
    cut("config/settings.py", 'AUTH_USER_MODEL', "REST_FRAMEWORK")
    edit("config/settings.py", ('SECURITY_SCHEMES: dict[str, dict[str, str]] = {\n    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},\n}', "SECURITY_SCHEMES: dict[str, dict[str, str]] = {}"),
      ('["apps.users.authentication.AccessTokenAuthentication"]','[]'),('["common.access.permissions.HasPermission"]','[]'),
      ('API_TITLE = "access"',f'API_TITLE = "{name}"'),
      ("BASE_DIR = Path(__file__).parent.parent\n\n",""),("from pathlib import Path\n",""))
    exec((Path(__file__).parent/'derive_more.py').read_text())
edit("config/settings.py", ('API_TITLE = "access"',f'API_TITLE = "{name}"')) if auth else None
types = {f["type"] for r in data["resources"] for f in r["fields"]} | ({"string","email","enum"} if auth else set())
need = {"text": types & {"string","text"}, "email": types & {"email"}, "url": types & {"url"}, "integer": types & {"integer"}, "bigint": types & {"bigint"}, "decimal": types & {"decimal"}, "float": types & {"float"}, "boolean": types & {"boolean"}, "date": types & {"date"}, "choice": types & {"enum"}, "reference": types & {"reference"}, "json": types & {"json"}, "unicode": types & {"string","text","json"}}
models_of = {"text": ["CharField","TextField"], "email": ["EmailField"], "url": ["URLField"], "integer": ["IntegerField"], "bigint": ["BigIntegerField"], "decimal": ["DecimalField"], "float": ["FloatField"], "boolean": ["BooleanField"], "date": ["DateField"], "json": ["JSONField"]}
m = dst/"common/fields/mapping.py"; t = m.read_text().split("\n")
for mod, used in need.items():
    if used: continue
    (dst/f"common/fields/{mod}.py").unlink()
    (dst/f"tests/fields/test_{mod}.py").unlink(missing_ok=True)
    t = [l for l in t if not l.startswith(f"from common.fields.{mod} import")]
    t = [l for l in t if not any(l.strip().startswith(f"models.{k}:") for k in models_of.get(mod, []))]
    if mod == "choice": t = [l for l in t if "serializer_choice_field" not in l]
    if mod == "reference": t = [l for l in t if "serializer_related_field" not in l]
if "string" not in types and "enum" not in types: t = [l for l in t if "models.CharField:" not in l]
if "text" not in types: t = [l for l in t if "models.TextField:" not in l]
m.write_text("\n".join(t))
p = dst/"pyproject.toml"; x = p.read_text()
x = x.replace('name = "access"', f'name = "{name}"').replace('description = "Rows with and without owners, which refer to each other in every way"', f'description = "{data["description"]}"')
if not auth: x = x.replace('    "argon2-cffi>=25.1,<26",\n',"").replace('    "pyjwt>=2.15,<3",\n',"")
p.write_text(x)
subprocess.run([sys.executable, str(Path(__file__).parent/"resources.py"), str(spec), str(dst)], check=True)
