"""An article that a page carries as data is read where the page shows none."""

from __future__ import annotations

import json
from html import escape

import pytest

from parsing.readers import html
from tests.readers.documents import shape

ROWS = [[f"行{row}", "1", "2"] for row in range(6)]
TABLE = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in ROWS)
ARTICLE = f"<p>三、申请</p>\n<table>{TABLE}</table><p>五、“问题”𠮷</p>"
READ = ["三、申请", ROWS, "五、“问题”𠮷"]
STRING = json.dumps(ARTICLE)


@pytest.mark.parametrize(
    "carrier",
    [
        f"<script>// it's\nvar a = 'x', content={STRING.replace('</', '<' + chr(92) + '/')};</script>",
        f"<script>show(`{ARTICLE}`)</script>",
        f"<script>f('{ARTICLE.replace('<', chr(92) + 'x3c').replace(chr(10), chr(92) + 'n')}')</script>",
        f'<script type="application/json">{json.dumps({"a": ["x", ARTICLE]}).replace("<", chr(92) + "u003c")}</script>',
        f"<script>JSON.parse({json.dumps(json.dumps({'a': ARTICLE}))})</script>",
        f"<script>a = {json.dumps(escape(ARTICLE))}</script>",
        f'<script type="text/template">{ARTICLE}</script>',
        f"<textarea style='display:none'>{escape(ARTICLE)}</textarea>",
        f'<iframe srcdoc="{escape(ARTICLE)}"></iframe>',
        f'<input type="hidden" value="{escape(ARTICLE)}">',
        f"<div>{escape(ARTICLE)}</div>",
        f"<script>a = {STRING}; b = {STRING}</script>",
    ],
)
def test_an_article_carried_as_data_is_read(carrier: str) -> None:
    document = html.read(f"<html><head><title>某局年报</title></head><body><p>首页</p>{carrier}</body>".encode())
    assert shape(document) == READ
    assert document.head == {"title": "某局年报"}
    assert [problem.code for problem in document.problems] == ["page-data-read"]


@pytest.mark.parametrize(
    "page",
    [
        f"<p>首页</p><script>a = {STRING}; b = {json.dumps(ARTICLE.replace('申请', '其他'))}</script>",
        f"<p>首页</p><script>a = {json.dumps(ARTICLE.removesuffix('</table><p>五、“问题”𠮷</p>'))}</script>",
        f"<p>首页</p><script>/* {ARTICLE} */ // {STRING}</script>",
        '<p>首页</p><script>a = "<table><tr><td>1</td></tr></table>"</script>',
        f"<p>{'首页' * 100}</p><script>a = {STRING}</script>",
    ],
)
def test_one_of_several_or_a_part_or_less_than_is_shown_is_not_read(page: str) -> None:
    document = html.read(page.encode())
    assert document.problems == ()
    assert "行0" not in str(document.blocks)


def test_what_a_page_shows_goes_before_what_it_carries() -> None:
    other = json.dumps(ARTICLE.replace("行", "列") + "更多" * 100)
    assert shape(html.read(f"{ARTICLE}<script>a = {other}</script>".encode())) == READ
