"""Text with marks: read as Telegram reads it, shown so that no page is harmed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.detecting import detect
from bot.sandbox.formatting import read_text, safe_html
from bot.sandbox.html_parsing import parse_html, utf16_length
from bot.sandbox.refusals import Refused


def test_marks_are_counted_in_utf16_units_after_parsing() -> None:
    text, entities = parse_html("🔧 <b>#12</b> 3号楼 &amp; <i>电<u>梯</u></i>")
    assert text == "🔧 #12 3号楼 & 电梯"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 3},
        {"type": "underline", "offset": 14, "length": 1},
        {"type": "italic", "offset": 13, "length": 2},
    ]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("好<foo>x</foo>", 'Unsupported start tag "foo" at byte offset 3'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("3 < 5", 'Unsupported start tag "" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
    ],
)
def test_broken_html_is_refused_with_telegrams_complaint(html: str, words: str) -> None:
    with pytest.raises(Refused) as no:
        parse_html(html)
    assert no.value.description == f"Bad Request: can't parse entities: {words}"


def test_only_four_named_references_are_known() -> None:
    assert (
        parse_html("&lt;b&gt; &amp; &quot; &#39; &#x6bb5; &nbsp; & &copy")[0]
        == "<b> & \" ' 段 &nbsp; & &copy"
    )


def test_links_and_quotes_and_spoilers_are_understood() -> None:
    _, entities = parse_html(
        '<a href="https://t.me/x?start=a&amp;b">去</a><blockquote expandable>引</blockquote>'
        "<tg-spoiler>藏</tg-spoiler><pre>p</pre><a>no</a>"
    )
    assert [entity["type"] for entity in entities] == ["text_link", "expandable_blockquote", "spoiler", "pre"]
    assert entities[0]["url"] == "https://t.me/x?start=a&b"


def test_blank_at_both_ends_is_dropped_and_marks_follow() -> None:
    assert read_text("  <b> 好 </b> \n", "HTML", []) == ("好", [{"type": "bold", "offset": 0, "length": 1}])


def test_a_command_a_mention_and_a_topic_end_where_a_word_ends() -> None:
    text = "/report@linli_bot 请 @linli_bot #报修 +86 138 0000 0000 https://example.org/a"
    assert [(e["type"], text[e["offset"] :][: e["length"]]) for e in detect(text, [])] == [
        ("bot_command", "/report@linli_bot"),
        ("mention", "@linli_bot"),
        ("hashtag", "#报修"),
        ("phone_number", "+86 138 0000 0000"),
        ("url", "https://example.org/a"),
    ]
    assert detect("/report电梯 @linli_bot电梯 a#报修 #12", []) == []


def test_a_page_is_shown_marks_and_never_the_markup_people_typed() -> None:
    text, entities = parse_html(
        '<b>T12</b> &lt;img src=x onerror=alert(1)&gt; <a href="https://t.me/x">去</a>'
    )
    assert safe_html(text, entities) == (
        "<b>T12</b> &lt;img src=x onerror=alert(1)&gt; "
        '<a href="https://t.me/x" rel="noreferrer noopener" target="_blank">去</a>'
    )
    assert (
        safe_html("去", [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}])
        == "去"
    )


class _Reader(HTMLParser):
    """The tags and the text a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


KINDS = st.sampled_from(["bold", "italic", "code", "spoiler", "text_link", "mention", "custom_emoji"])


@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
    marks=st.lists(st.tuples(KINDS, st.integers(0, 50), st.integers(1, 50)), max_size=6),
)
def test_whatever_the_marks_the_page_shows_the_same_words_in_known_tags(
    text: str, marks: list[tuple[str, int, int]]
) -> None:
    length = utf16_length(text)
    entities = [
        {"type": kind, "offset": start, "length": min(size, length - start), "url": "https://example.org"}
        for kind, start, size in marks
        if start < length
    ]
    reader = _Reader()
    reader.feed(safe_html(text, entities))
    reader.close()
    assert reader.tags <= {"b", "i", "code", "span", "a"}
    if all(ord(letter) < 0x10000 for letter in text):
        assert reader.text == text


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_and_never_breaks_the_sandbox(html: str) -> None:
    try:
        text, entities = parse_html(html)
    except Refused:
        return
    assert all(entity["offset"] + entity["length"] <= utf16_length(text) for entity in entities)
