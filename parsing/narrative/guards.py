"""What a clause is about, and the words that leave a claim no other reading, or leave it one too many."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from parsing.narrative.nothing import Nothing
from parsing.narrative.numerals import Quantity
from parsing.narrative.patterns import Pattern
from parsing.narrative.sentences import Clause, Sentence

_APPLICATIONS: Final = re.compile(
    r"依(?:法)?申请(?!政务|事项|类|办理|服务|审批)|公开申请|政府信息申请|信息公开.{0,4}申请"
)
_REMEDIES: Final = re.compile("复议|诉讼")
_DOCUMENTS: Final = re.compile("规范性文件")
_REGULATIONS: Final = re.compile("规章(?!制度)")
_INFORMATION: Final = re.compile("信息公开|政务公开|公开(?:政府|政务)?信息|依申请|公开行政复议|信息.{0,6}公开")
_OTHER_WORK: Final = re.compile(
    r"建议|提案|议案|留言|来信|来电|热线|网民|咨询|培训|信箱|12345|民意|在线访谈|听证|问政|督办|舆情|好差评|纠纷|调解|援助|公证"
    r"|政务服务|行政许可|低保|救助|补贴|审批"
)
_PARTLY: Final = re.compile(  # by one channel, by one kind of applicant, or after a step of the procedure
    r"网[上络站]|在线|线上|邮[寄件箱政递]|信[函件]|书面|当面|现场|窗口|传真|电话|电子|平台|自然人|公民|企业|法人|律师|记者|涉及|有关|关于|其中"
    r"|撤[回销]|补正|延期|逾期|超期|不予受理|转[办交送来]|(?<!各)类(?!情况)|为[^,]{0,6}对象|代表|协助|征求|不属于|(?<![按照据合])要求(?!$|公开(?:政府|政务)信息的申请)"
)
_RESULT: Final = re.compile(
    "维持|纠正|纠错|撤[销回]|驳回|审结|结案|未结|败诉|胜诉|开庭|一审|二审|再审|出庭|应诉|答辩|尚未|新[收增]|上诉|协助"
    "|[受审]理|审查"  # what an organ does that decides on reviews
)
_REVIEWER: Final = re.compile("作为(?:行政)?复议机关|复议机关(?:共|全年)")
_NOT_SUED: Final = re.compile("第三人|共同被告")
_NOT_YET_DONE: Final = re.compile("公开|公示|发布|上传|录入|更新|推送|归集|报送|公布|上网|挂网|双公示|受理|收到|接收")
_DONE: Final = re.compile("作出|做出|办理|办结|实施|下达|核发|处理|给予|完成")
_SOME_DECISIONS: Final = re.compile(
    "对[^,]{0,6}(?:个人|单位|企业|公民|法人|公司)|简易程序|普通程序|一般程序|当场|快速办理|首违|轻微|减轻|从轻|撤[销回]|注销|变更|吊销|延续|补发|换发"
)
_SOME_REMEDIES: Final = re.compile("直接(?:起诉|提起)|复议后|未经复议|[一二再]审(?!结)|上年结转")
_ONE_BY_ONE: Final = re.compile("分别|各")
_EACH: Final = re.compile("分别|各|均")
_NOT_DECISIONS: Final = re.compile(
    "信息(?!公开)|事项|目录|清单|案卷|评查|培训|立案|查处|移送|罚款|项目|栏目|指南|文书样|裁量"
)
_CASE_COUNTERS: Final = frozenset({"件", "件次", "起", "宗", "份", "个", "次", "例", "项", "笔", "条", "人次", ""})
_DECISION_COUNTERS: Final = frozenset({"件", "件次", "起", "宗", "份", "个", "次", "例", "项", "笔", ""})
_DOCUMENT_COUNTERS: Final = frozenset({"件", "份", "个", "部", "项", ""})
_NOT_TAKEN_UP: Final = re.compile("不予受理|未予受理|未受理")
_MODIFIED: Final = re.compile("失效|修改|修订")
_MADE_BY_OTHERS: Final = re.compile(
    "以(?![本我])[^,]{2,14}名义|(?:(?<![本我])部门|联合|报[送请][^,]{2,8}|代[^,]{2,8})(?:一?共|共计|新|起草并)?(?:制发|制定|印发|出台|下发)"
)
_LISTED: Final = re.compile(
    "(?P<issued>制发|制定|印发|出台)|(?P<disclosed>公开)|(?P<repealed>废止)|修[订改]|清理|失效|审查|备案|解读"
)
_ANYONE: Final = re.compile("(?:(?:公民|自然人)、)?法人(?:或者?|和|及)其他(?:组织|团体)|社会公众|有关")
_REST: Final = re.compile("其[他它余]")
_SOME_ANSWERS: Final = re.compile(
    "当场|当面|口头|电话|书面|纸质|信函|网[上站络]|线上|平台|邮|直接|逾期|超期|延期|[上去往]年|本年度?(?:新收|受理|申请)|结转|协[助同办]|配合|会同|参与|指导|督[促办]|代为|转[办交送来]"
)
_WITH_PARTLY: Final = re.compile(r"\((?:含|其中|包括|包含)[^()]{0,30}部分公开")
_ATTRIBUTES: Final = re.compile(  # of an organ's own papers: to be published, on request, not at all
    "公文属性|(?:公文|发文)[^;]{0,60}(?:主动公开|依申请公开)|(?<!已)主动公开(?:类|的|信息|文件|公文|数量|数)*\\d+[件条份][^。]{0,14}?[、,;]依申请公开(?:类|的|信息|文件|公文|数量|数)*\\d"
    "|(?<!收到|受理|办理|答复)依申请公开(?:类|的|信息|文件|公文|数量|数)*\\d+[件条份][、,;]不予公开"
)
_NOT_CHARGED: Final = re.compile("减|免|降低|停征|取消|退|节约|少收")
_REMEDY_NAMES: Final = re.compile("复议|诉讼|应诉")
_DECISION_NAMES: Final = re.compile("许可|处罚|强制")
_COERCION_KINDS: Final = re.compile("行政强制(措施|执行)")
_ALL_ANSWERS: Final = frozenset({"answered", "handled"})
_AMOUNTS: Final = frozenset({"fees", "information_fee", "procurement_amount"})
_DECIDED: Final = frozenset({"licensing", "penalties", "coercion"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity that a pattern takes for a claim, with the words around it and what they have been about."""

    pattern: Pattern
    quantity: Quantity
    sentence: Sentence
    clause: Clause
    context: str


def about(text: str) -> str:
    """What words are about: applications, remedies, documents, or other work; nothing where they do not tell."""
    if _REMEDIES.search(text):
        return "remedies"
    if _APPLICATIONS.search(text):
        return "applications"
    if _OTHER_WORK.search(text):
        return "other"
    if _DOCUMENTS.search(text):
        return "documents"
    if _REGULATIONS.search(text):
        return "regulations"
    return "procurement" if "政府集中采购" in text else ""


def remedy_named(text: str) -> str | None:
    """Reviews or lawsuits, where words name one of them; empty where they name both; None where neither."""
    named = {"lawsuits" if name == "诉讼" else "reviews" for name in _REMEDIES.findall(text)}
    return None if not named else named.pop() if len(named) == 1 else ""


def is_some_remedies(sentence: Sentence) -> bool:
    """Whether a sentence tells cases apart by the way or the instance, so that their results are not those of all."""
    return _SOME_REMEDIES.search(sentence.text) is not None


def counts_cases(quantity: Quantity) -> bool:
    """Whether the counter is one for cases."""
    return quantity.counter in _CASE_COUNTERS


def counts_documents(subject: str) -> bool:
    """Whether a subject is a number of documents or regulations."""
    return subject.startswith(("documents", "regulations"))


def is_plain(candidate: Candidate) -> bool:
    """Whether counter and words leave no other reading."""
    subject = candidate.pattern.subject
    guard = _GUARDS["received" if subject == "received" else candidate.pattern.context]
    return _can_count(subject, candidate.quantity) and guard(candidate)


def is_plainly_none(nothing: Nothing, words: str, sentence: Sentence, context: str) -> bool:
    """Whether words that say there was none say it of everything, and of this."""
    if nothing.context == "remedies":
        return _is_about_information(sentence) and not _RESULT.search(words)
    if nothing.context == "applications":
        return context == "applications" and not (_is_some(words) or _REMEDIES.search(words))
    if nothing.context == "decisions":
        return not _NOT_DECISIONS.search(words) and not _NOT_YET_DONE.search(words)
    if "received" in nothing.subjects:
        return not (_is_some(words) or _REMEDIES.search(words) or _OTHER_WORK.search(words))
    return True


def _is_some(words: str) -> bool:
    """Whether words are about some applications only: of one kind, or besides those that were named."""
    told = _ANYONE.sub("", words).replace("公民依法提出", "").replace("公民提出", "")
    return _PARTLY.search(told) is not None or _REST.search(told) is not None


def _can_count(subject: str, quantity: Quantity) -> bool:
    """Whether the counter can count the subject."""
    if quantity.is_money or subject in _AMOUNTS:
        return quantity.is_money and subject in _AMOUNTS
    if subject in _DECIDED:
        return quantity.counter in _DECISION_COUNTERS
    if counts_documents(subject):
        return quantity.counter in _DOCUMENT_COUNTERS
    return quantity.counter in _CASE_COUNTERS


# ---- Guards, by the context that a pattern asks for -----------------------------------------------------------------


def _received(candidate: Candidate) -> bool:
    """All applications, by whatever channel; none of the organ's other work."""
    sentence, clause = candidate.sentence, candidate.clause
    if candidate.context in {"other", "remedies"} or _PARTLY.search(_ANYONE.sub("", clause.masked)):
        return False
    if _ATTRIBUTES.search(sentence.text):
        return False
    if "收" not in clause.text and _NOT_TAKEN_UP.search(sentence.text):
        return False  # what was taken up is less than what was received
    told = _INFORMATION.search(sentence.text + sentence.passage.heading) is not None
    return told or candidate.context == "applications"


def _applications(candidate: Candidate) -> bool:
    """What became of applications; an answer by one channel, or to some of them, is none of all."""
    words = candidate.clause.text
    if candidate.context != "applications" or _OTHER_WORK.search(words) or _ATTRIBUTES.search(candidate.sentence.text):
        return False
    after = candidate.sentence.text[candidate.clause.start + len(words) :]
    if candidate.pattern.subject == "granted" and _WITH_PARTLY.match(after):
        return False
    return candidate.pattern.subject not in _ALL_ANSWERS or not _SOME_ANSWERS.search(words)


def _remedies(candidate: Candidate) -> bool:
    """A number of cases of information disclosure, not of their results, nor of the organ's work as a reviewer."""
    words, before = candidate.clause.masked, _named_with(candidate)
    if (
        not _is_about_information(candidate.sentence, candidate.clause)
        or _RESULT.search(words)
        or _NOT_SUED.search(words)
        or _REVIEWER.search(candidate.sentence.text)
    ):
        return False
    if candidate.pattern.subject == "reviews_and_lawsuits":
        return not (_EACH.search(before) and candidate.quantity.value)
    return len(set(_REMEDY_NAMES.findall(before))) <= 1


def _named_with(candidate: Candidate) -> str:
    """The words from the number before, or the beginning of the clause, up to the number."""
    clause, quantity = candidate.clause, candidate.quantity
    starts = [each.end for each in clause.quantities if each.end <= quantity.start]
    return clause.text[max(starts, default=clause.start) - clause.start : quantity.start - clause.start]


def _is_about_information(sentence: Sentence, clause: Clause | None = None) -> bool:
    """Whether cases are those of information disclosure, by the words up to the end of a clause."""
    passage = sentence.passage
    if "无关" in sentence.text:
        return False
    told = sentence.text[: clause.start + len(clause.text)] if clause else sentence.text
    return passage.section == "remedies" or _INFORMATION.search(passage.heading + told) is not None


def _decisions(candidate: Candidate) -> bool:
    """Decisions that were made, not those that were published."""
    clause = candidate.clause
    if candidate.sentence.text.startswith("其中"):
        return False  # of what the sentence before tells, which may be what was published
    if _NOT_DECISIONS.search(clause.text) or _SOME_DECISIONS.search(clause.text) or _is_of_several(candidate):
        return False
    before = candidate.sentence.text[: clause.start] + clause.text
    pending, done = (
        max((match.end() for match in verbs.finditer(before)), default=-1) for verbs in (_NOT_YET_DONE, _DONE)
    )
    return pending <= done and (done >= 0 or candidate.quantity.counter != "项")  # an organ has so many powers


def _is_of_several(candidate: Candidate) -> bool:
    """Whether the number is that of two kinds of decisions together, or of one of them which the words leave open."""
    before = _named_with(candidate)
    if candidate.pattern.subject == "coercion" and len(set(_COERCION_KINDS.findall(candidate.sentence.text))) > 1:
        return True
    several = len(set(_DECISION_NAMES.findall(before))) > 1
    return several and (candidate.quantity.value != 0 or _ONE_BY_ONE.search(before) is not None)


def _documents(candidate: Candidate) -> bool:
    return candidate.context == "documents" and not _is_of_amended(candidate)


def _listed(candidate: Candidate) -> bool:
    """An item of a list whose verb stands before it: 主动公开规章2件、规范性文件3件."""
    verbs = list(_LISTED.finditer(candidate.sentence.text[: candidate.clause.start]))
    return bool(verbs) and verbs[-1].lastgroup == candidate.pattern.context


def _amount(candidate: Candidate) -> bool:
    if candidate.pattern.subject == "fees":
        return not _NOT_CHARGED.search(candidate.clause.text)
    return candidate.pattern.subject != "procurement_amount" or "政府集中采购" in candidate.clause.text


def _procurement(candidate: Candidate) -> bool:
    return candidate.context == "procurement"


def _made_by_it(candidate: Candidate) -> bool:
    """Documents that the organ issued or repealed, not those that were amended with them, or made in another's name."""
    subject, words = candidate.pattern.subject, candidate.clause.text
    if subject.startswith("documents") and _is_of_amended(candidate):
        return False
    return not (counts_documents(subject) and _MADE_BY_OTHERS.search(words))


def _is_of_amended(candidate: Candidate) -> bool:
    """Whether documents are those that were amended, or valid ones besides those: 继续有效3件、修改2件."""
    told = candidate.sentence if candidate.pattern.subject == "documents_in_force" else candidate.clause
    return _MODIFIED.search(told.text) is not None


_GUARDS: Final[Mapping[str, Callable[[Candidate], bool]]] = MappingProxyType(
    {
        "": _made_by_it,
        "received": _received,
        "applications": _applications,
        "remedies": _remedies,
        "decisions": _decisions,
        "documents": _documents,
        "issued": _listed,
        "disclosed": _listed,
        "repealed": _listed,
        "money": _amount,
        "procurement": _procurement,
    }
)
