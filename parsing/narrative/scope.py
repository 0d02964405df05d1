"""Whether a number in a sentence is about the reporting organ and the whole of the reporting year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from parsing.folding import is_in_order
from parsing.model import Report
from parsing.narrative.sentences import Clause, Sentence

_YEAR: Final = re.compile(r"(?<![\d〔\[(])(?P<year>20\d\d)(?=年(?!度?结转))")
_OPENING_YEAR: Final = re.compile(r"^(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.])?[^,。]{0,12}?(?P<year>20\d\d)年")
_QUOTED: Final = re.compile(r"[《“\"〔][^》”\"〕]*[》”\"〕]")
_ASIDE: Final = re.compile(r"\([^()]*\)")
_EARLIER: Final = re.compile(
    r"去年|上一?年|前年|同期|往年|历年|历次|同比|环比|增长|增加|减少|下降|回落|上升|较(?:上|去|前|往|20)|比(?:上|去|前|往|20)|[近前][两二三三四五几]年|十[二三四五]五"
)
_PART: Final = re.compile(
    r"上半年|下半年|季度|年初|(?<!\d)(?:[1-9]|1[0-2])月|[一二三四五六七八九十]月份?|每[年月周日季]|月均|年均|平均|日均|目前为止"
    r"|(?:20\d\d|[近前]\S)年以来|自\S{2,12}以来|(?<!今年)以来|[两二三四五近]年来|累计至|历史|20\d\d年?(?:至|到|—|-|–|~)20\d\d年"
)
_SINCE: Final = re.compile(r"\([^()]{0,30}(?:以来|累计|20\d\d年?(?:至|到|—|-|–|~)20\d\d年)")
_NEAR: Final = 200  # characters before a number among which the organ that acts is named
_OTHERS: Final = re.compile(
    r"全[市区县省州旗系国]|各(?:[区县市旗镇乡]|级|部门|单位|街道|局|科室|村|社区|委办|有关|相关|乡镇|镇街|股室|处室)|系统(?:共|内|各|全年)|[局委厅院]属|下属|所属|直属|辖区|下辖|兄弟单位"
    r"|[县区市]\([县区市、]+\)|其他(?:单位|部门)|上级(?:部门|单位|机关)?转|(?:区|县|市)直(?:部门|单位)"
    r"|我[省市区县旗州](?![^,。;:、\d]{2,10}(?:局|委|厅|办|中心))"
)
# An organ that is named by its division and does something: 区政府办公室共收到, 市生态环境局作出.
_ORGAN: Final = re.compile(
    r"(?:^|[,;:、]|(?<=[年度由]))(?P<organ>[省市区县旗州](?:[^,。;:、\d年]{0,12}?(?:局|委|厅|中心|支队|大队)|[^,。;:、\d年]{0,4}政府(?:办公?室?)?))"
    r"(?:全年|年内|本年度?|今年)?(?:一?共|共计|累计|总计|依法)*(?:收到|受理|接收|作出|办理|办结|制发|印发|实施)"
)
_GOVERNED: Final = re.compile(r"(?P<division>[省市区县旗州])(?:人民政府|管理委员会|管委会)?(?:办公[厅室])?$")
_PLANNED: Final = re.compile(
    r"将(?:要|会|在|进一步)|(?<![草模虚])拟(?:于|定|作|对|给)|计划|力争|确保|避免|防止|杜绝|不得|应当|以上的|不超过|目标"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The year that is reported, the division for which the organ speaks (区 in the report of a 区), and its name."""

    fiscal_year: int | None
    whole: str
    organ: str = ""

    def covers(self, sentence: Sentence, clause: Clause, *, names_others: bool = False) -> bool:
        """Whether a clause is about this year as a whole and this organ alone.

        ``names_others``: the clause speaks of what passes from year to year, so that another year is no objection.
        """
        end = clause.start + len(clause.text)
        before = sentence.text[:end]
        if _SINCE.match(sentence.text[end:]) or self._is_of_another_organ(before):
            return False
        if (
            _PART.search(_QUOTED.sub("", before).replace(f"{self.fiscal_year}年以来", ""))
            or _PLANNED.search(clause.text)
            or self._is_about_others(before)
        ):
            return False
        if self.whole and "本级" in clause.text:  # the tables may count what it governs too
            return False
        return names_others or (not _EARLIER.search(clause.text) and self._is_this_year(sentence, clause))

    def _is_about_others(self, before: str) -> bool:
        words = _QUOTED.sub("", before)
        return _OTHERS.search(re.sub(f"[全我]{self.whole}", "", words) if self.whole else words) is not None

    def _is_of_another_organ(self, before: str) -> bool:
        """Whether an organ acts whose name is not even a short form of the reporting organ's."""
        if not self.organ:
            return False
        named = (match["organ"] for match in _ORGAN.finditer(before[-_NEAR:]))
        return any(not is_in_order(name, self.organ) for name in named)

    def _is_this_year(self, sentence: Sentence, clause: Clause) -> bool:
        if self.fiscal_year is None:
            return True
        year = _last_year_named(sentence, clause.start + len(clause.text))
        return year in {None, self.fiscal_year}


def scope_of(report: Report) -> Scope:
    """What the claims of a report can be about."""
    governed = _GOVERNED.search(report.agency.name) if report.agency else None
    return Scope(
        report.fiscal_year, governed["division"] if governed else "", report.agency.name if report.agency else ""
    )


def _last_year_named(sentence: Sentence, end: int) -> int | None:
    """The year that was named last before the end of a clause, else with which the passage opened."""
    named = list(_YEAR.finditer(_ASIDE.sub("", _QUOTED.sub("", sentence.text[:end]))))
    if named:
        return int(named[-1]["year"])
    opening = _OPENING_YEAR.match(sentence.passage.text)
    return int(opening["year"]) if opening and sentence.start else None
