"""A person writes to us, in a real browser, without script and without a cookie."""

import time

import pytest


@pytest.fixture
def writer(browser, site):
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def test_a_reader_reports_an_error_in_a_figure(writer):
    writer.goto("/fr/chiffres/patients-total/")
    writer.get_by_role("link", name="Signaler une erreur dans ce chiffre").click()
    assert writer.get_by_label("Vous écrivez au sujet de").input_value() == "correction"
    writer.get_by_label("Votre nom").fill("Awa Diallo")
    writer.get_by_label("Votre adresse électronique").fill("awa@example.org")
    writer.get_by_label("Votre message").fill("La période n’est pas la bonne.")
    deadline = time.monotonic() + 20
    # A script that is this fast is asked to wait; what was written stays.
    while not writer.url.endswith("/fr/contact/envoye/"):
        assert time.monotonic() < deadline
        assert writer.get_by_label("Votre message").input_value().startswith("La période")
        writer.get_by_role("button", name="Envoyer").click()
    assert writer.get_by_role("heading", level=1).inner_text().startswith("Merci")
