"""
What the site is made of: `python -m tests.supply_chain advisories|sbom|licences`.

Advisories fail when a locked package has a known vulnerability. When their source is out of
reach they say so, and fail nothing.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = [ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt"]
SBOM = ROOT / "var" / "sbom.json"


def names_in(lock: Path) -> set[str]:
    return set(re.findall(r"^([\w.-]+)==", lock.read_text(), re.MULTILINE))


def read_advisories(found: str, errors: str) -> tuple[int, str]:
    """The status and the sentence for what pip-audit said."""
    try:
        packages = json.loads(found)["dependencies"]
    except ValueError:
        reason = (errors.strip() or "no answer").splitlines()[-1]
        return 0, f"Advisories: not checked, their source is out of reach ({reason[:200]})."
    checked = [each for each in packages if "skip_reason" not in each]
    if not checked:
        return 0, f"Advisories: not checked, their source knows none of {len(packages)} packages."
    bad = [
        f"{each['name']} {each['version']}: {vuln['id']}, mended in {vuln['fix_versions'] or '–'}"
        for each in checked
        for vuln in each["vulns"]
    ]
    left_out = len(packages) - len(checked)
    said = f"Advisories: {len(checked)} packages checked, {left_out} unknown, {len(bad)} findings."
    return int(bool(bad)), "\n".join([*bad, said])


def advisories() -> int:
    locks = [option for lock in LOCKS for option in ("--requirement", lock)]
    options = ["--disable-pip", "--require-hashes", "--format=json", "--progress-spinner=off"]
    command = [sys.executable, "-m", "pip_audit", *options, "--timeout=15", *locks]
    done = subprocess.run(command, capture_output=True, text=True)
    status, said = read_advisories(done.stdout, done.stderr)
    print(said)
    return status


def bill() -> dict[str, Any]:
    """The software bill of materials, of what the site itself needs."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject"]
    command += [str(ROOT / "pyproject.toml"), "--output-format", "JSON", sys.executable]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    whole: dict[str, Any] = json.loads(made.stdout)
    ours = names_in(LOCKS[0])
    kept = [part for part in whole["components"] if part["name"].lower().replace("_", "-") in ours]
    refs = {part["bom-ref"] for part in kept} | {whole["metadata"]["component"]["bom-ref"]}
    ties = [
        tie | {"dependsOn": [ref for ref in tie.get("dependsOn", []) if ref in refs]}
        for tie in whole["dependencies"]
        if tie["ref"] in refs
    ]
    return whole | {"components": kept, "dependencies": ties}


def sbom() -> int:
    SBOM.parent.mkdir(exist_ok=True)
    made = bill()
    SBOM.write_text(json.dumps(made, indent=1, ensure_ascii=False), encoding="utf-8")
    print(f"{SBOM.relative_to(ROOT)}: {len(made['components'])} packages")
    return 0


def licence_of(part: dict[str, Any]) -> str:
    words = [
        each.get("expression") or each["license"].get("id") or each["license"].get("name", "")
        for each in part.get("licenses", [])
    ]
    # A whole licence stands where its name should, in some packages.
    short = {word.splitlines()[0].rpartition(" :: ")[2][:60] for word in words if word}
    return ", ".join(sorted(short)) or "not named"


def licences() -> int:
    for part in sorted(bill()["components"], key=lambda part: part["name"].lower()):
        print(f"{part['name']:<28}{part['version']:<12}{licence_of(part)}")
    return 0


if __name__ == "__main__":
    commands = {"advisories": advisories, "sbom": sbom, "licences": licences}
    sys.exit(commands[sys.argv[1]]())
