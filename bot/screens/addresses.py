"""Typing an address field by field, or pasting it whole."""

from collections.abc import Mapping, Sequence

from bot.buttons.address import (
    ChooseCity,
    FixField,
    KeepField,
    LeaveAddress,
    SaveAddress,
    StartOver,
)
from bot.buttons.base import Key
from bot.i18n.translator import Translator, escape
from bot.screens import format
from bot.screens.base import ContactKey, Screen, in_pairs, lines, rows
from bot.screens.refusals import words
from bot.screens.start import received
from store.domain.cities import TWINS, city_of_twin
from store.domain.homes import home_of
from store.domain.postcodes import can_be_in
from store.errors import Rejected

FIELDS = ("name", "phone", "street", "district", "city", "province", "postcode")


def ask(
    t: Translator,
    field: str,
    found: Mapping[str, str],
    *,
    above: str | None = None,
    resumed: bool = False,
) -> Screen:
    """Ask for one field; at the beginning the whole address may be pasted.

    A field that was filled before is shown and can be kept; `above` is what was wrong.
    """
    at = FIELDS.index(field)
    value = found.get(field)
    return Screen(
        text=lines(
            above,
            _going_on(t) if resumed else None,
            t("<b>Shipping address</b> · {n} of {all}", n=at + 1, all=len(FIELDS)),
            question(t, field),
            None
            if found
            else t("Or paste the whole address at once, as you send it on WhatsApp."),
            t("Now: {value}", value=shown(field, value)) if value else None,
            t("Example: {example}", example=EXAMPLES[field]),
        ),
        rows=rows(
            [_keep(t, field, value) if value else None],
            [_back(t, at, found), _leave(t)],
            [_start_over(t) if resumed else None],
        ),
        contact=share_number(t) if field == "phone" else None,
    )


def which_city(
    t: Translator, twin: int, *, above: str | None = None, resumed: bool = False
) -> Screen:
    """Ask which of two places of one name is meant."""
    return Screen(
        text=lines(above, _going_on(t) if resumed else None, city_question(t, twin)),
        rows=rows(
            [
                ChooseCity(twin, regency).labelled(city_of_twin(twin, regency=regency))
                for regency in (False, True)
            ],
            [FixField(FIELDS.index("city")).labelled(t.plain("‹ Back")), _leave(t)],
            [_start_over(t) if resumed else None],
        ),
    )


def confirm(
    t: Translator,
    found: Mapping[str, str],
    *,
    above: str | None = None,
    resumed: bool = False,
) -> Screen:
    """The address as it was understood, for one confirming press."""
    return Screen(
        text=lines(
            above,
            _going_on(t) if resumed else None,
            t("<b>Is this right?</b>"),
            *(
                t("{field}: {value}", field=field_name(t, one), value=shown(one, found[one]))
                for one in FIELDS
            ),
            _odd_city(t, found),
            _odd_postcode(t, found),
        ),
        rows=rows(
            [SaveAddress().labelled(t.plain("Save address"), style="primary")],
            *in_pairs(
                FixField(at).labelled(t.plain("Change: {field}", field=field_name(t, one)))
                for at, one in enumerate(FIELDS)
            ),
            [_start_over(t), _leave(t)],
        ),
    )


def refused(t: Translator, rejected: Rejected) -> str:
    """What was wrong with what was typed, as a line above the question."""
    return escape(words(t, rejected))


def in_words(t: Translator, kind: str) -> str:
    """What is said to a photo, a sticker or the like, above the question."""
    return lines(received(t, kind), t("At this step I need the address in words."))


def has_come(t: Translator, kind: str) -> str:
    """The same where only a press is awaited."""
    return received(t, kind)


def neither(t: Translator) -> str:
    """What is said to words that choose neither of two places."""
    return t("Please press one of the two, or go back to write another city.")


def has_read(t: Translator, found: Mapping[str, str], *, unread: Sequence[str]) -> str:
    """What was read of a pasted address, what is missing still, and what was not understood."""
    missing = [field_name(t, one) for one in FIELDS if one not in found]
    read = ", ".join(
        format.cut(shown(one, found[one]), 40) for one in FIELDS if one in found and missing
    )
    odd = format.cut(", ".join(unread), 80)
    return lines(
        t("I have read: {read}.", read=read) if read else None,
        t("Still missing: {missing}.", missing=", ".join(missing)) if missing else None,
        t("Not understood: {unread}.", unread=odd) if odd else None,
    )


def not_a_field(t: Translator) -> str:
    """What is said to words when everything is filled in."""
    return t("Everything is filled in. Save it, or press what should be changed.")


def kept(t: Translator) -> str:
    """A toast for a form that was left."""
    return t.plain("What you typed is kept for 24 hours.")


def city_question(t: Translator, twin: int) -> str:
    """Which of two places of one name?"""
    return t("There is a Kota {name} and a Kabupaten {name}. Which one is it?", name=TWINS[twin])


def share_number(t: Translator) -> ContactKey:
    """The key that shares a number instead of typing it."""
    return ContactKey(
        words=t(
            "Or share a number: your own with the button below, "
            "the receiver's by sending the contact."
        ),
        label=t.plain("Share my number"),
    )


EXAMPLES: Mapping[str, str] = {
    "name": "Ratna Dewi",
    "phone": "0812-3456-7890",
    "street": "Jl. Melati 5 RT 02/RW 04",
    "district": "Coblong",
    "city": "Kota Bandung",
    "province": "Jawa Barat",
    "postcode": "40132",
}


def question(t: Translator, field: str) -> str:
    """What is asked for a field."""
    return {
        "name": t("Who receives the parcel?"),
        "phone": t("Which phone number can the courier call?"),
        "street": t("Street, number, RT/RW, landmark?"),
        "district": t("Which district (kecamatan)?"),
        "city": t("Which city or regency?"),
        "province": t("Which province?"),
        "postcode": t("Which postcode?"),
    }[field]


def field_name(t: Translator, field: str) -> str:
    """What a field is called."""
    return {
        "name": t.plain("Name"),
        "phone": t.plain("Phone"),
        "street": t.plain("Street"),
        "district": t.plain("District"),
        "city": t.plain("City"),
        "province": t.plain("Province"),
        "postcode": t.plain("Postcode"),
    }[field]


def shown(field: str, value: str) -> str:
    """A value as people here write it."""
    return format.phone(value) if field == "phone" else value


def _going_on(t: Translator) -> str:
    return t("You go on with the address that you had begun.")


def _odd_city(t: Translator, found: Mapping[str, str]) -> str | None:
    """A warning where the city is known to lie elsewhere."""
    home = home_of(found["city"])
    if home is None or home.name == found["province"]:
        return None
    return t(
        "⚠ {city} lies in {home}, not in {province}, as far as I know. Please check both.",
        city=found["city"],
        home=home.name,
        province=found["province"],
    )


def _odd_postcode(t: Translator, found: Mapping[str, str]) -> str | None:
    """A warning where no place of the province has such a postcode."""
    if can_be_in(found["postcode"], found["province"]):
        return None
    return t(
        "⚠ {postcode} does not look like a postcode of {province}. Please check both.",
        postcode=found["postcode"],
        province=found["province"],
    )


def _keep(t: Translator, field: str, value: str) -> Key:
    cut = format.cut(shown(field, value), 40)
    return KeepField().labelled(t.plain("Leave it: {value}", value=cut))


def _back(t: Translator, at: int, found: Mapping[str, str]) -> Key | None:
    """To the field before, or to the whole address where everything was filled in."""
    if len(found) == len(FIELDS):
        return KeepField().labelled(t.plain("‹ Back"))
    return FixField(at - 1).labelled(t.plain("‹ Back")) if at else None


def _start_over(t: Translator) -> Key:
    return StartOver().labelled(t.plain("Start over"))


def _leave(t: Translator) -> Key:
    return LeaveAddress().labelled(t.plain("Stop for now"))
