"""Who does what: the table of a country and the 3W file are the same rows."""

import csv
import io
from collections import defaultdict
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from programs.models import CountryProgramme, Project
from tests.factories import (
    make_collaboration,
    make_country,
    make_fact,
    make_partner,
    make_project,
    make_study,
)

pytestmark = pytest.mark.django_db


def filed(**query):
    """What the file says: activities by organisation."""
    response = Client().get("/data/who-does-what.csv", query)
    assert response.status_code == 200
    content = b"".join(response.streaming_content).decode()
    labels, _tags, *rows = csv.reader(io.StringIO(content, newline=""))
    return [dict(zip(labels, row, strict=True)) for row in rows]


def by_organisation(rows):
    found = defaultdict(set)
    for row in rows:
        found[row["Organisation (en)"]].add(row["Activity (en)"])
    return dict(found)


def shown(slug):
    """What the page says: activities by organisation."""
    response = Client().get(f"/en/programmes/{slug}/")
    assert response.status_code == 200
    (table,) = html.fromstring(response.content.decode()).find_class("who-does-what")
    found = {}
    for row in table.iterfind(".//tbody/tr"):
        name, _kind, what, _source = row
        doing = {link.text_content().strip() for link in what.iterfind(".//li/a")}
        general = (what.text or "").strip()
        found[name.text_content().strip()] = doing | ({general} if general else set())
    return found


@pytest.mark.parametrize("slug", ["niger", "burkina-faso", "chad", "cameroon", "south-sudan"])
def test_the_page_and_the_file_agree_on_the_real_content(slug):
    assert shown(slug) == by_organisation(filed(country=slug))


def test_everybody_is_there_the_ministry_too():
    found = shown("burkina-faso")
    kinds = {row["Organisation type"] for row in filed(country="burkina-faso")}
    assert {"ALIMA", "Ministry of Health", "Keoogo", "SOS Médecins BF"} <= set(found)
    assert kinds >= {"international-ngo", "government", "local-ngo", "research"}
    assert "European Union (ECHO)" in shown("niger")


def test_only_members_of_the_alliance_co_manage():
    assert "co-manages the country programme" in shown("niger")["BEFEN"]
    assert "co-manages the country programme" not in shown("south-sudan")["AFOD"]


def test_a_study_in_two_countries_puts_a_local_ngo_in_its_own_only():
    assert "OptiMAx" in shown("chad")["Alerte Santé"]
    assert "Alerte Santé" not in shown("niger")


def test_the_file_of_one_country_holds_that_country_only():
    assert {row["Country code"] for row in filed(country="niger")} == {"NER"}
    assert len({row["Country code"] for row in filed()}) == CountryProgramme.objects.count()
    assert Client().get("/data/who-does-what.csv?country=nowhere").status_code == 404
    make_country(slug="hidden", state="draft")
    assert Client().get("/data/who-does-what.csv?country=hidden").status_code == 404


PROJECT = st.fixed_dictionaries(
    {
        "country": st.integers(0, 1),
        "partners": st.sets(st.integers(0, 2)),
        "start": st.sampled_from(["", "2019", "2020-03"]),
        "state": st.sampled_from(["published", "published", "draft"]),
    }
)
STUDY = st.fixed_dictionaries(
    {
        "countries": st.sets(st.integers(0, 1)),
        "allies": st.sets(st.integers(0, 1)),
        "partners": st.sets(st.integers(0, 2)),
        "state": st.sampled_from(["published", "draft"]),
    }
)
CODES = ["ZW", "ZM"]


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def make_world(projects, studies, hidden):
    countries = [
        make_country(slug=f"country-{n}", country=code, name_en=f"Country {n}")
        for n, code in enumerate(CODES)
    ]
    partners = [
        make_partner(
            slug=f"partner-{n}", acronym=f"P{n}", country=CODES[n % 2],
            state="draft" if n in hidden else "published",
        )
        for n in range(3)
    ]  # fmt: skip
    countries[0].co_managed_with.set(partners[:2])
    allies = [make_collaboration(short_name_en=f"Ally {n}") for n in (0, 1)]
    make_fact(category="donor", label_en="A donor", countries=[CODES[1]])
    for n, each in enumerate(projects):
        project = make_project(
            slug=f"project-{n}", name_en=f"Project {n}", programme=countries[each["country"]],
            start=each["start"], state=each["state"],
        )  # fmt: skip
        project.partners.set([partners[i] for i in each["partners"]])
    for n, each in enumerate(studies):
        study = make_study(
            slug=f"study-{n}", short_title_en=f"Study {n}", state=each["state"],
            countries=[CODES[i] for i in sorted(each["countries"])],
        )  # fmt: skip
        study.collaborations.set([allies[i] for i in each["allies"]])
        study.local_partners.set([partners[i] for i in each["partners"]])


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    projects=st.lists(PROJECT, max_size=4),
    studies=st.lists(STUDY, max_size=3),
    hidden=st.sets(st.integers(0, 2)),
)
def test_page_and_file_agree_for_random_partnerships(projects, studies, hidden, db):
    with rolled_back():
        make_world(projects, studies, hidden)
        everywhere = filed()
        for n, code in enumerate(["ZWE", "ZMB"]):
            here = [row for row in everywhere if row["Country code"] == code]
            assert here == filed(country=f"country-{n}")
            assert shown(f"country-{n}") == by_organisation(here)
            check_projects(n, here, projects, hidden)


def check_projects(country, rows, projects, hidden):
    """The partner of each row is one of the public project, and none is left out."""
    found = {
        (row["Activity ID"], row["Organisation (en)"])
        for row in rows
        if row["Activity ID"].startswith("project-")
    }
    expected = set()
    for n, each in enumerate(projects):
        if each["country"] == country and each["state"] == "published":
            names = {f"P{i}" for i in each["partners"] - hidden} | {"ALIMA"}
            expected |= {(f"project-{n}", name) for name in names}
    assert found == expected
    assert Project.objects.filter(slug__startswith="project-").count() == len(projects)
