"""What the server writes down."""

import json
import logging

from gunicorn.config import Config

from alima_site.deploy.gunicorn_config import logger_class


def test_a_warning_is_one_json_object_without_the_visitors_address(monkeypatch):
    lines = []
    logger = logger_class(Config())
    for handler in logger.error_log.handlers:
        monkeypatch.setattr(
            handler, "emit", lambda record, by=handler: lines.append(by.format(record))
        )
    logger.error_log.setLevel(logging.WARNING)
    logger.warning("Invalid request from ip=41.202.1.1: %s", "no method")
    said = json.loads(lines[0])
    assert said["message"] == "Invalid request from somebody: no method"
