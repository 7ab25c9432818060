"""What the store of ready answers passes by: staff, pages for one reader, other hosts."""

import pytest

pytestmark = pytest.mark.django_db


def test_staff_with_a_session_pass_the_store_by(reader):
    for _n in range(2):
        reader.get("/en/model/", HTTP_COOKIE="sessionid=abc")
    assert reader.rendered["/en/model/", ""] == 2


@pytest.mark.parametrize("path", ["/en/nowhere/", "/", "/f/patients-total/", "/admin/login/"])
def test_what_is_not_the_same_for_everyone_is_not_kept(reader, path):
    reader.get(path), reader.get(path)
    assert reader.rendered[path, ""] == 2


def test_a_host_that_is_not_ours_gets_nothing(reader):
    reader.get("/en/model/")
    reader.get("/en/model/", HTTP_HOST="evil.example")
    assert reader.status.startswith("400")
