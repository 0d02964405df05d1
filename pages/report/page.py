"""单份报告: one report, every figure of it traceable to its print."""

from data.queries import report
from pages.report import claims, rules, sections, source
from pages.shell import choices, frame

view = frame.begin_page("report")
report_id = sections.ask()
filed = report.filed(view.survey.found(report_id), report_id) if report_id else None
if filed is None:
    sections.pick(view, report_id)
else:
    records = sections.records_of(filed.report_id, view)
    sections.head(filed, [*records.values()], view)
    sections.other_years(filed, view)
    match choices.one("part", sections.PARTS, "report.parts", view.word, label_shown=False):
        case "faults":
            sections.faults(filed, records, view)
            rules.show(filed, view)
        case "claims":
            claims.show(filed, view)
        case "source":
            source.show(filed, view)
        case "years":
            sections.years(filed, view)
        case _:
            sections.form_tables(filed, [*records.values()], view)
