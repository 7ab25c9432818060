"""What a reader finds, and the page that shows it."""

from django.test import Client

from alima_site.portal.search.finding import Search


def found(query, language="en"):
    """The address words of what is found, in order."""
    return [hit.slug for hit in Search(query, language).found().hits]


def page(query, **more):
    response = Client().get("/en/search/", {"q": query, **more})
    assert response.status_code == 200
    return response.content.decode()
