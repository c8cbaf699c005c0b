"""The project's tasks, each with what it does: `nox --list`."""

import os
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import nox

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["test", "lint"]

# The project runs on the Python that is there: uv must not fetch another one.
os.environ["UV_PYTHON_DOWNLOADS"] = "never"
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SITE_DIR": str(Path("site").resolve())}

HOST = ("--universal", "--python-version", "3.11")
PYODIDE = ("--python-version", "3.14")
# In an order in which each lock is made before those that it constrains.
LOCKS = {
    "tasks": HOST,
    "runtime": PYODIDE,
    "compile": PYODIDE,
    "site": HOST,
    "test": HOST,
    "lint": HOST,
    "fuzz": HOST,
    "mutate": HOST,
    "pyodide": PYODIDE,
}
# The build's packages, the heavy ones that check pages, and those that read mail and calendars.
# Who only builds must wait for none of the tests'.
NPM = (".", "tests/pages", "tests/readers")
# Debian's packages that tests read calendars and mail and serve the site with.
# Elsewhere, those tests are skipped and say so.
DEBIAN = ("calcurse", "khal", "libical3", "mutt", "nginx-light")

# The tests that need a browser, the built site, other programs, or their time for themselves.
NOT_CORE = ("browser", "pages", "patterns", "pyodide", "readers", "site", "stories")


def install(session: nox.Session, lock: str) -> None:
    """Install a lock's packages, then the project itself as it stands."""
    session.install("--require-hashes", "-r", f"requirements/{lock}.txt")
    session.install("--no-deps", "--no-build-isolation", "--editable", ".")


@nox.session
def serve(session: nox.Session) -> None:
    """Serve the site on this machine and rebuild it on changes; `-- -a 127.0.0.1:8001` picks the port."""
    install(session, "site")
    watch = ["--watch", "generator"]
    session.run("mkdocs", "serve", *watch, *session.posargs, env=ENVIRONMENT)


@nox.session
def build(session: nox.Session) -> None:
    """Build the site into site/."""
    install(session, "site")
    session.run("mkdocs", "build", *session.posargs, env=ENVIRONMENT)


@nox.session
def release(session: nox.Session) -> None:
    """Build the last commit twice, each from a clean clone, and write dist/site.zip if the two agree."""
    install(session, "site")
    with TemporaryDirectory() as folder:
        clones = [Path(folder, name) for name in ("first", "second")]
        for clone in clones:
            session.run("git", "clone", "--quiet", "--no-local", ".", str(clone), external=True)
            with session.chdir(clone):
                # Not the command of that name, which would take the plugin from here and not from the clone.
                session.run("python", "-m", "mkdocs", "build", "--quiet", env=ENVIRONMENT)
        sites = [str(clone / "site") for clone in clones]
        session.run("python", "-m", "generator.site.release", *sites, "dist/site.zip")


@nox.session
def test(session: nox.Session) -> None:
    """Build the site and run every test: on this Python, inside Pyodide, and in the browsers."""
    install(session, "test")
    # Quiet, it would not count its warnings, and a broken link is one.
    session.run("mkdocs", "build", env=ENVIRONMENT)
    session.run("python", "-m", "tests.browser.chromium")
    session.run("python", "-m", "tests.debian", *DEBIAN)
    # Where that may be; a browser that cannot be had is a skip, unless EVERY_BROWSER=1 asks for all.
    session.run("python", "-m", "tests.stories.browsers")
    # Two: Chromium and Pyodide take a processor each, and more would only wait.
    pytest = ("pytest", "-n", "2", "--dist", "worksteal")
    if session.posargs:
        session.run(*pytest, *session.posargs, env=ENVIRONMENT)
        return
    # The core's tests first, which are to reach all of it, its branches too.
    session.run(*pytest, "--cov", *(f"--ignore=tests/{folder}" for folder in NOT_CORE), env=ENVIRONMENT)
    session.run(*pytest, *(f"tests/{folder}" for folder in NOT_CORE), env=ENVIRONMENT)


@nox.session
def soak(session: nox.Session) -> None:
    """Type five hundred interviews in one tab: time and memory stay flat. `test` has a short one."""
    install(session, "test")
    session.run("mkdocs", "build", "--quiet", env=ENVIRONMENT)
    session.run("python", "-m", "tests.browser.chromium")
    command = ("pytest", "tests/browser/test_soak.py", "--log-cli-level", "INFO", *session.posargs)
    session.run(*command, env={**ENVIRONMENT, "INTERVIEWS": "500"})


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the start in every browser that is there and the review of drafts; write their two reports."""
    install(session, "site")
    # Where the report is written must not be what is watched and served while measuring.
    # And not nox's folder itself: `mkdocs serve` puts its own site there.
    site = str(Path(session.create_tmp(), "site"))
    session.run("mkdocs", "build", "--quiet", "--site-dir", site, env=ENVIRONMENT)
    session.run("python", "-m", "benchmarks.drafts")
    session.run("python", "-m", "benchmarks", site, *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Search for inputs that the core was not made for; `-- --minutes 60` is for how long in all."""
    install(session, "fuzz")
    session.run("python", "-m", "tests.fuzz", *session.posargs)


@nox.session
def mutate(session: nox.Session) -> None:
    """Change dates, reminders and checks a little; fail if tests notice too few. `-- NAME` tries one."""
    install(session, "mutate")
    if session.posargs:
        session.run("mutmut", "run", *session.posargs)
        return
    # What is kept of an earlier run knows nothing of tests that came later.
    rmtree("mutants", ignore_errors=True)
    session.run("mutmut", "run")
    session.run("mutmut", "export-cicd-stats")
    session.run("python", "-m", "tests.mutants")


@nox.session
def lighthouse(session: nox.Session) -> None:
    """Measure how fast each page is on a phone and write docs/project/lighthouse.md."""
    install(session, "test")
    session.run("mkdocs", "build", "--quiet", env=ENVIRONMENT)
    session.run("python", "-m", "tests.pages.lighthouse", ENVIRONMENT["SITE_DIR"])


@nox.session
def draw(session: nox.Session) -> None:
    """Draw the package's parts and their imports again: docs/project/imports.svg."""
    session.run("python", "-m", "tests.drawing")


@nox.session
def lint(session: nox.Session) -> None:
    """Check types, and of Python the style, what nothing uses and what stands twice."""
    install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    # What nothing uses any more, and what stands there twice.
    session.run("vulture")
    session.run("pylint", "--score=n", "benchmarks", "generator", "noxfile.py", "tests")
    for packages in NPM:
        with session.chdir(packages):
            session.run("python", "-m", "generator.site.tools")
    # The page's scripts and Node's know different globals.
    for scripts in ("tsconfig.json", "tsconfig.node.json"):
        session.run("node", "node_modules/typescript/bin/tsc", "--project", scripts)


@nox.session
def lock(session: nox.Session) -> None:
    """Write the locks again, for what their .in files ask; `-- --upgrade` takes newer versions."""
    session.install("--require-hashes", "-r", "requirements/site.txt")
    write = ("uv", "pip", "compile", "--quiet", "--generate-hashes", "--no-header", "--no-emit-index-url")
    for name, python in LOCKS.items():
        session.run(
            *write, *python, *session.posargs, f"requirements/{name}.in", "-o", f"requirements/{name}.txt"
        )
    for packages in NPM:
        with session.chdir(packages):
            session.run("npm", "update" if session.posargs else "install", "--package-lock-only")
