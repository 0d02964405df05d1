"""Table 三, applications and what became of them, in its editions of 2019 and 2021."""

from __future__ import annotations

from typing import Final

from parsing.form.elements import Column, Row, Table

APPLICANTS: Final[tuple[Column, ...]] = (
    Column(id="natural_person", label="自然人", english="Natural persons"),
    Column(id="business", label="商业企业", english="Businesses"),
    Column(id="research", label="科研机构", english="Research institutes"),
    Column(id="public_welfare", label="社会公益组织", english="Public welfare organisations"),
    Column(id="legal_services", label="法律服务机构", english="Legal service providers"),
    Column(id="other_org", label="其他", english="Other organisations"),
    Column(id="total", label="总计", english="Total", also=("合计",)),
)
ORGANISATIONS_HEAD: Final = "法人或其他组织"
"""Printed above the columns between 自然人 and 总计."""

_RESULTS = "三、本年度办理结果"
_DENIED = (_RESULTS, "（三）不予公开")
_UNABLE = (_RESULTS, "（四）无法提供")
_UNPROCESSED = (_RESULTS, "（五）不予处理")
_OTHER = (_RESULTS, "（六）其他处理")


def _application(  # noqa: PLR0913 - a row of the declaration below, one value a field
    row_id: str,
    numbering: str,
    label: str,
    english: str,
    groups: tuple[str, ...] = (),
    *,
    short: str = "",
    also: tuple[str, ...] = (),
) -> Row:
    return Row(
        id=row_id,
        numbering=numbering,
        label=label,
        english=english,
        columns=APPLICANTS,
        groups=groups,
        short=short,
        also=also,
    )


_RECEIVED = (
    _application("new_received", "一、", "本年新收政府信息公开申请数量", "Received in the year", short="本年新收"),
    _application("carried_in", "二、", "上年结转政府信息公开申请数量", "Carried in from last year", short="上年结转"),
)
_OUTCOMES = (
    _application("granted", "（一）", "予以公开", "Granted", (_RESULTS,)),
    _application(
        "partially_granted",
        "（二）",
        "部分公开（区分处理的，只计这一情形，不计其他情形）",
        "Partly granted",
        (_RESULTS,),
        short="部分公开",
        also=("部分公开",),
    ),
    _application("denied_state_secret", "1.", "属于国家秘密", "Refused: state secret", _DENIED),
    _application("denied_other_law", "2.", "其他法律行政法规禁止公开", "Refused: other law", _DENIED),
    _application("denied_three_safeties", "3.", "危及“三安全一稳定”", "Refused: security and stability", _DENIED),
    _application("denied_third_party", "4.", "保护第三方合法权益", "Refused: third party", _DENIED),
    _application("denied_internal_affairs", "5.", "属于三类内部事务信息", "Refused: internal affairs", _DENIED),
    _application("denied_process_information", "6.", "属于四类过程性信息", "Refused: process information", _DENIED),
    _application("denied_enforcement_file", "7.", "属于行政执法案卷", "Refused: enforcement file", _DENIED),
    _application("denied_administrative_query", "8.", "属于行政查询事项", "Refused: administrative query", _DENIED),
    _application("unable_not_held", "1.", "本机关不掌握相关政府信息", "Unable: not held", _UNABLE),
    _application(
        "unable_needs_creation", "2.", "没有现成信息需要另行制作", "Unable: would have to be created", _UNABLE
    ),
    _application("unable_unclear", "3.", "补正后申请内容仍不明确", "Unable: still unclear after correction", _UNABLE),
    _application(
        "unprocessed_petition", "1.", "信访举报投诉类申请", "Not processed: petition or complaint", _UNPROCESSED
    ),
    _application("unprocessed_repeat", "2.", "重复申请", "Not processed: repeated", _UNPROCESSED),
    _application(
        "unprocessed_publication", "3.", "要求提供公开出版物", "Not processed: published material", _UNPROCESSED
    ),
    _application("unprocessed_excessive", "4.", "无正当理由大量反复申请", "Not processed: excessive", _UNPROCESSED),
    _application(
        "unprocessed_reconfirmation",
        "5.",
        "要求行政机关确认或重新出具已获取信息",
        "Not processed: asks to confirm or reissue",
        _UNPROCESSED,
        short="要求确认或重新出具",
    ),
)
_OTHER_2019 = (_application("other", "（六）", "其他处理", "Other handling", (_RESULTS,)),)
_OTHER_2021 = (
    _application(
        "other_overdue_correction",
        "1.",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "Other: not corrected in time",
        _OTHER,
        short="逾期不补正",
    ),
    _application(
        "other_overdue_fee",
        "2.",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "Other: fee not paid in time",
        _OTHER,
        short="逾期未缴费",
    ),
    _application("other_remaining", "3.", "其他", "Other: remaining", _OTHER, short="其他处理之其他"),
)
_SETTLED = (
    _application(
        "total_processed", "（七）", "总计", "Processed in all", (_RESULTS,), short="办理结果总计", also=("合计",)
    ),
    _application("carried_out", "四、", "结转下年度继续办理", "Carried out to next year", short="结转下年度"),
)


def _applications(edition: str, other: tuple[Row, ...]) -> Table:
    return Table(id="applications", edition=edition, rows=(*_RECEIVED, *_OUTCOMES, *other, *_SETTLED))


APPLICATIONS: Final = (_applications("2019", _OTHER_2019), _applications("2021", _OTHER_2021))
