"""Versions of a record, one after the other."""


def renamed(topic, name):
    """The number of the version in which it has this name."""
    topic.name_en = name
    topic.save()
    return topic.history.first().history_id
