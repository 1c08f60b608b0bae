"""Typing an address field by field, or pasting it whole."""

from collections.abc import Mapping

from bot.buttons.address import FixField, LeaveAddress, SaveAddress
from bot.buttons.base import Key
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Screen, in_pairs, lines, rows
from bot.screens.refusals import words
from store.errors import Rejected

FIELDS = ("name", "phone", "street", "district", "city", "province", "postcode")


def ask(
    t: Translator, field: str, found: Mapping[str, str], *, refused: Rejected | None = None
) -> Screen:
    """Ask for one field; at the beginning the whole address may be pasted."""
    first = not found
    return Screen(
        text=lines(
            words(t, refused) if refused is not None else None,
            t(
                "<b>Shipping address</b> · {n} of {all}",
                n=FIELDS.index(field) + 1,
                all=len(FIELDS),
            ),
            question(t, field),
            t("Or paste the whole address at once, as you send it on WhatsApp.")
            if first
            else None,
            t("Example: {example}", example=EXAMPLES[field]),
        ),
        rows=rows([_leave(t)]),
    )


def confirm(t: Translator, found: Mapping[str, str]) -> Screen:
    """The address as it was understood, for one confirming press."""
    return Screen(
        text=lines(
            t("<b>Is this right?</b>"),
            *(
                t("{field}: {value}", field=field_name(t, one), value=_shown(one, found[one]))
                for one in FIELDS
            ),
        ),
        rows=rows(
            [SaveAddress().labelled(t.plain("Save address"), style="primary")],
            *in_pairs(
                FixField(at).labelled(t.plain("Change: {field}", field=field_name(t, one)))
                for at, one in enumerate(FIELDS)
            ),
            [_leave(t)],
        ),
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


def _shown(field: str, value: str) -> str:
    return format.phone(value) if field == "phone" else value


def _leave(t: Translator) -> Key:
    return LeaveAddress().labelled(t.plain("Leave"))
