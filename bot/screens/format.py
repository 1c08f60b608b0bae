"""Money, dates and quantities as the reader writes them."""

from datetime import date, datetime

import phonenumbers
from babel.dates import format_date, format_datetime
from babel.numbers import format_currency

from bot.i18n.translator import Translator
from store.domain.money import Rupiah
from store.domain.zones import Zone

INDONESIA = 62


def rupiah(amount: Rupiah) -> str:
    """Whole rupiah as both languages write them here: Rp279.000."""
    return format_currency(amount, "IDR", "¤#,##0", locale="id", currency_digits=False)


def price_range(lowest: Rupiah, highest: Rupiah) -> str:
    """One price, or the cheapest and the dearest."""
    return rupiah(lowest) if lowest == highest else f"{rupiah(lowest)}–{rupiah(highest)}"


def day(when: date, t: Translator) -> str:
    """A day of this year's calendar: 23 Nov."""
    return format_date(when, "d MMM", locale=t.language)


def days(first: date, last: date, t: Translator) -> str:
    """A span of days, as short as it can be said: 23–25 Nov."""
    if first == last:
        return day(first, t)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, t)}"
    return f"{day(first, t)}–{day(last, t)}"


def moment(when: datetime, zone: Zone, t: Translator) -> str:
    """A moment in the reader's zone, always with its name: Sen, 23 Nov 23.59 WIB."""
    hour = "HH.mm" if t.language == "id" else "HH:mm"
    text = format_datetime(when, f"EEE, d MMM {hour}", tzinfo=zone.tz, locale=t.language)
    return f"{text} {zone}"


def short_moment(when: datetime, zone: Zone, t: Translator) -> str:
    """A moment in a narrow place: 23 Nov 14.30."""
    hour = "HH.mm" if t.language == "id" else "HH:mm"
    return format_datetime(when, f"d MMM {hour}", tzinfo=zone.tz, locale=t.language)


def phone(number: str) -> str:
    """A stored number as people here write it: 0812-3456-7890; a masked one as it is."""
    try:
        parsed = phonenumbers.parse(number, "ID")
    except phonenumbers.NumberParseException:
        return number
    if not phonenumbers.is_valid_number(parsed):
        return number
    national = parsed.country_code == INDONESIA
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, form.NATIONAL if national else form.INTERNATIONAL)


def cut(text: str, limit: int) -> str:
    """A text that fits, with a sign where it was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
