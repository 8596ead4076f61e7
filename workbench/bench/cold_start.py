"""Cold starts: what each handler costs to import and connect, over what nobody can avoid.

The floor is `import boto3` and a DynamoDB client. Both are precompiled as the build step does, from
the same copies of the same packages, and run in turn in fresh interpreters, so that a machine that
slows down slows both.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from workbench.bench.figure import Figure

ROOT = Path(__file__).parents[2]
RUNS = 15
FLOOR = "import boto3; boto3.client('dynamodb')"

# What a first invocation builds on its way: the handler with all it imports, and its clients.
STARTS = {
    "poll_mentions": "shared.table(); shared.queue().sqs(); shared.http()",
    "score_impact": "from earshot.wiring import classifying; shared.table(); "
    "classifying.classifier()",
    "followup_reminder": "shared.table()",
    "api": "shared.table()",
}
MOST = {"poll_mentions": 1.4, "score_impact": 1.4, "followup_reminder": 1.4, "api": 1.6}

ENVIRONMENT = {
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "EARSHOT_TABLE": "earshot",
    "EARSHOT_POLL_QUEUE_URL": "https://sqs.eu-west-1.amazonaws.com/123456789012/polls",
    "EARSHOT_ESCALATION_ARN": "arn:aws:states:eu-west-1:123456789012:stateMachine:escalation",
    "EARSHOT_SET_ASIDE_URL": "https://sqs.eu-west-1.amazonaws.com/123456789012/aside",
    "EARSHOT_EMAIL_SENDER": "alerts@earshot.example",
    "EARSHOT_API_URL": "https://api.earshot.example",
    "EARSHOT_SECRETS_PREFIX": "/earshot/bench",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PATH": os.environ["PATH"],
}


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        packages = _precompiled(Path(folder))
        return [_figure(name, packages) for name in STARTS]


def _figure(name: str, packages: Path) -> Figure:
    start = f"from {name}.handler import handler; from earshot.wiring import shared; {STARTS[name]}"
    # The first of each pair warms the disk's cache.
    _seconds(FLOOR, packages), _seconds(start, packages)
    pairs = [(_seconds(FLOOR, packages), _seconds(start, packages)) for _ in range(RUNS)]
    floor, ours = median(f for f, _ in pairs), median(o for _, o in pairs)
    return Figure(
        name=f"cold_start.{name}",
        value=median(o / f for f, o in pairs),
        unit="ratio",
        reference=1.0,
        reference_name="import boto3 and a DynamoDB client, precompiled",
        runs=RUNS,
        most=MOST[name],
        details={"milliseconds": ours * 1000, "reference_milliseconds": floor * 1000},
    )


def _seconds(code: str, packages: Path) -> float:
    environment = ENVIRONMENT | {"PYTHONPATH": str(packages)}
    started = time.perf_counter()
    subprocess.run([sys.executable, "-S", "-c", code], env=environment, check=True)
    return time.perf_counter() - started


def _precompiled(folder: Path) -> Path:
    """A copy of everything that either side imports, compiled for this interpreter."""
    site = next(Path(p) for p in sys.path if p.endswith("site-packages"))
    packages = folder / "packages"
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    packages.mkdir()
    for name in _NEEDED:
        source = site / name
        if source.is_dir():
            shutil.copytree(source, packages / name, ignore=ignored)
        elif (single := site / f"{name}.py").exists():
            shutil.copy(single, packages)
    shutil.copytree(ROOT / "layers/common/earshot", packages / "earshot", ignore=ignored)
    for function in (ROOT / "functions").iterdir():
        if (function / "handler.py").exists():
            shutil.copytree(function, packages / function.name, ignore=ignored)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "compileall",
            "-q",
            "--invalidation-mode",
            "unchecked-hash",
            packages,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return packages


_NEEDED = (
    "boto3",
    "botocore",
    "s3transfer",
    "jmespath",
    "dateutil",
    "six",
    "urllib3",
    "pydantic",
    "pydantic_core",
    "annotated_types",
    "typing_extensions",
    "typing_inspection",
    "aws_lambda_powertools",
    "feedparser",
    "sgmllib",
)
