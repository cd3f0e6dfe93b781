edit("config/settings.py", ("common.access.errors.answer","common.errors.answer"))
edit("common/problems.py", ('    "unauthenticated",\n    "forbidden",\n',''),('    "unauthenticated": (401, "Unauthorized"),\n    "forbidden": (403, "Forbidden"),\n',''))
edit("tests/settings.py", ('for name in ["JWT_SECRET", "SECRET_KEY"]:\n    os.environ[name] = secrets.token_urlsafe(48)\n','os.environ["SECRET_KEY"] = secrets.token_urlsafe(48)\n'),('os.environ["AUTH_RATE_LIMIT_PER_MINUTE"] = "1000000"\n',''))
(dst/"tests/conftest.py").write_text('''import pytest

from tests.support.api import Api

pytest_plugins = ["tests.support.database"]


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Nearly every test has rows."""


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def stranger() -> Api:
    return Api()
''')
p = dst/"tests/http/test_openapi.py"; t = p.read_text(); i = t.index("\n\ndef test_all_but_open_routes"); p.write_text(t[:i].rstrip()+"\n")
p = dst/"tests/test_server.py"; t = p.read_text()
t = t.replace('        "JWT_SECRET": secrets.token_urlsafe(48),\n','').replace('PORT="abc", JWT_SECRET="short"','PORT="abc", SECRET_KEY="short"').replace('            "JWT_SECRET",\n','            "SECRET_KEY",\n')
first = data["resources"][0]
p.write_text(t)
cut("README.md","## Users and roles","## Commands")
import re as _re
for f in ("README.md",".env.example","compose.yaml"):
    q = dst/f; t = q.read_text()
    t = "\n".join(l for l in t.split("\n") if not _re.search(r"`?(JWT_|AUTH_RATE)", l)) if f!=".env.example" else _re.sub(r"# [^\n]*\n(JWT_|AUTH_RATE)[^\n]*\n\n","",t)
    t = t.replace("# access\n",f"# {name}\n").replace("Rows with and without owners, which refer to each other in every way",data["description"]).replace("name: access",f"name: {name}").replace("image: access",f"image: {name}").replace("; knows none of them but users","; knows none of them")
    t = "\n".join(l for l in t.split("\n") if "apps/users/`" not in l and "common/access/`" not in l)
    q.write_text(t)
q = dst/"docs/problems.md"; t = q.read_text(); q.write_text("\n".join(l for l in t.split("\n") if "unauthenticated" not in l and "forbidden" not in l))
q = dst/".github/workflows/ci.yml"; t = q.read_text(); q.write_text("\n".join(l for l in t.split("\n") if "JWT_SECRET" not in l))
