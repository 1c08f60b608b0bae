"""The HTML parse mode reads and refuses as Telegram does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.server.entities import FormattedText, tidy
from sandbox.server.errors import ApiError
from sandbox.server.parse_html import parse_html
from sandbox.server.wire import utf16_length

Marks = list[tuple[str, int, int]]


def shown(source: str) -> tuple[str, Marks]:
    """The text, and kind, offset and length of each entity."""
    formatted = tidy(*parse_html(source))
    marks = [(str(mark.kind), mark.offset, mark.length) for mark in formatted.entities]
    return formatted.text, marks


GOOD: list[tuple[str, str, Marks]] = [
    ("Halo", "Halo", []),
    ("<b>Halo</b>", "Halo", [("bold", 0, 4)]),
    ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
    (
        "<i>a</i><u>b</u><ins>c</ins>",
        "abc",
        [("italic", 0, 1), ("underline", 1, 1), ("underline", 2, 1)],
    ),
    (
        "<s>a</s><strike>b</strike><del>c</del>",
        "abc",
        [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
    ),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
    ("<code>a</code> <pre>b</pre>", "a b", [("code", 0, 1), ("pre", 2, 1)]),
    ('<pre><code class="language-python">x=1</code></pre>', "x=1", [("pre", 0, 3)]),
    ("<blockquote>q</blockquote>", "q", [("blockquote", 0, 1)]),
    ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
    ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2)]),
    ('<a href="https://t.me/lapak">toko</a>', "toko", [("text_link", 0, 4)]),
    ("<a href=lapak.id>toko</a>", "toko", [("text_link", 0, 4)]),
    ("<a>bukan tautan</a>", "bukan tautan", []),
    ("<B>Besar</B>", "Besar", [("bold", 0, 5)]),
    ("<b>tebal <i>miring</i></b>", "tebal miring", [("bold", 0, 12), ("italic", 6, 6)]),
    ("<b></b>kosong", "kosong", []),
    ("<b>tutup</>", "tutup", [("bold", 0, 5)]),
    ("👟 <b>Sepatu</b>", "👟 Sepatu", [("bold", 3, 6)]),
    ("<b>👨‍👩‍👧</b>!", "👨‍👩‍👧!", [("bold", 0, 8)]),
    ("1 &lt; 2 &gt; 0 &amp; &quot;ya&quot;", '1 < 2 > 0 & "ya"', []),
    ("&#65;&#x42;&#128095;", "AB👟", []),
    ("&nbsp;&hearts; & Co", "&nbsp;&hearts; & Co", []),
    ("<code>&lt;b&gt;</code>", "<b>", [("code", 0, 3)]),
    ("  \n<b>  tepi </b> \n", "tepi", [("bold", 0, 4)]),
    ("<code><b>x</b></code>", "x", [("code", 0, 1)]),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>", "ab", [("blockquote", 0, 2)]),
    ("<b class='x' id=7>y</b>", "y", [("bold", 0, 1)]),
    ("> panah saja", "> panah saja", []),
    (
        "/orders lihat https://lapak.id/a?b=1. @toko_anna #promo beli@lapak.id",
        "/orders lihat https://lapak.id/a?b=1. @toko_anna #promo beli@lapak.id",
        [
            ("bot_command", 0, 7),
            ("url", 14, 22),
            ("mention", 38, 10),
            ("hashtag", 49, 6),
            ("email", 56, 13),
        ],
    ),
    ("<b>lihat https://x.id</b>/a", "lihat https://x.id/a", [("bold", 0, 18)]),
    ("<code>/bukan_perintah</code>", "/bukan_perintah", [("code", 0, 15)]),
    ("<b>/start</b>", "/start", [("bold", 0, 6), ("bot_command", 0, 6)]),
]


@pytest.mark.parametrize(("source", "text", "marks"), GOOD)
def test_good_html_becomes_text_and_entities(source: str, text: str, marks: Marks) -> None:
    assert shown(source) == (text, sorted(marks, key=lambda mark: (mark[1], -mark[2], mark[0])))


BAD: list[tuple[str, str]] = [
    ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
    ("a <br> b", 'Unsupported start tag "br" at byte offset 2'),
    ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
    ("harga < 300", 'Unsupported start tag "" at byte offset 6'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b>x<i>y</i>", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("x <a href", "Unclosed start tag at byte offset 2"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ('<span class="big">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<a "x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
    ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
]


@pytest.mark.parametrize(("source", "words"), BAD)
def test_wrong_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)

    assert refusal.value.code == 400
    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


def test_a_link_keeps_its_address_and_code_its_language() -> None:
    link = tidy(*parse_html('<a href="https://x.id/?a=1&amp;b=2">x</a>')).entities[0]
    code = tidy(*parse_html('<pre><code class="language-sql">select 1</code></pre>')).entities[0]

    assert link.as_entity()["url"] == "https://x.id/?a=1&b=2"
    assert code.as_entity() == {"offset": 0, "length": 8, "type": "pre", "language": "sql"}


PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<blockquote>",
        "</blockquote>",
        '<a href="x.id">',
        "</a>",
        "&lt;",
        "&",
        "<",
        ">",
        " ",
        "\n",
        "a",
        "é",
        "👟",
        "/start",
        "@toko_anna",
        "https://x.id",
    ]
)


def read_or_refused(source: str) -> FormattedText:
    """What the source becomes; a refused one becomes nothing."""
    try:
        return tidy(*parse_html(source))
    except ApiError:
        return FormattedText()


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_source_is_refused_or_gives_entities_that_lie_in_the_text_and_never_cross(
    source: str,
) -> None:
    formatted = read_or_refused(source)

    assert formatted.text == formatted.text.strip()
    for mark in formatted.entities:
        assert 0 <= mark.offset < mark.end <= utf16_length(formatted.text)
        assert not any(mark.crosses(other) for other in formatted.entities)
