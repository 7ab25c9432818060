"""A step of a record, taken by its button in the form."""

from tests.newsroom import address, opened


def step(client, record, name, **more):
    url = address(record, "change")
    return client.post(url, opened(client, url) | {"_step": name} | more)


def state_of(record):
    return type(record).objects.get(pk=record.pk).state
