"""What stands around the code holds together: workflows, the container, citation, forms."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from mkdocs.utils.yaml import yaml_load

from tests.site.built import ROOT

WORKFLOWS: Final = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS: Final = sorted(
    set((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) - {ROOT / ".github/ISSUE_TEMPLATE/config.yml"}
)
REASON: Final = re.compile(r"# noqa: [A-Z0-9, ]+ - \S|# type: ignore\[[a-z-]+\] +# (?!noqa)\S")
# The jobs that may write, and what: by their workflow and their name.
WRITTEN: Final = {("pages", "deploy"): {"pages", "id-token"}, ("release", "publish"): {"contents"}}
TASKS: Final = set(
    re.findall(r"^@nox\.session\ndef (\w+)", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE)
)


def load(path: Path) -> Any:
    """Read a YAML file."""
    return yaml_load(path.read_text("utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_the_projects_own_tasks(path: Path) -> None:
    """What a workflow does is `.ci/run`, a task of nox or a few words: nothing that is only there."""
    text = path.read_text("utf-8")
    assert set(re.findall(r"nox -s (\w+)", text)) <= TASKS
    for job in load(path)["jobs"].values():
        steps = job.get("steps", [])
        assert job.get("uses", "").startswith("./.github/workflows/") or steps
        for step in steps:
            # An action may be changed under its tag, and not under its hash.
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step.get("uses", "a/b@" + "0" * 40))
            if "checkout" in step.get("uses", ""):
                assert step["with"]["fetch-depth"] == 0, "the pages' dates come from the whole history"


def test_nothing_is_published_untested() -> None:
    """Pages and releases wait for the workflow that runs the tests."""
    for name, job in (("pages", "deploy"), ("release", "publish")):
        jobs = load(ROOT / f".github/workflows/{name}.yml")["jobs"]
        needs = jobs[job]["needs"]
        assert {"test", "build"} <= set(needs)
        assert jobs["test"]["uses"] == "./.github/workflows/ci.yml"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_may_write_runs_nothing_of_the_repository(path: Path) -> None:
    """Each job has the rights that it needs; one that may write gets what another job has built."""
    workflow = load(path)
    everywhere = workflow["permissions"]
    assert set(everywhere.values()) <= {"read"}
    for name, job in workflow["jobs"].items():
        rights = job.get("permissions", everywhere)
        assert rights, name
        written = {right for right, how in rights.items() if how != "read"}
        assert written == WRITTEN.get((path.stem, name), set())
        if written:
            steps = " ".join(step.get("uses", "") + step.get("run", "") for step in job["steps"])
            assert not re.search(r"checkout|nox|python|pip|npm|\.ci/", steps)


def test_what_is_handed_over_is_what_is_published() -> None:
    """The job that publishes asks for the folder that was packed, by its name, and for files in it."""
    jobs = load(ROOT / ".github/workflows/release.yml")["jobs"]
    (packed,) = [step["with"] for step in jobs["build"]["steps"] if "artifact" in step.get("uses", "")]
    words = " ".join(step["run"] for step in jobs["publish"]["steps"])
    assert f"--name {packed['name']} " in words
    assert packed["path"] == "dist"
    assert words.endswith("--notes-file notes.md site.zip site.zip.sha256")


@pytest.mark.parametrize(
    ("tag", "notes"), [("v0.2.0", "\n- A second page.\n\n"), ("v0.1.0", "\n- A page.\n"), ("v0.3.0", "")]
)
def test_the_notes_of_a_release_are_the_changelogs(tmp_path: Path, tag: str, notes: str) -> None:
    """They are what stands under the version's heading, whatever kind of tag it is; without any, it stops."""
    changelog = "## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n- A second page.\n\n## [0.1.0]\n\n- A page.\n"
    (tmp_path / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    steps = load(ROOT / ".github/workflows/release.yml")["jobs"]["build"]["steps"]
    (command,) = [step["run"] for step in steps if "CHANGELOG" in step.get("run", "")]
    environment = {**os.environ, "GITHUB_REF_NAME": tag}
    # As the workflow runs it.
    shell = ["/usr/bin/env", "bash", "-e", "-c", command]
    done = subprocess.run(shell, cwd=tmp_path, env=environment, check=False)
    assert (tmp_path / "dist/notes.md").read_text("utf-8") == notes
    assert done.returncode == (0 if notes else 1)


@pytest.mark.parametrize("name", ["pages", "release"])
def test_an_example_address_is_not_published(name: str) -> None:
    """The step that refuses finds the values that mkdocs.yml has before anybody has changed them."""
    steps = load(ROOT / f".github/workflows/{name}.yml")["jobs"]["build"]["steps"]
    (pattern,) = [
        found[1]
        for step in steps
        if (found := re.search(r"grep --extended-regexp '(.+?)' mkdocs", step.get("run", "")))
    ]
    changed = "site_url: https://careers.example/\nextra:\n  contact: mailto:us@careers.example\n"
    assert not re.search(pattern, changed, re.MULTILINE)
    for line in ("site_url: https://example.org/x/", "  contact: mailto:contact@example.org"):
        assert re.search(pattern, f"{changed}{line}\n", re.MULTILINE)


def test_the_container_has_what_was_tried() -> None:
    """The image starts nginx beside the same two things that the tests start it beside."""
    lines = (ROOT / "deploy/Containerfile").read_text("utf-8").splitlines()
    copied = dict(line.split()[1:] for line in lines if line.startswith("COPY"))
    assert copied == {"deploy/nginx.conf": "/srv/nginx.conf", "site": "/srv/site"}
    (command,) = [json.loads(line.removeprefix("CMD ")) for line in lines if line.startswith("CMD")]
    assert command == ["nginx", "-e", "stderr", "-p", "/srv/", "-c", "/srv/nginx.conf", "-g", "daemon off;"]
    assert "USER nginx" in lines
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[0] == "!"}
    assert let_in == copied.keys()


def test_the_citation_is_the_packages() -> None:
    """Who cites the project names the version and the licence that it has."""
    package = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = load(ROOT / "CITATION.cff")
    assert citation["version"] == package["version"]
    assert package["license"] in citation["license"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_no_letters(path: Path) -> None:
    """Each form has a name, fields with ids of their own, and a word on what to leave out."""
    form = load(path)
    assert form.keys() >= {"name", "description", "body"}
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert ids
    assert len(ids) == len(set(ids))
    for field in form["body"]:
        assert field["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        assert field["attributes"].get("label") or field["attributes"].get("value")
    assert "names" in path.read_text("utf-8"), "somebody's names and letters do not belong into a report"


def test_every_exception_has_its_reason() -> None:
    """What is let through a check of style or types says on its line why."""
    files = [ROOT / "noxfile.py"]
    for folder in ("benchmarks", "generator", "tests"):
        files += (path for path in (ROOT / folder).rglob("*.py") if "node_modules" not in path.parts)
    lines = [line for path in files for line in path.read_text("utf-8").splitlines()]
    let_through = [line for line in lines if re.search(r"# (noqa: [A-Z]|type: ignore\[)", line)]
    assert let_through
    assert [line for line in let_through if not REASON.search(line)] == []


def test_the_hook_runs_a_task() -> None:
    """The hook before a commit fetches nothing and runs the task that lints."""
    (repository,) = load(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    assert [hook["entry"] for hook in repository["hooks"]] == [".venv/bin/nox -s lint"]
    assert "lint" in TASKS
