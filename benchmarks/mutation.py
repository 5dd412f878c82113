"""Changes the code a little, thousands of times, and counts how often the tests notice.

``python -m benchmarks.mutation [--step N] [TARGET..]``; the changes are those of Cosmic Ray. It is not used
whole, as it starts Python anew for each change, which takes longer than the tests: here a process that has
loaded the libraries forks for each. No file is written; the changed module is what the fork imports. What is
no Python any more is no change. A change that never ends is noticed by processor time, which a busy machine
does not use up; one that only waits is not, and is told apart.
"""

from __future__ import annotations

import ast
import os
import resource
import signal
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Literal

import pytest
from cosmic_ray.ast import Visitor, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
SECONDS = 120
"""A change that makes the tests take more seconds of the processor than this is noticed."""
WAIT = 3600
"""Tests that have not ended after so many seconds by the clock are given up: the change is not noticed."""
Outcome = Literal["passed", "failed", "endless", "waited"]

TARGETS = {
    "model": ("tests/model",),
    "limits": ("tests/docs/test_settings.py::test_every_cap_is_told_as_it_is",),
    "reconcile/values": ("tests/reconcile/test_values.py", "tests/reconcile/test_differences.py"),
    "reconcile/checks": ("tests/reconcile/test_checks.py",),
}
"""What is changed, and the tests that are to notice."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change: the operator's name, the line, and the changed source."""

    file: Path
    operator: str
    line: str
    source: str


def main(names: Sequence[str], step: int) -> int:
    """Print what nobody noticed, and a row a target; 1 where fewer than 80 % were."""
    worst = 1.0
    for name in names or TARGETS:
        made = list(mutants(name, step))
        if outcome(unchanged(name), TARGETS[name]) != "passed":
            raise SystemExit(f"{name}: its tests fail without any change")
        ends: list[Outcome] = []
        for each in made:
            ends.append(outcome(each, TARGETS[name]))
            if ends[-1] in ("passed", "waited"):
                _say(f"{ends[-1]}: {each.file.relative_to(SOURCE)} {each.operator}: {each.line}")
        noticed, endless = ends.count("failed") + ends.count("endless"), ends.count("endless")
        worst = min(worst, noticed / len(made))
        _say(f"| `{name}` | {len(made):,} | {noticed:,}, {endless} endless | {noticed / len(made):.1%} |")
    return int(worst < 0.8)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def mutants(name: str, step: int = 1) -> Iterator[Mutant]:
    """Every change, or one in so many, of a module or of all of a package's, annotations left alone."""
    number = 0
    for file in _files(name):
        source = file.read_text(encoding="utf-8")
        plain, tree = _unannotated(source), get_ast(source)
        for operator in sorted(name for name in operator_names() if not get_operator(name).arguments()):
            change = get_operator(operator)()
            for n in range(_positions(tree, change)):
                number += 1
                changed = mutate_code(source, change, n) if number % step == 0 else None
                if changed is not None and _is_python(changed) and _unannotated(changed) != plain:
                    yield Mutant(file, operator.removeprefix("core/"), _first(source, changed), changed)


def unchanged(name: str) -> Mutant:
    """No change at all, with which the tests have to pass."""
    file = _files(name)[0]
    return Mutant(file, "none", "", file.read_text(encoding="utf-8"))


def _files(name: str) -> list[Path]:
    place = SOURCE / "dateline" / name
    return sorted(place.glob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def _is_python(source: str) -> bool:
    """Cosmic Ray writes `not` before an assignment expression."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def outcome(mutant: Mutant, tests: Sequence[str]) -> Outcome:
    """What becomes of the tests with the change."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
        os._exit(_try(mutant, tests))
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGTERM))
    signal.alarm(WAIT)
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    ended = os.waitstatus_to_exitcode(status)
    if ended == -signal.SIGTERM:
        return "waited"
    return "endless" if ended in (-signal.SIGXCPU, -signal.SIGKILL) else "failed" if ended else "passed"


def _try(mutant: Mutant, tests: Sequence[str]) -> int:
    """In the fork: 0 where the tests pass with the changed module in place of its own."""
    for loaded in [each for each in sys.modules if each.split(".")[0] in ("dateline", "tests")]:
        del sys.modules[loaded]
    sys.meta_path.insert(0, Changed(mutant))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        return int(pytest.main([*_OPTIONS, *tests]))
    except BaseException:  # the change broke pytest itself
        return 1


_OPTIONS = ("-x", "-q", "--noconftest", "-p", "no:cacheprovider", "-m", "not slow and not long and not gold")


class Changed(MetaPathFinder, Loader):
    """Finds and loads the changed module; leaves all others to those that come after."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        parts = mutant.file.relative_to(SOURCE).with_suffix("").parts
        self._name = ".".join(parts).removesuffix(".__init__")

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The changed module alone."""
        if fullname != self._name:
            return None
        file = self._mutant.file
        inside = [str(file.parent)] if file.stem == "__init__" else None
        return spec_from_file_location(fullname, file, loader=self, submodule_search_locations=inside)

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source; never what was kept of the true one."""
        exec(compile(self._mutant.source, self._mutant.file, "exec"), module.__dict__)


class _Counting(Visitor):  # type: ignore[misc]  # Cosmic Ray tells no types
    """Counts the places where an operator applies."""

    def __init__(self, change: Operator) -> None:
        self.change, self.found = change, 0

    def visit(self, node: object) -> object:
        """One node."""
        self.found += sum(1 for _ in self.change.mutation_positions(node))
        return node


def _positions(tree: object, change: Operator) -> int:
    counting = _Counting(change)
    counting.walk(tree)
    return counting.found


def _unannotated(source: str) -> str:
    """The code without annotations, which are not looked at when it runs."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.dump(tree)


def _first(source: str, changed: str) -> str:
    """The first line that differs, before and after."""
    pairs = zip(source.splitlines(), changed.splitlines(), strict=False)
    one, other = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    return f"{one.strip()}  ->  {other.strip()}"


if __name__ == "__main__":
    import spacy  # noqa: F401  loaded once, before the forks
    from scipy import sparse  # noqa: F401

    asked = ArgumentParser(description=__doc__)
    asked.add_argument("targets", nargs="*")
    asked.add_argument("--step", type=int, default=1, help="try one change in so many")
    told = asked.parse_args()
    sys.exit(main(told.targets, told.step))
