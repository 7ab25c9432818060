"""What the page of the timeline tells, in order."""

from django.test import Client

ADDRESS = "/en/timeline/"


def titles(**query):
    response = Client().get(ADDRESS, query)
    assert response.status_code == 200
    return [entry["title"] for entry in response.context["entries"]]
