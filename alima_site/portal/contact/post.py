"""Messages on their way to staff. What cannot be sent stays in the newsroom, marked so."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from alima_site.portal.models import Message

logger = logging.getLogger(__name__)


def send_on(message: Message, address: str) -> bool:
    """Send the stored message to staff; `address` is where it stands in the newsroom."""
    try:
        _email(message, address).send()
    # Whatever goes wrong here, the message is stored and its writer need not care.
    except Exception:
        logger.exception("Message %s could not be sent on by e-mail.", message.pk)
        return False
    message.emailed_at = timezone.now()
    message.save(update_fields=["emailed_at"])
    return True


def _email(message: Message, address: str) -> EmailMessage:
    """Nothing a visitor wrote stands in a header, but the checked address to answer to."""
    with override(settings.LANGUAGE_CODE):
        subject = _("[ALIMA portal] %(purpose)s, message %(number)s") % {
            "purpose": message.get_purpose_display(),
            "number": message.pk,
        }
        body = render_to_string("portal/message.txt", {"message": message, "address": address})
    return EmailMessage(subject, body, to=settings.CONTACT_EMAIL, reply_to=[message.email])
