"""Commands run as a user runs them: in processes of their own, that can be killed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = (ROOT / "examples" / "missile-strike", ROOT / "examples" / "clash")
COMMAND = (sys.executable, "-m", "dateline")


def dateline(*words: str | Path, seconds: float = 300) -> subprocess.CompletedProcess[str]:
    """A command run to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, words)], capture_output=True, text=True, check=False, timeout=seconds
    )


def add(ledger: str) -> subprocess.Popen[bytes]:
    """An addition of the examples that is on its way."""
    words = ["add", *map(str, EXAMPLES), "--ledger", ledger, "--workers", "1"]
    return subprocess.Popen([*COMMAND, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def export_hash(ledger: str) -> str:
    """SHA-256 of all that a ledger exports."""
    done = dateline("export", "--ledger", ledger, "--json")
    assert done.returncode == 0, done.stderr
    return hashlib.sha256(done.stdout.encode()).hexdigest()
