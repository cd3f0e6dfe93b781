"""Gives a sample another database: database.py <postgresql|mysql> <from> <to>"""
import shutil, subprocess, sys
from pathlib import Path
db, src, dst = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
dst.mkdir(exist_ok=True)
keep={".git",".venv","uv.lock",".env"}
for p in dst.iterdir():
    if p.name not in keep: shutil.rmtree(p) if p.is_dir() and not p.is_symlink() else p.unlink()
files = subprocess.run(["git","ls-files","-co","--exclude-standard"],cwd=src,capture_output=True,text=True,check=True).stdout.split()
for f in files:
    if not (src/f).exists() or f=="uv.lock": continue
    (dst/f).parent.mkdir(parents=True, exist_ok=True); shutil.copy2(src/f, dst/f, follow_symlinks=False)
over = Path(__file__).parent/db
for f in over.rglob("*"):
    if f.is_file(): (dst/f.relative_to(over)).parent.mkdir(parents=True,exist_ok=True); shutil.copy2(f, dst/f.relative_to(over))
p = dst/"config/settings.py"; s = p.read_text()
a='DATABASE = env.read("DATABASE_URL", url.database, "file:./data/app.db")'; assert a in s
s = s.replace(a,'''DATABASE = env.read("DATABASE_URL", url.database)
DATABASE_CONNECT_TIMEOUT_MS = env.read(
    "DATABASE_CONNECT_TIMEOUT_MS",
    integer(1, 600_000),
    "5000",
)
DATABASE_STATEMENT_TIMEOUT_MS = env.read(
    "DATABASE_STATEMENT_TIMEOUT_MS",
    integer(1, 600_000),
    "10000",
)''')
a='DATABASES = {"default": url.settings_of(DATABASE)}'; assert a in s
s = s.replace(a,'''DATABASES = {
    "default": url.settings_of(
        DATABASE,
        DATABASE_CONNECT_TIMEOUT_MS,
        DATABASE_STATEMENT_TIMEOUT_MS,
    ),
}''')
p.write_text(s)
extra = Path(__file__).parent/"database_more.py"
if extra.exists(): exec(extra.read_text())
