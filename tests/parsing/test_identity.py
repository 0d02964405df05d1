"""Who reports, for which year, and where: told from the words of a report."""

from __future__ import annotations

import pytest

from parsing import read_report
from parsing.divisions import divisions
from parsing.identity.kinds import kind_of_organ
from parsing.model import Source
from tests.parsing.texts import agency, read_with_table


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("沈阳市应急管理局2020年度政府信息公开工作报告", "沈阳市应急管理局"),
        ("2022年度青禾镇政府信息公开工作年度报告", "青禾镇"),
        ("临淄区水利局\n2021年政府信息公开工作年度报告", "临淄区水利局"),
        ("临淄区水利局\n2021年政府信息公开工作年度报告全文", "临淄区水利局"),
        ("现向社会公布渝中区审计局2024年政府信息公开工作年度报告。", "渝中区审计局"),
        ("杭州市應急管理局2021年政府信息公開工作年度報告", "杭州市应急管理局"),
        ("2021年，阜新市商务局认真贯彻落实《条例》。", "阜新市商务局"),
        ("来源：阜新市商务局 责任编辑：某某", "阜新市商务局"),
        ("当前位置：首页 > 年报 > 临淄区水利局2021年政府信息公开工作年度报告", "临淄区水利局"),
        ("关于公布临淄区水利局2021年政府信息公开工作年度报告的公告", "临淄区水利局"),
        ("关于发布《临淄区水利局2021年政府信息公开工作年度报告》的通知", "临淄区水利局"),
        ("临淄区水利局关于公布2021年政府信息公开工作年度报告的通知", "临淄区水利局"),
        ("临淄区水利局政府信息公开工作年度报告（2021年度）", "临淄区水利局"),
        ("临淄区水利局2021年度政务公开工作年度报告", "临淄区水利局"),
        ("临淄区水利局2021年政府信息公开工作总结", "临淄区水利局"),
        ("临淄区水利局关于2021年政府信息公开工作情况的报告", "临淄区水利局"),
        ("临淄区水利局2021年政府信息公开2021年度报告", "临淄区水利局"),
        ("【年报】临淄区水利局2021年政府信息公开工作年度报告", "临淄区水利局"),
        ("3.临淄区水利局2021年政府信息公开工作年度报告", "临淄区水利局"),
        ("## **临淄区水利局2021年政府信息公开工作年度报告**", "临淄区水利局"),
        ("临淄区水利局\n2021年度\n政府信息公开工作年度报告", "临淄区水利局"),
        ("临淄区水利局2021年政府信\n息公开工作年度报告", "临淄区水利局"),
        ("临 淄 区 水 利 局\n2021 年政府信息公开工作年度报告", "临淄区水利局"),
        ("临淄区2019年度重点工程指挥部2021年政府信息公开工作年度报告", "临淄区2019年度重点工程指挥部"),
        ("中国（上海）自由贸易试验区管理委员会2021年政府信息公开年报", "中国（上海）自由贸易试验区管理委员会"),
        ("2021年政府信息公开工作年度报告\n临淄区水利局  2022年1月20日", "临淄区水利局"),
        ("2021年政府信息公开工作年度报告\n主办单位：临淄区人民政府办公室", None),
        ("临淄区人民政府\n政府信息公开年报\n首页\n2021年政府信息公开年报\n来源：临淄区水利局", "临淄区水利局"),
        ("本年度报告由临淄区水利局根据《条例》编制，统计期限为全年。", "临淄区水利局"),
        ("临淄区水利局（以下简称“我局”）根据《条例》编制2021年度政府信息公开工作年度报告。", "临淄区水利局"),
        ("按照《条例》要求，现将临淄区水利局2021年政府信息公开工作情况报告如下：", "临淄区水利局"),
        ("按照《条例》要求，现将我局2021年政府信息公开工作情况报告如下：", None),
        ("根据规定，临淄区水利局特向社会公布2021年政府信息公开工作年度报告。", "临淄区水利局"),
        ("结合临淄区水利局工作实际，编制本报告。", "临淄区水利局"),
        ("如有疑问，请与临淄区水利局办公室联系。", "临淄区水利局"),
        (
            "根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》编制。",
            None,
        ),
    ],
)
def test_the_organ_is_named_as_printed(text: str, name: str | None) -> None:
    assert agency(text) == name


def test_the_fullest_printing_of_a_name_is_taken() -> None:
    text = "洪泽区水利局2023年政府信息公开工作年度报告\n请与淮安市洪泽区水利局联系。"
    assert agency(text) == "淮安市洪泽区水利局"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("某局2020年政府信息公开工作年度报告", 2020),
        ("某局二〇二三年政府信息公开工作年度报告", 2023),
        ("数据统计期限自2021年1月1日起至2021年12月31日止。", 2021),
        ("2021年，我局公开信息8条。\n2022年，我局将继续推进。", 2021),
        ("本报告数据统计期限为202111日至20211231日。", None),
        ("某局 2 0 2 3 年政府信息公开工作年度报告", 2023),
        ("2023某局政府信息公开工作年度报告", 2023),
        ("某局政府信息公开工作年度报告（2023年度）", 2023),
        ("某局2019年度重点工程指挥部2023年政府信息公开工作年度报告", 2023),
        ("数据统计期限为2023.1.1-2023.12.31。", 2023),
    ],
)
def test_a_year_is_taken_only_where_it_is_printed_whole(text: str, year: int | None) -> None:
    report = read_with_table(text)
    assert report.fiscal_year == year
    assert ("year-not-found" in {problem.code for problem in report.problems}) == (year is None)


@pytest.mark.parametrize("last", ["31", "30"])
def test_years_that_contradict_each_other_are_told(last: str) -> None:
    report = read_with_table(f"某局2020年政府信息公开工作年度报告\n统计期限自2021年1月1日起至2021年12月{last}日止。")
    problem = next(problem for problem in report.problems if problem.code == "year-ambiguous")
    assert report.fiscal_year is None
    assert problem.values["candidates"] == "2020、2021"


LAST_YEARS: list[str] = [
    "统计期限为2022年1月1日至2022年12月31日。",
    "统计期限自2022年1月1日起至2022年12月31日止。",
    "统计期限为2022.1.1-2022.12.31。",
    "本报告所列数据截至2022年12月31日。",
    "现公布某局2022年政府信息公开工作年度报告，统计期限为2022年1月1日至2022年12月31日。",
]


@pytest.mark.parametrize("sentence", LAST_YEARS)
@pytest.mark.parametrize(
    ("title", "published", "year"),
    [
        ("某局2023年政府信息公开工作年度报告", "2024年1月15日", 2023),
        ("某局2022年政府信息公开工作年度报告", "2024年1月15日", 2022),  # late, but title and sentence agree
        ("某局2023年政府信息公开工作年度报告", "2023年1月15日", 2022),  # called by the year in which it came out
        ("某局2023年政府信息公开工作年度报告", "2025年1月15日", None),
        ("某局2023年政府信息公开工作年度报告", "2024年11月15日", None),  # a page that was moved
        ("某局2023年政府信息公开工作年度报告", "", None),
    ],
)
def test_a_sentence_of_last_year_does_not_outweigh_the_title(
    title: str, published: str, year: int | None, sentence: str
) -> None:
    report = read_with_table(f"{title}\n发布时间：{published}\n{sentence}\n一、总体情况\n我局公开信息20条。")
    assert report.fiscal_year == year
    assert ("year-ambiguous" in {problem.code for problem in report.problems}) == (year is None)


@pytest.mark.parametrize(
    ("lines", "published", "year"),
    [
        # the heading of last year's column and last year's sentence against the title
        (("2022年政府信息公开年报", "某局2023年政府信息公开工作年度报告", LAST_YEARS[0]), "2024年1月15日", None),
        (("2022年政府信息公开年报", "某局2023年政府信息公开工作年度报告", LAST_YEARS[0]), "", None),
        # last year's report below the title
        (("某局2022年政府信息公开工作年度报告", "某局2021年政府信息公开年报", LAST_YEARS[0]), "2023年1月15日", 2022),
        (
            ("某局2022年政府信息公开工作年度报告", "某局2021年政府信息公开年报"),
            "",
            2021,
        ),  # the title nearest to the body
        # a sentence that tells of last year's report
        (("某局2022年政府信息公开工作年度报告", "2022年，我局按时发布2021年政府信息公开工作年度报告。"), "", 2022),
    ],
)
def test_titles_of_several_years(lines: tuple[str, ...], published: str, year: int | None) -> None:
    report = read_with_table("\n".join((f"发布时间：{published}", *lines, "一、总体情况", "我局公开信息20条。")))
    assert report.fiscal_year == year


@pytest.mark.parametrize("sentence", LAST_YEARS)
def test_a_title_repeated_in_the_head_of_the_page_is_still_one_title(sentence: str) -> None:
    title = "某局2023年政府信息公开工作年度报告"
    page = f"<title>{title}</title><h1>{title}</h1><p>{sentence}</p><p>一、总体情况</p><p>公开信息20条。</p>"
    assert read_report(Source("report.html", page.encode())).fiscal_year is None


def test_a_period_of_last_year_is_told_where_title_and_date_agree() -> None:
    lines = (
        "某局2023年政府信息公开工作年度报告",
        "发布时间：2024年1月15日",
        LAST_YEARS[0],
        "一、总体情况",
        "我局公开。",
    )
    assert [finding.code for finding in read_with_table("\n".join(lines)).findings] == ["year-stale"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("来源：某局 时间：2021年01月29日", "2021-01-29"),
        ("公開日期: 2022-01-27", "2022-01-27"),
        ("发布日期 | 2020-01-21", "2020-01-21"),
        ("时间：2021年02月30日", None),
        ("电话：2021-01-29", None),
    ],
)
def test_the_date_of_publication(text: str, published: str | None) -> None:
    found = read_with_table(text).published
    assert (found.isoformat() if found else None) == published


@pytest.mark.parametrize(
    ("name", "sign", "code"),
    [
        ("沈阳市应急管理局", "", "210100"),
        ("淮安市洪泽区水利局", "", "320813"),
        ("渝中区审计局", "", "500103"),
        ("上海市水务局", "", "310000"),
        ("鼓楼区水利局", "", None),
        ("鼓楼区水利局", "网站标识码：3201060001", "320106"),
        ("鼓楼区水利局", "闽ICP备05001234号", "350102"),
        ("通州区水利局", "电话：0513-86512345", "320612"),
        ("青禾镇人民政府", "网站标识码：3703050001", "370305"),
    ],
)
def test_the_division_by_the_name_and_by_the_signs_of_the_site(name: str, sign: str, code: str | None) -> None:
    found = read_with_table(f"{name}2020年政府信息公开工作年度报告\n{sign}").agency
    assert found is not None
    assert found.division_code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("国家税务总局淮安市洪泽区税务局", "320813"),
        ("共青团淮安市洪泽区委员会", "320813"),
        ("杭州市演示区水利局", None),  # a district that no list has
        ("杭州市高新区管理委员会", "330100"),
        ("青禾镇人民政府", None),  # a city's site does not tell in which of its counties a town lies
    ],
)
def test_the_division_inside_a_name_or_of_a_town(name: str, code: str | None) -> None:
    found = read_with_table(f"{name}2020年政府信息公开工作年度报告\n网站标识码：3703000001").agency
    assert found is not None
    assert found.division_code == code


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("发布日期：2024-01-22", "2024-01-22"),
        ("发 布 日 期：2024年1月22日", "2024-01-22"),
        ("发布时间：20240122", "2024-01-22"),
        ("信息提供日期 : 2024-01-22 15:50来源 : 某局", "2024-01-22"),
        ("成文日期：2024-01-12 发布日期：2024-01-22", "2024-01-22"),
        ("更新时间：2024-06-05 发布时间：2024-01-22", "2024-01-22"),
        ("打印时间：2026-03-01 发布时间：2024-01-22", "2024-01-22"),
        ("访问时间：2026-03-01", None),
        ("今天是：2026年3月1日", None),
        ("发布日期：2024-02-30", None),
        ("发布日期：202401-22", None),
        ("发布日期：\n2024-01-22", "2024-01-22"),
        ("2024-01-22 10:11", "2024-01-22"),
        ("2024-01-22 作者：佚名 点击数：", "2024-01-22"),
        ("Published Time: 2024-01-22T10:54:00+08:00", "2024-01-22"),
        ("甲局2016年政府信息公开年报 发布时间：2017-01-20\n发布时间：2024-01-22", "2024-01-22"),
    ],
)
def test_the_date_of_publication_by_its_name_and_by_its_distance(printed: str, published: str | None) -> None:
    found = read_with_table(f"{printed}\n临淄区水利局2023年政府信息公开工作年度报告").published
    assert (found.isoformat() if found else None) == published


@pytest.mark.parametrize("name", ["PubDate", "publishDate", "og:release_date", "firstpublishedtime"])
def test_the_date_of_publication_in_the_head_of_a_page(name: str) -> None:
    page = f'<html><head><meta name="{name}" content="2024-01-22 10:11"></head><body>发布日期：2024-02-01</body></html>'
    found = read_report(Source("report.html", page.encode())).published
    assert found is not None
    assert found.isoformat() == "2024-01-22"


def test_an_ambiguous_division_is_told_with_its_candidates() -> None:
    report = read_with_table("鼓楼区水利局2020年政府信息公开工作年度报告")
    problem = next(problem for problem in report.problems if problem.code == "region-ambiguous")
    assert "320106" in str(problem.values["divisions"])


@pytest.mark.parametrize(
    ("name", "level", "kind"),
    [
        ("沈阳市应急管理局", "city", "emergency"),
        ("西藏自治区民委", "province", "ethnic"),
        ("自治区审计局", "province", "audit"),
        ("地区审计局", "city", "audit"),
        ("青禾街", "township", "township"),
        ("渝中区审计局", "county", "audit"),
        ("青禾镇人民政府", "township", "township"),
        ("淮安市洪泽区人民政府", "county", "government"),
        ("上海市人民政府办公厅", "province", "government"),
        ("永定县政府", "county", "government"),
        ("兴安盟行政公署办公室", "city", "government"),
        ("国家税务总局淮安市洪泽区税务局", "county", "tax"),
        ("国家税务总局", "national", "tax"),
        ("海关总署", "national", "customs"),
        ("沈阳市和平区南湖街道办", "township", "township"),
        ("国家税务总局张家港市税务局", "county", "tax"),
        ("贵港市审计局", "city", "audit"),
        ("中山市港口镇人民政府", "township", "township"),
        ("泰州医药高新区", None, "zone"),
    ],
)
def test_level_and_kind_of_an_organ(name: str, level: str | None, kind: str) -> None:
    found = read_with_table(f"{name}2020年政府信息公开工作年度报告").agency
    assert found is not None
    assert level is None or found.level == level
    assert found.kind == kind


def test_the_names_of_divisions_do_not_tell_what_kind_of_organ_reports() -> None:
    for division in divisions().values():
        assert kind_of_organ(division.name) == kind_of_organ(f"{division.name}人民政府") == "government"
        assert kind_of_organ(f"{division.name}审计局") == "audit"
