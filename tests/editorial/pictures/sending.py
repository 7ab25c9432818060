"""
Uploads sent through the door: `python -m tests.editorial.pictures.sending FOLDER` writes what
is kept of each to FOLDER, and prints as JSON the sentence it was refused or cleaned with, and
the memory and time it took.
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from tests.editorial.pictures.uploads import Upload

ROOT = Path(__file__).parents[3]


def peak() -> int:
    """Megabytes at the highest point: this process, and the largest it started."""
    # Not what the system says of usage: that begins with the memory of whoever started us.
    own = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(int(own), others) // 1024


def send(name: str, data: bytes, folder: Path) -> dict[str, object]:
    from django.core.exceptions import ValidationError
    from django.core.files.uploadedfile import SimpleUploadedFile

    from alima_site.editorial.pictures.door import PHOTO_DOOR, admit

    start = time.perf_counter()
    try:
        kept = admit(SimpleUploadedFile(name, data), PHOTO_DOOR)
    except ValidationError as refusal:
        said, is_kept = " ".join(refusal.messages), False
    else:
        said, is_kept = ", ".join(map(str, kept.removed)), True
        folder.mkdir()
        for name, content in kept.files.items():
            (folder / name).write_bytes(content)
    return {"said": said, "kept": is_kept, "seconds": time.perf_counter() - start}


def send_all(uploads: dict[str, Upload], folder: Path) -> dict[str, dict]:
    """What became of each, sent one after the other through one process of its own."""
    (folder / "uploads").mkdir()
    for number, upload in enumerate(uploads.values()):
        (folder / "uploads" / f"{number}").write_bytes(upload.make())
    names = {number: upload.name for number, upload in enumerate(uploads.values())}
    (folder / "names.json").write_text(json.dumps(names))
    command = [sys.executable, "-m", __name__, folder]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    found = json.loads(done.stdout)
    return {
        label: found[f"{number}"] | {"folder": folder / f"{number}"}
        for number, label in enumerate(uploads)
    }


def main(folder: Path) -> None:
    """Reads the uploads from FOLDER/uploads, so that making them costs no memory here."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "alima_site.settings"
    import django
    from django.utils.translation import override

    django.setup()
    found = {}
    for path in sorted((folder / "uploads").iterdir()):
        name = json.loads((folder / "names.json").read_text())[path.name]
        with override("en"):
            found[path.name] = send(name, path.read_bytes(), folder / path.name)
        found[path.name]["megabytes"] = peak()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
