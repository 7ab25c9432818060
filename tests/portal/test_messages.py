"""What staff do with messages, and that old ones go."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from alima_site.portal.models import Message
from tests.factories import make_message

pytestmark = pytest.mark.django_db


def test_who_moves_a_message_on_handles_it_and_cannot_rewrite_it(admin_client, admin_user):
    message = make_message(text="As it was")
    address = f"/admin/portal/message/{message.pk}/change/"
    admin_client.post(address, {"state": "done", "remark": "Answered", "text": "Otherwise"})
    message.refresh_from_db()
    assert (message.state, message.handled_by, message.text) == ("done", admin_user, "As it was")


def test_staff_send_a_message_on_that_the_mail_server_refused(admin_client):
    message = make_message()
    data = {"action": "send_again", "_selected_action": [message.pk]}
    admin_client.post("/admin/portal/message/", data)
    assert len(mail.outbox) == 1
    message.refresh_from_db()
    assert message.emailed_at


def test_old_messages_are_deleted_and_a_dry_run_only_counts_them(settings):
    settings.MESSAGES_KEPT_DAYS = 30
    now = timezone.now()
    old = make_message(received_at=now - timedelta(days=31))
    young = make_message(received_at=now - timedelta(days=29))
    out = StringIO()
    call_command("delete_old_messages", "--dry-run", stdout=out)
    assert out.getvalue() == "1 messages older than 30 days would be deleted.\n"
    assert Message.objects.count() == 2
    call_command("delete_old_messages", stdout=out)
    assert list(Message.objects.all()) == [young] != [old]
