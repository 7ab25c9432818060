"""The files of a picture have one way out."""

import pytest

from tests.factories import rendered

pytestmark = pytest.mark.django_db


def test_files_are_sent_with_their_type_and_for_a_minute_only(niger, client):
    types = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
    for ending, kind in types.items():
        answer = client.get(niger.address(480, ending))
        assert answer["Content-Type"] == kind
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "public, max-age=60, must-revalidate"
        assert answer["X-Accel-Expires"] == "0"
        assert b"".join(answer.streaming_content) == rendered().files[f"480.{ending}"]
        again = client.get(answer.request["PATH_INFO"], headers={"if-none-match": answer["ETag"]})
        assert again.status_code == 304
        assert client.get(niger.address(480, "png")).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "photos/", "", "KEY/", "KEY/480.",
        "KEY/480.php", "KEY/481.jpg", "KEY/..%2f480.jpg", "KEY/480.jpg/", "KEY%00/480.jpg",
        "photos/KEY-480.jpg", "KEY/-480.jpg", "KEY/480.jpg%00.html", "none/480.jpg", "/480.jpg",
        "KEY/99999999999999999999999.jpg", "..%5c..%5cdb.sqlite3",
    ],
)  # fmt: skip
def test_no_other_address_leads_to_a_file(path, niger, client):
    answer = client.get(f"/media/{path.replace('KEY', niger.key)}")
    assert answer.status_code == 404
