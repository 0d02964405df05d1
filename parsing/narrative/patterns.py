"""The ways in which sentences claim a figure of the form, as patterns over a clause whose quantities are marked.

``▁`` is a quantity. The order matters: a quantity is claimed by the first pattern that takes it, so that
不予公开 is not taken for 公开, and what was carried in not for what was received.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

APPLICATION: Final = (
    r"(?:(?:政府|政务)?信息(?:依申请)?公开(?:的)?申请|(?:政府|政务)信息申请|(?:申请)?公开(?:政府|政务)信息的申请|公开申请"
    r"|依(?:法)?申请(?:公开(?:政府|政务)?(?:信息)?|(?:政府|政务)?信息(?:公开)?)(?:的)?(?:申请|事项|案件|办件|件)?|依申请件)"
)
# What may stand between a noun and its number: 总数为, 共计, 合计有 …
_TAIL: Final = (
    r"(?:(?:的)?(?:总数量|总数|总量|总计|合计|共计|共有|数量|件数|数|量|共|计|均|都|全年|分别)?"
    r"(?:为|是|有|达到|达|:)?)?[“”\"]?"
)
NEXT: Final = r"(?:下一?年度?|次年度?|翌年|明年|(?P<to>20\d\d)年度?)"
LAST: Final = r"(?:上一?年度?|去年度?|(?P<from>20\d\d)年度?)"
DOCUMENT: Final = r"(?:行政)?规范性文件"
# A clause's own beginning: when, and the organ that reports.
_WHO: Final = r"(?:[^▁,]{0,14}?(?:年|度|局|单位|委|[我本]办|镇|乡|街道|中心|机关|厅|全年|年内)(?:的)?)?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying a figure. ``context`` is what the clause must be about; nothing stands for anything.

    ``word`` is what no match can lack: looking for it first is ten times as fast.
    """

    subject: str
    regex: re.Pattern[str]
    context: str = ""
    word: str = ""


def _patterns(subject: str, context: str, *sources: str, word: str = "") -> tuple[Pattern, ...]:
    return tuple(Pattern(subject, re.compile(source), context, word) for source in sources)


def _named(subject: str, *labels: str, word: str = "") -> tuple[Pattern, ...]:
    """An outcome before its number (予以公开6件) or behind it (6件予以公开). ``word`` stands in every label."""
    label = "|".join(labels)
    filler = rf"(?:(?:的)?(?:政府信息公开|信息公开)?(?:申请|信息|答复|决定|处理|情形|类)?){_TAIL}"
    return _patterns(
        subject,
        "applications",
        rf"(?:{label})[”\"]?{filler}(?P<q>▁)",
        rf"(?P<q>▁)(?:申请|答复|信息)?(?:为|属于?|系|是|因|作出?|给予|被|经审查)?(?:{label})(?:的|答复|决定|处理)*$",
        word=word,
    )


OUTCOMES: Final[tuple[Pattern, ...]] = (
    *_patterns(
        "granted_or_partially",
        "applications",
        rf"(?:予以|同意|给予)?公开(?:及|和|、|或|与|\+)(?:予以|同意)?部分公开{_TAIL}(?P<q>▁)",
        word="部分公开",
    ),
    *_named("partially_granted", "(?:予以|同意|给予|作)?部分公开", "部分予以公开", word="部分"),
    *_named("denied", "不予公开", "不同意公开", "拒绝公开", word="公开"),
    *_named("granted", "(?<![不分])(?:予以|给予|同意|准予|全部)公开", "全部同意公开", word="公开"),
    *_named("denied_state_secret", "(?:属于|涉及)国家秘密", word="国家秘密"),
    *_named("denied_other_law", "其他法律行政法规禁止公开", "法律、?(?:行政)?法规禁止公开", word="禁止公开"),
    *_named("denied_three_safeties", "危及“?三安全一稳定”?", word="三安全一稳定"),
    *_named("denied_third_party", "保护第三方合法权益", word="第三方"),
    *_named("denied_internal_affairs", "(?:属于)?三类内部事务信息", word="内部事务"),
    *_named("denied_process_information", "(?:属于)?四类过程性信息", word="过程性"),
    *_named("denied_enforcement_file", "(?:属于)?行政执法案卷", word="案卷"),
    *_named("denied_administrative_query", "(?:属于)?行政查询事项", word="行政查询"),
    *_named(
        "not_held", "(?:本机关|本单位|本局)?(?:不掌握|不存在)(?:相关)?(?:政府)?信息", "(?:政府)?信息不存在", word="信息"
    ),
    *_named("unable_needs_creation", "(?:没有现成信息)?需要?另行制作", "没有现成信息"),
    *_named("unable_unclear", "补正后(?:申请内容)?仍不明确", word="仍不明确"),
    *_named("unable", "无法提供", "不能提供", word="提供"),
    *_named("unprocessed_petition", "(?:属于)?信访举报投诉类?(?:申请)?", word="信访"),
    *_named("unprocessed_repeat", "(?:属于)?重复申请", word="重复申请"),
    *_named("unprocessed_publication", "要求提供公开出版物", word="公开出版物"),
    *_named("unprocessed_excessive", "无正当理由大量反复申请", word="反复申请"),
    *_named("unprocessed_reconfirmation", "要求行政机关确认或重新出具已获取信息", word="重新出具"),
    *_named("unprocessed", "不予处理", word="不予处理"),
    *_named("other_handling", "(?:作|做)?其[他它](?:方式)?处理", word="处理"),
)
APPLICATIONS: Final[tuple[Pattern, ...]] = (
    *_patterns(
        "carried_out",
        "applications",
        rf"(?:结转|顺延|转|跨|延期)(?:至|到|入)?{NEXT}(?:继续)?(?:办理|答复|处理)*(?:的)?(?:{APPLICATION}|申请)?{_TAIL}(?P<q>▁)",
        rf"(?P<q>▁)[^▁,]{{0,18}}?(?:结转|顺延|转|跨|延期)(?:至|到|入)?{NEXT}",
    ),
    *_patterns(
        "carried_in",
        "applications",
        rf"(?:{LAST}(?:遗留|结余|结转|转结|转入)(?:至?本年度?|而?来)?|结转(?:上一?年度?|去年度?))(?:的)?(?:继续办理|办理)?(?:的)?(?:{APPLICATION}|申请|件)?{_TAIL}(?P<q>▁)",
        rf"(?P<q>▁)[^▁,]{{0,8}}?(?:为|是|系|属)?{LAST}(?:遗留|结余|结转|转结)",
    ),
    *_patterns(
        "received",
        "",
        rf"(?:收到|接到|接收|受理|新收|新增|登记|收)[^▁]{{0,18}}?{APPLICATION}{_TAIL}(?P<q>▁)",
        rf"(?:收到|接到|接收|受理|新收|收)了?(?P<q>▁)[^▁]{{0,14}}?{APPLICATION}",
        rf"{APPLICATION}[^▁]{{0,6}}?(?:收到|接到|接收|受理|新收){_TAIL}(?P<q>▁)",
        rf"共有{APPLICATION}{_TAIL}(?P<q>▁)",
        rf"^{_WHO}(?:(?:政府|政务)?信息公开申请(?:收到|受理)?(?:的)?(?:总?数量|件数|总?数|总?量)?(?:为|是|共|共计)?"
        rf"|(?:政府信息)?{APPLICATION}(?:收到|受理|办理)?(?:的)?(?:总?数量|件数|总?数|总?量)?(?:为|是))(?P<q>▁)$",
    ),
    *_patterns(
        "received",
        "applications",
        rf"^(?:[^▁]{{0,10}}?(?:年|度|局|单位|委|办|镇|乡|街道|中心|机关|厅|其中|全年|年内))?(?:一?共|累计|共计|总共)?(?:收到|受理|接收|新收)(?:申请)?{_TAIL}(?P<q>▁)",
    ),
    *_patterns(
        "handled",
        "applications",
        rf"(?:办结|办理完毕|办理完成|处理完毕)(?:{APPLICATION}|申请)?{_TAIL}(?P<q>▁)",
        r"(?P<q>▁)(?:已|均|均已|全部|已全部)?(?:办结|办理完毕)$",
    ),
    *_patterns(
        "answered",
        "applications",
        rf"(?<![予他期开在未待续])(?:答复|回复|办理|处理)(?:了)?(?:{APPLICATION}|申请)?{_TAIL}(?P<q>▁)",
        r"(?P<q>▁)(?:已|均|均已|全部|已全部)?(?:答复|回复)$",
    ),
)
REMEDIES: Final[tuple[Pattern, ...]] = (
    *_patterns(
        "reviews_and_lawsuits",
        "remedies",
        r"行政复议(?:案件|申请)?(?:和|、|及|与|或|以及)?(?:被?提起)?(?:行政)?(?:诉讼|应诉)(?:案件|事项|案)?(?:情况)?(?:共计|共|合计|总计|总数)(?:为|有|:)?(?P<q>▁)",
        rf"行政复议(?:案件|申请)?(?:和|、|及|与|或|以及)(?:被?提起)?(?:行政)?诉讼(?:案件|事项|案)?{_TAIL}(?P<q>▁)",
        r"共(?:发生|收到|有|涉及)(?P<q>▁)[^▁]{0,16}行政复议(?:和|、|及|与|或)(?:行政)?诉讼",
        word="复议",
    ),
    *_patterns(
        "reviews",
        "remedies",
        rf"(?<!诉讼)(?:行政复议|复议)(?:的)?(?:申请|案件|案|事项)?{_TAIL}(?P<q>▁)",
        r"(?P<q>▁)[^▁,、]{0,16}?(?:行政复议|(?<![经政])复议)(?!.{0,4}诉讼)",
        word="复议",
    ),
    *_patterns(
        "lawsuits",
        "remedies",
        rf"(?<![和及与、或])(?<![和及与、或]行政)诉讼(?:的)?(?:案件|案|事项)?{_TAIL}(?P<q>▁)",
        r"(?P<q>▁)[^▁,、]{0,16}?(?:行政)?诉讼",
        word="诉讼",
    ),
)

# Of the reviews or lawsuits that were named last. What the form counts as corrected has many names, so only its own
# words are taken for all of it.
RESULTS: Final[tuple[Pattern, ...]] = (
    *_patterns(
        "upheld",
        "",
        rf"^(?:其中)?[:,]?(?:结果)?(?:予以|被)?维持(?:原[^▁]{{0,6}})?{_TAIL}(?P<q>▁)$",
        r"(?P<q>▁)(?:被|予以|获|结果)?维持$",
    ),
    *_patterns(
        "corrected",
        "",
        rf"^(?:其中)?(?:结果|被|予以)?(?:纠正|纠错){_TAIL}(?P<q>▁)$",
        r"(?P<q>▁)(?:被|结果)?(?:纠正|纠错)$",
    ),
    *_patterns("other", "", rf"^(?:其中)?其他结果{_TAIL}(?P<q>▁)$", r"(?P<q>▁)(?:为)?其他结果$"),
    *_patterns(
        "pending",
        "",
        rf"^(?:其中)?(?:尚未|未|还未)(?:审结|结案){_TAIL}(?P<q>▁)$",
        r"(?P<q>▁)(?:仍|还|尚)?(?:尚?未审结|正在审理|在审理)(?:中|之中)?$",
    ),
)


def _decisions(subject: str, name: str, word: str) -> tuple[Pattern, ...]:
    return _patterns(
        subject,
        "decisions",
        rf"(?<![不免]予){name}(?:处理)?(?:决定书?|案件)?{_TAIL}(?P<q>▁)",
        rf"(?P<q>▁){name}(?:处理)?(?:决定书?|案件)?(?![信目清权事])",
        word=word,
    )


DECISIONS: Final[tuple[Pattern, ...]] = (
    *_decisions("licensing", "行政许可", "许可"),
    *_decisions("penalties", "行政处罚", "处罚"),
    *_decisions("coercion", "行政强制(?:措施|执行)?", "强制"),
)
DOCUMENTS: Final[tuple[Pattern, ...]] = (
    *_patterns(
        "documents_issued",
        "",
        rf"(?:制发|制定|印发|出台|下发)(?:了)?(?:并[^▁,]{{0,4}})?{DOCUMENT}{_TAIL}(?P<q>▁)",
        rf"(?:制发|制定|印发|出台|下发)(?:了)?(?P<q>▁){DOCUMENT}",
        rf"(?:制发|制定|印发|出台|下发)(?:了)?(?:《[^》]*》、?)+等{DOCUMENT}{_TAIL}(?P<q>▁)",
        word="规范性文件",
    ),
    *_patterns("documents_repealed", "documents", rf"废止(?:了)?(?:{DOCUMENT})?{_TAIL}(?P<q>▁)", word="废止"),
    *_patterns("documents_repealed", "", rf"废止(?:了)?(?P<q>▁){DOCUMENT}", word="废止"),
    *_patterns(
        "documents_in_force",
        "documents",
        rf"(?:现行|目前|继续|仍然?)有效(?:的)?(?:{DOCUMENT}|文件)?{_TAIL}(?P<q>▁)",
        rf"(?P<q>▁)(?:{DOCUMENT})?(?:现行|继续|仍然?)有效$",
        word="有效",
    ),
    *_patterns("documents_issued", "issued", rf"^(?:其中)?{DOCUMENT}{_TAIL}(?P<q>▁)", word="规范性文件"),
    *_patterns("documents_repealed", "repealed", rf"^{DOCUMENT}{_TAIL}(?P<q>▁)", word="规范性文件"),
    *_patterns("documents_disclosed", "disclosed", rf"^{DOCUMENT}{_TAIL}(?P<q>▁)", word="规范性文件"),
    *_patterns(
        "documents_disclosed", "", rf"公开(?:了)?(?:.{{0,14}}▁、?)?{DOCUMENT}{_TAIL}(?P<q>▁)", word="规范性文件"
    ),
    *_patterns(
        "regulations_issued",
        "",
        rf"(?:制发|制定|出台|颁布)(?:了)?(?:地方)?(?:政府)?规章(?!制度){_TAIL}(?P<q>▁)",
        word="规章",
    ),
    *_patterns("regulations_disclosed", "", rf"公开(?:了)?(?:地方)?(?:政府)?规章(?!制度){_TAIL}(?P<q>▁)", word="规章"),
)
MONEY: Final[tuple[Pattern, ...]] = (
    *_patterns("fees", "money", rf"行政事业性收费(?:收入|总额|总?金额)?{_TAIL}(?P<q>▁)", word="收费"),
    *_patterns(
        "information_fee",
        "money",
        rf"(?:信息处理费|信息公开处理费)(?:用)?(?:总?金额)?{_TAIL}(?P<q>▁)",
        r"(?:收取|收费)(?:金额)?(?:为|共|共计)?(?P<q>▁)(?:的)?(?:政府信息公开)?信息处理费",
        word="处理费",
    ),
    *_patterns("procurement_amount", "money", rf"(?:政府集中采购|采购)总?(?:金额|额){_TAIL}(?P<q>▁)", word="采购"),
    *_patterns("procurement_amount", "procurement", rf"^(?:采购)?(?:项目)?总?(?:金额|额)?{_TAIL}(?P<q>▁)$"),
)
PROCUREMENT: Final[tuple[Pattern, ...]] = _patterns(
    "procurement_items", "", rf"政府集中采购(?:项目)?(?:数量)?{_TAIL}(?P<q>▁)"
)


@dataclass(frozen=True, slots=True)
class Family:
    """Patterns that need the same words in a clause, or the same context."""

    words: re.Pattern[str]
    context: str
    patterns: tuple[Pattern, ...]


FAMILIES: Final = (
    Family(re.compile("申请"), "applications", (*OUTCOMES, *APPLICATIONS)),
    Family(re.compile("复议|诉讼"), "", REMEDIES),
    Family(re.compile("行政(?:许可|处罚|强制)"), "", DECISIONS),
    Family(re.compile("规范性文件|规章"), "documents", DOCUMENTS),
    Family(re.compile("政府集中采购"), "procurement", PROCUREMENT),
    Family(re.compile("收费|处理费|采购|金额"), "procurement", MONEY),
)
