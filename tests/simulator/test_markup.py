"""Telegram's HTML: what it means, and Telegram's words for what it can't read."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.entities import formatted, found_entities, utf16_length
from simulator.errors import ApiError
from simulator.markup import TAGS, parse_html
from simulator.render import shown_html

SIMPLE = {tag: kind for tag, kind in TAGS.items() if tag not in ("a", "span", "tg-emoji")}


def refusal(source: str) -> str:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.code == 400
    prefix = "Bad Request: can't parse entities: "
    assert caught.value.description.startswith(prefix)
    return caught.value.description.removeprefix(prefix)


# Before each tag stand 13 bytes: two stadiums of four bytes, a space and "&lt;".
@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        ("🏟 🏟&lt;<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<b>头疼", 'Can\'t find end tag corresponding to start tag "b"'),
        ("头疼<x>", 'Unsupported start tag "x" at byte offset 6'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<3", "Unclosed start tag at byte offset 0"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_is_refused_in_telegrams_words(source: str, error: str) -> None:
    assert refusal(source) == error


@pytest.mark.parametrize(("tag", "kind"), SIMPLE.items())
def test_every_tag_makes_its_entity(tag: str, kind: str) -> None:
    assert parse_html(f"➡️ ➡️<{tag}>➡️ ➡️</{tag}>") == (
        "➡️ ➡️➡️ ➡️",
        [{"offset": 5, "length": 5, "type": kind}],
    )


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        (
            '<a href="https://t.me/x?start=1&amp;a">here</a>',
            {"type": "text_link", "url": "https://t.me/x?start=1&a"},
        ),
        ("<a href='t.me/x'>here</a>", {"type": "text_link", "url": "http://t.me/x"}),
        ("<a href=t.me>here</a>", {"type": "text_link", "url": "http://t.me"}),
        ('<span class="tg-spoiler">here</span>', {"type": "spoiler"}),
        ('<tg-emoji emoji-id="5368">here</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "5368"}),
        ("<blockquote expandable>here</blockquote>", {"type": "expandable_blockquote"}),
        ('<pre><code class="language-python">here</code></pre>', {"type": "pre", "language": "python"}),
        ('<code class="language-python"><pre>here</pre></code>', {"type": "pre", "language": "python"}),
        ("<B>here</b>", {"type": "bold"}),
        ("<b>here</>", {"type": "bold"}),
    ],
)
def test_attributes_and_shapes_are_understood(source: str, entity: dict[str, str]) -> None:
    assert parse_html(source) == ("here", [{"offset": 0, "length": 4} | entity])


def test_a_link_to_a_user_is_a_mention() -> None:
    _, entities = parse_html('<a href="tg://user?id=77">她</a>')
    assert entities[0]["type"] == "text_mention"
    assert entities[0]["user"]["id"] == 77


@pytest.mark.parametrize("href", ["javascript:alert(1)", "not-a-url", "", "file:///etc/passwd"])
def test_a_link_that_leads_nowhere_is_plain_text(href: str) -> None:
    assert parse_html(f'<a href="{href}">here</a>') == ("here", [])


def test_only_telegrams_named_references_are_decoded() -> None:
    source = "&ge;&lt;&gt;&amp;&quot;&laquo;&raquo;&#12345678;&#39;&#x4e2d;&"
    assert parse_html(source) == ("&ge;<>&\"&laquo;&raquo;&#12345678;'中&", [])


def test_nested_entities_come_outermost_first() -> None:
    text, entities = parse_html("<b>a<i>b</i></b>")
    assert text == "ab"
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("bold", 0, 2),
        ("italic", 1, 1),
    ]


def test_code_shows_no_other_formatting() -> None:
    assert parse_html("<b>a<code>b</code></b>") == ("ab", [{"offset": 1, "length": 1, "type": "code"}])


def test_an_empty_tag_leaves_no_entity() -> None:
    assert parse_html("x<b></b>y") == ("xy", [])


trees = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6).map(lambda text: (html.escape(text), text)),
    lambda inner: st.tuples(st.sampled_from(["b", "i", "u", "s"]), st.lists(inner, max_size=3)).map(
        lambda pair: (
            f"<{pair[0]}>" + "".join(source for source, _ in pair[1]) + f"</{pair[0]}>",
            "".join(text for _, text in pair[1]),
        )
    ),
    max_leaves=12,
)


@given(trees)
def test_well_formed_html_keeps_its_text_and_its_entities_lie_inside(tree: tuple[str, str]) -> None:
    source, expected = tree
    text, entities = parse_html(source)
    assert text == expected
    assert len(entities) <= source.count("</")
    for entity in entities:
        assert entity["length"] > 0
        assert 0 <= entity["offset"] <= entity["offset"] + entity["length"] <= utf16_length(text)


@given(st.text(alphabet="<>/&;\"'= abiexpr-tg中🏟ltquo#1", max_size=40))
def test_any_text_is_parsed_or_refused_with_400(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except ApiError as error:
        assert error.code == 400
    else:
        assert all(entity["offset"] + entity["length"] <= utf16_length(text) for entity in entities)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_comes_back_unchanged(text: str) -> None:
    assert parse_html(html.escape(text, quote=False))[0] == text


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["b", "code", "blockquote"]))
def test_the_page_never_gets_markup_out_of_text(text: str, tag: str) -> None:
    shown = shown_html(*parse_html(f"<{tag}>{html.escape(text)}</{tag}>"))
    bare = shown.removeprefix(f"<{tag}>").removesuffix(f"</{tag}>")
    assert html.unescape(bare) == text or html.unescape(shown) == text
    assert "<" not in bare


def test_the_page_shows_links_and_surrogate_pairs_in_place() -> None:
    text, entities = formatted("🏟🏟<b>粗</b> https://example.org/?a=1&b=2", "HTML", None)
    assert shown_html(text, entities) == (
        '🏟🏟<b>粗</b> <a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer" '
        'target="_blank">https://example.org/?a=1&amp;b=2</a>'
    )


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("/start abc", "bot_command", "/start"),
        ("发 /help@test_bot 看看", "bot_command", "/help@test_bot"),
        ("见 https://t.me/test_bot?start=1，谢谢", "url", "https://t.me/test_bot?start=1"),
        ("t.me/test_bot", "url", "t.me/test_bot"),
        ("@test_bot 你好", "mention", "@test_bot"),
        ("邮件 a.b@example.org", "email", "a.b@example.org"),
        ("电话 +8613800000001", "phone_number", "+8613800000001"),
        ("#低保 怎么办", "hashtag", "#低保"),
    ],
)
def test_plain_text_is_searched_for_what_can_be_tapped(text: str, kind: str, part: str) -> None:
    (entity,) = found_entities(text)
    assert entity["type"] == kind
    units = text.encode("utf-16-le")
    start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
    assert units[start:end].decode("utf-16-le") == part


@pytest.mark.parametrize("text", ["3/4 斤", "a/b", "#1", "12:30", "and/or", "价格 3.50", "0.5@2"])
def test_plain_text_without_anything_to_tap_has_no_entities(text: str) -> None:
    assert found_entities(text) == []


def test_spaces_at_both_ends_are_cut_and_entities_follow() -> None:
    assert formatted("  <b>x</b>  \n", "HTML", None) == ("x", [{"offset": 0, "length": 1, "type": "bold"}])
    assert formatted(" \nhello ", None, [{"type": "bold", "offset": 1, "length": 20}]) == (
        "hello",
        [{"type": "bold", "offset": 0, "length": 5}],
    )


def test_links_inside_code_are_not_found() -> None:
    _, entities = formatted("<code>https://example.org</code>", "HTML", None)
    assert [entity["type"] for entity in entities] == ["code"]


@pytest.mark.parametrize(
    ("mode", "code", "error"),
    [
        ("Markdown", 501, "Not Implemented: parse_mode Markdown is not simulated"),
        ("MarkdownV2", 501, "Not Implemented: parse_mode MarkdownV2 is not simulated"),
        ("bbcode", 400, "Bad Request: unsupported parse_mode"),
    ],
)
def test_other_parse_modes_are_refused(mode: str, code: int, error: str) -> None:
    with pytest.raises(ApiError) as caught:
        formatted("x", mode, None)
    assert (caught.value.code, caught.value.description) == (code, error)


@given(st.text())
def test_length_counts_utf16_units(text: str) -> None:
    assume_valid = text.encode("utf-8", "ignore").decode()
    assert utf16_length(assume_valid) == sum(2 if ord(char) > 0xFFFF else 1 for char in assume_valid)
