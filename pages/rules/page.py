"""规则与方法: every rule, what it rests on, and how often it holds; how figures are read."""

from pages.rules import sections
from pages.shell import frame

view = frame.begin_page("rules")
outcomes = view.survey.outcomes
sections.rules(outcomes, view)
sections.problems(view)
sections.reading(view)
