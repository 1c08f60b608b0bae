"""Values are escaped in one place and never change the direction of a line."""

import pytest

from bot.i18n.translator import Html, Translator, escape


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("size <M", "size &lt;M"),
        ("Toko <3", "Toko &lt;3"),
        (
            '<a href="https://example.com">Bayar</a>',
            '&lt;a href="https://example.com"&gt;Bayar&lt;/a&gt;',
        ),
        ("Melati & Mawar", "Melati &amp; Mawar"),
        ("{name}", "{name}"),
        ("مرحبا", "\u2068مرحبا\u2069"),
        (7, "7"),
    ],
)
def test_what_people_typed_is_shown_as_they_typed_it(typed: object, shown: str) -> None:
    assert escape(typed) == shown


def test_markup_of_our_own_is_not_escaped_again() -> None:
    assert escape(Html("<b>Rp1</b>")) == "<b>Rp1</b>"


def test_a_sentence_is_told_in_the_readers_language() -> None:
    assert Translator("id")("Ship by {by}.", by="Sen") == "Kirim paling lambat Sen."
    assert Translator("en")("Ship by {by}.", by="Mon") == "Ship by Mon."


def test_a_value_with_braces_is_not_filled_in_again() -> None:
    assert Translator("en")("Reason: {reason}", reason="{ref}") == "Reason: {ref}"
