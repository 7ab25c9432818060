"""As many statistics as a measurement needs, spread like real ones."""

import datetime
import random

from alima_site.editorial.models import Indicator, Source
from programs.models import CountryProgramme, PatientStatistic


def fill(count: int, small: float) -> None:
    """Leave exactly `count` public statistics, that share of them counts below ten."""
    choose = random.Random(1)
    PatientStatistic.objects.update(subset_of=None)
    PatientStatistic.objects.all().delete()
    indicators, sources = list(Indicator.objects.all()), list(Source.objects.all())
    countries = [*CountryProgramme.objects.all(), None]
    PatientStatistic.objects.bulk_create(
        (
            PatientStatistic(
                slug=f"measured-{n}",
                state="published",
                indicator=choose.choice(indicators),
                programme=choose.choice(countries),
                place=choose.choice(["", "", "A district", "Another district"]),
                value=choose.randint(1, 9)
                if choose.random() < small
                else choose.randint(10, 99999),
                period_start=datetime.date(2004 + n % 20, 1, 1),
                period_end=datetime.date(2004 + n % 20, 12, 31),
                source=choose.choice(sources),
                hint_en="What was counted",
                hint_fr="Ce qui a été compté",
            )
            for n in range(count)
        ),
        batch_size=1000,
    )
