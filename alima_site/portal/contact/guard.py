"""
What tells a person from a machine, without a cookie and without a third party.

Every form carries a signed ticket that says when it was made. It counts once, and not
before a person could have written anything. A network may send a number of messages an
hour; beyond that nobody is locked out (many people share one address): the form asks for
a word as well.
"""

import datetime
import secrets
import time
from hashlib import blake2b
from typing import NamedTuple, Self

from django.core import signing
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.addresses import network_of
from alima_site.editorial.pages import without_accents
from alima_site.portal.models import DailySalt, SentForm

AT_LEAST = 3  # seconds between the form and its sending
AT_MOST = 12 * 60 * 60
AN_HOUR = datetime.timedelta(hours=1)
ALLOWANCE = 12  # messages of one network an hour
WORDS = (_("river"), _("garden"), _("morning"), _("school"), _("market"), _("bridge"), _("tree"))


class Ticket(NamedTuple):
    """What the form's hidden field says: its key, when it was made, the word it asks for."""

    key: str
    made_at: float
    word: int | None

    @classmethod
    def new(cls, *, asks: bool = False) -> Self:
        word = secrets.randbelow(len(WORDS)) if asks else None
        return cls(secrets.token_hex(16), time.time(), word)

    def again(self) -> Self:
        return self._replace(key=secrets.token_hex(16))

    @classmethod
    def read(cls, signed: str) -> Self | None:
        """The ticket; None for one that is not ours, or too old."""
        try:
            return cls(*signing.loads(signed, salt=__name__, max_age=AT_MOST))
        except signing.BadSignature:
            return None

    def signed(self) -> str:
        return signing.dumps(self, salt=__name__)

    @property
    def is_early(self) -> bool:
        return time.time() - self.made_at < AT_LEAST

    @property
    def is_used(self) -> bool:
        return SentForm.objects.filter(key=self.key).exists()

    @property
    def asked_word(self) -> str:
        return "" if self.word is None else str(WORDS[self.word])

    def is_answered(self, answer: str) -> bool:
        asked = self.asked_word
        return bool(asked) and without_accents(answer.strip()) == without_accents(asked)


def sender_of(request: HttpRequest) -> str:
    """A hash of the visitor's network that means nothing the day after."""
    key = bytes.fromhex(DailySalt.today())
    return blake2b(network_of(request).encode(), key=key, digest_size=16).hexdigest()


def has_sent_many(sender: str) -> bool:
    """Whether this network has used up what it may send in an hour."""
    lately = SentForm.objects.filter(sender=sender, sent_at__gt=timezone.now() - AN_HOUR)
    return lately.count() >= ALLOWANCE
